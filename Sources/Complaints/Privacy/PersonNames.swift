/// The names of somebody who is to be forgotten: how they are found in texts, and what stands in their place.
public struct PersonNames: Hashable, Sendable {
    /// As they were given and as they signed, and with the last word first; the longest first.
    public let spellings: [String]
    /// Finds them however they are written.
    public let scan: NameScan
    /// The same, and every word of them, for texts that are about this person alone.
    public let ownScan: NameScan
    /// Every word of them, however it begins, for what quotes single words of a text that names this person.
    private let wordScan: NameScan
    /// What stands in the place of a name.
    public let replacement: String

    public init(_ names: [String], replacement: String) {
        self.replacement = replacement
        let trimmed = Set(names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
            .filter { !$0.isEmpty && $0 != replacement }
        spellings = Self.longestFirst(
            trimmed.flatMap { NameScan.orders($0.split(separator: " ")).map { $0.joined(separator: " ") } })
        // As they are written in a name: in small letters they may be any words.
        let words = trimmed.flatMap { $0.split(separator: " ").map(String.init) }.filter { word in
            word.count >= 3 && word.first?.isUppercase == true
        }
        scan = NameScan(Array(trimmed))
        ownScan = NameScan(Array(trimmed), capitals: words)
        wordScan = NameScan(Array(trimmed) + words)
    }

    private static func longestFirst(_ names: [String]) -> [String] {
        Set(names).sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// The text with every name in it replaced; nil where there is none.
    /// - Parameter alsoWords: every word of a name, too: `Dear Jan` in an answer to Jan Kowalski.
    public func scrubbed(_ text: String, alsoWords: Bool = false) -> String? {
        let result = (alsoWords ? ownScan : scan).replacing(in: text, with: replacement)
        return result == text ? nil : result
    }
}

extension PersonNames {
    /// The same, for the reasons of a score: they quote a text a word or two at a time, and halves of a name with it.
    public func scrubbedQuotes(_ text: String) -> String? {
        wordScan.replacing(in: text, with: replacement)
    }
}

/// How far a name is looked for.
public enum NameReach: Hashable, Sendable {
    /// In everything: nobody else is likely to be called so.
    case everywhere
    /// In what this person wrote and in their cases alone.
    case own(why: String)

    /// A single word without digits may be anybody's name, or an ordinary word; so may a few signs or a number.
    public init(_ name: String) {
        let words = name.split(whereSeparator: \.isWhitespace)
        let isHandle =
            name.contains { $0.isNumber || "_@.".contains($0) } && name.contains(where: \.isLetter)
            && name.filter { $0.isLetter || $0.isNumber }.count >= 4
        let isFull = words.filter { $0.filter(\.isLetter).count >= 2 }.count >= 2
        if isHandle || isFull {
            self = .everywhere
        } else {
            self = .own(why: "\"\(name)\" alone may be others' name, too")
        }
    }
}

/// What was said, as parts by which it would be known again: stretches of eight words, begun at every fourth, so
/// that a quote of eleven words or more holds one; the whole where it is shorter. Very short texts tell nothing.
public func tellingPhrases(_ text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count >= 4, text.count >= 20 else { return [] }
    guard words.count > 8 else { return [words.joined(separator: " ")] }
    let last = words.count - 8
    var starts = Array(stride(from: 0, through: last, by: 4))
    if starts.last != last { starts.append(last) }
    return starts.map { words[$0..<$0 + 8].joined(separator: " ") }
}

/// Letters and digits alone, in lower case: what is left of a text in whatever form it is written.
public func lettersOnly(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }))
}
