/// Tests of attributes' values and of classes, over bytes.

extension AttributeTest {
    func matches(_ node: Node, _ name: String) -> Bool {
        guard anyNamespace else { return matches(node.attribute(named: name)) }
        var at = node.raw.pointee.properties
        while let property = at {
            let full = CText(property.pointee.name).string.lowercased()
            if full == name || full.hasSuffix(":" + name), matches(node.attribute(named: full)) {
                return true
            }
            at = property.pointee.next
        }
        return op == .differs
    }

    private func matches(_ value: CText?) -> Bool {
        guard let value else { return op == .differs }
        let mine = value.bytes
        let wanted = self.value.utf8
        func same(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Bool {
            ignoresCase
                ? a.lazy.map(\.lowercasedASCII).elementsEqual(b.lazy.map(\.lowercasedASCII))
                : a.elementsEqual(b)
        }
        switch op {
        case .exists: return true
        case .equals: return same(mine, wanted)
        case .differs: return !same(mine, wanted)
        case .prefix: return !wanted.isEmpty && same(mine.prefix(wanted.count), wanted)
        case .suffix: return !wanted.isEmpty && same(mine.suffix(wanted.count), wanted)
        case .substring:
            guard !wanted.isEmpty, mine.count >= wanted.count else { return false }
            return (0...(mine.count - wanted.count)).contains { same(mine[$0..<($0 + wanted.count)], wanted) }
        case .dash:
            return same(mine, wanted)
                || (mine.count > wanted.count && mine[wanted.count] == 0x2D
                    && same(mine.prefix(wanted.count), wanted))
        case .word:
            return !wanted.isEmpty
                && mine.split(whereSeparator: \.isASCIISpace).contains { same($0, wanted) }
        }
    }
}

extension CText {
    /// Whether `word` is one of the words between white space, in this case.
    func hasWord(exactly word: String) -> Bool {
        guard var at = base else { return false }
        let wanted = word.utf8
        while at.pointee != 0 {
            while at.pointee.isASCIISpace { at += 1 }
            let start = at
            for byte in wanted {
                guard at.pointee == byte else { break }
                at += 1
            }
            if at - start == wanted.count, at.pointee == 0 || at.pointee.isASCIISpace { return true }
            while at.pointee != 0, !at.pointee.isASCIISpace { at += 1 }
        }
        return false
    }
}
