/// What was written by strangers made fit to stand in a message: on one line, short, and without the
/// characters that hide, reverse or link.
extension String {
    /// Without control and formatting characters (bidirectional overrides turn a line around, joiners hide
    /// in names), with every run of white space as one space.
    var onOneLine: String {
        var out = String.UnicodeScalarView()
        var isGap = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                isGap = true
                continue
            }
            if Self.isHidden(scalar) { continue }
            if isGap, !out.isEmpty { out.append(" ") }
            isGap = false
            out.append(scalar)
        }
        return String(out)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Joiners shape words of Persian and Hindi, and emoji.
        case 0x200C, 0x200D: false
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: scalar.properties.generalCategory == .format
        }
    }

    /// The beginning, with `…` where something was left out; ends between words where one ends near.
    ///
    /// Counts scalars: one character may be a letter under a thousand marks.
    func shortened(to limit: Int) -> String {
        guard utf8.count > limit, unicodeScalars.count > limit else { return self }
        var cut = unicodeScalars.prefix(max(0, limit - 1))
        if let space = cut.suffix(20).lastIndex(of: " "), space > cut.startIndex { cut = cut[..<space] }
        return String(cut) + "…"
    }

    /// With a space of no width wherever a chat would make a mention, a command, a tag, an emoji or a link
    /// of it: people see the same, programs do not.
    var defused: String {
        var out = String.UnicodeScalarView()
        let scalars = Array(unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            out.append(scalar)
            let before = index > 0 ? scalars[index - 1] : " "
            guard index + 1 < scalars.count else { break }
            let after = scalars[index + 1]
            if Self.links(scalar, before: before, after: after) { out.append("\u{200B}") }
        }
        return String(out)
    }

    private static func links(
        _ scalar: Unicode.Scalar, before: Unicode.Scalar, after: Unicode.Scalar
    ) -> Bool {
        if after.properties.isWhitespace { return false }
        switch scalar {
        case "@", "＠", "<": return true
        // Tags are no numbers; those of cases stay as they are, to be copied.
        case "#", "＃": return !isDigit(after)
        case "$": return after.properties.isAlphabetic
        case "/": return !before.properties.isAlphabetic && after.properties.isAlphabetic
        // Times keep theirs.
        case ":": return !(isDigit(before) && isDigit(after))
        case ".": return before.properties.isAlphabetic || after.properties.isAlphabetic
        default: return false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    /// With a backslash before each of these characters.
    func escaped(_ marks: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if marks.unicodeScalars.contains(scalar) { out.append("\\") }
            out.append(scalar)
        }
        return String(out)
    }

    /// HTML and XML text and attributes.
    var asHTML: String {
        var out = ""
        out.reserveCapacity(utf8.count + 16)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
