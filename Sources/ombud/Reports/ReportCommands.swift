import ArgumentParser
import Complaints
import Storage

struct ReportOnTime: CaseReport {
    static let configuration = CommandConfiguration(
        commandName: "on-time",
        abstract: "Deadlines kept and missed, on time and in full, how long things took, what lies open.",
        discussion: """
            Cases count in the period in which they were opened. A deadline that passed without its event is \
            missed though nobody answered yet; one that is not due yet is in no share. Percentiles are exact \
            (nearest rank). Each figure is defined in docs/reports.md.
            """)
    static let report = "on-time"
    static let turns = OnTimeReport.turns

    @OptionGroup var options: ReportOptions
    @Option(help: "One row for each of these.") var by: ReportScope.By?

    static let make: Make = { found, scope, _, session in
        let unkept = PromisesReport.unkept(try session.promises(since: nil), now: scope.now)
        return OnTimeReport(found, scope: scope, unkept: unkept).tables
    }
}

struct ReportCauses: CaseReport {
    static let configuration = CommandConfiguration(
        commandName: "causes",
        abstract: "What people complain about, what comes again, and whether it grows.",
        discussion: "With --since, or by periods, each is held against the period before.")
    static let report = "causes"
    static let turns = CausesReport.turns

    @OptionGroup var options: ReportOptions
    @Option(help: "One block of rows for each of these.") var by: ReportScope.By?

    static let make: Make = { found, scope, _, _ in CausesReport(found, scope: scope).tables }
}

struct ReportSources: CaseReport {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "Mentions, flags and their precision, time to see, and blind time of each source.",
        discussion: "Visits are kept for 90 days; blind time cannot be told for longer ago.")
    static let report = "sources"
    static let turns: Set<TimelineEntry.What> = []
    static let ways: [ReportScope.By] = [.source, .day, .week, .month]

    @OptionGroup var options: ReportOptions
    @Option(help: "One block of rows for each of these.") var by: ReportScope.By?

    static let make: Make = { found, scope, filter, session in
        var report = SourcesReport(scope: scope)
        for item in found.cases { report.add(item) }
        let looks = try session.firstLooks()
        func isMeant(_ source: String) -> Bool {
            filter.sources.isEmpty || filter.sources.contains(SourceID(source))
        }
        try session.reportedMentions(from: scope.since ?? Instant(milliseconds: 0), before: scope.until) {
            guard isMeant($0.source) else { return }
            report.add($0, firstLook: looks[$0.source])
        }
        try session.watchedSources(
            from: scope.since, before: scope.until, now: scope.now, ledgerBegins: scope.now - ledgerLength
        ) { if isMeant($0.name) { report.add($0) } }
        return report.tables
    }
}

struct ReportLoad: CaseReport {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "What came in and was worked off, whose it is, at which hours it comes.")
    static let report = "load"
    static let turns = LoadReport.turns
    static let ways: [ReportScope.By] = [.day, .week, .month, .owner]

    @OptionGroup var options: ReportOptions
    @Option(help: "Rows of the flow (week without it), or owner: whose it is first.") var by: ReportScope.By?

    static let make: Make = { found, scope, _, _ in LoadReport(found, scope: scope).tables }
}

struct ReportOutcomes: CaseReport {
    static let configuration = CommandConfiguration(
        commandName: "outcomes", abstract: "What customers did after our answer, and how cases ended.",
        discussion: "An answered case counts in the period of its first public answer.")
    static let report = "outcomes"
    static let turns = OutcomesReport.turns

    @OptionGroup var options: ReportOptions
    @Option(help: "One row for each of these.") var by: ReportScope.By?

    static let make: Make = { found, scope, _, _ in OutcomesReport(found, scope: scope).tables }
}
