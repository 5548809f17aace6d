import ArgumentParser
import Complaints
import Foundation
import Monitor

/// Who acts on a case, and what they knew of it.
struct Acting: ParsableArguments {
    @OptionGroup var person: Person
    @Option(help: "Only if the case is still at this version, as `case show --json` tells it; else exit 1.")
    var ifVersion: Int?
}

/// What is to be done next, said along with an act.
struct Following: ParsableArguments {
    @Option(help: "What is to be done next; every open case needs it.") var next: String?
    @Option(help: "Until when it is to be done, as `--due` of `case next`.") var nextDue: String?

    func validate() throws {
        if let next, next.allSatisfy(\.isWhitespace) { throw ValidationError("--next is empty; say what") }
        if nextDue != nil, next == nil {
            throw ValidationError("--next-due without --next; say what is to be done until then")
        }
        _ = try step
    }

    var step: Along.Step? {
        get throws { try next.map { Along.Step($0, due: try timeToCome("--next-due", nextDue)) } }
    }
}

/// An act on one case: prints what it became.
protocol CaseActCommand: OmbudCommand {
    var place: Place { get }
    var printing: Printing { get }
    var acting: Acting { get }
    /// The step said along; nil for acts that take none.
    var step: Along.Step? { get throws }
    /// For acts after which the next step is what it was: nothing is told of its lack.
    var leavesNext: Bool { get }
    func act(_ desk: Desk) async throws -> Case
    var doneText: String { get }
    /// What else is to be known of what it became.
    func rest(_ changed: Case) -> String
}

/// An act after which something else is to be done next.
protocol CaseStepCommand: CaseActCommand {
    var following: Following { get }
}

extension CaseStepCommand {
    var step: Along.Step? { get throws { try following.step } }
}

extension CaseActCommand {
    var step: Along.Step? { nil }
    var leavesNext: Bool { false }
    func rest(_ changed: Case) -> String { "" }

    func perform() async throws { try await performAct() }

    func performAct() async throws {
        let along = Along(version: acting.ifVersion, next: try step)
        try await place.atDesk(acting.person, along) { desk in
            let changed = try await act(desk)
            if printing.json {
                print(changed.json.line)
            } else {
                Screen.say(
                    "case \(changed.id) \(doneText); it is \(changed.state.rawValue), owner \(changed.owner ?? "nobody")"
                        + rest(changed)
                )
            }
            if !leavesNext { changed.tellOfMissingStep() }
        }
    }
}

extension Case {
    /// On standard error: what is printed for programs stays as it is.
    func tellOfMissingStep() {
        guard lacksNextStep else { return }
        let line =
            "case \(id) has no next step; say it along with --next, or `ombud case next \(id.number) WORDS`\n"
        FileHandle.standardError.write(Data(line.utf8))
    }
}
