import Complaints

/// Which key does what.
enum ReviewCommand: CaseIterable, Sendable {
    case confirm, dismiss, take, assign, note, snooze, merge, mergeWith, open, undo, next, previous, down, up,
        details, help, quit

    /// The letter, and what it does in a word and in a sentence.
    var key: (letter: Character, word: String, meaning: String) {
        switch self {
        case .confirm: ("c", "confirm", "It is a complaint: opens a case or keeps the one it has.")
        case .dismiss: ("d", "dismiss", "It is none: a digit picks the reason, or type one.")
        case .take: ("t", "take", "You are the owner of its case.")
        case .assign: ("a", "assign", "Gives its case to somebody.")
        case .note: ("w", "write", "Writes a note on its case; the customer never sees it.")
        case .snooze: ("z", "snooze", "Puts it off until a time; it comes back by itself.")
        case .merge: ("m", "merge", "The same complaint as the suggested twin: one case, confirmed.")
        case .mergeWith: ("M", "merge with", "The same complaint as a mention that you name.")
        case .open: ("o", "open", "Opens its page, or shows and copies the address.")
        case .undo: ("u", "undo", "Takes the last act back, then the one before it.")
        case .next: ("n", "next", "Leaves it as it is and goes on.")
        case .previous: ("p", "previous", "Goes back to the one before.")
        case .down: (" ", "more", "Scrolls down; also arrows and Page Down.")
        case .up: ("b", "back", "Scrolls up.")
        case .details: ("i", "inside", "Shows all that is known, in full.")
        case .help: ("?", "help", "Shows the keys.")
        case .quit: ("q", "quit", "Ends; what was done is stored already.")
        }
    }

    /// Also where the keyboard writes Cyrillic: the key at the same place.
    init?(_ letter: Character) {
        let wanted = Self.latin[letter] ?? letter
        guard let found = Self.allCases.first(where: { $0.key.letter == wanted }) else { return nil }
        self = found
    }

    init?(word: String) {
        let word = word.trimmed.lowercased()
        if word.count == 1, let letter = word.first, let found = ReviewCommand(letter) {
            self = found
        } else if let found = Self.allCases.first(where: { $0.key.word == word }) {
            self = found
        } else {
            return nil
        }
    }

    private static let latin = Dictionary(
        uniqueKeysWithValues: zip("йцукенгшщзфывапролдячсмитьі", "qwertyuiopasdfghjklzxcvbnms"))
}

extension String {
    fileprivate var trimmed: String { oneLine }
}

extension ReviewState {
    private static let page = 8

    mutating func take(_ key: Key) -> [Act] {
        switch key {
        case .interrupt: return [.interrupt]
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        default: break
        }
        switch mode {
        case .asking(let question, let editor): return type(key, editor, question)
        case .help:
            mode = sheet == nil ? .atEnd : .looking
            return []
        case .starting, .looking, .atEnd: return look(key)
        }
    }

    private mutating func look(_ key: Key) -> [Act] {
        say("")
        switch key {
        case .letter(let letter):
            guard let command = ReviewCommand(letter) else {
                say("\(String(letter).oneLine) does nothing; ? shows the keys", isRefusal: true)
                return []
            }
            return perform(command)
        case .right: return perform(.next)
        case .left: return perform(.previous)
        case .down: return move(1)
        case .up: return move(-1)
        case .pageDown, .enter: return move(Self.page)
        case .pageUp: return move(-Self.page)
        case .home: return move(-scroll)
        case .endOfInput: return [.quit]
        case .paste:
            // A text in the wrong window must not decide on a dozen complaints.
            say("a pasted text is no command", isRefusal: true)
            return []
        default: return []
        }
    }

    private mutating func move(_ lines: Int) -> [Act] {
        scroll = max(0, scroll + lines)
        return []
    }

    private mutating func type(_ key: Key, _ editor: LineEditor, _ question: ReviewQuestion) -> [Act] {
        var editor = editor
        switch key {
        case .escape:
            mode = .looking
            say("nothing was done")
            return []
        case .enter: return answer(editor.isEmpty ? proposal ?? "" : editor.text, to: question)
        case .letter(let letter) where editor.isEmpty:
            if let place = letter.wholeNumberValue, choices.indices.contains(place - 1) {
                return answer(choices[place - 1], to: question)
            }
        default: break
        }
        if editor.take(key) { mode = .asking(question, editor) }
        return []
    }

    /// A whole line, where lines are read: a command, or the answer to a question.
    mutating func take(_ line: String) -> [Act] {
        let text = line.oneLine
        if case .asking(let question, _) = mode {
            if let place = Int(text), choices.indices.contains(place - 1) {
                return answer(choices[place - 1], to: question)
            }
            return answer(text.isEmpty ? proposal ?? "" : text, to: question)
        }
        if case .help = mode { mode = sheet == nil ? .atEnd : .looking }
        guard !text.isEmpty else { return [] }
        guard let command = ReviewCommand(word: text) else {
            say("\(text) is no command; ? lists them", isRefusal: true)
            return []
        }
        return perform(command)
    }

    mutating func perform(_ command: ReviewCommand) -> [Act] {
        switch command {
        case .undo: return takeBack()
        case .help:
            mode = .help
            return []
        case .quit: return [.quit]
        case .previous: return goBack()
        case .next:
            guard mode == .atEnd else { return goOn() }
            say("")
            queue.goToStart()
            return queue.current == nil ? [.fetch(skipping: 0)] : goOnFromStart()
        case .down: return move(Self.page)
        case .up: return move(-Self.page)
        case .details:
            (isDetailed, scroll) = (!isDetailed, 0)
            return []
        case .confirm, .dismiss, .take, .assign, .note, .snooze, .merge, .mergeWith, .open:
            guard let sheet else {
                say("there is nothing to \(command.key.word)", isRefusal: true)
                return []
            }
            return perform(command, on: sheet)
        }
    }

    private mutating func goOnFromStart() -> [Act] { queue.current.map { [.show($0)] } ?? [] }

    private mutating func perform(_ command: ReviewCommand, on sheet: ReviewSheet) -> [Act] {
        let mention = sheet.mention
        switch command {
        case .confirm, .dismiss, .merge, .mergeWith, .snooze:
            if let review = mention.review {
                return refuse(
                    "\(mention.id) was \(review.decision.rawValue) by \(review.by); u takes back what you did last"
                )
            }
        case .take, .assign, .note:
            guard let found = sheet.handled else {
                return refuse("\(mention.id) is in no case yet: c confirms it and opens one")
            }
            guard found.state.isActive || command == .note else {
                return refuse("case \(found.id) is \(found.state.rawValue): it has no owner any more")
            }
        default: break
        }
        switch command {
        case .confirm: return [.decide(mention.id, .confirmed, why: nil)]
        case .dismiss: return ask(.reason)
        case .take:
            return sheet.handled.map { [.take($0.id, from: $0.owner)] } ?? []
        case .assign: return ask(.owner)
        case .note: return ask(.note)
        case .snooze: return ask(.until)
        case .merge:
            guard let twin = sheet.suggestion?.mention.id else {
                return refuse("no twin is suggested; M merges with a mention that you name")
            }
            return [.merge(mention.id, with: twin)]
        case .mergeWith: return ask(.twin)
        case .open:
            guard let url = mention.url else { return refuse("\(mention.id) has no address of its own") }
            return [.open(url)]
        default: return []
        }
    }

    private mutating func refuse(_ why: String) -> [Act] {
        say(why, isRefusal: true)
        return []
    }
}
