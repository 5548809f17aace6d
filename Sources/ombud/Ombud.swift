import ArgumentParser

/// The one executable: watches public places where customers complain, and works the queue.
@main
struct Ombud: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ombud",
        abstract:
            "Watches the public places where customers complain, and proves the deadlines of the answers.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "The daemon:",
                subcommands: [
                    InitCommand.self, Serve.self, PollCommand.self, Check.self, DemoCommand.self, Doctor.self,
                    PlanCommand.self,
                    ReplayCommand.self, BackupCommand.self, Restore.self, PurgeCommand.self,
                    ForgetCommand.self,
                ]),
            CommandGroup(
                name: "Staff:",
                subcommands: [
                    Inbox.self, Review.self, MentionCommand.self, SearchCommand.self, CaseCommand.self,
                    IncidentCommand.self,
                    SourceCommand.self, AlertCommand.self, Report.self, Export.self, Import.self,
                    Simulate.self, AuditCommand.self,
                ]),
            CommandGroup(name: "Trying a piece:", subcommands: [Try.self, SchemaCommand.self]),
            CommandGroup(name: "Around it:", subcommands: [CompletionsCommand.self, ManualCommand.self]),
        ])

    static func main() async {
        await main(CaseTag.spelledOut(Array(CommandLine.arguments.dropFirst())))
    }
}
