import TestSupport
import Testing

@testable import Complaints

/// `report load` on invented cases.
@Suite struct LoadReportTests {
    private func tables(
        _ found: ReportedCases, by: ReportScope.By? = nil, since: String? = nil, zone: Zone = .utc
    ) -> [FigureTable] {
        LoadReport(
            found,
            scope: ReportScope(
                since: since.map { moment($0) }, now: moment("03-20 10:00"), zone: zone, by: by)
        ).tables
    }

    // Week 10: 1 and 2 opened, 1 closed: 1 open. Week 11: 3 opened, 1 reopened: 3 open. Week 12: 1 closed
    // again, 2 handed from ola to jan: 2 open.
    private let found = ReportedCases(
        [
            .make(1, .resolved, opened: "03-02 09:30", owner: "ola"),
            .make(2, opened: "03-03 10:00", owner: "jan", urgency: .high),
            .make(3, opened: "03-10 22:30", topic: "refund"),
        ],
        clocks: [.make(2, "answer", .missed, due: "03-05 10:00")],
        turns: [
            .make(1, "03-02 10:00", .assigned, to: "ola"), .make(2, "03-03 10:00", .assigned, to: "ola"),
            .make(1, "03-04 10:00", .resolved), .make(1, "03-11 10:00", .reopened),
            .make(1, "03-16 10:00", .resolved), .make(2, "03-17 10:00", .assigned, to: "jan"),
            .make(2, "03-17 11:00", .assigned, to: "jan"),
        ])

    @Test func `the flow of each week, with what is open at its end`() {
        #expect(
            tables(found)[0].shown("week", "opened", "reopened", "closed", "handed", "open") == [
                ["2026-W10", "2", "0", "1", "0", "1"], ["2026-W11", "1", "1", "0", "0", "3"],
                ["2026-W12", "0", "0", "1", "1", "2"],
            ])
    }

    // Open before plus opened and reopened less closed is open after.
    @Test(arguments: [ReportScope.By.day, .week, .month])
    func `the flow adds up`(by: ReportScope.By) {
        let table = tables(found, by: by)[0]
        var open = 0
        for row in table.shown("opened", "reopened", "closed", "open").map({ $0.compactMap { Int($0) } }) {
            open += row[0] + row[1] - row[2]
            #expect(open == row[3])
        }
        #expect(table.total("opened") == 3 && table.total("closed") == 2)
    }

    @Test func `whose the cases are, and who gave and took them`() {
        let table = tables(found, by: .owner)[0]
        #expect(table.name == "owners")
        #expect(
            table.shown(
                "owner", "open", "urgent", "overdue", "closed", "handed_away", "handed_over",
                "oldest_seconds") == [
                    ["jan", "1", "1", "1", "0", "0", "1", "408.0h"],
                    ["-", "1", "0", "0", "0", "0", "0", "227.5h"],
                    ["ola", "0", "0", "0", "2", "1", "0", "-"],
                ])
    }

    // Half past ten in the evening of Tuesday, UTC, is half past eleven in Warsaw; in April it is Wednesday.
    @Test func `hours are those of the zone, also in summer`() {
        let zone = Zone("Europe/Warsaw") ?? .utc
        let cases = ReportedCases([.make(1, opened: "03-10 22:30"), .make(2, opened: "04-07 22:30")])
        let table = LoadReport(cases, scope: ReportScope(now: moment("04-20 10:00"), zone: zone)).tables[2]
        #expect(
            table.shown("weekday", "hour", "opened") == [["tuesday", "23", "1"], ["wednesday", "0", "1"]])
    }

    @Test func `the oldest that nobody has are named`() {
        #expect(tables(found)[3].shown("case", "age_seconds", "topic") == [["#3", "227.5h", "refund"]])
    }

    // Merged at noon, and the mention came back at one: the case is open again.
    @Test func `a case that came back from a merge was closed in between`() {
        let back = ReportedCases(
            [.make(1, opened: "03-02 10:00")],
            turns: [.make(1, "03-03 12:00", .merged), .make(1, "03-10 13:00", .split)])
        #expect(
            tables(back)[0].shown("reopened", "closed", "open") == [
                ["0", "1", "0"], ["1", "0", "1"], ["0", "0", "1"],
            ])
    }

    // Whatever happens to a case, also at midnight, twice at once, out of order, or against its state.
    @Test(arguments: [ReportScope.By.day, .week, .month])
    func `the flow of any timelines adds up`(by: ReportScope.By) {
        var random = SplitMix(seed: 11)
        let acts: [TimelineEntry.What] = [
            .resolved, .closed, .dismissed, .merged, .split, .reopened, .assigned, .joined,
        ]
        for _ in 0..<60 {
            var (cases, turns): ([ReportedCase], [CaseTurn]) = ([], [])
            for number in 1...Int64(8) {
                var hour = Int(random.next() % 300) * 2
                func time() -> Instant { moment("03-01 00:00") + .seconds(3600 * hour) }
                var item = ReportedCase.make(
                    number, CaseState.allCases[Int(random.next() % UInt64(CaseState.allCases.count))],
                    opened: "03-01 00:00")
                item.opened = time()
                cases.append(item)
                for _ in 0..<random.next() % 7 {
                    hour = max(0, hour + Int(random.next() % 8) * 12 - 12)
                    let what = acts[Int(random.next() % UInt64(acts.count))]
                    turns.append(CaseTurn(CaseID(number), at: time(), what))
                }
            }
            let scope = ReportScope(now: moment("04-20 00:00"), zone: .utc, by: by)
            let table = LoadReport(ReportedCases(cases, turns: turns), scope: scope).tables[0]
            var open = 0
            for row in table.shown("opened", "reopened", "closed", "open").map({ $0.compactMap { Int($0) } })
            {
                open += row[0] + row[1] - row[2]
                #expect(open == row[3])
            }
            #expect(table.total("opened") == cases.count)
        }
    }
}
