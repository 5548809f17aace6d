/// Long passages between quotation marks: another's words, where words of one's own stand beside them.
enum QuotedPassages {
    /// Shorter ones are names, and what somebody said to the author.
    private static let fewestQuoted = 12
    private static let fewestOwn = 5

    /// nil where nothing is quoted at such length, or hardly anything stands beside it.
    static func removed(from text: String) -> String? {
        var own = ""
        var rest = text[...]
        var hasQuoted = false
        while let open = rest.firstIndex(where: { closing[$0] != nil }) {
            let inside = rest[rest.index(after: open)...]
            guard let marks = closing[rest[open]],
                let close = inside.firstIndex(where: { marks.contains($0) })
            else { break }
            let end = inside.index(after: close)
            if wordCount(inside[..<close]) >= fewestQuoted {
                own += rest[..<open] + " "
                hasQuoted = true
            } else {
                own += rest[..<end]
            }
            rest = rest[end...]
        }
        own += rest
        return hasQuoted && wordCount(own[...]) >= fewestOwn ? own : nil
    }

    private static let closing: [Character: String] = ["“": "”", "„": "”“", "«": "»"]

    private static func wordCount(_ text: Substring) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) }
    }
}
