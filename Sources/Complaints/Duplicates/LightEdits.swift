import Foundation

/// How lightly one of two texts was edited to become the other, where no author is known.
///
/// A copy keeps its words in their places but for a few here and there, and what stands in place of a word is
/// any word. A paraphrase changes whole phrases, or puts in place of a word another of its kind: a short one
/// for a short one, "towards" for "to". The weights were fitted on two thirds of made copies (5 to 15% of the
/// words changed, 20 to 150 words) and of public paraphrases.
struct LightEdits {
    /// Of the shorter text, as they were written: "9:30" and "well-known" are one each.
    let words: Int
    /// The share of words changed; a slip of one letter counts half.
    let changed: Double
    /// Words of the longest run that was changed.
    let longest: Int
    /// Words replaced by, left out or put in beside one of another kind: a word of up to three letters
    /// mostly does another work than a longer one.
    let odd: Int
    /// Words replaced by one of their kin ("on" by "onto"), or twice by the same.
    let kin: Int

    init?(_ a: ComparedWords, _ b: ComparedWords) {
        let (left, right) = (a.written(), b.written())
        guard let aligned = WordAlignment(left.map { Fold64.of($0) }, right.map { Fold64.of($0) }) else {
            return nil
        }
        var (halves, longest, odd, kin) = (0, 0, 0, 0)
        var replaced: Set<[ArraySlice<UInt32>]> = []
        for gap in aligned.gaps {
            let count = max(gap.left.count, gap.right.count)
            longest = max(longest, count)
            for place in 0..<count {
                let mine = place < gap.left.count ? left[gap.left.lowerBound + place] : []
                let theirs = place < gap.right.count ? right[gap.right.lowerBound + place] : []
                if !mine.isEmpty, !theirs.isEmpty {
                    let ends = SharedEnds(mine, theirs)
                    if ends.isSlip {
                        halves += 1
                        continue
                    }
                    if ends.areKin { kin += 1 }
                    if !replaced.insert([mine, theirs]).inserted { kin += 1 }
                }
                halves += 2
                if (mine.count > 3) != (theirs.count > 3) { odd += 1 }
            }
        }
        words = min(left.count, right.count)
        changed = Double(halves) / 2 / Double(max(left.count, right.count, 1))
        self.longest = longest
        self.odd = odd
        self.kin = kin
    }

    /// Whether it is a copy sooner than a paraphrase. Shorter texts need more that speaks for it.
    var isCopy: Bool {
        guard changed > 0 else { return true }
        let length = log(Double(min(max(words, 1), 100)) / 20)
        let isLong = words >= 60
        var logit = 0.05 + (words < 20 ? 6 : 2.3) * length + 1.2 * Double(min(odd, 4))
        logit -= 7 * changed + 165 * max(0, changed - 0.15) + 2.6 * Double(min(kin, 3))
        // A sentence put into a long text that is the same otherwise is no paraphrase.
        if changed > 0.1 || words < 30 { logit -= Double(max(0, longest - 2)) * (isLong ? 1.2 : 4) }
        return logit > 0
    }
}

/// How far two words agree from their first letter on and from their last.
private struct SharedEnds {
    /// One letter is another, too much or missing, or two are swapped.
    let isSlip: Bool
    /// One is in the other's front or back, or they begin alike: "on" and "onto", "refer" and "referring".
    let areKin: Bool

    init(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) {
        let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
        let front = zip(a, b).prefix { $0 == $1 }.count
        let back = min(zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count, shorter - front)
        let areSwapped =
            a.count == b.count && front + back == longer - 2
            && a[a.startIndex + front] == b[b.startIndex + front + 1]
            && a[a.startIndex + front + 1] == b[b.startIndex + front]
        isSlip = longer >= 4 && (longer - front - back <= 1 || areSwapped)
        areKin =
            (shorter >= 2 && (front == shorter || back == shorter)) || (front >= 4 && front * 2 >= longer)
    }
}
