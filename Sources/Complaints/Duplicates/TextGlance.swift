/// A text in a few hundred bytes, from which it is certain of most pairs of texts that they are not one complaint.
///
/// Each run of five letters sets one of 2048 bits: a bit that only one text has stands for a run, or more, that
/// the other has not. So the bits say how many runs two texts share at most. Facts set bits as well: where none
/// is set in both, no fact is shared.
public struct TextGlance: Sendable {
    private let bits: [UInt64]
    /// Runs of letters.
    private let runs: Int32
    /// A bit for each letter of the author's name, by its lowest six bits.
    private let letters: UInt64
    /// As `authorMark` says.
    private let author: Int64
    private let site: UInt64
    private let saysPassedOn: Bool
    /// Facts that make one story of two: numbers of orders, and what weighs as much as a date.
    private let orders: UInt64
    private let heavy: UInt64

    private static let words = 32

    init(_ text: PreparedText) {
        var bits = [UInt64](repeating: 0, count: Self.words)
        for hash in text.worded.shingles.hashes {
            bits[Int(truncatingIfNeeded: hash >> 6) & (Self.words - 1)] |= 1 << (hash & 63)
        }
        self.bits = bits
        runs = Int32(text.worded.shingles.hashes.count)
        letters = text.name?.joined.reduce(0) { $0 | 1 << UInt64($1 & 63) } ?? 0
        author = authorMark(text.name)
        site = Fold64.of((text.compared.site?.lowercased() ?? "\u{1}").unicodeScalars.lazy.map(\.value))
        saysPassedOn = text.worded.saysPassedOn
        (orders, heavy) = text.words.facts.reduce(into: (0, 0)) { found, fact in
            if fact.kind == .order { found.0 |= Self.bit(of: fact.value, 1) }
            found.1 |= Self.heavy(fact)
        }
    }

    /// Of two facts of which one `isSame(as:)` the other and weighs 2 or more, a bit is the same.
    private static func heavy(_ fact: StoryFact) -> UInt64 {
        switch fact.kind {
        case .order, .phone: bit(of: fact.value, UInt64(fact.kind.rawValue))
        case .sum, .number: bit(of: fact.value, 20)
        case .date:
            bit(of: UInt64(min(StoryDate(fact.value).day, StoryDate(fact.value).month)), 21)
                | bit(of: UInt64(StoryDate(fact.value).month), 22)
        case .month: bit(of: fact.value, 22)
        case .time, .weekday, .name: 0
        }
    }

    private static func bit(of value: UInt64, _ salt: UInt64) -> UInt64 {
        let mixed = (value &* 0x9E37_79B9_7F4A_7C15 ^ salt &* 0xD6E8_FEB8_6659_FD93) &* 0xBF58_476D_1CE4_E5B9
        return 1 << (mixed >> 58)
    }

    /// Whether `ComparedOnce` may find them to be one complaint; false is certain, true is not.
    public func mayBeOneComplaint(with other: TextGlance) -> Bool {
        let shared = mostShared(with: other)
        if mayBeOnePerson(with: other) {
            return shared.areOneStory(surely: true) || heavy & other.heavy != 0
        }
        let areTwoCustomers =
            author != 0 && other.author != 0 && site == other.site && !saysPassedOn && !other.saysPassedOn
        guard areTwoCustomers else { return shared.isWorded }
        return shared.mayBeOneCase && orders & other.orders != 0
    }

    private func mostShared(with other: TextGlance) -> SharedRuns {
        var (mine, theirs) = (0, 0)
        bits.withUnsafeBufferPointer { bits in
            other.bits.withUnsafeBufferPointer { others in
                for word in 0..<Self.words {
                    mine &+= (bits[word] & ~others[word]).nonzeroBitCount
                    theirs &+= (others[word] & ~bits[word]).nonzeroBitCount
                }
            }
        }
        let shared = min(Int(runs) - mine, Int(other.runs) - theirs)
        return SharedRuns(shared: shared, of: Int(runs), and: Int(other.runs))
    }

    /// Names that `AuthorName.isSimilar` takes for one person's: one has no letter that the other has not, or
    /// each has one at most.
    private func mayBeOnePerson(with other: TextGlance) -> Bool {
        guard author != 0, other.author != 0 else { return false }
        if author == other.author { return true }
        let (mine, theirs) = (letters & ~other.letters, other.letters & ~letters)
        return mine == 0 || theirs == 0 || (mine & (mine - 1) == 0 && theirs & (theirs - 1) == 0)
    }
}
