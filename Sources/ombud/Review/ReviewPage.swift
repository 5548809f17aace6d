import Complaints

/// The screen for one state of a review: rows of a terminal of any size.
struct ReviewPage {
    let state: ReviewState
    let size: Size
    let now: Instant

    struct Size: Hashable, Sendable {
        var columns: Int
        var rows: Int
    }

    struct Rows: Hashable, Sendable {
        var lines: [PageLine]
        /// Where somebody types, from 0.
        var cursor: (row: Int, column: Int)?
        /// As far as it can be scrolled.
        var scroll = 0

        static func == (a: Rows, b: Rows) -> Bool {
            a.lines == b.lines && a.scroll == b.scroll && a.cursor?.row == b.cursor?.row
                && a.cursor?.column == b.cursor?.column
        }

        func hash(into hasher: inout Hasher) { hasher.combine(lines) }
    }

    static let least = Size(columns: 40, rows: 10)

    var rows: Rows {
        guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else { return tooSmall }
        let question = questionLines
        let room = size.rows - 3 - question.count
        var (body, scroll) = body(room)
        body += Array(repeating: PageLine(), count: max(0, room - body.count))
        var rows = Rows(lines: [header] + body.prefix(room) + question, scroll: scroll)
        let (line, column) = messageLine
        if let column { rows.cursor = (row: rows.lines.count, column: column) }
        rows.lines += [line, keys]
        return rows
    }

    private var tooSmall: Rows {
        let text =
            "\(Self.least.columns)x\(Self.least.rows) is the least for this; it is \(size.columns)x\(size.rows). q ends"
        let lines = text.wrapped(to: size.columns).prefix(max(1, size.rows)).map { PageLine($0) }
        return Rows(lines: lines + Array(repeating: PageLine(), count: max(0, size.rows - lines.count)))
    }

    // MARK: The frame

    private var header: PageLine {
        let count = " \(state.left) left, \(state.done) done "
        let mention = state.sheet?.mention
        let name = mention.map { " \($0.id)  \($0.subject)  \($0.source.name)".oneLine } ?? "ombud review"
        let room = max(0, size.columns - count.columns - 1)
        return PageLine(" " + name.cut(to: room).padded(to: room) + count, .inverse)
    }

    private var messageLine: (PageLine, column: Int?) {
        guard case .asking(let question, let editor) = state.mode else {
            return (PageLine(state.message, state.isRefusal ? .bold : .plain), nil)
        }
        let prompt = question.prompt + ": "
        let room = max(4, size.columns - prompt.columns - 1)
        var typed = editor.before[...]
        while String(typed).columns > room { typed.removeFirst() }
        let (before, after) = (String(typed).safe, String(editor.after).safe)
        return (
            PageLine(runs: [.init(text: prompt, style: .bold), .init(text: before + after, style: .plain)]),
            prompt.columns + before.columns
        )
    }

    private var questionLines: [PageLine] {
        guard case .asking(let question, _) = state.mode else { return [] }
        var lines = state.choices.enumerated().map { number, choice in
            PageLine(
                runs: [
                    .init(text: " \(number + 1) ", style: .bold), .init(text: choice.oneLine, style: .plain),
                ])
        }
        if !question.hint.isEmpty { lines.append(PageLine(" " + question.hint, .dim)) }
        return Array(lines.suffix(max(0, size.rows - 6)))
    }

    private var keys: PageLine {
        if case .asking = state.mode {
            let again = state.proposal.map { "Enter: \($0)   " } ?? "Enter does it   "
            return PageLine(again.oneLine + "  Escape leaves it", .dim)
        }
        let shown: [ReviewCommand] =
            state.mode == .atEnd
            ? [.next, .undo, .previous, .quit, .help]
            : [
                .confirm, .dismiss, .take, .assign, .snooze, .merge, .undo, .next, .note, .open, .previous,
                .quit,
            ]
        let help = ReviewCommand.help.key
        var (runs, used) = ([PageLine.Run](), "\(help.letter) \(help.word)".columns)
        for command in shown {
            let key = command.key
            guard used + key.word.columns + 3 <= size.columns else { break }
            used += key.word.columns + 3
            runs += [.init(text: "\(key.letter)", style: .bold), .init(text: " \(key.word) ", style: .dim)]
        }
        runs += [.init(text: "\(help.letter)", style: .bold), .init(text: " \(help.word)", style: .dim)]
        return PageLine(runs: runs)
    }

    // MARK: The body

    private func body(_ room: Int) -> ([PageLine], scroll: Int) {
        switch state.mode {
        case .help: return scrolled(help, room)
        case .starting: return ([], 0)
        case .atEnd: return (end, 0)
        case .looking, .asking:
            guard let sheet = state.sheet else { return ([], 0) }
            let facts = ReviewFacts(sheet: sheet, now: now)
            let words = words(of: sheet.mention)
            let head = PageLine(" " + facts.byline, .dim)
            if state.isDetailed {
                let all = facts.all.flatMap { lines(of: $0, atMost: Int.max) }
                return scrolled([head, PageLine()] + words + [rule("")] + all, room)
            }
            return body(head, words, facts.all, room)
        }
    }

    /// The customer's words scroll; below them stand the facts, as many as there is room for.
    private func body(
        _ head: PageLine, _ words: [PageLine], _ facts: [ReviewFacts.Fact], _ room: Int
    ) -> ([PageLine], scroll: Int) {
        let space = max(2, room - 2)
        let full = facts.flatMap { lines(of: $0, atMost: Int.max) }
        let told = words.count + full.count <= space ? full : facts.flatMap { lines(of: $0, atMost: 2) }
        let forFacts = min(told.count, max(space / 2, space - words.count))
        let forWords = space - forFacts
        let last = max(0, words.count - forWords)
        let scroll = min(state.scroll, last)
        let below = last - scroll
        var hints: [String] = []
        if below > 0 { hints.append("\(below) more line\(below == 1 ? "" : "s"), space") }
        if forFacts < told.count || told.count < full.count { hints.append("i shows all") }
        let shown = Array(words[scroll..<min(words.count, scroll + forWords)])
        let blank = Array(repeating: PageLine(), count: max(0, forWords - shown.count))
        return (
            [head] + shown + [rule(hints.joined(separator: "; "))] + told.prefix(forFacts) + blank, scroll
        )
    }

    private func scrolled(_ lines: [PageLine], _ room: Int) -> ([PageLine], scroll: Int) {
        let scroll = min(state.scroll, max(0, lines.count - room))
        var shown = Array(lines[scroll..<min(lines.count, scroll + room)])
        let below = lines.count - scroll - shown.count
        if below > 0, !shown.isEmpty { shown[shown.count - 1] = rule("\(below + 1) more lines, space") }
        return (shown, scroll)
    }

    private func words(of mention: Mention) -> [PageLine] {
        let width = size.columns - 2
        var lines: [PageLine] = []
        if let title = mention.content.title {
            lines += title.safe.wrapped(to: width).map { PageLine(" " + $0, .bold) }
        }
        lines += mention.content.text.safe.wrapped(to: width).map { PageLine(" " + $0) }
        if let reply = mention.content.reply {
            let name = (reply.author ?? "the company").oneLine
            lines.append(PageLine())
            lines.append(PageLine(" answer of \(name), \(Times.short(reply.published?.instant)):", .dim))
            lines += reply.text.safe.wrapped(to: width - 2).map { PageLine("   " + $0) }
        }
        return lines
    }

    private func rule(_ hint: String) -> PageLine {
        let text = hint.isEmpty ? "" : " \(hint) "
        return PageLine(
            "──" + text + String(repeating: "─", count: max(0, size.columns - 2 - text.columns)), .dim)
    }

    private static let nameWidth = 11

    private func lines(of fact: ReviewFacts.Fact, atMost most: Int) -> [PageLine] {
        var texts = fact.text.wrapped(to: size.columns - Self.nameWidth - 1)
        if texts.count > most {
            texts = Array(texts.prefix(most))
            texts[most - 1] = (texts[most - 1] + " …").cut(to: size.columns - Self.nameWidth - 1)
        }
        return texts.enumerated().map { number, text in
            PageLine(
                runs: [
                    .init(
                        text: (number == 0 ? " " + fact.name : "").padded(to: Self.nameWidth), style: .dim),
                    .init(text: text, style: .plain),
                ])
        }
    }

    private var help: [PageLine] {
        ReviewCommand.allCases.flatMap { command in
            let key = command.key
            let name = key.letter == " " ? "space" : String(key.letter)
            return key.meaning.wrapped(to: size.columns - 8).enumerated().map { number, text in
                PageLine(
                    runs: [
                        .init(text: " " + (number == 0 ? name : "").padded(to: 6), style: .bold),
                        .init(text: text, style: .plain),
                    ])
            }
        }
    }

    private var end: [PageLine] {
        state.farewell.flatMap { $0.wrapped(to: size.columns - 2) }.map { PageLine(" " + $0) }
    }
}

extension ReviewState {
    /// What is said when nothing is left to show.
    var farewell: [String] {
        let passed = queue.passedOver
        if left == 0 { return ["", "The inbox is empty. \(done) done."] }
        return [
            "",
            "This was the last. \(done) done, \(left) left\(passed > 0 ? ", of them \(passed) passed over" : "").",
            "n begins again.",
        ]
    }
}
