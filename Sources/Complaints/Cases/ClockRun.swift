/// One clock of one case, led through what happened to the case: where it started, when it stood still, what
/// was agreed, what stopped it.
struct ClockRun {
    let rule: ClockRule
    let working: WorkingTime
    private(set) var start: Instant
    /// In order and apart; only the last may be open.
    private(set) var pauses: [ClockPause] = []
    /// The due time that a delay set.
    private(set) var agreed: Instant?
    private(set) var stop: Stop?
    /// The steps of the proof before and after the counting.
    private(set) var preface: [String] = []
    private(set) var notes: [String] = []

    struct Stop {
        var what: String
        var at: Instant
    }

    init(_ rule: ClockRule, on working: WorkingTime, history: CaseHistory, now: Instant) {
        self.rule = rule
        self.working = working
        start = history.anchor(rule.from)
        preface = [rule.text(on: working.calendar)] + [rule.law.map { "law: \($0)" }].compactMap { $0 }
        preface.append(startText(history))
        for entry in history.entriesInOrder(until: now) {
            if case .reopen = entry.what { restart(at: entry.at, because: "reopened") } else { take(entry) }
        }
    }

    private mutating func take(_ entry: CaseHistory.Entry) {
        guard stop == nil else { return }
        switch entry.what {
        case .wait: pause(at: entry.at)
        case .resume: resume(at: entry.at)
        case .delay(let until): delay(at: entry.at, until: until)
        case .reply where rule.until == .update: update(at: entry.at)
        case .reply where rule.until == .reply: halt(entry.at, "reply")
        case .assign where rule.until == .assign: halt(entry.at, "assigned")
        // After the case is resolved no further update is owed.
        case .resolve where rule.until == .resolve || rule.until == .update: halt(entry.at, "resolved")
        case .reply, .assign, .resolve, .reopen: break
        }
    }

    /// The length begins anew; an open wait goes on only for the clock that each public word restarts.
    private mutating func restart(at instant: Instant, because why: String, waiting: Bool = false) {
        start = instant
        pauses = waiting ? [ClockPause(from: instant)] : []
        agreed = nil
        stop = nil
        notes = []
        preface.append("\(why) \(working.zone.text(instant)): starts anew at full length")
    }

    // MARK: What stops it for a while

    private var isWaiting: Bool { pauses.last.map { $0.to == nil } ?? false }

    /// Days are counted by the calendar and run on; so does a date that was agreed.
    private var canPause: Bool {
        guard rule.pause == .waiting, agreed == nil else { return false }
        return switch rule.within {
        case .workingMinutes, .elapsed: true
        case .workingDays, .calendarDays: false
        }
    }

    private mutating func pause(at instant: Instant) {
        guard canPause, !isWaiting else { return }
        pauses.append(ClockPause(from: max(instant, start)))
    }

    private mutating func resume(at instant: Instant) {
        guard isWaiting, let last = pauses.popLast(), instant > last.from else { return }
        pauses.append(ClockPause(from: last.from, to: instant))
    }

    // MARK: What moves and what ends it

    private var dueSoFar: ClockEnd { agreed.map { .due($0) } ?? walk().end }

    private mutating func delay(at instant: Instant, until: Instant) {
        let said = "delay said \(working.zone.text(instant))"
        if until <= instant {
            notes.append("\(said), until \(working.zone.text(until)), which had passed: does not count")
        } else if case .due(let due) = dueSoFar, instant > due {
            notes.append("\(said), after the due time \(working.zone.endText(due)): does not count")
        } else {
            agreed = until
            notes.append("\(said), in time: due moves to \(working.zone.text(until))")
        }
    }

    private mutating func update(at instant: Instant) {
        var why = "public word"
        if case .due(let due) = dueSoFar, instant > due {
            why = "public word, late for \(working.zone.endText(due)),"
        }
        restart(at: instant, because: why, waiting: isWaiting)
    }

    private mutating func halt(_ instant: Instant, _ what: String) {
        // What the clock would have shown had it run on from here.
        resume(at: instant)
        stop = Stop(what: what, at: instant)
    }

    private func startText(_ history: CaseHistory) -> String {
        let text = working.zone.text(start) + " (\(working.zone.name))"
        switch rule.from {
        case .opened: return "opened \(text)"
        case .seen: return "seen \(text)"
        case .posted where history.seen > start:
            return "posted \(text); seen \((history.seen - start).hoursText) later"
        case .posted: return "posted \(text)"
        }
    }
}

/// A time in which the clock stands still because the customer is being waited for; open where `to` is nil.
struct ClockPause: Hashable {
    var from: Instant
    var to: Instant?
}

extension CaseHistory {
    func anchor(_ from: ClockRule.Anchor) -> Instant {
        switch from {
        case .posted: posted
        case .seen: seen
        case .opened: opened
        }
    }

    /// Entries at the same instant keep the order in which they were written.
    func entriesInOrder(until now: Instant) -> [Entry] {
        entries.filter { $0.at <= now }.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map { $0.element }
    }
}

extension ClockRule {
    /// `8 working hours until a reply; calendar pl`.
    func text(on calendar: WorkingCalendar) -> String {
        let event =
            switch until {
            case .assign: "somebody has it"
            case .reply: "a reply"
            case .update: "the next public word"
            case .resolve: "it is resolved"
            }
        return "\(within.text) until \(event); calendar \(calendar.name)"
    }
}
