import ArgumentParser
import Complaints
import Monitor
import Storage

/// The commands that end a case, and that make two of one.
struct CaseResolve: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Ends a case as resolved.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "How it ended.") var why: String?
    @Flag(help: "Also with an open promise, which is watched on.") var anyway = false
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.resolve(id, why: why, anyway: anyway) }
    var doneText: String { "resolved" }
}

struct CaseClose: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Closes a case that is answered or resolved.",
        discussion: "`close: { after: 14d }` in a policy lets the daemon do it when the customer is silent.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "The reason; it stands on the timeline.") var why: String?
    @Flag(help: "Also with an open promise, which is watched on.") var anyway = false
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.close(id, why: why, anyway: anyway) }
    var doneText: String { "closed" }
}

struct CaseSplit: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Takes mentions out of a case, for good, into a case of their own.",
        discussion: "As `ombud mention split`, which names no case.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "The reason; it stands on the timelines.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "m1234; several leave together") var mentions: [MentionID]

    func act(_ desk: Desk) async throws -> Case { try await desk.split(mentions, from: id, why: why) }
    var doneText: String { "holds \(mentions.map(\.description).joined(separator: ", ")) of \(id)" }
}
