import ArgumentParser
import Complaints
import Monitor
import Storage

/// The commands by which staff open, hand out and move cases.
struct CaseNext: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "States what is to be done next; every open case needs it.",
        discussion: "With --done, what stood there is done, and the words say what comes after it.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: .due) var due: String?
    @Flag(help: "What was to be done next is done.") var done = false
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "The next step.") var words: [String] = []

    private var said: String? {
        words.allSatisfy { $0.allSatisfy(\.isWhitespace) } ? nil : words.joined(separator: " ")
    }

    func validate() throws {
        if said == nil, !done { throw ValidationError("the next step is empty; say what is to be done") }
        if said == nil, due != nil {
            throw ValidationError("--due without a next step; say what is to be done until then")
        }
        _ = try timeToCome("--due", due)
    }

    func act(_ desk: Desk) async throws -> Case {
        let due = try timeToCome("--due", due)
        if done { return try await desk.stepDone(then: said, due: due, on: id) }
        return try await desk.setNext(said ?? "", due: due, on: id)
    }
    var doneText: String { said == nil ? "has its next step done" : "has a next step" }
    func rest(_ changed: Case) -> String {
        changed.next?.due.map { ", to be done by \(Times.short($0)) \(Times.zoneName)" } ?? ""
    }
}

struct CaseWait: CaseStepCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Waits for the customer: clocks that may pause stand still.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Option(help: "What the customer was asked.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.wait(id, why: why) }
    var doneText: String { "waits for the customer" }
}

struct CaseResume: CaseStepCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Waits no longer: its clocks run on.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Option(help: "What the customer said.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.resume(id, why: why) }
    var doneText: String { "resumed" }
}

struct CaseReopen: CaseStepCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Opens a case again: every clock starts anew at full length.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Option(help: "Why it is not over.") var why: String
    @Argument(help: "42 or #42") var id: CaseID

    func validate() throws {
        if why.allSatisfy(\.isWhitespace) { throw ValidationError("--why is empty; say why it is not over") }
    }

    func act(_ desk: Desk) async throws -> Case { try await desk.reopen(id, why: why) }
    var doneText: String { "reopened" }
}

struct CaseMerge: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "They are one complaint: the earliest that is not over takes over the others.",
        discussion: "`ombud mention split` undoes it.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "The reason; it stands on the timelines.") var why: String?
    @Argument(help: "42 43, two or more") var ids: [CaseID]

    func validate() throws {
        if Set(ids).count < 2 { throw ValidationError("name two or more cases that are one complaint") }
    }

    func act(_ desk: Desk) async throws -> Case { try await desk.merge(ids, why: why) }
    var doneText: String { "is what \(ids.map(\.description).joined(separator: ", ")) are now" }
}

extension ArgumentHelp {
    static let due: ArgumentHelp =
        "Until when, on the calendar of the case: 2026-03-01 14:00, 2026-03-01 (to its end), tomorrow 10:00, +3d, +4h, +2wd."
}

/// A time to come from the command line; nil where none was given.
func timeToCome(_ option: String, _ text: String?) throws -> NamedTime? {
    guard let text else { return nil }
    let (argument, now) = (TimeArgument(text), SystemTime().now())
    if let time = argument.named(now: now) {
        if let instant = time.instant(now: now, on: .roundTheClock), NamedTime.isTooFar(instant, now: now) {
            throw ValidationError(
                "\(option) \(text) is more than a hundred years away, or after 9999-12-30; a time that can be "
                    + "kept is wanted")
        }
        return time
    }
    if let fault = argument.fault { throw ValidationError("\(option) \(text): \(fault)") }
    throw ValidationError(
        "\(option) \(text): a time to come is wanted, such as '2026-03-01 14:00', 'tomorrow 10:00', +3d or +2wd"
    )
}

extension Case {
    /// `call her, due 2026-03-02 12:00`, or that it is missing.
    var nextSentence: String {
        if let next { return next.what.oneLine + (next.due.map { ", due \(Times.short($0))" } ?? "") }
        return state.isActive ? "NONE: an open case needs one, see `ombud case next \(id.number)`" : "-"
    }
}
