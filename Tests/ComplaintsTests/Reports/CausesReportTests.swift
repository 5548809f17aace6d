import TestSupport
import Testing

@testable import Complaints

/// `report causes` on invented cases.
@Suite struct CausesReportTests {
    private func tables(
        _ cases: [ReportedCase], since: String? = nil, now: String, by: ReportScope.By? = nil
    ) -> [FigureTable] {
        CausesReport(
            ReportedCases(cases),
            scope: ReportScope(since: since.map { moment($0) }, now: moment(now), zone: .utc, by: by)
        ).tables
    }

    // Late 3 times, by Anna twice; broken once; one without a cause. Dismissed and merged ones are none.
    @Test func `causes are counted over complaints, the most frequent first, the unknown too`() {
        let found = tables(
            [
                .make(1, opened: "03-02 10:00", topic: "delivery", cause: "late", author: "Anna"),
                .make(2, opened: "03-03 10:00", topic: "delivery", cause: "late", author: "Jan"),
                .make(3, opened: "03-04 10:00", topic: "delivery", cause: "late", author: "Anna"),
                .make(4, opened: "03-04 11:00", topic: "product", cause: "broken", urgency: .high),
                .make(5, opened: "03-05 10:00"),
                .make(6, .dismissed, opened: "03-05 10:00", cause: "late", author: "Anna"),
                .make(7, .merged, opened: "03-05 10:00", cause: "late", author: "Anna"),
            ], now: "03-20 10:00")
        #expect(
            found[0].shown("cause", "cases", "share", "before", "again_author", "again_subject", "urgent")
                == [
                    ["late", "3", "3/5", "-", "1", "2", "0"], ["broken", "1", "1/5", "-", "0", "0", "1"],
                    ["-", "1", "1/5", "-", "0", "0", "0"],
                ])
        #expect(found[1].shown("topic", "cases").map { $0[0] } == ["delivery", "product", "-"])
    }

    // The ten days from 10 March are held against the ten before: 1 to 2, and 1 that is gone. The author's
    // first complaint may lie before the period; a subject's within 90 days.
    @Test func `with a beginning, the trend is against the period before, which is as long`() {
        let cases: [ReportedCase] = [
            .make(1, opened: "01-02 10:00", cause: "late", author: "Anna"),
            .make(2, opened: "03-02 10:00", cause: "late", author: "Jan"),
            .make(3, opened: "03-03 10:00", cause: "rude", author: "Ewa"),
            .make(4, opened: "03-12 10:00", cause: "late", author: "Anna"),
            .make(5, opened: "03-13 10:00", cause: "late", author: "Ola"),
        ]
        let found = tables(cases, since: "03-10 10:00", now: "03-20 10:00")[0]
        #expect(
            found.shown("cause", "cases", "before", "change", "again_author", "again_subject") == [
                ["late", "2", "1", "1", "1", "2"], ["rude", "0", "1", "-1", "0", "0"],
            ])
        let late = tables(
            [.make(1, opened: "01-02 10:00", cause: "late"), .make(2, opened: "06-02 10:00", cause: "late")],
            now: "06-20 10:00")[0]
        #expect(late.shown("again_subject") == [["0"]])
    }

    // Week 10: late 2; week 11: nothing; week 12: late 1, rude 1.
    @Test func `by weeks, each is held against the week before`() {
        let cases: [ReportedCase] = [
            .make(1, opened: "03-02 10:00", cause: "late"), .make(2, opened: "03-03 10:00", cause: "late"),
            .make(3, opened: "03-17 10:00", cause: "late"), .make(4, opened: "03-17 10:00", cause: "rude"),
        ]
        let found = tables(cases, since: "03-02 00:00", now: "03-20 10:00", by: .week)[0]
        #expect(
            found.shown("week", "cause", "cases", "before", "change") == [
                ["2026-W10", "late", "2", "0", "2"], ["2026-W11", "late", "0", "2", "-2"],
                ["2026-W12", "late", "1", "0", "1"], ["2026-W12", "rude", "1", "0", "1"],
            ])
    }

    @Test(arguments: ReportScope.By.allCases)
    func `the shares of each row's causes are of all its cases`(by: ReportScope.By) {
        var cases: [ReportedCase] = []
        for number in 1...60 {
            let cause: String? = number % 7 == 0 ? nil : "c\(number % 5)"
            let owner: String? = number % 3 == 0 ? "ola" : nil
            cases.append(
                .make(
                    Int64(number), opened: "03-\(number % 20 + 10) 10:00", owner: owner,
                    topic: number % 2 == 0 ? "a" : "b", cause: cause, author: "p\(number % 4)"))
        }
        for table in tables(cases, now: "04-20 10:00", by: by) {
            #expect(table.total("cases") == 60)
            let name = table.columns[0].key
            for label in Set(table.shown(name)) {
                let mine = table.rows.indices.filter { table.shown(name)[$0] == label }
                let shares = mine.compactMap { row -> Proportion? in
                    if case .share(let share)? = table.figure("share", ofRow: row) { share } else { nil }
                }
                #expect(shares.reduce(0) { $0 + $1.count } == shares.first?.of)
            }
        }
    }
}
