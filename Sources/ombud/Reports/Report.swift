import ArgumentParser
import Complaints

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "Deadlines, causes, sources, load, promises, outcomes and the score: tables, plots, CSV, JSON.",
        subcommands: [
            ReportScore.self, ReportOnTime.self, ReportCauses.self, ReportSources.self, ReportLoad.self,
            ReportPromises.self, ReportOutcomes.self,
        ])
}
