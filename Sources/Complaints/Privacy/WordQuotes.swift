/// Stretches of a few words by which a text is known where only a part of it is quoted: in the answer of a receiver, cut
/// to a line.
public struct WordQuotes: Hashable, Sendable {
    private let stretches: Set<[String]>

    /// In so few words somebody may say the same by chance, but hardly in the answer to this very alert.
    private static let length = 4

    public init(_ contents: [Content]) {
        stretches = Set(
            contents.flatMap { [$0.title, $0.text, $0.reply?.text] }.compactMap(\.self).flatMap(
                Self.stretches))
    }

    public func stand(in text: String) -> Bool {
        !stretches.isEmpty && Self.stretches(of: text).contains(where: stretches.contains)
    }

    private static func stretches(of text: String) -> [[String]] {
        let words = SearchWords(text).words
        guard words.count >= length else { return words.isEmpty ? [] : [words] }
        return (0...words.count - length).map { Array(words[$0..<$0 + length]) }
    }
}
