import ArgumentParser
import Complaints
import Monitor
import Storage

/// `ombud mention bulk`: one decision on every mention of the inbox that a filter means.
struct MentionBulk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk",
        abstract:
            "One decision on every mention of the inbox that a filter means; a dry run, unless --yes is given.",
        discussion: """
            Lists what would be decided; with --yes each mention is decided on as by `confirm` or `dismiss` alone, \
            and teaches the score. What was decided already is left as it is. --expect N changes nothing where \
            not exactly N mentions are meant.
            """,
        subcommands: [BulkConfirm.self, BulkDismiss.self])
}

private struct BulkConfirm: MentionBulkAct {
    static let configuration = CommandConfiguration(commandName: "confirm", abstract: "They are complaints.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var mentions: MentionWhere
    @OptionGroup var bulk: BulkOptions

    var done: String { "confirmed" }
    func act(_ id: MentionID, at desk: Desk) async throws { _ = try await desk.confirm(id) }
}

private struct BulkDismiss: MentionBulkAct {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "They are no complaints.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var mentions: MentionWhere
    @OptionGroup var bulk: BulkOptions
    @Option(help: "The reason; it teaches the score.") var why: String

    func validate() throws {
        if why.allSatisfy(\.isWhitespace) {
            throw ValidationError("--why is empty; say why they are no complaints")
        }
    }

    var done: String { "dismissed" }
    func act(_ id: MentionID, at desk: Desk) async throws { _ = try await desk.dismiss(id, why: why) }
}
