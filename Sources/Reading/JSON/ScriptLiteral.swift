/// Reads values as scripts write them: JSON, and JavaScript's literals where their value is plain to see.

/// A reader at one place of a script. What it cannot know (a call, a function, an expression) is null;
/// what is no value at all ends the reading.
struct ScriptLiteral {
    private static let depthLimit = 150

    let bytes: UnsafeBufferPointer<UInt8>
    var i: Int
    /// What names stand for: the parameters of the function around the value.
    private var names: [String: JSONValue] = [:]
    private var nodes = 500_000

    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        self.bytes = bytes
        i = start
    }

    /// The value here; nil where none is, and then `i` is where the reading stopped.
    mutating func value() -> JSONValue? { value(depth: 0) }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        nodes -= 1
        guard i < bytes.count, depth < Self.depthLimit, nodes > 0 else { return nil }
        switch bytes[i] {
        case 0x7B: return object(depth: depth)
        case 0x5B: return array(depth: depth)
        case 0x22, 0x27, 0x60: return string().map { .string($0) }
        case 0x28: return calledFunction(depth: depth)
        default: return scalar(depth: depth)
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        i += 1
        var members: [JSONValue.Member] = []
        while true {
            skipSpace()
            guard i < bytes.count else { return nil }
            if bytes[i] == 0x7D {
                i += 1
                return .object(members)
            }
            let key: String
            if bytes[i] == 0x22 || bytes[i] == 0x27 {
                guard let text = string() else { return nil }
                key = text
            } else if bytes[i] == 0x2E || bytes[i] == 0x5B {
                // `...other`, `[computed]: 1`
                guard skipExpression() else { return nil }
                take(0x2C)
                continue
            } else {
                let start = i
                while i < bytes.count, Self.isName(bytes[i]) { i += 1 }
                guard i > start else { return nil }
                key = text(start, i)
            }
            skipSpace()
            guard i < bytes.count else { return nil }
            if bytes[i] == 0x3A {
                i += 1
                guard let value = element(depth: depth) else { return nil }
                if members.isEmpty { members.reserveCapacity(8) }
                members.append(JSONValue.Member(key: key, value: value))
            } else if bytes[i] == 0x2C || bytes[i] == 0x7D {
                members.append(JSONValue.Member(key: key, value: names[key] ?? .null))
            } else {
                // A method.
                guard skipExpression() else { return nil }
            }
            skipSpace()
            guard i < bytes.count, bytes[i] == 0x2C || bytes[i] == 0x7D else { return nil }
            take(0x2C)
        }
    }

    private mutating func array(depth: Int) -> JSONValue? {
        i += 1
        var values: [JSONValue] = []
        while true {
            skipSpace()
            guard i < bytes.count else { return nil }
            if bytes[i] == 0x5D {
                i += 1
                return .array(values)
            }
            if bytes[i] == 0x2C {
                i += 1
                values.append(.null)
                continue
            }
            guard let value = element(depth: depth) else { return nil }
            values.append(value)
            skipSpace()
            guard i < bytes.count, bytes[i] == 0x2C || bytes[i] == 0x5D else { return nil }
            take(0x2C)
        }
    }

    /// A member's value; null for an expression.
    private mutating func element(depth: Int) -> JSONValue? {
        let start = i
        let found = value(depth: depth + 1)
        guard depth + 1 < Self.depthLimit, nodes > 0 else { return nil }
        if let found {
            skipSpace()
            if i < bytes.count, [0x2C, 0x7D, 0x5D, 0x29].contains(bytes[i]) { return found }
        }
        // Structures are not gone over twice.
        if i - start > 4096 { return nil }
        i = start
        return skipExpression() ? .null : nil
    }

    private mutating func scalar(depth: Int) -> JSONValue? {
        let start = i
        if bytes[i] == 0x21 {
            // `!0`, `!1`
            guard i + 1 < bytes.count, bytes[i + 1] == 0x30 || bytes[i + 1] == 0x31 else { return nil }
            i += 2
            return .bool(bytes[i - 1] == 0x30)
        }
        if bytes[i] == 0x2D || bytes[i] == 0x2E || bytes[i].isASCIIDigit {
            i += 1
            while i < bytes.count, bytes[i].isASCIIDigit || [0x2E, 0x2B, 0x2D, 0x65, 0x45].contains(bytes[i])
            {
                i += 1
            }
            let word = text(start, i)
            if let whole = Int64(word) { return .integer(whole) }
            return Double(word.first == "." ? "0" + word : word).flatMap { $0.isFinite ? .number($0) : nil }
        }
        while i < bytes.count, Self.isName(bytes[i]) || bytes[i] == 0x2E { i += 1 }
        guard i > start, i - start <= 80 else { return nil }
        let word = text(start, i)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "undefined", "NaN": return .null
        case "void":
            skipSpace()
            return skipExpression() ? .null : nil
        case "new", "Object.freeze", "JSON.parse", "Date", "String", "Number", "reactive",
            "decodeURIComponent":
            return wrapped(word, depth: depth)
        default: return names[word]
        }
    }

    /// `new Date("...")`, `JSON.parse("...")`: the value within.
    private mutating func wrapped(_ word: String, depth: Int) -> JSONValue? {
        skipSpace()
        if word == "new" {
            while i < bytes.count, Self.isName(bytes[i]) || bytes[i] == 0x2E { i += 1 }
            skipSpace()
        }
        guard i < bytes.count, bytes[i] == 0x28 else { return nil }
        i += 1
        skipSpace()
        if i < bytes.count, bytes[i] == 0x29 {
            i += 1
            return .null
        }
        guard let inner = value(depth: depth + 1) else { return nil }
        skipSpace()
        guard i < bytes.count, bytes[i] == 0x29 else { return nil }
        i += 1
        guard case .string(let text) = inner else { return inner }
        switch word {
        case "JSON.parse": return readJSON(text)
        case "decodeURIComponent": return .string(percentDecoded(text))
        default: return inner
        }
    }

    /// `(function(a,b){return {...}}("x",1))`: the returned value, its names filled in.
    private mutating func calledFunction(depth: Int) -> JSONValue? {
        guard depth == 0 else { return nil }
        i += 1
        skipSpace()
        guard takeWord("function") else { return nil }
        while i < bytes.count, bytes[i] != 0x28 { i += 1 }
        i += 1
        let start = i
        while i < bytes.count, bytes[i] != 0x29 { i += 1 }
        guard i < bytes.count, i - start < 200_000 else { return nil }
        let parameters = text(start, i).split { $0 == "," || $0.isWhitespace }
        i += 1
        skipSpace()
        guard i < bytes.count, bytes[i] == 0x7B else { return nil }
        let body = i + 1
        guard skipBalanced() else { return nil }
        let end = i
        skipSpace()
        if i < bytes.count, bytes[i] == 0x29 { i += 1 }
        skipSpace()
        guard i < bytes.count, bytes[i] == 0x28 else { return nil }
        i += 1
        for parameter in parameters {
            skipSpace()
            guard i < bytes.count, bytes[i] != 0x29, let value = element(depth: 1) else { break }
            names[String(parameter)] = value
            skipSpace()
            take(0x2C)
        }
        let after = i
        i = body
        while i < end {
            guard bytes[i] == 0x72, takeWord("return") else {
                if [0x22, 0x27, 0x60].contains(bytes[i]) {
                    guard string() != nil else { return nil }
                } else {
                    i += 1
                }
                continue
            }
            let found = value(depth: 1)
            i = after
            return found
        }
        return nil
    }
}
