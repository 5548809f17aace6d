import Foundation

/// How lightly one of two texts was edited to become the other, where no author is known.
///
/// A copy keeps its words in their places but for a few here and there, and what stands in place of a word is
/// any word, or nothing. A paraphrase changes whole phrases, or puts in place of a word another of its kind:
/// a short one for a short one, one of much the same length, with the same marks behind it.
struct LightEdits {
    /// Of the shorter text, as they were written: "9:30" and "well-known" are one each.
    let words: Int
    /// The share of words changed; a slip of one letter or two words swapped count half.
    private(set) var changed = 0.0
    /// Words of the longest run that was changed.
    private(set) var longest = 0
    /// Words replaced by, left out or put in beside one of another kind: a word of up to three letters
    /// mostly does another work than a longer one.
    private(set) var odd = 0
    /// Words replaced by one of their kin ("on" by "onto"), or twice by the same.
    private(set) var kin = 0
    /// Words that stand before or behind one that they stood behind or before.
    private(set) var swapped = 0
    /// Letters that are one for another, too much or missing.
    private(set) var slips = 0

    private var halves = 0
    private var capitals = 0
    private var marks = 0
    private var rewritten = 0
    private var bothShort = 0
    /// Letters that the words put in have more or fewer than those they stand for.
    private var lengths = 0
    /// Words only left out or put in.
    private var oneSided = 0
    private var replaced: Set<[ArraySlice<UInt32>]> = []

    init?(_ a: ComparedWords, _ b: ComparedWords) {
        let (left, right) = (a.written(), b.written())
        guard
            let aligned = WordAlignment(
                left.map { Fold64.of($0.letters) }, right.map { Fold64.of($0.letters) })
        else { return nil }
        words = min(left.count, right.count)
        let gaps = aligned.gaps
        for gap in gaps { count(gap, left, right) }
        for (gap, next) in zip(gaps, gaps.dropFirst()) { countSwap(gap, next, left, right) }
        changed = Double(max(halves, 0)) / 2 / Double(max(left.count, right.count, 1))
    }

    private mutating func count(
        _ gap: WordAlignment.Gap, _ left: [ComparedWords.Written], _ right: [ComparedWords.Written]
    ) {
        let count = max(gap.left.count, gap.right.count)
        longest = max(longest, count)
        if gap.left.isEmpty || gap.right.isEmpty { oneSided += count } else if count > 1 { rewritten += 1 }
        for place in 0..<count {
            let mine = place < gap.left.count ? left[gap.left.lowerBound + place] : nil
            let theirs = place < gap.right.count ? right[gap.right.lowerBound + place] : nil
            if let mine, let theirs {
                let ends = SharedEnds(mine.letters, theirs.letters)
                if ends.isSlip {
                    halves += 1
                    slips += 1
                    continue
                }
                if ends.areKin { kin += 1 }
                if !replaced.insert([mine.letters, theirs.letters]).inserted { kin += 1 }
                if mine.hasMark != theirs.hasMark { marks += 1 }
                if gap.left.lowerBound + place > 0, mine.isCapital != theirs.isCapital { capitals += 1 }
                lengths += abs(mine.letters.count - theirs.letters.count)
                if mine.letters.count <= 3, theirs.letters.count <= 3 { bothShort += 1 }
            }
            halves += 2
            if ((mine?.letters.count ?? 0) > 3) != ((theirs?.letters.count ?? 0) > 3) { odd += 1 }
        }
    }

    /// A word taken out and put in again behind the next one or two.
    private mutating func countSwap(
        _ gap: WordAlignment.Gap, _ next: WordAlignment.Gap, _ left: [ComparedWords.Written],
        _ right: [ComparedWords.Written]
    ) {
        guard next.left.lowerBound - gap.left.upperBound <= 2 else { return }
        let moved: ArraySlice<ComparedWords.Written>
        let again: ArraySlice<ComparedWords.Written>
        if gap.right.isEmpty {
            (moved, again) = (left[gap.left], right[next.right])
        } else if gap.left.isEmpty {
            (moved, again) = (right[gap.right], left[next.left])
        } else {
            return
        }
        guard moved.elementsEqual(again, by: { $0.letters == $1.letters }) else { return }
        swapped += 1
        halves -= moved.count == 1 ? 3 : 2 * moved.count
        odd = max(0, odd - 2 * moved.count { $0.letters.count > 3 })
    }

    /// Whether it is a copy sooner than a paraphrase. Shorter texts need more that speaks for it.
    ///
    /// Logistic regression, fitted on two thirds of made copies (5 to 15% of the words replaced, left out, put in
    /// or swapped, 12 to 150 words, nine languages) and of public paraphrases.
    var isCopy: Bool {
        guard changed > 0 else { return true }
        // Mended spelling, and nothing else.
        if slips == halves, changed <= 0.15 { return true }
        let changes = max(Double(halves) / 2, 0.5)
        let counted = max(changes, 1)
        // What few changes have in common may be chance.
        let sure = min(1, counted / 3) / counted
        var logit = 0.1 + 0.52 * log(Double(min(max(words, 1), 100)) / 20)
        logit -= 22.9 * changed + 80.9 * max(0, changed - 0.15) + 0.34 * min(changes, 8)
        logit += 0.97 * Double(min(odd, 4)) - 0.81 * Double(min(odd, 4)) * sure
        logit -= 3.11 * Double(min(kin, 3))
        logit += 1.72 * Double(min(capitals, 3)) + 1.48 * Double(min(marks, 3))
        logit += 0.36 * Double(min(lengths, 12)) + 4.27 * Double(oneSided) * sure
        logit -= 0.85 * Double(min(rewritten, 3)) + 0.98 * Double(min(swapped, 4))
        logit += Double(min(bothShort, 2)) * (6.94 * sure - 0.83)
        // A sentence put into a long text that is the same otherwise is no paraphrase.
        if changed > 0.1 || words < 30 { logit -= Double(max(0, longest - 2)) * (words >= 60 ? 0.91 : 3) }
        return logit > 0
    }
}

/// How far two words agree from their first letter on and from their last.
struct SharedEnds {
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
