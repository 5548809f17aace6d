import Foundation
import TestSupport
import Testing

@testable import Complaints

/// What is told of decisions: precision, reliability, and whether another threshold would serve better.
struct ScoreReportTests {
    private func mention(
        _ score: Double, _ isComplaint: Bool, flagged: Bool? = nil, shipped: Double? = nil,
        source: SourceID = "a"
    ) -> DecidedMention {
        DecidedMention(
            at: ManualTime.monday, isComplaint: isComplaint, score: score,
            isFlagged: flagged ?? (score >= 0.5),
            shipped: shipped, source: source, subject: "Acme")
    }

    @Test func `precision counts the flagged alone, and what staff found by themselves is missed`() {
        let decided = [
            mention(0.9, true), mention(0.8, true), mention(0.7, false), mention(0.3, true),
            mention(0.2, false),
        ]
        let row = PrecisionRow.total(decided)
        #expect(row.precision == Proportion(2, of: 3))
        #expect((row.decided, row.confirmed, row.dismissed, row.missed) == (5, 3, 2, 1))
    }

    @Test func `rows stand in the order of their labels`() {
        let decided = [mention(0.9, true, source: "b"), mention(0.9, true, source: "a")]
        #expect(PrecisionRow.rows(decided) { $0.source.name }.map(\.label) == ["a", "b"])
    }

    /// 81 of 263 is the example of Newcombe (1998), table I.
    @Test(arguments: [
        (8, 10, 0.4902, 0.9433), (0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (81, 263, 0.2553, 0.3662),
    ])
    func `intervals are Wilson's`(count: Int, of: Int, low: Double, high: Double) throws {
        let share = Proportion(count, of: of)
        #expect(abs(try #require(share.low) - low) < 0.0005)
        #expect(abs(try #require(share.high) - high) < 0.0005)
    }

    @Test func `of nothing there is no share`() {
        let none = Proportion(0, of: 0)
        #expect(none.value == nil && none.low == nil && none.high == nil)
    }

    @Test func `a band holds its tenth, the last one the highest score too`() {
        let bands = ReliabilityBand.bands([mention(1, true), mention(0.9, false), mention(0.89, true)])
        #expect(bands.map(\.from) == [0.8, 0.9])
        #expect(bands.map(\.confirmed) == [Proportion(1, of: 1), Proportion(1, of: 2)])
    }

    @Test func `the effect tells what was flagged and spared because of what was learned`() {
        let decided = [
            mention(0.6, true, shipped: -1), mention(0.6, false, shipped: -1),
            mention(0.4, false, shipped: 1),
            mention(0.4, true, shipped: 1), mention(0.9, true, shipped: 2), mention(0.9, true),
        ]
        let effect = LearnedEffect(decided) { _ in 0.5 }
        #expect(effect.decided == 5)
        #expect((effect.flaggedRightly, effect.flaggedWrongly) == (1, 1))
        #expect((effect.sparedRightly, effect.sparedWrongly) == (1, 1))
    }

    // MARK: The threshold

    /// So many decided in each twentieth of the score from 0.3 on, of them a share of complaints.
    private func decided(_ each: Int, share: (Int) -> Double) -> [DecidedMention] {
        (6..<20).flatMap { band in
            (0..<each).map { number in
                mention((Double(band) + 0.5) / 20, Double(number) < share(band) * Double(each))
            }
        }
    }

    private let hundredEach = [Int](repeating: 100, count: 20)

    @Test func `too few decisions suggest nothing and say how many are wanting`() {
        let few = (0..<30).map { _ in mention(0.9, true) } + [mention(0.6, false)]
        let advice = ThresholdAdvice.of(few, mentions: hundredEach, threshold: 0.5, missWeight: 1)
        #expect(advice == .tooFew(decisions: 19, confirmed: 0, dismissed: 9))
    }

    @Test func `where the flagged begin to be complaints only at 0.7, that is better`() {
        let advice = ThresholdAdvice.of(
            decided(20) { $0 < 14 ? 0.1 : 0.9 }, mentions: hundredEach, threshold: 0.5, missWeight: 1)
        #expect(
            advice
                == .better(
                    .init(threshold: 0.7, flaggedNow: 1000, flaggedThen: 600, complaints: 40, others: 360)))
    }

    @Test func `where what is not flagged are complaints too, a lower one is better`() {
        let advice = ThresholdAdvice.of(
            decided(20) { $0 < 8 ? 0.1 : 0.9 }, mentions: hundredEach, threshold: 0.5, missWeight: 1)
        guard case .better(let change) = advice else {
            Issue.record("\(advice)")
            return
        }
        #expect(change.threshold == 0.4 && !change.isHigher && change.complaints == 180)
    }

    @Test func `a calibrated score has its best threshold at one half, or lower where misses weigh more`() {
        let calibrated = decided(20) { (Double($0) + 0.5) / 20 }
        #expect(
            ThresholdAdvice.of(calibrated, mentions: hundredEach, threshold: 0.5, missWeight: 1)
                == .fine(lowest: 0.3, highest: 0.95))
        guard
            case .better(let change) = ThresholdAdvice.of(
                calibrated, mentions: hundredEach, threshold: 0.5, missWeight: 2)
        else {
            Issue.record("nothing is suggested")
            return
        }
        #expect(change.threshold == 0.3)
    }

    @Test func `a threshold is not moved across scores of which nobody decided`() {
        let decided = decided(20) { $0 < 14 ? 0.1 : 0.9 }.filter { !(0.55..<0.65).contains($0.score) }
        let advice = ThresholdAdvice.of(decided, mentions: hundredEach, threshold: 0.5, missWeight: 1)
        guard case .better(let change) = advice else {
            Issue.record("\(advice)")
            return
        }
        #expect(change.threshold == 0.55)
    }
}
