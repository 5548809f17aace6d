/// The sentences and words in which alerts speak to people, in one language.
///
/// `{case}`, `{subject}`, `{owner}`, `{clock}`, `{source}`, `{who}`, `{endpoint}`, `{count}` and `{into}` are
/// put in.
struct Phrases: Sendable {
    /// By event type.
    let headlines: [EventType: String]
    /// A case that nobody has any more.
    let unassigned: String
    /// By the reason of a digest; `digest` for any other.
    let digests: [String: String]
    let words: [Word: String]
    let urgencies: [Score.Urgency: String]

    enum Word: String, CaseIterable {
        case due, urgency, owner, nobody, source, reason, by, promise, author, rating, found, since
        case late, more, open, legal, told, complaint, complaints, address
        /// In the foot of a mail.
        case sentBy, unsubscribe
    }

    static func of(_ language: Reader.Language) -> Phrases {
        switch language {
        case .en: .english
        case .de: .german
        case .pl: .polish
        case .ru: .russian
        }
    }

    subscript(word: Word) -> String { words[word] ?? word.rawValue }

    /// Puts values in for `{name}`, each once: what a value holds is not looked at again.
    static func fill(_ pattern: String, _ values: [String: String]) -> String {
        var text = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
