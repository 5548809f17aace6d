/// The paths of a field in JSON, as `$.title || $.subject` gives them: the first that finds something counts.

/// Splits at `||`, but not inside brackets, where it is the "or" of a filter (RFC 9535, 2.3.5.1).
func pathChoices(_ selector: String) -> [String] {
    var choices: [String] = []
    var current: [UInt8] = []
    var depth = 0
    var quote: UInt8?
    var isEscaped = false
    for byte in selector.utf8 {
        if let open = quote {
            if byte == open, !isEscaped { quote = nil }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        } else {
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
            case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "|") where depth <= 0 && current.last == byte:
                current.removeLast()
                choices.append(String(decoding: current, as: UTF8.self))
                current = []
                continue
            default: break
            }
        }
        current.append(byte)
    }
    choices.append(String(decoding: current, as: UTF8.self))
    return choices.map { nonEmpty($0) ?? "" }
}
