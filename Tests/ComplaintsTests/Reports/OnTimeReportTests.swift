import TestSupport
import Testing

@testable import Complaints

/// `report on-time` on invented cases, with figures worked out by hand.
@Suite struct OnTimeReportTests {
    /// Monday to Friday, nine to five, UTC.
    private static let office = WorkingCalendar(
        name: "office", zone: "UTC",
        hours: Dictionary(uniqueKeysWithValues: (1...5).map { ($0, [.init(start: 540, end: 1020)]) }))

    private static let policy = Policy(
        name: "desk", calendar: office,
        clocks: [
            ClockRule(
                name: "answer", within: .workingMinutes(480), from: .seen, pause: .waiting, until: .reply),
            ClockRule(name: "resolve", within: .calendarDays(14), from: .posted, until: .resolve),
        ])

    private func scope(_ by: ReportScope.By? = nil, since: String? = nil, now: String) -> ReportScope {
        ReportScope(since: since.map { moment($0) }, now: moment(now), zone: .utc, by: by)
    }

    private func report(
        _ cases: [ReportedCase], _ clocks: [ReportedClock] = [], _ turns: [CaseTurn] = [],
        _ scope: ReportScope,
        unkept: Set<CaseID> = []
    ) -> [FigureTable] {
        OnTimeReport(
            ReportedCases(cases, clocks: clocks, turns: turns, policies: [1: Self.policy]), scope: scope,
            unkept: unkept
        ).tables
    }

    // Met 1; missed 2 (one answered late, one due yesterday and not answered, its clock not read since);
    // running 1 (due tomorrow). On time: 1 of 3.
    @Test func `what is overdue and unanswered is missed, what is not due yet is in no share`() {
        let table = report(
            (1...4).map { .make($0, opened: "03-02 10:00") },
            [
                .make(1, "answer", .met, due: "03-03 10:00", stopped: "03-02 12:00"),
                .make(2, "answer", .missed, due: "03-03 10:00", stopped: "03-04 10:00"),
                .make(3, "answer", .running, due: "03-04 10:00"),
                .make(4, "answer", .running, due: "03-06 10:00"),
            ], [], scope(now: "03-05 10:00"))[0]
        #expect(
            table.shown("clock", "on_time", "met", "missed", "unanswered", "running", "timed") == [
                ["answer", "1/3", "1", "2", "1", "1", "2"]
            ])
    }

    // 1 waited from 12 to 14 on Monday: seen Mon 10:00, answered Tue 10:00; working time 7 h + 1 h, less 2 h.
    // 2 was seen Fri 16:00 and answered Mon 10:00: 66 h elapsed, 1 h + 1 h of work.
    @Test func `times are elapsed and, for clocks that count work, worked, without waits`() {
        let table = report(
            [.make(1, opened: "03-02 10:00"), .make(2, opened: "03-06 16:00")],
            [
                .make(1, "answer", .met, due: "03-03 12:00", stopped: "03-03 10:00"),
                .make(2, "answer", .met, due: "03-09 16:00", stopped: "03-09 10:00"),
                .make(1, "resolve", .met, due: "03-17 00:00", stopped: "03-03 10:00"),
            ],
            [.make(1, "03-02 12:00", .waiting), .make(1, "03-02 14:00", .resumed)],
            scope(now: "03-20 10:00"))[0]
        #expect(
            table.shown("clock", "p50_seconds", "p90_seconds", "working_p50_seconds", "working_p90_seconds")
                == [
                    ["answer", "24.0h", "66.0h", "2.0h", "6.0h"], ["resolve", "24.0h", "24.0h", "-", "-"],
                ])
    }

    @Test func `a reopened case is timed from its reopening`() {
        let table = report(
            [.make(1, .resolved, opened: "03-02 10:00")],
            [.make(1, "answer", .met, due: "03-11 10:00", stopped: "03-10 12:00")],
            [
                .make(1, "03-03 10:00", .resolved), .make(1, "03-10 10:00", .reopened),
                .make(1, "03-10 13:00", .resolved),
            ], scope(now: "03-20 10:00"))[0]
        #expect(table.shown("p50_seconds", "working_p50_seconds") == [["2.0h", "2.0h"]])
    }

    // 1 in full. 2 resolved late. 3 reopened and resolved again. 4 open, nothing wrong yet: not decided.
    // 5 open and overdue: failed already. 6 dismissed, 7 merged. 8 broke a promise. 1 of 5.
    @Test func `in full is resolved, in time, never reopened, and as promised`() {
        let states: [CaseState] = [
            .resolved, .resolved, .resolved, .open, .open, .dismissed, .merged, .resolved,
        ]
        let table = report(
            states.enumerated().map { .make(Int64($0.offset + 1), $0.element, opened: "03-02 10:00") },
            [
                .make(1, "resolve", .met, due: "03-17 00:00", stopped: "03-04 10:00"),
                .make(2, "resolve", .missed, due: "03-17 00:00", stopped: "03-18 10:00"),
                .make(3, "resolve", .met, due: "03-25 00:00", stopped: "03-12 10:00"),
                .make(4, "resolve", .running, due: "03-30 00:00"),
                .make(5, "resolve", .missed, due: "03-17 00:00"),
                .make(6, "resolve", .met, due: "03-17 00:00", stopped: "03-04 10:00"),
            ], [.make(3, "03-11 10:00", .reopened)], scope(now: "03-20 10:00"), unkept: [CaseID(8)])[1]
        #expect(
            table.shown(
                "cases", "in_full", "missed", "reopened", "overdue", "open", "dismissed", "merged") == [
                    ["8", "1/5", "2", "1", "1", "2", "1", "1"]
                ])
    }

    // A case that is dismissed after its deadline passed keeps the miss; one that only ended so met nothing.
    @Test func `nothing is made good by dismissing it`() {
        let table = report(
            [.make(1, .dismissed, opened: "03-02 10:00"), .make(2, .dismissed, opened: "03-02 10:00")],
            [
                .make(1, "resolve", .missed, due: "03-04 00:00"),
                .make(2, "resolve", .met, due: "03-17 00:00", stopped: "03-03 10:00"),
            ], [], scope(now: "03-20 10:00"))[0]
        #expect(table.shown("on_time", "missed", "unanswered", "off") == [["0/1", "1", "0", "1"]])
    }

    // Now is 31 March, noon. Ages: 1 h, 2 d, 5 d, 10 d, 60 d. One is resolved, one was reopened yesterday and is
    // as old as its opening.
    @Test func `the backlog is by age since opening`() {
        let table = report(
            [
                .make(1, opened: "01-30 12:00"), .make(2, opened: "03-21 12:00"),
                .make(3, opened: "03-26 12:00"), .make(4, opened: "03-29 12:00"),
                .make(5, opened: "03-31 11:00"), .make(6, .resolved, opened: "03-31 11:00"),
                .make(7, opened: "03-25 12:00"),
            ], [],
            [
                .make(6, "03-31 11:30", .resolved), .make(7, "03-26 12:00", .resolved),
                .make(7, "03-30 12:00", .reopened),
            ], scope(now: "03-31 12:00"))[3]
        #expect(
            table.shown("open", "to_1d", "to_3d", "to_7d", "to_30d", "beyond_30d", "oldest_seconds") == [
                ["6", "1", "1", "2", "1", "1", "1440.0h"]
            ])
    }

    // Case 1 lay open from Monday 2 to Wednesday 11; case 2 from Tuesday 10 on: at the ends of weeks 10, 11, 12
    // lay 1, 1, 1.
    @Test func `the backlog at the end of a week counts what was open then`() {
        let table = report(
            [.make(1, .resolved, opened: "03-02 10:00"), .make(2, opened: "03-10 10:00")], [],
            [.make(1, "03-11 10:00", .resolved)], scope(.week, now: "03-18 10:00"))[3]
        #expect(
            table.shown("week", "at", "open", "oldest_seconds") == [
                ["2026-W10", "2026-03-09T00:00:00.000Z", "1", "158.0h"],
                ["2026-W11", "2026-03-16T00:00:00.000Z", "1", "134.0h"],
                ["2026-W12", "2026-03-18T10:00:00.000Z", "1", "192.0h"],
            ])
    }

    // 1: posted 08:00, seen 10:00. 2: a page's clock in the future counts as no delay. 3: unknown.
    @Test func `our own delay is told apart, and so is not knowing it`() {
        let table = report(
            [
                .make(1, opened: "03-02 10:00", posted: "03-02 08:00"),
                .make(2, opened: "03-02 10:00", posted: "03-02 11:00"), .make(3, opened: "03-02 10:00"),
            ], [], [], scope(now: "03-05 10:00"))[2]
        #expect(
            table.shown("known", "unknown", "p50_seconds", "longest_seconds") == [["2", "1", "0.0h", "2.0h"]])
    }

    /// Drawn with a seed, so that the same cases come again.
    private static func drawn(_ seed: UInt64, count: Int = 300) -> ReportedCases {
        var state = seed
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        var cases: [ReportedCase] = []
        var clocks: [ReportedClock] = []
        var turns: [CaseTurn] = []
        for number in 1...Int64(count) {
            let opened = moment("01-05 00:00") + .seconds(draw(80 * 86_400))
            let state = CaseState.allCases[draw(8)]
            cases.append(
                ReportedCase(
                    id: CaseID(number), subject: ["Acme", "Zeta"][draw(2)], state: state,
                    owner: ["ola", "jan", nil][draw(3)], opened: opened,
                    posted: draw(3) == 0 ? nil : opened - .seconds(draw(90_000)), seen: opened,
                    topic: ["refund", "delivery", nil][draw(3)], source: ["board", "shop"][draw(2)],
                    cause: ["late", "broken", nil][draw(3)], author: "a\(draw(40))"))
            for name in ["answer", "resolve"] {
                let due = opened + .seconds(86_400)
                let state = ClockState.allCases[draw(5)]
                let stopped = state == .met || draw(2) == 0 ? opened + .seconds(draw(200_000)) : nil
                clocks.append(ReportedClock(CaseID(number), name, due: due, state: state, stopped: stopped))
            }
            if !state.isActive {
                turns.append(CaseTurn(CaseID(number), at: opened + .seconds(draw(500_000)), .resolved))
            }
        }
        return ReportedCases(cases, clocks: clocks, turns: turns, policies: [1: policy])
    }

    @Test(arguments: ReportScope.By.allCases)
    func `whatever the rows are, they add up to the whole`(by: ReportScope.By) {
        for seed: UInt64 in 1...5 {
            let found = Self.drawn(seed)
            let now = moment("03-20 10:00")
            let whole = OnTimeReport(
                found, scope: ReportScope(since: moment("01-20 10:00"), now: now, zone: .utc)
            ).tables
            let zone = Zone("America/New_York") ?? .utc
            let parts = OnTimeReport(
                found, scope: ReportScope(since: moment("01-20 10:00"), now: now, zone: zone, by: by)
            ).tables
            for (table, keys) in [
                (0, ["met", "missed", "unanswered", "running", "paused", "off", "timed"]),
                (1, ["cases", "missed", "reopened", "overdue", "open", "dismissed", "merged"]),
                (2, ["known", "unknown"]),
            ] {
                for key in keys {
                    #expect(parts[table].total(key) == whole[table].total(key), "\(key) \(seed)")
                }
            }
            let clocks = ["met", "missed", "running", "paused", "off"].map { whole[0].total($0) }
            #expect(clocks.reduce(0, +) == 2 * whole[1].total("cases"))
            if by.period == nil { #expect(parts[3].total("open") == whole[3].total("open")) }
            // What was open at the last moment of the last period is what is open.
            if by.period != nil { #expect(parts[3].shown("open").last == whole[3].shown("open").last) }
        }
    }
}
