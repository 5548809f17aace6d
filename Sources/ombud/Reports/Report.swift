import ArgumentParser
import Complaints

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Tells how well the score does; deadlines, causes, load later.",
        subcommands: [
            ReportScore.self, ReportOnTime.self, ReportCauses.self, ReportSources.self, ReportLoad.self,
            ReportPromises.self, ReportOutcomes.self,
        ])
}
