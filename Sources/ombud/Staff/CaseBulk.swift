import ArgumentParser
import Complaints
import Monitor
import Storage

/// `ombud case bulk`: one act on every case that a filter means.
struct CaseBulk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk",
        abstract: "One act on every case that a filter means; a dry run, unless --yes is given.",
        discussion: """
            Lists what would be changed; with --yes each case is changed in a transaction of its own, as by the \
            act alone. One that refuses is told at the end and stops nothing; the exit code is then 1. \
            --expect N changes nothing where not exactly N cases are meant.
            """,
        subcommands: [
            BulkTake.self, BulkAssign.self, BulkNote.self, BulkNext.self, BulkDelay.self, BulkWait.self,
            BulkResume.self, BulkResolve.self, BulkReopen.self,
        ])
}

private struct BulkTake: CaseBulkAct {
    static let configuration = CommandConfiguration(commandName: "take", abstract: "Makes you their owner.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions

    var done: String { "taken" }
    func act(_ id: CaseID, at desk: Desk) async throws { _ = try await desk.take(id) }
}

private struct BulkAssign: CaseBulkAct {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Gives them to somebody.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Flag(help: "Also to somebody who is not among the staff of ombud.yaml.") var anyway = false
    @Argument(help: "Who gets them: a name, `me`; `nobody` gives them back.") var to: String

    func validate() throws { _ = try NamedOwner(to, who: person.who) }

    var done: String {
        guard case .somebody(let name)? = try? NamedOwner(to, who: person.who) else { return "given back" }
        return "assigned to \(name)"
    }

    func act(_ id: CaseID, at desk: Desk) async throws {
        _ = try await NamedOwner(to, who: person.who).hand(id, at: desk, anyway: anyway)
    }
}

private struct BulkNote: CaseBulkAct {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Adds a note to each; it stays inside.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Argument(help: "The note.") var text: String

    func validate() throws {
        if text.allSatisfy(\.isWhitespace) { throw ValidationError("the note is empty") }
    }

    var done: String { "noted on" }
    func act(_ id: CaseID, at desk: Desk) async throws { _ = try await desk.note(text, on: id) }
}

private struct BulkNext: CaseBulkAct {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "States what is to be done next on each.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Option(help: .due) var by: String?
    @Argument(help: "The next step.") var step: String

    func validate() throws {
        if step.allSatisfy(\.isWhitespace) { throw ValidationError("the next step is empty") }
        _ = try timeToCome("--by", by)
    }

    var done: String { "given a next step" }
    func act(_ id: CaseID, at desk: Desk) async throws {
        _ = try await desk.setNext(step, due: try timeToCome("--by", by), on: id)
    }
}

private struct BulkDelay: CaseBulkAct {
    static let configuration = CommandConfiguration(
        commandName: "delay", abstract: "Moves a deadline of each with a reason, before it passes.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Option(help: .due) var to: String?
    @Option(help: "The reason; it stands on the timelines.") var why: String
    @Option(help: "agreed (with the customer) or extension (that a law allows).")
    var kind: CaseHistory.Delay.Kind = .agreed
    @Option(help: "Only this clock.") var clock: String?

    func validate() throws {
        if why.allSatisfy(\.isWhitespace) { throw ValidationError("--why is empty; say why it takes longer") }
        if to == nil, kind == .agreed {
            throw ValidationError("--to is missing; say until when, such as --to +2wd")
        }
        _ = try timeToCome("--to", to)
    }

    var done: String { "delayed" }
    func act(_ id: CaseID, at desk: Desk) async throws {
        let asked = DelayRequest(until: try timeToCome("--to", to), why: why, kind: kind, clock: clock)
        let outcome = try await desk.delay(id, asked)
        guard outcome.moved.isEmpty else { return }
        throw Desk.Refusal.already(
            "too late for case \(id): recorded as missed and delayed, no deadline moved")
    }
}

private struct BulkWait: CaseBulkAct {
    static let configuration = CommandConfiguration(commandName: "wait", abstract: "Waits for the customers.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Option(help: "What the customers were asked.") var why: String?

    var done: String { "set to wait" }
    func act(_ id: CaseID, at desk: Desk) async throws { _ = try await desk.wait(id, why: why) }
}

private struct BulkResume: CaseBulkAct {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: "Waits no longer.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Option(help: "What the customers said.") var why: String?

    static var states: CaseFilter { CaseFilter(states: [.waiting]) }
    var done: String { "resumed" }
    func act(_ id: CaseID, at desk: Desk) async throws { _ = try await desk.resume(id, why: why) }
}

private struct BulkResolve: CaseBulkAct {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Ends them as resolved.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Option(help: "How they ended.") var why: String?

    var done: String { "resolved" }
    func act(_ id: CaseID, at desk: Desk) async throws { _ = try await desk.resolve(id, why: why) }
}

private struct BulkReopen: CaseBulkAct {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Opens them again: every clock starts anew.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var bulk: BulkOptions
    @Option(help: "Why they are not over.") var why: String

    static var states: CaseFilter { CaseFilter(states: [.resolved, .closed, .dismissed]) }
    func validate() throws {
        if why.allSatisfy(\.isWhitespace) {
            throw ValidationError("--why is empty; say why they are not over")
        }
    }

    var done: String { "reopened" }
    func act(_ id: CaseID, at desk: Desk) async throws { _ = try await desk.reopen(id, why: why) }
}
