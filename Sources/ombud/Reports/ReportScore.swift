import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// `ombud report score`: what staff decided against what the score had said.
struct ReportScore: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Precision at the threshold over time, what was learned, and a better threshold.",
        discussion: """
            Counts the decisions of the staff that stand. Precision is the share of complaints among flagged \
            mentions that were decided on, with its 95 % interval. A better threshold is told once there are \
            enough decisions; it is set with `threshold` in ombud.yaml or a watchlist.
            """)

    enum By: String, CaseIterable, ExpressibleByArgument { case week, month, source, subject, language }

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Flag(help: "The rows as comma-separated values.") var csv = false
    @Option(help: "Only what was decided since then: 30d, 2026-03-01.") var since: String?
    @Option(help: "One row for each week, month, source, subject or language.") var by: By = .month
    @Option(help: "How many needless looks a missed complaint is worth.") var miss = 1.0

    func validate() throws {
        if csv, printing.json { throw ValidationError("--csv and --json exclude each other") }
        guard miss > 0, miss.isFinite else {
            throw ValidationError("--miss \(miss): a number above 0 is wanted")
        }
        if let since, TimeArgument(since).instant(now: SystemTime().now()) == nil {
            throw ValidationError("--since \(since): a time such as 2026-03-01 or 30d is wanted")
        }
    }

    func perform() async throws {
        let summary = try await place.withStore { wiring, store in
            let since = since.flatMap { TimeArgument($0).instant(now: wiring.time.now()) }
            let read = try await store.read { session in
                (
                    try session.decidedMentions(since: since),
                    try session.mentionCounts(since: since, bands: ThresholdAdvice.bands),
                    try session.layer()
                )
            }
            return ScoreSummary(
                decided: read.0, mentions: read.1, learned: read.2, configuration: wiring.configuration,
                missWeight: miss)
        }
        let rows = PrecisionRow.rows(summary.decided) { label($0) }
        if csv {
            printValues(rows)
        } else if printing.json {
            for line in summary.lines(rows, by: by.rawValue) { print(line.line) }
        } else {
            summary.show(rows, by: by.rawValue)
        }
    }

    /// Weeks are named for their Monday, days are those of UTC.
    private func label(_ mention: DecidedMention) -> String {
        let date = CivilDate(
            daysSince1970: Int((Double(mention.at.milliseconds) / 86_400_000).rounded(.down)))
        return switch by {
        case .week: date.adding(days: 1 - date.isoWeekday).description
        case .month: String(date.description.prefix(7))
        case .source: mention.source.name
        case .subject: mention.subject
        case .language: mention.language ?? "-"
        }
    }

    private func printValues(_ rows: [PrecisionRow]) {
        print("\(by.rawValue),decided,flagged,confirmed,dismissed,precision,low,high,missed")
        for row in rows {
            let shares = [row.precision.value, row.precision.low, row.precision.high]
            let numbers: [String] =
                [row.decided, row.precision.of, row.confirmed, row.dismissed].map { String($0) }
                + shares.map { $0.map { String($0) } ?? "" } + [String(row.missed)]
            print(([row.label.asCSV] + numbers).joined(separator: ","))
        }
    }
}

extension String {
    /// A field of comma-separated values, safe for spreadsheets.
    var asCSV: String { CSVText.field(self) }
}
