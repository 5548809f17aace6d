import ArgumentParser
import Complaints
import Monitor

/// `ombud case basis`: says whether a law applies to the case.
struct CaseBasis: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "basis", abstract: "Confirms or denies the basis of a clock that a law sets.",
        discussion: """
            Until somebody says so a statutory clock is counted, to be safe, and its basis is unreviewed. A denied \
            one is off; --confirm puts it on again, as if it had never been off. Without --clock every clock of a \
            law is meant.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Flag(help: "The law applies to the case.") var confirm = false
    @Flag(help: "It does not: its clock is off.") var deny = false
    @Option(help: "Only this clock.") var clock: String?
    @Option(help: "The reason; it stands on the timeline and stays inside.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID

    func validate() throws {
        if confirm == deny {
            throw ValidationError("--confirm says that the law applies, --deny that it does not; give one")
        }
        if let why, why.allSatisfy(\.isWhitespace) { throw ValidationError("--why is empty; say why") }
    }

    func act(_ desk: Desk) async throws -> Case {
        try await desk.setBasis(deny ? .denied : .confirmed, clock: clock, why: why, on: id)
    }
    var doneText: String {
        let clocks = clock.map { "the clock \($0)" } ?? "every clock of a law"
        return "has the basis of \(clocks) \(deny ? "denied" : "confirmed")"
    }
    var leavesNext: Bool { true }
}
