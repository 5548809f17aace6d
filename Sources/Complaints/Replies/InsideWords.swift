/// What is known of a case and of the installation, and must not be said in public.
public struct InsideWords: Sendable {
    public var logins: Set<String> = []
    /// Notes, next steps, reasons of acts: whatever staff wrote for each other.
    public var notes: [String] = []
    public var tags: Set<String> = []
    public var scores: [Double] = []
    /// Why the score is what it is.
    public var reasons: [String] = []
    public var mentions: Set<Int64> = []
    public var ownCase: Int64?
    /// Names of other customers.
    public var others: Set<String> = []
    public var endpoints: Set<String> = []
    /// Hosts that are nobody's business.
    public var hosts: Set<String> = []
    /// Of the store and the configuration.
    public var paths: [String] = []
    public var secrets: [String] = []
    /// What was said in public, and by whom: nothing in it is a secret.
    public var publicTexts: [String] = []

    public init() {}

    /// Something inside that stands in a text, with its place; line and column from 1, in Unicode scalars.
    public struct Leak: Hashable, Sendable, CustomStringConvertible {
        public var what: String
        /// As it is written; nil for what must not be repeated.
        public var found: String?
        public var line: Int
        public var column: Int

        public var description: String {
            what + (found.map { " \u{201C}\($0)\u{201D}" } ?? "") + " (line \(line), column \(column))"
        }
    }

    /// Everything inside that a text would give away, in the order in which it stands there.
    public func leaks(in text: String) -> [Leak] {
        let search = LeakSearch(self, text)
        var found = search.people() + search.notes() + search.judgement() + search.numbers()
        found += search.endpoints() + search.paths() + search.addresses() + search.secrets()
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        var leaks: [Leak] = []
        var end = 0
        for finding in found where finding.range.lowerBound >= end {
            end = finding.range.upperBound
            leaks.append(search.leak(finding))
        }
        return leaks
    }

    /// Names of people that a text may hold: two or three words with capitals, nicknames with digits or marks.
    public static func possibleNames(in text: String) -> Set<String> {
        let (tokens, scalars) = (ReplyTokens(text).tokens, Array(text.unicodeScalars))
        var names: Set<String> = []
        for index in tokens.indices {
            for count in [2, 3] where index + count <= tokens.count {
                let run = tokens[index..<index + count]
                guard run.allSatisfy({ $0.isCapital }),
                    run.dropFirst().allSatisfy({ [" ", ". ", "-", ", "].contains($0.gap) })
                else { continue }
                names.insert(Self.text(scalars, run))
                // `Anna K.`
                if run.last?.text.count == 1 { names.insert(Self.text(scalars, run) + ".") }
            }
        }
        for word in text.split(whereSeparator: { $0.isWhitespace || ",;:!?()\u{201C}\u{201D}\"".contains($0) }
        ) {
            let plain = word.drop { $0 == "@" }.reversed().drop { $0 == "." }.reversed()
            guard plain.count >= 3,
                plain.contains(where: { $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }),
                plain.contains(where: \.isLetter)
            else { continue }
            names.insert(String(plain))
        }
        return names
    }

    /// A name as it is, and with the last word first or the first one last: `Nowak Anna`, `Nowak, Anna`.
    public static func orders(of words: [String]) -> [[String]] {
        guard words.count == 2 || words.count == 3, let first = words.first, let last = words.last else {
            return [words]
        }
        let orders = [words, [last] + words.dropLast(), words.dropFirst() + [first]]
        return words.count == 2 ? Array(orders.prefix(2)) : orders
    }

    private static func text(_ scalars: [Unicode.Scalar], _ run: ArraySlice<ReplyTokens.Token>) -> String {
        guard let first = run.first, let last = run.last else { return "" }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[first.start..<last.end])
        return text
    }
}
