import Foundation

/// A word that staff put on cases to find them again: `vip`, `back-office`, `promo/2026`.
///
/// Written in any case and any normal form, it is one tag: letters are folded to small ones, NFC.
public struct Tag: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let name: String
    public var description: String { name }

    /// In Unicode scalars.
    public static let mostLetters = 40
    private static let signs: Set<Unicode.Scalar> = ["-", "_", ".", "/", ":"]

    /// Letters, marks and digits of any script, and `-_./:` between them.
    public init(_ text: some StringProtocol) throws(TagFault) {
        let folded = String(text).trimmingCharacters(in: .whitespacesAndNewlines)
            .precomposedStringWithCanonicalMapping.lowercased().precomposedStringWithCanonicalMapping
        let scalars = folded.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { throw TagFault(text, .empty) }
        guard scalars.count <= Self.mostLetters else { throw TagFault(text, .long) }
        if let strange = scalars.first(where: { !Self.isLetter($0) && !Self.signs.contains($0) }) {
            let isSpace = strange.properties.isWhitespace
            throw TagFault(text, isSpace ? .space(folded.joinedByHyphens) : .sign(String(strange)))
        }
        guard Self.isLetter(first), Self.isLetter(last) else { throw TagFault(text, .edge) }
        name = folded
    }

    /// As it was stored.
    public init(stored name: String) { self.name = name }

    public static func < (a: Tag, b: Tag) -> Bool { a.name < b.name }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

/// Why a word cannot be a tag.
public struct TagFault: Error, Hashable, Sendable, CustomStringConvertible {
    public var text: String
    public var problem: Problem

    public enum Problem: Hashable, Sendable {
        case empty, long, edge
        /// What was meant, perhaps.
        case space(String)
        case sign(String)
    }

    init(_ text: some StringProtocol, _ problem: Problem) {
        self.text = String(text)
        self.problem = problem
    }

    public var description: String {
        switch problem {
        case .empty: "a tag is empty; a word such as vip is wanted"
        case .long: "the tag \(text) is longer than \(Tag.mostLetters) letters; a short word is wanted"
        case .edge: "the tag \(text) begins or ends with a sign; a letter or a digit is wanted there"
        case .space(let meant): "the tag \"\(text)\" holds a space; did you mean \(meant)?"
        case .sign(let sign):
            "the tag \(text) holds \"\(sign)\"; letters, digits and - _ . / : between them are wanted"
        }
    }
}

extension String {
    fileprivate var joinedByHyphens: String {
        split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
}
