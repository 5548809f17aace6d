import Foundation

/// A way to write a term that is read as a term of its own.
struct TermWriting: Sendable {
    var term: Term
    /// Its forms count, it alone does not.
    var isOnlyInflected = false
    /// So short that it is a name in capitals alone: ATT.
    var isInCapitals = false
}

/// The ways in which people write a term with signs: H and M for H&M, McDonalds, Loreal, Mueller.
enum TermWritings {
    /// The term itself first.
    static func of(_ term: Term) -> [TermWriting] {
        var writings = [TermWriting(term: term)]
        func add(_ text: String, isOnlyInflected: Bool = false, isInCapitals: Bool = false) {
            guard text != term.text, !writings.contains(where: { $0.term.text == text }) else { return }
            var other = term
            other.text = text
            writings.append(
                TermWriting(term: other, isOnlyInflected: isOnlyInflected, isInCapitals: isInCapitals))
        }
        let isPlain = term.text.utf8.allSatisfy { $0 < 0x80 && ($0 | 0x20 >= 0x61 || $0 <= 0x20) }
        guard !isPlain else { return writings }
        let (text, isShort) = withoutTightSigns(term.text)
        add(text, isInCapitals: isShort)
        for word in ["and"] + (Inflection.language(of: term).flatMap { and[$0] } ?? []) {
            add(spelled(term.text, word))
        }
        if let language = Inflection.language(of: term), language != .en {
            for apostrophe in ["'s", "’s"] where term.text.hasSuffix(apostrophe) {
                add(String(term.text.dropLast(2)), isOnlyInflected: true)
            }
        }
        if term.inflect == nil || Inflection.language(of: term) == .de {
            add(term.text.reduce(into: "") { $0 += umlauts[$1] ?? String($1) })
        }
        return writings
    }

    private static let umlauts: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
    ]

    private static let and: [Inflection.Language: [String]] = [
        .pl: ["i"], .ru: ["и"], .uk: ["і", "та"], .be: ["і"], .cs: ["a"], .sk: ["a"], .hr: ["i"], .sr: ["i"],
        .bs: ["i"], .sl: ["in"], .bg: ["и"], .mk: ["и"], .de: ["und"], .nl: ["en"], .sv: ["och"],
        .lt: ["ir"], .lv: ["un"], .fi: ["ja"], .et: ["ja"], .hu: ["és"], .tr: ["ve"], .ro: ["și"],
    ]

    /// Marks and Spencer. A word of one letter stands between longer words only.
    private static func spelled(_ text: String, _ word: String) -> String {
        let parts = text.split(separator: "&").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 2, word.count > 1 || parts.allSatisfy({ $0.count > 1 }) else { return text }
        return parts.joined(separator: " \(word) ")
    }

    /// Loreal, McDonalds, EON: words that only a sign parts are one, if that has three letters at least.
    private static func withoutTightSigns(_ text: String) -> (text: String, isShort: Bool) {
        var result = ""
        var isShort = false
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            let letters = part.filter { !"'’ʼ`.&+".contains($0) }
            let inner = part.drop { !$0.isLetter && !$0.isNumber }
            let isOneWord = letters.count >= 3 && letters.contains(where: \.isLetter) && inner.first != nil
            let ends = part.reversed().prefix { !$0.isLetter && !$0.isNumber }
            let isInside =
                part.dropLast(ends.count).count > letters.filter { $0.isLetter || $0.isNumber }.count
            if isOneWord, isInside, letters.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) {
                isShort = isShort || part.contains("&") && letters.count == 3
                result += (result.isEmpty ? "" : " ") + letters
            } else {
                result += (result.isEmpty ? "" : " ") + part
            }
        }
        return (result, isShort)
    }
}
