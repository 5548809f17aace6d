/// How texts of any script stand in the cells of a terminal: what is safe to send, how wide it is, where it
/// is cut or wrapped.

extension String {
    /// Fit for a terminal: what a page says must not move the cursor, clear the screen or forge output.
    /// Control characters but the line break, and marks that reverse the writing direction, become a blank.
    var safe: String {
        guard unicodeScalars.contains(where: \.isUnsafe) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.isUnsafe ? " " : $0 }))
    }

    var oneLine: String { safe.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Columns that a terminal gives it: wide characters take two, combining ones none.
    var columns: Int {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
        return reduce(0) { $0 + $1.columns }
    }

    /// Its beginning, with `…` where something is left out.
    func cut(to width: Int) -> String {
        guard columns > width, width > 1 else { return self }
        return String(beginning(of: width - 1)) + "…"
    }

    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - columns))
    }

    private func beginning(of width: Int) -> Substring {
        var used = 0
        for index in indices {
            used += self[index].columns
            if used > width { return self[..<index] }
        }
        return self[...]
    }

    /// Lines of at most so many columns: broken at blanks, beside wide letters, and inside a word only where
    /// it is longer than a line. Line breaks stay.
    func wrapped(to width: Int) -> [String] {
        split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            Self.wrap($0, to: Swift.max(2, width))
        }
    }

    private static func wrap(_ paragraph: Substring, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        // The last place in `line` behind which it may be broken.
        var opening: (end: String.Index, columns: Int)?
        for character in paragraph {
            let next = character.columns
            if used + next > width {
                if character == " " {
                    lines.append(line.withoutBlankEnd)
                    (line, used, opening) = ("", 0, nil)
                    continue
                }
                if let at = opening, at.columns > 0 {
                    lines.append(String(line[..<at.end]).withoutBlankEnd)
                    line = String(line[at.end...])
                    used -= at.columns
                } else {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                opening = nil
            }
            if next == 2, character.isIdeographic { opening = (line.endIndex, used) }
            line.append(character)
            used += next
            if character == " " || character == "-" || next == 2 && character.isIdeographic {
                opening = (line.endIndex, used)
            }
        }
        lines.append(line.withoutBlankEnd)
        return lines
    }

    private var withoutBlankEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// Written from right to left, at least in part: inside a line of ours it is isolated, so that what
    /// stands around it keeps its order.
    var isolated: String {
        unicodeScalars.contains(where: \.isRightToLeft) ? "\u{2068}\(self)\u{2069}" : self
    }
}

extension Character {
    /// 0, 1 or 2. What is one sign to a reader, a family or a flag, is one sign of two columns.
    var columns: Int {
        let scalars = unicodeScalars
        guard let first = scalars.first else { return 0 }
        guard scalars.count > 1 else { return first.columns }
        let isEmoji =
            first.properties.isEmojiPresentation
            || first.properties.isEmoji && scalars.contains("\u{FE0F}")
        if isEmoji || first.isRegional { return 2 }
        return Swift.min(2, scalars.reduce(0) { $0 + $1.columns })
    }

    /// Beside it a line may be broken without a blank.
    fileprivate var isIdeographic: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return (0x2E80...0xA4CF).contains(value) && !isPunctuation || (0xF900...0xFAFF).contains(value)
            || (0x20000...0x3FFFD).contains(value)
    }
}

extension Unicode.Scalar {
    fileprivate var isUnsafe: Bool {
        switch value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xE0000...0xE001F: true
        default: false
        }
    }

    fileprivate var isRegional: Bool { (0x1F1E6...0x1F1FF).contains(value) }

    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// East Asian Width W and F (UAX #11) take two; marks, format characters and the vowels and finals of
    /// Hangul, which join the letter before, take none.
    fileprivate var columns: Int {
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch value {
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
        case 0x303F: return 1
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
            0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            return 2
        default: return properties.isEmojiPresentation && !isRegional ? 2 : 1
        }
    }
}
