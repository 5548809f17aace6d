import CTerminal
import Complaints

/// A review on a terminal of its own.
struct ScreenReview {
    let desk: ReviewDesk
    var state: ReviewState
    private var screen = TerminalScreen()
    private var ahead: MentionID?

    init(desk: ReviewDesk, state: ReviewState) {
        self.desk = desk
        self.state = state
    }

    /// - Returns: the exit code.
    consuming func run() async throws -> Int32 {
        guard let signals = TerminalScreen.open() else {
            throw Failure(.failed, "this terminal cannot be used as a screen; try `ombud review --plain`")
        }
        screen.enter()
        defer { TerminalScreen.leave() }
        var code = try await perform(state.start())
        draw()
        if let code { return code }
        for await event in TerminalKeys.events(signals: signals) {
            switch event {
            case .key(let key): code = try await perform(state.handle(.key(key)))
            case .line: break
            case .resized: screen.measure()
            case .continued: screen.enter()
            case .stop: suspend()
            case .signal(let number): return 128 + number
            case .closed: return 129
            }
            if let code { return code }
            draw()
        }
        return 0
    }

    private mutating func draw() {
        let rows = ReviewPage(state: state, size: screen.size, now: desk.time.now()).rows
        state.scroll = rows.scroll
        screen.show(rows)
    }

    private mutating func suspend() {
        ombud_terminal_stop()
        screen.enter()
    }

    /// - Returns: the exit code, where it is over.
    private mutating func perform(_ acts: [ReviewState.Act]) async throws -> Int32? {
        var waiting = acts[...]
        while let act = waiting.popFirst() {
            switch act {
            case .quit: return 0
            case .interrupt: return 130
            case .suspend: suspend()
            case .redraw: screen.enter()
            case .open(let url): waiting += state.handle(.told(open(url)))
            default:
                if let event = try await desk.perform(act) { waiting += state.handle(event) }
            }
        }
        readAhead()
        return nil
    }

    /// Reads the next mention so that the store has its pages at hand; it is shown as it is by then.
    private mutating func readAhead() {
        guard let id = state.queue.upcoming, ahead != id else { return }
        ahead = id
        let desk = desk
        Task { _ = try? await desk.perform(.show(id)) }
    }

    private func open(_ url: String) -> String {
        if Browser.isThere, Browser.open(url) { return "opened \(url.oneLine)" }
        TerminalScreen.copy(url)
        return url.oneLine
    }
}
