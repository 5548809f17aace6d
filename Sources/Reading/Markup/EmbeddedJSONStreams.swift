/// The two formats in which frameworks write a page's state with references: Nuxt's list and Next's stream.

/// Nuxt's payload (devalue): a list whose first element refers to the others by their place.
struct NuxtData {
    private let values: [JSONValue]
    /// Shared parts are copied: a small list may stand for a tree without end.
    private var nodes = 500_000

    /// nil for a list that is none.
    static func value(_ values: [JSONValue]) -> JSONValue? {
        guard values.count > 1, let first = values.first, !first.isScalar else { return nil }
        var data = NuxtData(values: values)
        return data.resolved(0, depth: 0)
    }

    private init(values: [JSONValue]) { self.values = values }

    private mutating func resolved(_ place: Int, depth: Int) -> JSONValue? {
        nodes -= 1
        // -1 is undefined, -2 a hole, the others are numbers that JSON has not.
        guard values.indices.contains(place), depth < 120, nodes > 0 else { return nil }
        switch values[place] {
        case .object(let members):
            var found: [JSONValue.Member] = []
            for member in members {
                if let value = reference(member.value, depth) {
                    found.append(JSONValue.Member(key: member.key, value: value))
                }
            }
            return .object(found)
        case .array(let items):
            guard case .string(let tag)? = items.first else {
                return .array(items.map { reference($0, depth) ?? .null })
            }
            return tagged(tag, items, depth)
        default: return values[place]
        }
    }

    private mutating func tagged(_ tag: String, _ items: [JSONValue], _ depth: Int) -> JSONValue? {
        switch tag {
        case "Date", "BigInt", "URL": return items.count > 1 ? items[1] : nil
        case "Set": return .array(items.dropFirst().map { reference($0, depth) ?? .null })
        case "Map", "null":
            var members: [JSONValue.Member] = []
            var k = 1
            while k + 1 < items.count {
                let key = tag == "null" ? items[k].string : reference(items[k], depth)?.scalarText
                if let key, let value = reference(items[k + 1], depth) {
                    members.append(JSONValue.Member(key: key, value: value))
                }
                k += 2
            }
            return .object(members)
        default: return items.count > 1 ? reference(items[1], depth) : nil
        }
    }

    private mutating func reference(_ value: JSONValue, _ depth: Int) -> JSONValue? {
        guard case .integer(let place) = value else { return nil }
        return resolved(Int(clamping: place), depth: depth + 1)
    }
}

/// Next's stream of React server components: `self.__next_f.push([1,"7:{...}\n"])`, rows by hexadecimal names.
struct NextStream {
    private static let mark = Array("__next_f.push(".utf8)

    static func isPart(_ script: UnsafeBufferPointer<UInt8>) -> Bool { start(script, from: 0) != nil }

    /// Adds the texts that a script pushes.
    static func append(_ script: UnsafeBufferPointer<UInt8>, to stream: inout [UInt8]) {
        var i = 0
        while let begin = start(script, from: i) {
            var literal = ScriptLiteral(script, at: begin)
            if case .array(let parts)? = literal.value(), parts.count == 2, case .string(let text) = parts[1]
            {
                stream += Array(text.utf8)
            }
            i = max(literal.i, begin + 1)
        }
    }

    /// The place after the next `__next_f.push(`, near the beginning of a script.
    private static func start(_ script: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        let last = min(script.count, from + 400) - mark.count
        var i = from
        while i <= last {
            if script[i] == 0x5F, mark.indices.allSatisfy({ script[i + $0] == mark[$0] }) {
                return i + mark.count
            }
            i += 1
        }
        return nil
    }

    /// The rows of a stream as members, references filled in.
    static func value(_ stream: [UInt8]) -> JSONValue {
        var rows: [(name: String, value: JSONValue)] = []
        stream.withUnsafeBufferPointer { bytes in
            var i = 0
            while i < bytes.count, rows.count < 20_000 {
                let start = i
                while i < bytes.count, bytes[i] != 0x3A, i - start < 9 { i += 1 }
                guard i < bytes.count, bytes[i] == 0x3A else {
                    skipLine(bytes, &i)
                    continue
                }
                let name = String(decoding: bytes[start..<i], as: UTF8.self)
                i += 1
                if i < bytes.count, bytes[i] == 0x54 {
                    if let text = longText(bytes, &i) { rows.append((name, .string(text))) }
                    continue
                }
                let payload = i
                skipLine(bytes, &i)
                guard payload < i, [0x5B, 0x7B, 0x22].contains(bytes[payload]) else { continue }
                if let value = readJSON(UnsafeBufferPointer(rebasing: bytes[payload..<i])).first {
                    rows.append((name, value))
                }
            }
        }
        var references = StreamReferences(rows: Dictionary(rows, uniquingKeysWith: { $1 }))
        return .object(
            rows.map { JSONValue.Member(key: $0.name, value: references.filled($0.value, depth: 0)) })
    }

    private static func skipLine(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) {
        while i < bytes.count, bytes[i] != 0x0A { i += 1 }
        i += 1
        i = min(i, bytes.count)
    }

    /// `T1f,` and so many bytes, without a line's end.
    private static func longText(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> String? {
        let start = i + 1
        var k = start
        while k < bytes.count, bytes[k] != 0x2C, k - start < 8 { k += 1 }
        let count = Int(String(decoding: bytes[start..<min(k, bytes.count)], as: UTF8.self), radix: 16)
        guard let count, k < bytes.count, count <= bytes.count - k - 1 else {
            skipLine(bytes, &i)
            return nil
        }
        i = k + 1 + count
        return String(decoding: bytes[(k + 1)..<i], as: UTF8.self)
    }
}

/// `$1f` is row 1f, `$D2024-...` a date, `$undefined` nothing.
private struct StreamReferences {
    let rows: [String: JSONValue]
    private var nodes = 500_000

    init(rows: [String: JSONValue]) { self.rows = rows }

    mutating func filled(_ value: JSONValue, depth: Int) -> JSONValue {
        nodes -= 1
        guard depth < 120, nodes > 0 else { return .null }
        switch value {
        case .array(let values): return .array(values.map { filled($0, depth: depth + 1) })
        case .object(let members):
            return .object(
                members.map { .init(key: $0.key, value: filled($0.value, depth: depth + 1)) })
        case .string(let text) where text.utf8.first == 0x24: return referred(text)
        default: return value
        }
    }

    private func referred(_ text: String) -> JSONValue {
        let rest = text.utf8.dropFirst()
        guard let first = rest.first else { return .string(text) }
        switch first {
        case 0x24: return .string(String(text.dropFirst()))
        case 0x44, 0x6E: return .string(String(text.dropFirst(2)))
        case 0x75: return .null
        default:
            // Texts only: other rows are read where they stand.
            guard case .string(let row)? = rows[String(text.dropFirst())] else { return .string(text) }
            return .string(row)
        }
    }
}
