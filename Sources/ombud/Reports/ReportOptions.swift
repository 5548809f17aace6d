import ArgumentParser
import Complaints
import Foundation
import Monitor
import Settings
import Storage

extension ReportScope.By: ExpressibleByArgument {}

/// What every report is asked for: its time, its rows and its form.
struct ReportOptions: ParsableArguments {
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Flag(help: "One table as comma-separated values (RFC 4180): the first, or --table.") var csv = false
    @Option(help: "Only this table of the report, by its name.") var table: String?
    @Flag(inversion: .prefixedNo, help: "Bars beside the tables; on a terminal unless told otherwise.")
    var plots: Bool?
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @Option(help: "Zone of days, weeks and hours; that of the policies' calendars without it.")
    var zone: String?

    func validate() throws {
        if csv, printing.json { throw ValidationError("--csv and --json exclude each other") }
        if let zone, Zone(zone) == nil {
            throw ValidationError("--zone \(zone): no such zone; one like Europe/Warsaw is wanted")
        }
    }

    /// The checked time of the report.
    func scope(_ wiring: Wiring, by: ReportScope.By?, now: Instant) throws -> ReportScope {
        let zone = zone.flatMap { Zone($0) } ?? Self.zone(of: wiring.configuration)
        let rules = TimeZone(identifier: zone.name) ?? .gmt
        func instant(_ text: String?, _ option: String) throws -> Instant? {
            guard let text else { return nil }
            if let instant = TimeArgument(text).instant(now: now, zone: rules) { return instant }
            throw ValidationError(
                "\(option) \(text): a time is wanted, such as 2026-03-01, '2026-03-01 14:00', yesterday or 30d"
            )
        }
        let since = try instant(cases.common.since, "--since")
        let until = try instant(cases.common.until, "--until")
        if let since, since >= now {
            throw ValidationError("--since \(since) is not in the past; a report is about what has happened")
        }
        if let since, let until, until <= since {
            throw ValidationError("--since \(since) is not before --until \(until); the period is empty")
        }
        return ReportScope(since: since, until: min(until ?? now, now), now: now, zone: zone, by: by)
    }

    /// Which cases; what the period is does not concern which they are.
    func filter(now: Instant, in store: any Store) async throws -> CaseFilter {
        var filter = try await cases.filter(who: person.who, now: now, in: store)
        filter.opened = TimeSpan()
        return filter
    }

    /// That of the calendars, where they have one in common; else the machine's. A policy without a calendar
    /// says nothing about where people work.
    private static func zone(of configuration: Configuration) -> Zone {
        let zones = Set(
            configuration.policies.values.map(\.calendar).filter { $0 != .roundTheClock }.map(\.zone))
        let common = zones.count == 1 ? zones.first.flatMap { Zone($0) } : nil
        return common ?? Zone(TimeZone.current.identifier) ?? .utc
    }

    /// Prints what a report found in the form that was asked for.
    func show(_ tables: [FigureTable], of report: String, scope: ReportScope, whenEmpty: String) throws {
        var tables = tables
        if let table {
            tables = tables.filter { $0.name == table }
            guard !tables.isEmpty else {
                throw ValidationError("--table \(table): no such table; the report has those of its --json")
            }
        }
        if printing.json {
            for table in tables { for line in table.lines(of: report, scope) { print(line.line) } }
        } else if csv {
            if let table = tables.first { print(table.csv, terminator: "") }
        } else if tables.allSatisfy({ $0.rows.isEmpty }) {
            Screen.say(whenEmpty)
        } else {
            ReportPage(plots: plots).show(tables.filter { !$0.rows.isEmpty }, scope)
        }
    }
}

/// A report over cases: which turns it needs, and what it makes of them.
protocol CaseReport: OmbudCommand {
    static var report: String { get }
    static var turns: Set<TimelineEntry.What> { get }
    /// What the rows of `--by` may be.
    static var ways: [ReportScope.By] { get }
    var options: ReportOptions { get }
    var by: ReportScope.By? { get }
    static var make: Make { get }
}

/// What a report makes of the cases, and of what else it reads.
typealias Make =
    @Sendable (ReportedCases, ReportScope, CaseFilter, any Session) throws -> [FigureTable]

extension CaseReport {
    static var ways: [ReportScope.By] { ReportScope.By.allCases }

    func validate() throws {
        guard let by, !Self.ways.contains(by) else { return }
        let names = Self.ways.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--by \(by.rawValue): `report \(Self.report)` has rows by \(names)")
    }

    func perform() async throws {
        let (turns, make) = (Self.turns, Self.make)
        let (scope, tables): (ReportScope, [FigureTable]) = try await options.place.withStore {
            wiring, store in
            let scope = try options.scope(wiring, by: by, now: wiring.time.now())
            let filter = try await options.filter(now: scope.now, in: store)
            let made: [FigureTable] = try await store.read { session in
                try make(try session.reportedCases(scope, filter, turns: turns), scope, filter, session)
            }
            return (scope, made)
        }
        let since = scope.since.map { "since \(Times.short($0))" } ?? "so far"
        try options.show(
            tables, of: Self.report, scope: scope,
            whenEmpty: scope.until < scope.now
                ? "There is no case from before \(Times.short(scope.until)) to report on."
                : "There is no case to report on \(since).")
    }
}

extension Session {
    /// What the reports over cases are made from, read in three statements.
    fileprivate func reportedCases(
        _ scope: ReportScope, _ filter: CaseFilter, turns: Set<TimelineEntry.What>
    ) throws -> ReportedCases {
        var cases = try reportedCases(before: scope.until)
        if filter != .everything {
            let meant = Set(try caseIDs(filter, order: CaseOrder(.opened), now: scope.now))
            cases.removeAll { !meant.contains($0.id) }
        }
        return ReportedCases(
            cases,
            clocks: try reportedClocks(
                from: scope.since ?? Instant(milliseconds: 0), before: scope.until),
            turns: try caseTurns(turns), policies: try policies().mapValues { try PolicyText.read($0.body) })
    }
}
