import ArgumentParser
import Complaints
import Foundation
import Monitor
import Settings
import Storage

/// `ombud replay`: what the configuration, or another watchlist, would have made of the archived pages.
struct ReplayCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Shows what a changed rule, term, threshold or model would have made otherwise.",
        discussion: """
            Reads and judges the archived pages of a period once more, as the configuration says now, and compares \
            that with the store: records that would be added as mentions, mentions that would be dropped, and \
            those that would move (flagged or not, topic, urgency, fields that read differently), with what \
            becomes of their cases. With --watchlist FILE that file stands in for the watchlist of the same \
            subject or sources, so that it can be tried before it is put in force. Nothing is changed; a running \
            daemon is not disturbed. Faults of the file are told as by `ombud check`, with exit 78.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Option(help: "From when on: 30d, 2026-03-01.") var since: String
    @Option(help: "Until when; else until now.") var until: String?
    @Option(help: "A watchlist file that is tried.", completion: .file()) var watchlist: String?
    @Option(help: "Only this source; may be given again.") var source: [String] = []
    @Option(help: "Differences of a kind that are shown; all with --json.") var limit = 20
    @Flag(help: "Exit 1 when anything would be otherwise, for scripts.") var failOnChange = false

    func validate() throws {
        let now = SystemTime().now()
        guard let from = TimeArgument(since).instant(now: now) else {
            throw ValidationError("--since \(since): a time such as 2026-03-01 or 30d is wanted")
        }
        if let until {
            guard let to = TimeArgument(until).instant(now: now) else {
                throw ValidationError("--until \(until): a time such as 2026-03-01 or 30d is wanted")
            }
            guard from < to else { throw ValidationError("--until \(until) is not after --since \(since)") }
        }
        guard limit >= 0 else { throw ValidationError("--limit \(limit): 0 or more is wanted") }
    }

    func perform() async throws {
        let report = try await place.withStore(
            judges: true, trying: watchlist.map { URL(fileURLWithPath: $0) }
        ) {
            try await replayed($0, $1)
        }
        guard report.coverage.archived > 0 else { throw Failure(.failed, nothing(report)) }
        if printing.json {
            for difference in report.differences { print(difference.json.line) }
            print(report.summary.line)
        } else {
            report.show(limit: limit)
        }
        if failOnChange, !report.differences.isEmpty { throw ExitCode(Failure.Code.failed.rawValue) }
    }

    private func replayed(_ wiring: Wiring, _ store: any Store) async throws -> ReplayReport {
        guard let evidence = wiring.configuration.evidence else {
            throw Failure(.failed, "there is nothing to replay: `evidence` is off in ombud.yaml")
        }
        let now = wiring.time.now()
        let from = TimeArgument(since).instant(now: now) ?? now
        let to = until.flatMap { TimeArgument($0).instant(now: now) } ?? now
        let replay = Replay(
            wiring.setup, store: store, archive: evidence.folder, from: from, to: to,
            only: try chosen(wiring.configuration))
        let progress = ProgressLine(isQuiet: !Screen.isTerminal)
        defer { progress.end() }
        return try await stoppable {
            try await replay.run { coverage, at in
                progress.show("\(counted(coverage.archived, "page")) read, up to \(Times.short(at))")
            }
        }
    }

    private func chosen(_ configuration: Configuration) throws -> Set<SourceID>? {
        guard !source.isEmpty else { return nil }
        let known = configuration.allSources.map(\.id.name)
        for name in source where !known.contains(name) {
            throw Failure(.failed, "there is no source \(name)" + didYouMean(name, among: known))
        }
        return Set(source.map { SourceID($0) })
    }

    private func nothing(_ report: ReplayReport) -> String {
        "nothing is archived between \(Times.short(report.from)) and \(Times.short(report.to))"
            + (source.isEmpty ? "" : " of \(source.joined(separator: ", "))")
            + "; \(counted(report.coverage.visits, "visit")) in that time"
    }
}
