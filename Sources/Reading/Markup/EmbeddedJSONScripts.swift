/// Values that a script sets or passes on: `window.__STATE__ = {...}`, `var reviews = [...]`, `start({...})`.

struct ScriptAssignments {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var i = 0
    private var found: [EmbeddedJSON] = []
    /// What may be read in vain, so that a hostile script costs no more than a few times its length.
    private var vain: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        vain = bytes.count * 2 + 10_000
    }

    mutating func values() -> [EmbeddedJSON] {
        while i < bytes.count, vain > 0, found.count < 100 {
            switch bytes[i] {
            case 0x22, 0x27, 0x60: skipString()
            case 0x2F: skipComment()
            case 0x3D: assignment()
            case 0x28: argument()
            default: i += 1
            }
        }
        return found
    }

    private mutating func assignment() {
        let sign = i
        i += 1
        guard i < bytes.count, bytes[i] != 0x3D, bytes[i] != 0x3E,
            sign == 0 || ![0x21, 0x3C, 0x3E, 0x3D].contains(bytes[sign - 1])
        else {
            i += 1
            return
        }
        while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
        guard i < bytes.count else { return }
        let isValue: Bool
        switch bytes[i] {
        case 0x7B, 0x5B: isValue = true
        case 0x4A: isValue = starts("JSON.parse")
        case 0x4F: isValue = starts("Object.freeze")
        case 0x28: isValue = starts("(function")
        case 0x22, 0x27: isValue = i + 1 < bytes.count && (bytes[i + 1] == 0x7B || bytes[i + 1] == 0x5B)
        default: isValue = false
        }
        if isValue { read(named: name(before: sign)) }
    }

    /// `start({"a": ...})`, `render([{...}])`.
    private mutating func argument() {
        let sign = i
        i += 1
        while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
        guard i < bytes.count, bytes[i] == 0x7B || bytes[i] == 0x5B else { return }
        var k = i + 1
        while k < bytes.count, bytes[k].isASCIISpace { k += 1 }
        guard k < bytes.count, bytes[k] == 0x22 || (bytes[i] == 0x5B && bytes[k] == 0x7B) else { return }
        read(named: name(before: sign))
    }

    private mutating func read(named name: String) {
        var literal = ScriptLiteral(bytes, at: i)
        let value = literal.value()
        guard let value else {
            vain -= max(literal.i - i, 64)
            i += 1
            return
        }
        i = max(literal.i, i + 1)
        if case .string(let text) = value, let inner = readJSON(text), !inner.isScalar {
            found.append(EmbeddedJSON(name: name, value: inner))
        } else if value.isFilled {
            found.append(EmbeddedJSON(name: name, value: value))
        }
    }

    private func starts(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard i + count <= bytes.count else { return false }
        for k in 0..<count where bytes[i + k] != word.utf8Start[k] { return false }
        return true
    }

    /// The variable or function before a sign, without `window.`.
    private func name(before sign: Int) -> String {
        var end = sign
        while end > 0, bytes[end - 1].isASCIISpace { end -= 1 }
        var start = end
        while start > 0, end - start < 80,
            ScriptLiteral.isName(bytes[start - 1])
                || [0x2E, 0x5B, 0x5D, 0x22, 0x27].contains(bytes[start - 1])
        { start -= 1 }
        let text = bytes[start..<end].filter { $0 != 0x22 && $0 != 0x27 && $0 != 0x5D }.map {
            $0 == 0x5B ? 0x2E : $0
        }
        var name = String(decoding: text, as: UTF8.self)
        for prefix in ["window.", "self.", "globalThis.", "this."] where name.hasPrefix(prefix) {
            name.removeFirst(prefix.count)
        }
        return name.isEmpty ? "script" : name
    }

    /// A string that a line ends is none: the quote stood in a comment or an expression.
    private mutating func skipString() {
        let quote = bytes[i]
        var k = i + 1
        while k < bytes.count {
            if bytes[k] == 0x5C {
                k += 2
                continue
            }
            if bytes[k] == quote {
                i = k + 1
                return
            }
            if bytes[k] == 0x0A, quote != 0x60 { break }
            k += 1
        }
        vain -= k - i
        i += 1
    }

    private mutating func skipComment() {
        i += 1
        guard i < bytes.count else { return }
        if bytes[i] == 0x2F {
            while i < bytes.count, bytes[i] != 0x0A { i += 1 }
        } else if bytes[i] == 0x2A {
            i += 1
            while i < bytes.count, !(bytes[i] == 0x2F && bytes[i - 1] == 0x2A) { i += 1 }
        }
    }
}

extension JSONValue {
    /// Whether it holds anything.
    fileprivate var isFilled: Bool {
        switch self {
        case .array(let values): !values.isEmpty
        case .object(let members): !members.isEmpty
        default: false
        }
    }
}
