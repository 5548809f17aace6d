import TestSupport
import Testing

@testable import Complaints

/// `report outcomes` and `report sources` on invented cases.
@Suite struct OutcomeSourceReportTests {
    // 1 edited after the answer, and reads as no complaint now; 2 edited before it; 3 raised, then lowered;
    // 4 removed and back; 5 removed; 6 dismissed; 7 never answered. Reactions of 1, 3 and 5 after 2, 24 and 48 h.
    private let found = ReportedCases(
        [
            .make(1, .resolved, opened: "03-02 10:00", isFlagged: false),
            .make(2, .answered, opened: "03-02 10:00"),
            .make(3, .answered, opened: "03-02 10:00"), .make(4, .answered, opened: "03-02 10:00"),
            .make(5, .answered, opened: "03-02 10:00"),
            .make(6, .dismissed, opened: "03-02 10:00"), .make(7, .resolved, opened: "03-02 10:00"),
        ],
        turns: [
            .make(1, "03-03 10:00", .replied), .make(1, "03-03 11:00", .replySeen),
            .make(1, "03-03 12:00", .edited),
            .make(2, "03-02 12:00", .edited), .make(2, "03-03 10:00", .replySeen),
            .make(3, "03-03 10:00", .replySeen), .make(3, "03-04 10:00", .ratingRaised),
            .make(3, "03-05 10:00", .ratingLowered),
            .make(4, "03-03 10:00", .replySeen), .make(4, "03-04 10:00", .vanished),
            .make(4, "03-05 10:00", .reappeared),
            .make(5, "03-03 10:00", .replySeen), .make(5, "03-05 10:00", .vanished),
            .make(6, "03-03 10:00", .replySeen), .make(6, "03-04 10:00", .edited),
        ])

    @Test func `what customers did after the answer, for better and for worse`() {
        let table = OutcomesReport(found, scope: ReportScope(now: moment("03-20 10:00"), zone: .utc)).tables[
            0]
        #expect(
            table.shown("answered", "edited", "softened", "raised", "lowered", "removed", "none") == [
                ["5", "1/5", "1/5", "1/5", "1/5", "1/5", "2/5"]
            ])
        #expect(table.shown("reaction_p50_seconds", "reaction_p90_seconds") == [["24.0h", "48.0h"]])
    }

    @Test func `how the cases stand adds up to all of them`() {
        let table = OutcomesReport(found, scope: ReportScope(now: moment("03-20 10:00"), zone: .utc)).tables[
            1]
        let keys = ["resolved", "resolved_unanswered", "answered", "unanswered", "dismissed", "merged"]
        #expect(keys.map { table.total($0) } == [1, 1, 4, 0, 1, 0])
        #expect(keys.reduce(0) { $0 + table.total($1) } == table.total("cases"))
    }

    // 1 reopened after its answer, and nothing else; 2 too, and answered again; 3 left alone; 4 asked something and
    // answered before it was reopened, 5 after.
    @Test func `to be reopened is a reaction, and what is owed an answer again is not answered`() {
        let found = ReportedCases(
            [
                .make(1, opened: "03-02 10:00"), .make(2, .answered, opened: "03-02 10:00"),
                .make(3, .answered, opened: "03-02 10:00"), .make(4, .waiting, opened: "03-02 10:00"),
                .make(5, .waiting, opened: "03-02 10:00"),
            ],
            turns: [
                .make(1, "03-03 10:00", .replied), .make(1, "03-04 10:00", .reopened),
                .make(2, "03-03 10:00", .replied), .make(2, "03-04 10:00", .reopened),
                .make(2, "03-05 10:00", .replied), .make(3, "03-03 10:00", .replied),
                .make(4, "03-03 10:00", .replied), .make(4, "03-04 10:00", .reopened),
                .make(4, "03-05 10:00", .waiting), .make(5, "03-03 10:00", .replied),
                .make(5, "03-05 10:00", .waiting),
            ])
        let tables = OutcomesReport(found, scope: ReportScope(now: moment("03-20 10:00"), zone: .utc)).tables
        #expect(
            tables[0].shown("reopened", "none", "reaction_p50_seconds") == [["3/5", "2/5", "24.0h"]])
        #expect(tables[1].shown("answered", "unanswered", "cases") == [["3", "2", "5"]])
    }

    // Precision 2 of 3: what was not flagged, or not decided, is in none. The board is seen since 2 March: what was
    // written before could not be seen sooner.
    @Test func `flags are judged by what staff decided, and seeing by what could be seen`() {
        var report = SourcesReport(scope: ReportScope(now: moment("03-20 10:00"), zone: .utc))
        func add(_ written: String?, _ isFlagged: Bool, _ decision: Mention.Decision?) {
            report.add(
                ReportedMention(
                    source: "board", seen: moment("03-03 10:00"), published: written.map { moment($0) },
                    isFlagged: isFlagged, decision: decision), firstLook: moment("03-02 10:00"))
        }
        add("02-01 10:00", true, .confirmed)
        add("03-03 09:00", true, .confirmed)
        add("03-03 06:00", true, .dismissed)
        add(nil, true, nil)
        add("03-03 10:30", false, .confirmed)
        report.add(.make(1, opened: "03-03 10:00"))
        #expect(
            report.tables[0].shown("source", "mentions", "flagged", "cases", "precision", "timed") == [
                ["board", "5", "4", "1", "2/3", "3"]
            ])
        #expect(report.tables[0].shown("seen_p50_seconds", "seen_p95_seconds") == [["1.0h", "4.0h"]])
    }

    private func visit(_ time: String, _ outcome: Visit.Outcome = .complete) -> Visit {
        Visit(
            source: "board", started: moment(time), ended: moment(time), outcome: outcome, pageCount: 1,
            recordCount: 5, newMentions: 0, changedMentions: 0, reach: .known)
    }

    // Seen at 10, 11 and 14 o'clock; the look at 14 reached what was known, so nothing was missed. Since 14
    // nothing: blind for 6 h of 10 where the next visit is overdue, not at all where it is not due yet.
    @Test(arguments: [(false, "6.0h", "21600/36000"), (true, "0.0h", "0/36000")])
    func `blind time is what the ledger cannot prove`(isUpToDate: Bool, blind: String, share: String) {
        var report = SourcesReport(scope: ReportScope(now: moment("03-02 20:00"), zone: .utc))
        report.add(
            WatchedSource(
                name: "board", watchedSince: moment("03-02 10:00"), isUpToDate: isUpToDate,
                visits: [
                    visit("03-02 10:00"), visit("03-02 11:00"),
                    visit("03-02 12:00", .failed(VisitFailure(code: "timeout", reason: "too slow"))),
                    visit("03-02 14:00"),
                ]))
        #expect(
            report.tables[1].shown(
                "source", "complete", "failed", "watched_seconds", "blind_seconds", "blind") == [
                    ["board", "3", "1", "10.0h", blind, share]
                ])
    }

    // Each day is proved from the visits about it, with the same figures as from all of them.
    @Test func `a day cut out of the ledger is proved as it is from the whole`() {
        var random = SplitMix(seed: 5)
        for _ in 0..<40 {
            var (visits, gaps): ([Visit], [Gap]) = ([], [])
            var time = moment("03-01 00:00")
            for _ in 0..<80 {
                time = time + .seconds(1800 * Double(random.next() % 40 + 1))
                let ended = time + .seconds(Double(random.next() % 900))
                let outcome: Visit.Outcome =
                    random.next() % 4 == 0
                    ? .failed(VisitFailure(code: "timeout", reason: "too slow")) : .complete
                let reach: Visit.Reach = [.known, .known, .known, .gap, .first][Int(random.next() % 5)]
                visits.append(
                    Visit(
                        source: "board", started: time, ended: ended, outcome: outcome, pageCount: 1,
                        recordCount: 5, newMentions: 0, changedMentions: 0, reach: reach))
                guard reach == .gap || random.next() % 9 == 0, random.next() % 2 == 0 else { continue }
                let isDated = random.next() % 2 == 0
                gaps.append(
                    Gap(
                        source: "board", kind: random.next() % 5 == 0 ? .backfill : .gap,
                        state: [.open, .closed, .stays][Int(random.next() % 3)], opened: ended,
                        after: isDated ? time - .seconds(86_400 * Double(random.next() % 9)) : nil,
                        before: isDated ? time - .seconds(3600 * Double(random.next() % 30)) : nil))
            }
            let until = time + .seconds(Double(random.next() % 200_000))
            let source = WatchedSource(
                name: "board", watchedSince: visits[0].started, isUpToDate: random.next() % 2 == 0,
                visits: visits, gaps: gaps)
            let last = source.isUpToDate ? visits.last { $0.isLook }?.started : nil
            let scope = ReportScope(now: until, zone: .utc, by: .day)
            var report = SourcesReport(scope: scope)
            report.add(source)
            var expected: [[String]] = []
            for period in ReportPeriods(.day, in: .utc).all(from: source.watchedSince, to: until) {
                let from = max(source.watchedSince, Zone.utc.instant(of: period.first))
                let to = min(ReportPeriods(.day, in: .utc).end(of: period), until)
                let proof = CoverageProof(from: from, to: to, visits: visits, gaps: gaps)
                var blind = Duration.zero
                for span in proof.spans where span.state != .covered {
                    if last.map({ span.from < $0 }) ?? true { blind += span.to - span.from }
                }
                expected.append([
                    "\(proof.completeVisits)", "\(proof.failedVisits)", Figure.length(blind).short,
                ])
            }
            #expect(report.tables[1].shown("complete", "failed", "blind_seconds") == expected)
        }
    }
}
