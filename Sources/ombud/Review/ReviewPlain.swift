import Complaints

/// The same review line by line, for screen readers and pipes: nothing moves, every change is a new line.
struct ReviewPlain {
    let now: Instant

    /// A mention, read from top to bottom.
    func lines(of sheet: ReviewSheet, left: Int) -> [String] {
        let mention = sheet.mention
        let facts = ReviewFacts(sheet: sheet, now: now)
        var lines = [
            "", "\(mention.id), \(mention.subject), \(mention.source.name), \(left) left", facts.byline,
        ]
        if let title = mention.content.title { lines.append("Title: \(title.oneLine)") }
        lines += mention.content.text.safe.split(separator: "\n").map(String.init)
        if let reply = mention.content.reply {
            lines.append(
                "Answer of \(reply.author ?? "the company"), \(Times.short(reply.published?.instant)): \(reply.text.oneLine)"
            )
        }
        return lines.map(\.safe) + facts.all.map { "\($0.name): \($0.text)" }
    }

    /// What there is to hear after an event, besides the mention itself.
    func lines(of state: ReviewState, before: ReviewState) -> [String] {
        var lines: [String] = []
        if state.message != before.message || state.isRefusal, !state.message.isEmpty {
            lines.append(state.message.safe)
        }
        if state.mode != before.mode {
            switch state.mode {
            case .help: lines += help
            case .atEnd: lines += state.farewell.filter { !$0.isEmpty }
            case .asking(let question, _):
                lines += state.choices.enumerated().map { "\($0 + 1) \($1.oneLine)" }
                if !question.hint.isEmpty { lines.append(question.hint) }
                if let proposal = state.proposal { lines.append("empty: \(proposal.oneLine)") }
            case .starting, .looking: break
            }
        }
        return lines
    }

    func prompt(of state: ReviewState) -> String {
        switch state.mode {
        case .asking(let question, _): question.prompt + ": "
        case .atEnd: "n again, u undo, q quit: "
        default: "c confirm, d dismiss, n next, ? help: "
        }
    }

    private var help: [String] {
        ReviewCommand.allCases.filter { $0 != .down && $0 != .up && $0 != .details }.map {
            "\($0.key.letter) or \($0.key.word): \($0.key.meaning)"
        }
    }
}
