/// The tokens of CSS that selectors are made of: names, strings, escapes, white space. CSS Syntax 3, section 4.

struct CSSScanner {
    let text: [Unicode.Scalar]
    var i = 0

    init(_ text: String) {
        // Preprocessing, section 3.3.
        var scalars = Array(text.replacing("\r\n", with: "\n").unicodeScalars)
        for index in scalars.indices {
            switch scalars[index] {
            case "\r", "\u{C}": scalars[index] = "\n"
            case "\0": scalars[index] = "\u{FFFD}"
            default: break
            }
        }
        self.text = scalars
    }

    var isAtEnd: Bool { i >= text.count }
    var here: Unicode.Scalar? { i < text.count ? text[i] : nil }
    func peek(_ distance: Int) -> Unicode.Scalar? { i + distance < text.count ? text[i + distance] : nil }

    /// For sentences.
    var place: String { here.map { "\"\($0)\" at character \(i + 1)" } ?? "its end" }

    func fault(_ what: String) -> SelectorFault {
        SelectorFault(sentence: what + "; write a CSS selector, or an XPath that starts with / or ./")
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard here == scalar else { return false }
        i += 1
        return true
    }

    /// White space and comments; whether there was white space.
    @discardableResult mutating func skipSpace() -> Bool {
        var hadSpace = false
        while let scalar = here {
            if scalar == " " || scalar == "\n" || scalar == "\t" {
                hadSpace = true
                i += 1
            } else if !skipComment() {
                break
            }
        }
        return hadSpace
    }

    mutating func skipComment() -> Bool {
        guard here == "/", peek(1) == "*" else { return false }
        i += 2
        while i < text.count, !(text[i] == "*" && peek(1) == "/") { i += 1 }
        i = min(text.count, i + 2)
        return true
    }

    // MARK: Names

    private static func isNameStart(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.value >= 0x80 || scalar == "_" || UInt8(truncatingIfNeeded: scalar.value).isASCIILetter
    }

    private static func isNamePart(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return isNameStart(scalar) || scalar == "-" || (scalar.value >= 0x30 && scalar.value <= 0x39)
    }

    private func isEscape(at distance: Int) -> Bool { peek(distance) == "\\" && peek(distance + 1) != "\n" }

    /// Whether an identifier starts here: section 4.3.9.
    var startsName: Bool {
        if here == "-" { return Self.isNameStart(peek(1)) || peek(1) == "-" || isEscape(at: 1) }
        return Self.isNameStart(here) || isEscape(at: 0)
    }

    mutating func name(of what: String) throws(SelectorFault) -> String {
        guard startsName else {
            if let here, here.value >= 0x30, here.value <= 0x39 {
                throw fault(
                    "\(what) cannot start with the digit \(here); escape it as \\3\(here) with a space")
            }
            throw fault("\(what) is missing before \(place)")
        }
        var value = String.UnicodeScalarView()
        while let scalar = here {
            if Self.isNamePart(scalar) {
                value.append(scalar)
                i += 1
            } else if isEscape(at: 0) {
                value.append(escape())
            } else {
                break
            }
        }
        return String(value)
    }

    /// The character of an escape; `i` stands on its backslash. Section 4.3.7.
    private mutating func escape() -> Unicode.Scalar {
        i += 1
        var value: UInt32 = 0
        var digits = 0
        while digits < 6, let scalar = here, let digit = Character(scalar).hexDigitValue, scalar.isASCII {
            value = value * 16 + UInt32(digit)
            digits += 1
            i += 1
        }
        if digits > 0 {
            if let space = here, space == " " || space == "\n" || space == "\t" { i += 1 }
            return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
        }
        guard let scalar = here else { return "\u{FFFD}" }
        i += 1
        return scalar
    }

    /// A string; `i` stands on its quote.
    mutating func quoted() throws(SelectorFault) -> String {
        let quote = text[i]
        let start = i
        i += 1
        var value = String.UnicodeScalarView()
        while let scalar = here, scalar != quote {
            if scalar == "\n" { throw fault("the string at character \(start + 1) is broken by a line end") }
            if scalar != "\\" {
                value.append(scalar)
                i += 1
            } else if peek(1) == "\n" {
                i += 2
            } else if peek(1) == nil {
                i += 1
            } else {
                value.append(escape())
            }
        }
        guard take(quote) else { throw fault("the closing \(quote) is missing") }
        return String(value)
    }

    var startsString: Bool { here == "\"" || here == "'" }

    /// To the next comma or closing bracket of this list, past whatever stands before it.
    mutating func skipFaulty() {
        var depth = 0
        while let scalar = here {
            if scalar == "\"" || scalar == "'" {
                i += 1
                while let inside = here, inside != scalar { i += inside == "\\" ? 2 : 1 }
            } else if scalar == "\\" {
                i += 1
            } else if scalar == "(" || scalar == "[" || scalar == "{" {
                depth += 1
            } else if scalar == ")" || scalar == "]" || scalar == "}" {
                if depth == 0 { return }
                depth -= 1
            } else if scalar == ",", depth == 0 {
                return
            }
            i += 1
        }
        i = min(i, text.count)
    }
}
