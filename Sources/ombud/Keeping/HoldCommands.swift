import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// `ombud case hold` and `ombud mention hold`: what a dispute needs stays, whatever retention says.

struct HoldOptions: ParsableArguments {
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "What it is needed for: the court, the file, until when.") var why: String?
    @Flag(help: "Ends the hold.") var end = false

    func validate() throws {
        if end, why != nil { throw ValidationError("--end needs no --why") }
        if !end, why == nil {
            throw ValidationError("say what it is needed for, with --why; or --end the hold")
        }
    }

    func perform(on target: Hold.Target) async throws {
        try await place.atDesk(person) { desk in
            var isNew = true
            if end {
                try await desk.endHold(of: target)
            } else {
                isNew = try await desk.hold(target, why: why ?? "")
            }
            if printing.json {
                let line: JSON = ["on": "\(target)", "held": !end, "why": why, "new": isNew]
                print(line.line)
            } else if end {
                Screen.say("\(target) is under legal hold no more")
            } else {
                Screen.say(
                    "\(target) is under legal hold" + (isNew ? "" : ", as it was; the reason is the new one"))
            }
        }
    }
}

private let holdDiscussion = """
    While it holds, neither `ombud purge` nor `ombud forget` touches it, its mentions and their evidence; both \
    tell the reason. `ombud audit list` shows who set and ended it.
    """

struct CaseHold: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Puts a case and its mentions under legal hold, or ends that.",
        discussion: holdDiscussion)
    @OptionGroup var options: HoldOptions
    @Argument(help: "42 or #42") var id: CaseID

    func perform() async throws { try await options.perform(on: .case(id)) }
}

struct MentionHold: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Puts a mention under legal hold, or ends that.",
        discussion: holdDiscussion)
    @OptionGroup var options: HoldOptions
    @Argument(help: "m1234") var id: MentionID

    func perform() async throws { try await options.perform(on: .mention(id)) }
}
