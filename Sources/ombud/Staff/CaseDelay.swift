import ArgumentParser
import Complaints
import Monitor
import Storage

/// `ombud case delay`: moves a deadline on purpose, before it passes.
struct CaseDelay: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "delay", abstract: "Moves a deadline with a reason and a new date, before it passes.",
        discussion: """
            `agreed` is what the customer was told; it moves the clocks of the house. `extension` is a longer \
            limit that a law gives for reasons; it moves the clocks of laws, as far as they allow. After the due \
            time nothing moves: the case is recorded as missed and delayed, and the exit code is 1.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Option(help: .due) var until: String?
    @Option(help: "The reason; it stands on the timeline.") var why: String
    @Option(help: "agreed (with the customer) or extension (that a law allows).")
    var kind: CaseHistory.Delay.Kind = .agreed
    @Option(help: "Only this clock.") var clock: String?
    @Argument(help: "42 or #42") var id: CaseID

    func validate() throws {
        if why.allSatisfy(\.isWhitespace) { throw ValidationError("--why is empty; say why it takes longer") }
        if until == nil, kind == .agreed {
            throw ValidationError("--until is missing; say until when, such as --until +2wd")
        }
        _ = try timeToCome("--until", until)
    }

    func perform() async throws {
        let asked = DelayRequest(until: try timeToCome("--until", until), why: why, kind: kind, clock: clock)
        let along = Along(version: acting.ifVersion, next: try following.step)
        try await place.atDesk(acting.person, along) { desk in
            let outcome = try await desk.delay(id, asked)
            guard !outcome.moved.isEmpty else {
                let late = outcome.late.map { "\($0.name) was due \(Times.short($0.due))" }
                throw Failure(
                    .failed,
                    "too late for case \(id): \(late.joined(separator: ", ")); recorded as missed and delayed, "
                        + "no deadline moved")
            }
            defer { outcome.case.tellOfMissingStep() }
            if printing.json {
                print(outcome.case.json.line)
                return
            }
            let moved = outcome.moved.map { clock in
                clock.notBefore.map {
                    "\(clock.name) waits, and is due no earlier than \(Times.short($0, in: outcome.zone))"
                }
                    ?? "\(clock.name) is due " + (clock.due.map { Times.short($0, in: outcome.zone) } ?? "-")
            }
            Screen.say("case \(id) delayed: \(moved.joined(separator: ", "))")
            for clock in outcome.late {
                Screen.say("\(clock.name) was due \(Times.short(clock.due)): missed and delayed")
            }
        }
    }
}

extension CaseHistory.Delay.Kind: ExpressibleByArgument {}
