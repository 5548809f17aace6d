import ArgumentParser
import Complaints
import Storage

struct ReportPromises: CaseReport {
    static let configuration = CommandConfiguration(
        commandName: "promises",
        abstract: "Promises kept in full and in time, late, in part, broken, open and at risk.",
        discussion: "A promise counts in the period in which it was made.")
    static let report = "promises"
    static let turns: Set<TimelineEntry.What> = []

    @OptionGroup var options: ReportOptions
    @Option(help: "One row for each of these.") var by: ReportScope.By?

    static let make: Make = { found, scope, _, session in
        PromisesReport(try session.promises(since: scope.since), of: found, scope: scope).tables
    }
}
