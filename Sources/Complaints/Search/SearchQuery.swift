/// What people type to search: words that must all be there, `"phrases"`, `beginn*`, `OR`, `-without`,
/// `author:anna`, `case:42`. Nothing that can be typed is a fault of grammar.
public struct SearchQuery: Hashable, Sendable {
    /// Words that a text must have; nil where only filters were given.
    public var clause: Clause?
    public var filters: [Filter]

    public indirect enum Clause: Hashable, Sendable {
        case phrase(Phrase)
        case any([Clause])
        /// All of the first, and none of the second; the first are not empty.
        case all([Clause], but: [Clause])
    }

    /// Words in a row, folded.
    public struct Phrase: Hashable, Sendable {
        public var words: [String]
        /// The last word may go on.
        public var isPrefix: Bool
        /// Where it is to stand; nil anywhere.
        public var field: Field?

        public init(_ words: [String], isPrefix: Bool = false, field: Field? = nil) {
            self.words = words
            self.isPrefix = isPrefix
            self.field = field
        }
    }

    /// A part of what is searched: of a mention, then of a case's timeline.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case author, title, text, reply
        case note, said
    }

    /// What a mention or a case must be, or must not, wherever in the query it stood.
    public struct Filter: Hashable, Sendable {
        public var what: What
        /// As typed; of a case or a mention its number.
        public var value: String
        public var isExcluded: Bool

        public init(_ what: What, _ value: String, isExcluded: Bool = false) {
            self.what = what
            self.value = value
            self.isExcluded = isExcluded
        }

        public enum What: String, Hashable, Sendable, CaseIterable {
            case `case`, mention, source, subject, tag, owner, state, topic, language
        }
    }

    public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case nothing(String)
        case onlyUnwanted
        case tooMany(Int)

        public var description: String {
            switch self {
            case .nothing(let text):
                "there is no word or number in \(text.debugDescription) to search for; type one"
            case .onlyUnwanted:
                "it says only what must not be there; name a word, or a filter such as source:NAME, too"
            case .tooMany(let count):
                "it names \(count) words; at most \(SearchQuery.mostWords) are searched for at once"
            }
        }
    }

    public static let mostWords = 64

    public init(clause: Clause?, filters: [Filter] = []) {
        self.clause = clause
        self.filters = filters
    }

    public init(_ text: String) throws(Fault) {
        var parser = SearchParser(SearchToken.of(text))
        let (wanted, unwanted) = parser.all(depth: 0)
        filters = parser.filters
        if wanted.isEmpty {
            guard unwanted.isEmpty else { throw .onlyUnwanted }
            guard filters.contains(where: { !$0.isExcluded }) else { throw .nothing(text) }
            clause = nil
            return
        }
        clause = SearchParser.joined(wanted, unwanted)
        guard parser.wordCount <= Self.mostWords else { throw .tooMany(parser.wordCount) }
    }

    /// What is looked for, without what must not be there.
    public var wanted: [Phrase] { clause.map(Self.wanted) ?? [] }

    private static func wanted(_ clause: Clause) -> [Phrase] {
        switch clause {
        case .phrase(let phrase): [phrase]
        case .any(let some): some.flatMap(wanted)
        case .all(let some, _): some.flatMap(wanted)
        }
    }
}

/// Joins tokens to clauses. `OR` binds its two neighbours, as people are used to from the web: `late parcel OR
/// package` wants `late`, and one of the others.
struct SearchParser {
    private var rest: ArraySlice<SearchToken>
    private(set) var filters: [SearchQuery.Filter] = []
    private(set) var wordCount = 0

    /// Brackets inside one another beyond this many count as one.
    private static let deepest = 16

    init(_ tokens: [SearchToken]) { rest = tokens[...] }

    typealias Clause = SearchQuery.Clause

    /// Up to the closing bracket, or to the end.
    mutating func all(depth: Int) -> (wanted: [Clause], unwanted: [Clause]) {
        var wanted: [Clause] = []
        var unwanted: [Clause] = []
        var joins = false
        var negates = false
        while let token = rest.popFirst() {
            switch token {
            case .or: joins = true
            case .not: negates = true
            case .close where depth > 0: return (wanted, unwanted)
            case .close: break
            case .filter(var filter):
                filter.isExcluded = filter.isExcluded || negates
                filters.append(filter)
                (joins, negates) = (false, false)
            case .open, .phrase:
                guard let clause = clause(of: token, depth: depth) else { continue }
                if negates {
                    unwanted.append(clause)
                } else if joins, let last = wanted.popLast() {
                    wanted.append(Self.either(last, clause))
                } else {
                    wanted.append(clause)
                }
                (joins, negates) = (false, false)
            }
        }
        return (wanted, unwanted)
    }

    private mutating func clause(of token: SearchToken, depth: Int) -> Clause? {
        switch token {
        case .phrase(let phrase):
            wordCount += phrase.words.count
            guard phrase.words.count == 1, let twin = SearchWords.disguise(of: phrase.words[0]) else {
                return .phrase(phrase)
            }
            var other = phrase
            other.words = [twin]
            return .any([.phrase(phrase), .phrase(other)])
        case .open:
            if depth >= Self.deepest { return nil }
            let (wanted, unwanted) = all(depth: depth + 1)
            return wanted.isEmpty ? nil : Self.joined(wanted, unwanted)
        default: return nil
        }
    }

    static func joined(_ wanted: [Clause], _ unwanted: [Clause]) -> Clause {
        wanted.count == 1 && unwanted.isEmpty ? wanted[0] : .all(wanted, but: unwanted)
    }

    private static func either(_ first: Clause, _ second: Clause) -> Clause {
        if case .any(let some) = first { return .any(some + [second]) }
        return .any([first, second])
    }
}
