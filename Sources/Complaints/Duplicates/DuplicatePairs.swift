/// All pairs among many texts that are the same complaint, or nearly.
///
/// Every text is kept, and 700 bytes for its keys. A text is compared with at most `mostCandidates` of those
/// before it, the most alike: of a cluster of more texts not every pair is found, yet every text of it is
/// linked, and a thousand equal texts cost 64,000 comparisons, not 500,000.
public struct DuplicatePairs {
    public struct Pair: Sendable {
        /// Their numbers in the order they were added, from 0; `first` is the smaller one.
        public var first: Int
        public var second: Int
        /// The share of runs of five letters that both have, 0 to 1.
        public var similarity: Double
        public var verdict: SameVerdict
        public var why: String
    }

    /// Enough for every pair of a cluster of so many texts.
    public static let mostCandidates = 64
    /// Numbers of two sketches, of 96, that agree at least; two texts that share a third of their wording agree
    /// in fewer once in a hundred times.
    static let leastAlike = 22
    /// Texts whose words are remembered between comparisons.
    private static let mostWords = 8192

    private var texts: [ComparedText] = []
    private var index = BandIndex()
    /// The lowest byte of each number of each sketch.
    private var sketches: [UInt8] = []
    private var ready: [Int: PreparedText] = [:]
    private var boilerplate = Boilerplate.none

    public init() {}

    public var count: Int { texts.count }

    public mutating func add(_ text: ComparedText) { texts.append(text) }

    /// Tells of each pair that is not different, by the second of its texts.
    public mutating func find(_ found: (Pair) -> Void) {
        boilerplate = Boilerplate(texts: texts.count)
        for text in texts { boilerplate.add(text) }
        index = BandIndex()
        sketches = []
        sketches.reserveCapacity(texts.count * MinHash.count)
        ready = [:]
        for second in texts.indices {
            let keys = CandidateKeys(texts[second])
            let sketch = keys.sketch.map { UInt8(truncatingIfNeeded: $0) }
            let candidates = candidates(keys, sketch)
            if !candidates.isEmpty {
                var own = ComparedOnce(texts[second], boilerplate: boilerplate)
                for first in candidates {
                    let result = own.compare(ready(first))
                    guard result.verdict != .different else { continue }
                    found(
                        Pair(
                            first: first, second: second, similarity: result.similarity,
                            verdict: result.verdict, why: result.why))
                }
            }
            sketches += sketch.isEmpty ? [UInt8](repeating: 0, count: MinHash.count) : sketch
            index.add(MentionID(Int64(second)), author: keys.author, bands: keys.bands + keys.names)
        }
    }

    /// Texts before this one, the most alike first.
    private mutating func candidates(_ keys: CandidateKeys, _ sketch: [UInt8]) -> [Int] {
        guard !keys.bands.isEmpty else { return [] }
        var alike: [(text: Int, agreeing: Int)] = []
        for match in index.matches(keys.bands, author: keys.author, newestOfBand: Self.mostCandidates) {
            let text = Int(match.mention.number)
            let agreeing = agreeing(text, sketch)
            if agreeing >= Self.leastAlike { alike.append((text, agreeing)) }
        }
        var known = Set(alike.map(\.text))
        if !keys.names.isEmpty {
            for match in index.matches(
                [], names: keys.names, author: keys.author, newestOfBand: Self.mostCandidates)
            {
                let text = Int(match.mention.number)
                if known.insert(text).inserted { alike.append((text, agreeing(text, sketch))) }
            }
        }
        alike.sort { ($1.agreeing, $0.text) < ($0.agreeing, $1.text) }
        return alike.prefix(Self.mostCandidates).map(\.text)
    }

    private func agreeing(_ text: Int, _ sketch: [UInt8]) -> Int {
        let start = text * MinHash.count
        return sketches.withUnsafeBufferPointer { sketches in
            var count: UInt8 = 0
            // Both have `MinHash.count` numbers, which a byte counts.
            for index in 0..<MinHash.count where sketches[start + index] == sketch[index] { count &+= 1 }
            return Int(count)
        }
    }

    private mutating func ready(_ text: Int) -> PreparedText {
        if let known = ready[text] { return known }
        if ready.count >= Self.mostWords { ready = [:] }
        let name = AuthorName(texts[text].author)
        let made = PreparedText(texts[text], name: name, boilerplate: boilerplate)
        ready[text] = made
        return made
    }
}
