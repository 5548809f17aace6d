/// What is typed to search, piece by piece.
enum SearchToken: Hashable {
    case phrase(SearchQuery.Phrase)
    case filter(SearchQuery.Filter)
    case or, not, open, close

    static func of(_ text: String) -> [SearchToken] {
        var scan = Scan(rest: text[...])
        return scan.tokens()
    }
}

/// Words are folded here: quotes, hyphens, dots and signs inside of a word only say that its parts stand in
/// a row, as those of `e-mail` and `anna@example.org` do.
private struct Scan {
    var rest: Substring
    var depth = 0

    mutating func tokens() -> [SearchToken] {
        var found: [SearchToken] = []
        while let next = rest.first {
            switch next {
            case _ where next.isWhitespace: rest.removeFirst()
            case "(":
                rest.removeFirst()
                depth += 1
                found.append(.open)
            case ")" where depth > 0:
                rest.removeFirst()
                depth -= 1
                found.append(.close)
            case "-", "−", "–":
                rest.removeFirst()
                // One that stands alone is a dash.
                if let after = rest.first, !after.isWhitespace, !Self.dashes.contains(after) {
                    found.append(.not)
                }
            case _ where Self.quotes.contains(next): found += quoted(field: nil)
            default: found += word()
            }
        }
        return found
    }

    private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»", "「", "」", "『", "』"]
    private static let dashes: Set<Character> = ["-", "−", "–"]

    /// Up to the closing quote, or to the end.
    private mutating func quoted(field: SearchQuery.Field?) -> [SearchToken] {
        let words = SearchWords(quotedText()).words
        var isPrefix = false
        if rest.first == "*" {
            rest.removeFirst()
            isPrefix = true
        }
        return words.isEmpty ? [] : [.phrase(.init(words, isPrefix: isPrefix, field: field))]
    }

    private mutating func quotedText() -> String {
        rest.removeFirst()
        let text = rest.prefix { !Self.quotes.contains($0) }
        rest = rest.dropFirst(text.count + 1)
        return String(text)
    }

    private mutating func word() -> [SearchToken] {
        var text = rest.prefix { !$0.isWhitespace && !Self.quotes.contains($0) }
        if depth > 0, let end = text.firstIndex(of: ")") { text = text[..<end] }
        rest = rest[text.endIndex...]
        switch text {
        case "OR", "|", "||": return [.or]
        case "AND", "&", "&&": return []
        case "NOT": return [.not]
        default: break
        }
        if let colon = text.firstIndex(of: ":") {
            let name = text[..<colon].lowercased()
            let value = text[text.index(after: colon)...]
            if let tokens = named(name, value: value) { return tokens }
        }
        return Self.words(text, field: nil)
    }

    /// nil where it is no field, or nothing stands behind it: then it is a word as any other.
    private mutating func named(_ name: String, value: Substring) -> [SearchToken]? {
        let isQuoted = value.isEmpty && rest.first.map(Self.quotes.contains) == true
        if let field = SearchQuery.Field(rawValue: name) {
            if isQuoted { return quoted(field: field) }
            return value.isEmpty ? nil : Self.words(value, field: field)
        }
        guard let what = SearchQuery.Filter.What(rawValue: name == "lang" ? "language" : name),
            isQuoted || !value.isEmpty
        else { return nil }
        let text = isQuoted ? quotedText() : String(value)
        switch what {
        case .case: return CaseID(text: text).map { [.filter(.init(.case, String($0.number)))] }
        case .mention: return MentionID(text: text).map { [.filter(.init(.mention, String($0.number)))] }
        default: return text.isEmpty ? [] : [.filter(.init(what, text))]
        }
    }

    private static func words(_ text: Substring, field: SearchQuery.Field?) -> [SearchToken] {
        let words = SearchWords(String(text)).words
        return words.isEmpty
            ? [] : [.phrase(.init(words, isPrefix: text.last == "*", field: field))]
    }
}
