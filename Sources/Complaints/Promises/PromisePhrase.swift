/// A phrase of folded words; `*` at the beginning or the end of one stands for any letters.
struct PromisePhrase: Sendable {
    private let words: [Part]

    private enum Part: Sendable {
        case whole(String)
        case beginning(String)
        case ending(String)
    }

    init(_ text: String) {
        words = text.split(separator: " ").flatMap { word -> [Part] in
            if word.hasPrefix("*") { return [.ending(ReplyTokens.fold(String(word.dropFirst())))] }
            if word.hasSuffix("*") { return [.beginning(ReplyTokens.fold(String(word.dropLast())))] }
            return ReplyTokens.fold(String(word)).split(separator: " ").map { .whole(String($0)) }
        }
    }

    /// How many words of a sentence it takes from there; nil when it does not stand there.
    func length(in tokens: [ReplyTokens.Token], at index: Int, below end: Int) -> Int? {
        guard index >= 0, index + words.count <= end else { return nil }
        for (offset, part) in words.enumerated() {
            let text = tokens[index + offset].text
            let fits =
                switch part {
                case .whole(let word): text == word
                case .beginning(let stem): text.hasPrefix(stem)
                case .ending(let ending): text.utf8.count > ending.utf8.count + 1 && text.hasSuffix(ending)
                }
            guard fits else { return nil }
        }
        return words.count
    }
}

/// Phrases of one meaning, written side by side with `|` between them.
struct PromisePhrases: Sendable, ExpressibleByStringLiteral {
    private let phrases: [PromisePhrase]

    init(stringLiteral text: String) {
        phrases = text.split(separator: "|").map { PromisePhrase(String($0)) }
    }

    /// The longest that stands there.
    func length(in tokens: [ReplyTokens.Token], at index: Int, below end: Int) -> Int? {
        phrases.lazy.compactMap { $0.length(in: tokens, at: index, below: end) }.max()
    }

    func contains(_ token: ReplyTokens.Token) -> Bool { length(in: [token], at: 0, below: 1) == 1 }
}
