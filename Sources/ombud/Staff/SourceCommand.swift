import ArgumentParser
import Complaints
import Storage

struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Sources: health, coverage, last visits.",
        subcommands: [SourceList.self, SourceShow.self, SourceTry.self, SourcePause.self, SourceResume.self])
}

struct SourceList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists every source with its health.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing

    func perform() async throws {
        let sources = try await place.withStore { wiring, store in
            let known = try await store.read { try $0.sourceStatuses() }
            let names = Set(known.map(\.id))
            let now = wiring.time.now()
            // In the watchlists, but no daemon has taken them up.
            let new = wiring.configuration.sources.filter { !names.contains($0.id) }
                .map { SourceStatus(unvisited: $0, now: now) }
            return known + new
        }
        if printing.json {
            for source in sources { print(source.json.line) }
            return
        }
        var table = Table("SOURCE", "SUBJECT", "HEALTH", "RECORDS", "LAST SEEN", "NEXT", "TROUBLE")
        for source in sources where source.isActive {
            table.add(
                source.id.name, source.subject, source.coverage.health.rawValue,
                String(source.coverage.usualRecords), Times.short(source.coverage.lastSuccess),
                Times.short(source.nextVisit), source.lastFailure ?? "-")
        }
        Screen.print(table, whenEmpty: "No sources; write a watchlist first (docs/watchlists.md).")
    }
}

struct SourceShow: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one source with its last visits.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Option(help: "So many of the last visits.") var visits = 20
    @Argument(help: "Its name.") var name: String

    func perform() async throws {
        let (id, count) = (SourceID(name), visits)
        let (status, last) = try await place.withStore { wiring, store in
            let new = wiring.configuration.sources.first { $0.id == id }
                .map { SourceStatus(unvisited: $0, now: wiring.time.now()) }
            return try await store.read { session in
                guard let status = try session.sourceStatuses(id).first ?? new else {
                    throw Failure(.failed, "there is no source \(id); `ombud source list` shows them")
                }
                return (status, try session.visits(of: id, limit: count))
            }
        }
        if printing.json {
            print((status.json + ["visits": last]).line)
            return
        }
        Screen.head("\(status.id)  \(status.subject)  \(status.coverage.health.rawValue)")
        Screen.say(status.url)
        Screen.say(
            "last seen \(Times.short(status.coverage.lastSuccess)), next \(Times.short(status.nextVisit))")
        if let failure = status.lastFailure { Screen.say("trouble   \(failure)") }
        Screen.say("")
        var table = Table("VISIT", "OUTCOME", "PAGES", "RECORDS", "NEW", "CHANGED", "REASON")
        for visit in last {
            table.add(
                Times.short(visit.started), visit.outcome.name, String(visit.pageCount),
                String(visit.recordCount),
                String(visit.newMentions), String(visit.changedMentions), visit.outcome.failure?.reason ?? "")
        }
        Screen.print(table, whenEmpty: "Not visited yet.")
    }
}
