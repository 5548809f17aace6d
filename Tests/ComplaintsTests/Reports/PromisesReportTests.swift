import TestSupport
import Testing

@testable import Complaints

/// `report promises` on invented promises.
@Suite struct PromisesReportTests {
    private func promise(
        _ state: Promise.State, due: String, ended: String? = nil, owner: String? = nil,
        next: String? = nil
    ) -> Promise {
        Promise(
            number: 1, what: "a call", owner: owner, due: moment(due), state: state,
            made: moment("03-02 10:00"), ended: ended.map { moment($0) }, next: next.map { moment($0) })
    }

    // Ended: 1 kept, 1 late by 5 h, 1 in part, 1 broken, and 1 whose time is over though nobody said so. Open: 2, one
    // of which was told to be at risk. Proposed and declined ones are none.
    private var promises: [(case: CaseID, promise: Promise)] {
        [
            (CaseID(1), promise(.kept, due: "03-03 10:00", ended: "03-03 09:00", owner: "ola")),
            (CaseID(1), promise(.late, due: "03-03 10:00", ended: "03-03 15:00", owner: "ola")),
            (CaseID(2), promise(.partial, due: "03-03 10:00", ended: "03-03 09:00")),
            (CaseID(2), promise(.broken, due: "03-03 10:00", ended: "03-03 10:00")),
            (CaseID(3), promise(.open, due: "03-05 10:00", next: "03-04 10:00")),
            (CaseID(3), promise(.open, due: "03-09 10:00", next: "03-05 10:00")),
            (CaseID(4), promise(.open, due: "03-20 10:00", next: "03-19 10:00")),
            (CaseID(4), promise(.proposed, due: "03-20 10:00")),
            (CaseID(4), promise(.declined, due: "03-20 10:00")),
            (CaseID(99), promise(.kept, due: "03-03 10:00")),
        ]
    }

    private let found = ReportedCases(
        (1...4).map { .make($0, opened: "03-02 10:00", owner: "jan") })

    private func report(_ by: ReportScope.By? = nil) -> [FigureTable] {
        PromisesReport(
            promises, of: found, scope: ReportScope(now: moment("03-06 10:00"), zone: .utc, by: by)
        ).tables
    }

    @Test func `a promise is kept in full and in time, or it is not`() {
        let table = report()[0]
        #expect(
            table.shown(
                "made", "kept_share", "kept", "late", "partial", "broken", "open", "at_risk", "proposed") == [
                    ["7", "1/5", "1", "1", "1", "2", "2", "1", "1"]
                ])
        #expect(table.shown("late_p50_seconds") == [["5.0h"]])
        #expect(report()[1].shown("case", "left_seconds").first == ["#3", "-24.0h"])
    }

    @Test(arguments: ReportScope.By.allCases)
    func `rows of promises add up to the whole`(by: ReportScope.By) {
        for key in ["made", "kept", "late", "partial", "broken", "open", "at_risk", "proposed"] {
            #expect(report(by)[0].total(key) == report()[0].total(key), "\(key)")
        }
        if by == .owner { #expect(report(by)[0].shown("owner", "made") == [["jan", "5"], ["ola", "2"]]) }
    }

    @Test func `a case with a promise that was not kept is not in full`() {
        let unkept = PromisesReport.unkept(promises, now: moment("03-06 10:00"))
        #expect(unkept == [CaseID(1), CaseID(2), CaseID(3)])
    }
}
