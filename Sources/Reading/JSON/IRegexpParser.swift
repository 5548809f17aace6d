/// Reads I-Regexp by its grammar (RFC 9485, section 3), strictly: what other dialects add is refused.

struct IRegexpParser {
    indirect enum Part {
        case set(IRegexp.CharacterSet)
        case start, end
        case sequence([Part])
        case choice([Part])
        /// At least and at most so often; no most without an end.
        case repeated(Part, Int, Int?)
    }

    private let text: [Unicode.Scalar]
    private var i = 0
    private var depth = 0

    init(_ pattern: String) { text = Array(pattern.unicodeScalars) }

    mutating func whole() -> Part? {
        guard let found = choice(), i == text.count else { return nil }
        return found
    }

    private mutating func choice() -> Part? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 60 else { return nil }
        var branches: [Part] = []
        repeat {
            guard let branch = branch() else { return nil }
            branches.append(branch)
        } while take("|")
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func branch() -> Part? {
        var parts: [Part] = []
        while i < text.count, text[i] != "|", text[i] != ")" {
            guard let atom = atom(), let part = quantified(atom) else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func quantified(_ atom: Part) -> Part? {
        if take("*") { return .repeated(atom, 0, nil) }
        if take("+") { return .repeated(atom, 1, nil) }
        if take("?") { return .repeated(atom, 0, 1) }
        guard take("{") else { return atom }
        guard let least = number() else { return nil }
        var most: Int? = least
        if take(",") { most = i < text.count && text[i] != "}" ? number() ?? -1 : nil }
        guard take("}"), most.map({ $0 >= least }) ?? true else { return nil }
        return .repeated(atom, least, most)
    }

    private mutating func number() -> Int? {
        let start = i
        var value = 0
        while i < text.count, ("0"..."9").contains(text[i]) {
            value = min(value * 10 + Int(text[i].value - 0x30), 100_000)
            i += 1
        }
        return i > start ? value : nil
    }

    private mutating func atom() -> Part? {
        let scalar = text[i]
        i += 1
        switch scalar {
        case "(":
            guard let inner = choice(), take(")") else { return nil }
            return inner
        case "[": return characterClass().map { .set($0) }
        case ".":
            // All but the ends of lines.
            return .set(.init(ranges: [0x0A...0x0A, 0x0D...0x0D], isNegated: true))
        case "\\": return escaped().map { .set($0) }
        case "^": return .start
        case "$": return .end
        case ")", "*", "+", "?", "]", "{", "}", "|": return nil
        default: return .set(.init(ranges: [scalar.value...scalar.value]))
        }
    }

    /// After the backslash: one character, or a category.
    private mutating func escaped() -> IRegexp.CharacterSet? {
        guard i < text.count else { return nil }
        if text[i] == "p" || text[i] == "P" {
            let isOther = text[i] == "P"
            i += 1
            return category().map { .init(categories: [($0, isOther)]) }
        }
        return escapedCharacter().map { .init(ranges: [$0...$0]) }
    }

    private mutating func escapedCharacter() -> UInt32? {
        guard i < text.count else { return nil }
        let scalar = text[i]
        i += 1
        switch scalar {
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}", "$": return scalar.value
        default: return nil
        }
    }

    private mutating func category() -> String? {
        guard take("{") else { return nil }
        var name = ""
        while i < text.count, text[i] != "}", name.utf8.count < 3 {
            name.unicodeScalars.append(text[i])
            i += 1
        }
        guard take("}"), Self.categories.contains(name) else { return nil }
        return name
    }

    private mutating func characterClass() -> IRegexp.CharacterSet? {
        var found = IRegexp.CharacterSet()
        if take("^") { found.isNegated = true }
        var isFirst = true
        while i < text.count {
            if text[i] == "]", !isFirst {
                i += 1
                return found
            }
            if text[i] == "-" {
                // A hyphen stands for itself at either end.
                guard isFirst || (i + 1 < text.count && text[i + 1] == "]") else { return nil }
                i += 1
                found.ranges.append(0x2D...0x2D)
            } else if text[i] == "\\", i + 1 < text.count, text[i + 1] == "p" || text[i + 1] == "P" {
                i += 1
                guard let set = escaped() else { return nil }
                found.categories += set.categories
            } else {
                guard let first = classCharacter() else { return nil }
                var last = first
                if i + 1 < text.count, text[i] == "-", text[i + 1] != "]" {
                    i += 1
                    guard let end = classCharacter(), end >= first else { return nil }
                    last = end
                }
                found.ranges.append(first...last)
            }
            isFirst = false
        }
        return nil
    }

    private mutating func classCharacter() -> UInt32? {
        guard i < text.count else { return nil }
        let scalar = text[i]
        i += 1
        if scalar == "\\" { return escapedCharacter() }
        return scalar == "[" || scalar == "]" || scalar == "-" ? nil : scalar.value
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard i < text.count, text[i] == scalar else { return false }
        i += 1
        return true
    }

    private static let categories: Set<String> = [
        "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd",
        "Pe", "Pf",
        "Pi", "Po", "Ps", "Z", "Zl", "Zp", "Zs", "S", "Sc", "Sk", "Sm", "So", "C", "Cc", "Cf", "Cn", "Co",
    ]
}
