import Foundation

/// A review line by line.
struct PlainReview {
    let desk: ReviewDesk
    var state: ReviewState

    consuming func run() async throws -> Int32 {
        var code = try await perform(state.start(), before: state)
        if let code { return code }
        prompt()
        for await event in TerminalKeys.lines() {
            guard case .line(let line) = event else { break }
            let before = state
            let acts = state.handle(.line(line))
            code = try await perform(acts, before: before)
            if let code { return code }
            prompt()
        }
        return 0
    }

    private func prompt() {
        say(ReviewPlain(now: desk.time.now()).prompt(of: state), end: Screen.isTerminal ? "" : "\n")
    }

    private mutating func perform(
        _ acts: [ReviewState.Act], before: ReviewState
    ) async throws -> Int32? {
        let plain = ReviewPlain(now: desk.time.now())
        var shown: ReviewSheet?
        var waiting = acts[...]
        while let act = waiting.popFirst() {
            switch act {
            case .quit: return 0
            case .interrupt: return 130
            case .redraw, .suspend: break
            case .open(let url):
                let isOpen = Browser.isThere && Browser.open(url)
                waiting += state.handle(.told((isOpen ? "opened " : "") + url.oneLine))
            default:
                guard let event = try await desk.perform(act) else { break }
                waiting += state.handle(event)
                if case .shown(let sheet, _) = event, state.sheet?.mention.id == sheet.mention.id {
                    shown = sheet
                }
            }
        }
        for line in plain.lines(of: state, before: before) { say(line) }
        if let shown, before.sheet?.mention.id != shown.mention.id {
            for line in plain.lines(of: shown, left: state.left) { say(line) }
        }
        return nil
    }

    /// At once: whoever listens is not kept waiting for a full buffer.
    private func say(_ text: String, end: String = "\n") {
        FileHandle.standardOutput.write(Data((text + end).utf8))
    }
}
