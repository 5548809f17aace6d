import ArgumentParser
import Complaints
import Storage

struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Sources: health, coverage, last visits.",
        subcommands: [
            SourceList.self, SourceShow.self, SourceTry.self, SourceAccept.self, SourcePause.self,
            SourceResume.self,
        ])
}

struct SourceList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists every source with its health.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing

    func perform() async throws {
        let rows = try await place.withStore { wiring, store in
            let sources = wiring.configuration.sources
            let now = wiring.time.now()
            return try await store.read { session in
                let known = try session.sourceStatuses()
                let names = Set(known.map(\.id))
                // In the watchlists, but no daemon has taken them up.
                let new = sources.filter { !names.contains($0.id) }
                    .map { SourceStatus(unvisited: $0, now: now) }
                let every = Dictionary(
                    sources.map { ($0.id, $0.every) }, uniquingKeysWith: { first, _ in first })
                let (gaps, dues) = (try session.openGapCounts(), try session.nearestDues())
                return (known + new).map { status in
                    ListedSource(
                        status: status,
                        interval: every[status.id].map { every in
                            status.pace.interval(
                                within: every, nearestDue: dues[status.id].map { $0 - now })
                        }, openGaps: gaps[status.id] ?? 0)
                }
            }
        }
        if printing.json {
            for row in rows { print(row.json.line) }
            return
        }
        var table = Table(
            "SOURCE", "SUBJECT", "HEALTH", "RECORDS", "LAST SEEN", "NEXT", "EVERY", "GAPS", "TROUBLE")
        for row in rows where row.status.isActive {
            let source = row.status
            table.add(
                source.id.name, source.subject, source.coverage.health.rawValue,
                String(source.coverage.usualRecords), Times.short(source.coverage.lastSuccess),
                source.pause == nil ? Times.short(source.nextVisit) : "paused",
                row.interval?.length.setting ?? "-", row.openGaps == 0 ? "-" : String(row.openGaps),
                source.pause?.words ?? source.lastFailure ?? "-")
        }
        Screen.print(table, whenEmpty: "No sources; write a watchlist first (docs/watchlists.md).")
    }
}

/// A source as a line of the list.
private struct ListedSource: Sendable {
    var status: SourceStatus
    /// nil for a source that no watchlist names any more.
    var interval: Pace.Interval?
    var openGaps: Int

    var json: JSON {
        status.json + ["interval_seconds": interval?.length.seconds, "gaps_open": openGaps]
    }
}
