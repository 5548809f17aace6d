/// Quoted text: lines that begin with `>`, `[quote]` blocks, paragraphs behind "Anna wrote:", letters below an
/// "Original Message".
enum QuotedLines {
    /// What stands behind the `[` of a block's beginning or end.
    static let tags = ["quote", "/quote", "cytat", "/cytat", "zitat", "/zitat", "citace", "/citace"]

    static func removed(from text: String) -> String {
        var kept: [Substring] = []
        var depth = 0
        var skipsParagraph = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, whole) in lines.enumerated() {
            let line = withoutBlocks(whole, depth: &depth)
            let bare = line.drop { $0 == " " || $0 == "\t" }
            if bare.isEmpty {
                skipsParagraph = false
                continue
            }
            if bare.hasPrefix(">") || bare.hasPrefix("&gt;") { continue }
            let lowered = bare.lowercased()
            if opensLetter(lowered) { break }
            if skipsParagraph { continue }
            // "Quote: ..." on one line.
            if let isBare = nameMark(lowered) {
                skipsParagraph = isBare
                continue
            }
            if announces(lowered) {
                let next = lines[(index + 1)...].first { !$0.allSatisfy(\.isWhitespace) }
                let isMarked = next?.drop { $0 == " " }.hasPrefix(">") ?? false
                skipsParagraph = !isMarked && next != nil
                continue
            }
            kept.append(line)
        }
        return kept.joined(separator: "\n")
    }

    /// What stands outside of `[quote]` and `[/quote]`, nested, within a line or over many.
    private static func withoutBlocks(_ line: Substring, depth: inout Int) -> Substring {
        guard depth > 0 || line.utf8.contains(UInt8(ascii: "[")) else { return line }
        var outside = ""
        var rest = line
        while let open = rest.firstIndex(of: "[") {
            if depth == 0 { outside += rest[..<open] }
            let inside = rest[rest.index(after: open)...]
            let lowered = inside.prefix(8).lowercased()
            if tags.contains(where: { lowered.hasPrefix($0) }) {
                depth = lowered.hasPrefix("/") ? max(0, depth - 1) : depth + 1
                rest = inside.firstIndex(of: "]").map { inside[inside.index(after: $0)...] } ?? ""
            } else {
                if depth == 0 { outside += "[" }
                rest = inside
            }
        }
        if depth == 0 { outside += rest }
        return outside[...]
    }

    /// What a quote is called before a colon.
    static let names = ["quote", "cytat", "цитата", "zitat", "citace", "citation", "cita"]

    /// A line that begins with the name of a quote and a colon, "Zitat von Anna:"; bare where nothing follows.
    private static func nameMark(_ line: String) -> Bool? {
        guard let name = names.first(where: { line.hasPrefix($0) }), let colon = line.firstIndex(of: ":"),
            line.distance(from: line.startIndex, to: colon) <= name.count + 40
        else { return nil }
        let between = line[..<colon].dropFirst(name.count)
        guard between.isEmpty || between.first == " " else { return nil }
        return line[line.index(after: colon)...].allSatisfy(\.isWhitespace)
    }

    /// `<blockquote>` as `[quote]`, whatever attributes it has.
    static func inBrackets(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            let tag = rest[open...].prefix(13).lowercased()
            let isEnd = tag.hasPrefix("</blockquote")
            if isEnd || tag.hasPrefix("<blockquote"), let close = rest[open...].firstIndex(of: ">") {
                result += isEnd ? "[/quote]" : "[quote]"
                rest = rest[rest.index(after: close)...]
            } else {
                result += "<"
                rest = rest[rest.index(after: open)...]
            }
        }
        return result + rest
    }

    /// "Anna wrote:", "W dniu 3 marca Jan napisał:", alone on a line.
    private static func announces(_ line: String) -> Bool {
        guard line.utf8.count < 160 else { return false }
        let bare = line.trimmingEnd()
        return announcements.contains { bare.hasSuffix($0) }
    }

    /// From here on it is the letter that is answered.
    private static func opensLetter(_ line: String) -> Bool {
        guard line.hasPrefix("-") || line.hasPrefix("_") else { return false }
        return letters.contains { line.contains($0) }
    }

    private static let announcements = [
        "wrote:", "writes:", "said:", "napisał:", "napisała:", "napisał(a):", "pisze:", "napisał/a:",
        "пишет:",
        "писал:", "писала:", "писал(а):", "написал:", "написала:", "написал(а):", "schrieb:", "schreibt:",
        "napsal:", "napsala:", "napsal(a):", "píše:", "a écrit :", "escribió:",
    ]

    private static let letters = [
        "original message", "forwarded message", "wiadomość oryginalna", "oryginalna wiadomość",
        "пересылаемое сообщение", "исходное сообщение", "ursprüngliche nachricht",
        "weitergeleitete nachricht",
        "původní zpráva", "přeposlaná zpráva",
    ]
}
