import ArgumentParser
import Complaints
import Foundation
import Monitor

struct Review: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Goes through the inbox one by one with single keys, full screen, with undo.",
        discussion: """
            c confirms, d dismisses with a reason, t takes the case, a assigns it, w writes a note, z puts off, \
            m merges with the suggested twin, o opens the page, u takes back, ? shows all keys. Everything is \
            stored as it is done. Without a terminal, and with --plain, it goes line by line.
            """)

    @OptionGroup var place: Place
    @OptionGroup var person: Person
    @Flag(help: "Line by line, for a screen reader: nothing moves on the screen.") var plain = false

    func perform() async throws {
        let code = try await place.withStore(judges: true) { wiring, store in
            let desk = ReviewDesk(
                store: store,
                desk: wiring.desk(store, who: person.who),
                time: wiring.time)
            var state = ReviewState()
            state.owners = try await desk.owners()
            if isPlain { return try await PlainReview(desk: desk, state: state).run() }
            return try await ScreenReview(desk: desk, state: state).run()
        }
        if code != 0 { throw ExitCode(code) }
    }

    private var isPlain: Bool {
        let kind = ProcessInfo.processInfo.environment["TERM"] ?? ""
        return plain || !Screen.isTerminal || isatty(STDIN_FILENO) != 1 || kind == "dumb"
    }
}
