/// The members of a microdata item while they are gathered.

/// The members of an item, in the order in which their names came first.
struct ItemMembers {
    private(set) var members: [JSONValue.Member] = []
    /// Where those that came by name begin.
    private var first = 0
    /// Places by name, once there are too many to look through.
    private var places: [String: Int] = [:]

    init(expected: Int) { members.reserveCapacity(min(64, expected) + 3) }

    /// A member of its own, whatever others are called.
    mutating func add(_ member: JSONValue.Member) {
        if members.count == first { first += 1 }
        members.append(member)
    }

    mutating func add(_ value: JSONValue, to name: String) {
        guard let place = place(of: name) else {
            members.append(.init(key: name, value: .array([value])))
            if members.count - first > 24 {
                if places.isEmpty { for i in first..<members.count { places[members[i].key] = i } }
                places[name] = members.count - 1
            }
            return
        }
        guard case .array(var values) = members[place].value else { return }
        members[place].value = .null
        values.append(value)
        members[place].value = .array(values)
    }

    func has(_ name: String) -> Bool { place(of: name) != nil }

    private func place(of name: String) -> Int? {
        if !places.isEmpty { return places[name] }
        var i = first
        while i < members.count {
            if members[i].key == name { return i }
            i += 1
        }
        return nil
    }
}

extension String {
    /// Whether `part` occurs, byte for byte.
    func hasBytes(_ part: StaticString) -> Bool {
        var copy = self
        return copy.withUTF8 { $0.holds(part) }
    }

    /// Whether any of `parts` does.
    func hasBytes(of parts: [StaticString]) -> Bool {
        var copy = self
        return copy.withUTF8 { bytes in parts.contains { bytes.holds($0) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ part: StaticString) -> Bool {
        let length = part.utf8CodeUnitCount
        let wanted = part.utf8Start
        var i = 0
        while i + length <= count {
            var k = 0
            while k < length, self[i + k] == wanted[k] { k += 1 }
            if k == length { return true }
            i += 1
        }
        return false
    }
}
