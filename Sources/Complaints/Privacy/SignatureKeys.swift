/// By what somebody's signature is known, in whichever order they write their names.
///
/// A full name is compared without accents, since people leave them away; a single word is not: Ana is not Aña.
public struct SignatureKeys: Hashable, Sendable {
    private let whole: Set<String>
    private let folded: Set<String>

    public init(_ names: [String]) {
        whole = Set(names.compactMap { authorKey($0) })
        folded = Set(names.flatMap { Self.folded($0) })
    }

    public var isEmpty: Bool { whole.isEmpty }

    public func fit(_ signature: String) -> Bool {
        if authorKey(signature).map(whole.contains) ?? false { return true }
        guard !folded.isEmpty else { return false }
        return SearchWords.text(signature).map { folded.contains($0.filter { $0 != " " }) } ?? false
    }

    /// As `authorKey` makes them of the ways in which a name is usually signed: with accents and without, first name
    /// first and last.
    public static func usual(_ name: String) -> Set<String> {
        Set([authorKey(name)].compactMap(\.self)).union(folded(name)).union(
            NameScan.orders(name.split(whereSeparator: \.isWhitespace).map(String.init))
                .compactMap { authorKey($0.joined()) })
    }

    /// Nothing of a single word.
    private static func folded(_ name: String) -> [String] {
        let words = SearchWords(name).words
        return words.count < 2 ? [] : NameScan.orders(words).map { $0.joined() }
    }
}
