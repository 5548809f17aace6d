import Complaints
import Testing

/// What a period proves: one letter a state, one an hour.
@Suite struct CoverageProofTests {
    private static func hour(_ number: Int) -> Instant { Instant(seconds: Int64(number) * 3600) }

    /// `c` complete, `u` unchanged, `1` the first, `n` a first one that read nothing, `g` did not reach what
    /// was known, `p` partial, `f` failed; each after it its hour.
    private static func visits(_ text: String) -> [Visit] {
        text.split(separator: " ").map { word in
            let started = hour(Int(word.dropFirst()) ?? 0)
            let failure = VisitFailure(code: "timeout", reason: "it did not answer")
            let (outcome, reach): (Visit.Outcome, Visit.Reach?) =
                switch word.first {
                case "u": (.unchanged, .known)
                case "1", "n": (.complete, .first)
                case "g": (.complete, .gap)
                case "p": (.partial(failure), nil)
                case "f": (.failed(failure), nil)
                default: (.complete, .known)
                }
            return Visit(
                source: "forum", started: started, ended: started + .seconds(5), outcome: outcome,
                recordCount: word.first == "n" ? 0 : 10, reach: reach)
        }
    }

    private static func gap(
        _ state: Gap.State, opened: Int, after: Int? = nil, before: Int? = nil, kind: Gap.Kind = .gap,
        reached: Int? = nil
    ) -> Gap {
        Gap(
            source: "forum", kind: kind, state: state, opened: hour(opened) + .seconds(1),
            after: after.map(hour), before: before.map(hour), reached: reached.map(hour))
    }

    /// `c`overed, `g`ap, `?`, an hour each.
    private static func drawn(_ proof: CoverageProof) -> String {
        proof.spans.map { span in
            let hours = Int((span.to - span.from).components.seconds / 3600)
            let letter = span.state == .covered ? "c" : span.state == .gap ? "g" : "?"
            return String(repeating: letter, count: hours)
        }.joined()
    }

    struct Row: Sendable, CustomStringConvertible {
        var visits: String
        var gaps: [Gap] = []
        /// From hour 0 to 10.
        var proof: String
        var description: String { "\(visits) with \(gaps.count) gaps" }
    }

    static let rows = [
        Row(visits: "", proof: "??????????"),
        Row(visits: "f1 f2 f3", proof: "??????????"),
        Row(visits: "12", proof: "??????????"),
        Row(visits: "12 c5 c8", proof: "??cccccc??"),
        // The complete one before the period and the one after it join it on.
        Row(visits: "c-3 c5 c12", proof: "cccccccccc"),
        Row(visits: "c-3 f2 f4 p5 u6 c10", proof: "cccccccccc"),
        Row(visits: "c-3 f2 f4", proof: "??????????"),
        Row(visits: "c-3 c4 p5 p6", proof: "cccc??????"),
        // A gap is taken out by its own dates.
        Row(visits: "c0 g6 c10", gaps: [gap(.stays, opened: 6, after: 2, before: 5)], proof: "ccgggccccc"),
        Row(visits: "c0 g6 c10", gaps: [gap(.open, opened: 6, after: 2, before: 5)], proof: "cc???ccccc"),
        Row(visits: "c0 g6 c10", gaps: [gap(.closed, opened: 6, after: 2, before: 5)], proof: "cccccccccc"),
        // What was written before the look before it was seen then.
        Row(visits: "c0 c3 g6 c10", gaps: [gap(.stays, opened: 6, after: 1, before: 5)], proof: "cccggccccc"),
        // Without dates it is the whole time between the two.
        Row(visits: "c0 c3 g6 c10", gaps: [gap(.stays, opened: 6)], proof: "cccgggcccc"),
        Row(visits: "c0 c3 f4 g6 c10", gaps: [gap(.open, opened: 6, before: 5)], proof: "ccc??ccccc"),
        // Dates before the look before say nothing of when it was missed.
        Row(
            visits: "c0 c3 g6 c10", gaps: [gap(.stays, opened: 6, after: -9, before: 1)], proof: "cccgggcccc"),
        // A row that is not there makes no gap covered.
        Row(visits: "c0 c3 g6 c10", proof: "cccgggcccc"),
        Row(
            visits: "c0 g6 c10",
            gaps: [
                gap(.stays, opened: 6, after: 1, before: 3), gap(.stays, opened: 6, after: 2, before: 5),
            ], proof: "cggggccccc"),
        // Another address, or everything forgotten: what was there in between is not known.
        Row(visits: "c0 c3 16 c10", proof: "ccc???cccc"),
        // A place on which nobody had written.
        Row(visits: "n0 n3 16 c10", proof: "cccccccccc"),
        // The past that was read afterwards.
        Row(
            visits: "16 c10", gaps: [gap(.open, opened: 6, before: 5, kind: .backfill, reached: 4)],
            proof: "????cccccc"),
        Row(
            visits: "16 c10",
            gaps: [gap(.closed, opened: 6, after: 2, before: 5, kind: .backfill, reached: 1)],
            proof: "??cccccccc"),
        Row(
            visits: "16 c10", gaps: [gap(.closed, opened: 6, before: 5, kind: .backfill, reached: 4)],
            proof: "cccccccccc"),
    ]

    @Test(arguments: rows)
    func `every moment of a period is covered, a gap, or not known`(row: Row) {
        let proof = CoverageProof(
            from: Self.hour(0), to: Self.hour(10), visits: Self.visits(row.visits), gaps: row.gaps)
        #expect(Self.drawn(proof) == row.proof)
        let covered = row.proof.count { $0 == "c" }
        #expect(abs(proof.coveredShare - Double(covered) / 10) < 1e-9)
        #expect(zip(proof.spans, proof.spans.dropFirst()).allSatisfy { $0.to == $1.from })
    }

    @Test func `visits of the period are counted, and the longest time without a look is named`() {
        let proof = CoverageProof(
            from: Self.hour(0), to: Self.hour(10), visits: Self.visits("c-3 f1 p2 c4 g5 u6 f7 c12"),
            gaps: [Self.gap(.stays, opened: 5)])
        #expect(proof.completeVisits == 2)
        #expect(proof.incompleteVisits == 2)
        #expect(proof.failedVisits == 2)
        #expect(proof.longestUnseen == Self.hour(0)..<Self.hour(4))
        #expect(proof.lastComplete == Self.hour(6))
    }

    @Test func `what is not known says why`() {
        func last(_ visits: String, begins: Int? = nil) -> [String] {
            CoverageProof(
                from: Self.hour(0), to: Self.hour(100), visits: Self.visits(visits), gaps: [],
                ledgerBegins: begins.map(Self.hour)
            ).spans.map(\.why)
        }
        #expect(last("") == ["not visited"])
        #expect(
            last("f1 f2").first == "never seen: each of 2 visits failed, the last with: it did not answer")
        #expect(last("c3 c5").last == "not looked at since \(Self.hour(5))")
        #expect(
            last("c3 f5").last
                == "not seen since \(Self.hour(3)): the one visit since then failed, the last with: it did not answer"
        )
        #expect(last("c50", begins: 49).first == "visits before \(Self.hour(49)) are not kept")
        #expect(last("150", begins: 49).first == "before the first visit, at \(Self.hour(50))")
    }

    @Test func `a period of no length proves nothing`() {
        let proof = CoverageProof(
            from: Self.hour(5), to: Self.hour(5), visits: Self.visits("c0 c9"), gaps: [])
        #expect(proof.spans.isEmpty && proof.coveredShare == 0 && proof.longestUnseen == nil)
    }
}
