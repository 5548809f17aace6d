/// One clock of one case, led through what happened to the case: where it started, when it stood still, what
/// was agreed, what stopped it. ClockMoves.swift has what moves and restarts it.
struct ClockRun {
    /// With the limits of the law in force when the case was opened, or of an extension.
    var rule: ClockRule
    let working: WorkingTime
    var start: Instant
    /// In order and apart; only the last may be open.
    var pauses: [ClockPause] = []
    /// The date that a delay set: the clock ends no earlier, whatever it was waited for besides.
    var agreed: Instant?
    var isExtended = false
    private(set) var stop: Stop?
    /// Whether the statute had a limit on the day of opening.
    let isInForce: Bool
    /// Why nothing is owed any more, where it is so.
    var closed: String?
    var basis: ClockBasis?
    /// Whether the proof is written down; due times and states are the same without.
    let isExplained: Bool
    /// The steps of the proof before and after the counting.
    var preface: [String] = []
    var notes: [String] = []

    struct Stop {
        var what: String
        var at: Instant
        var holdsUntil: Instant?
    }

    init(
        _ rule: ClockRule, on working: WorkingTime, history: CaseHistory, events: [ClockEvent],
        isExplained: Bool = true
    ) {
        self.isExplained = isExplained
        let inForce = rule.inForce(on: working.zone.local(history.opened).date)
        self.rule = inForce ?? rule
        isInForce = inForce != nil
        self.working = working
        start = history.anchor(rule.from)
        basis = rule.isStatutory ? .unreviewed : nil
        if isExplained {
            preface = [self.rule.text(on: working.calendar)]
            preface += rule.statute?.steps ?? rule.law.map { ["law: \($0)"] } ?? []
            preface.append(startText(history))
        }
        for event in events { take(event) }
    }

    private mutating func take(_ event: ClockEvent) {
        switch event.what {
        case .entry(let what): take(what, at: event.at)
        case .lost(let why, let at):
            guard rule.until == .reply || rule.until == .update else { return }
            note(
                "reply \(working.zone.text(event.at)) \(why) \(working.zone.text(at)): does not count, "
                    + "the clock runs again")
        case .word(let isSeen, let holdsUntil):
            guard stop == nil, closed == nil else { return }
            if rule.until == .update { return update(at: event.at) }
            guard rule.until == .reply else { return }
            let what = isSeen ? "reply on the page" : holdsUntil == nil ? "reply" : "reply said by staff"
            halt(event.at, what, holdsUntil: holdsUntil)
        }
    }

    private mutating func take(_ what: CaseHistory.What, at: Instant) {
        switch what {
        // These hold also for a clock that has stopped.
        case .reopen: return restart(at: at, because: "reopened")
        case .edited: return react(rule.reactions.edit, to: "complaint edited", at: at)
        case .followUp: return react(rule.reactions.followUp, to: "customer wrote again", at: at)
        case .ratingRaised: return react(rule.reactions.ratingRaised, to: "rating raised", at: at)
        case .ratingLowered: return react(rule.reactions.ratingLowered, to: "rating lowered", at: at)
        case .basis(let found, let clock):
            if basis != nil, clock == nil || clock == rule.name { basis = found }
            return
        default: break
        }
        guard stop == nil, closed == nil else { return }
        switch what {
        case .wait: pause(at: at)
        case .resume: resume(at: at)
        case .delay(let delay): take(delay, at: at)
        case .assign where rule.until == .assign: halt(at, "assigned")
        // After the case is resolved no further update is owed.
        case .resolve where rule.until == .resolve || rule.until == .update: halt(at, "resolved")
        default: break
        }
    }

    /// The length begins anew.
    ///
    /// - Parameter waiting: an open wait goes on.
    mutating func restart(at instant: Instant, because why: String, waiting: Bool = false) {
        start = instant
        pauses = waiting ? [ClockPause(from: instant)] : []
        agreed = nil
        stop = nil
        closed = nil
        notes = []
        if isExplained {
            preface.append("\(why) \(working.zone.text(instant)): starts anew at full length")
        }
    }

    mutating func note(_ step: String) {
        if isExplained { notes.append(step) }
    }

    // MARK: What stops it for a while

    var isWaiting: Bool { pauses.last.map { $0.to == nil } ?? false }

    /// Days are counted by the calendar and run on.
    private var canPause: Bool {
        guard rule.pause == .waiting else { return false }
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

    // MARK: What ends it

    /// As things stand: never before a date that was agreed.
    var end: ClockEnd { ended(walk().end) }

    /// A date that was agreed ends no wait: it counts when the customer has spoken.
    func ended(_ walked: ClockEnd) -> ClockEnd {
        guard let agreed else { return walked }
        switch walked {
        case .standing: return walked
        case .due(let due): return .due(max(agreed, due))
        case .never: return .due(agreed)
        }
    }

    /// When it would end if a wait ended at `instant`; it ends no earlier, however long the wait still takes.
    func earliestEnd(at instant: Instant) -> Instant? {
        guard isWaiting else { return end.due }
        var resumed = self
        resumed.resume(at: instant)
        return resumed.end.due
    }

    func isMissed(at instant: Instant) -> Bool { end.due.map { instant > $0 } ?? false }

    private mutating func halt(_ instant: Instant, _ what: String, holdsUntil: Instant? = nil) {
        // What the clock would have shown had it run on from here.
        resume(at: instant)
        stop = Stop(what: what, at: instant, holdsUntil: holdsUntil)
    }

    private func startText(_ history: CaseHistory) -> String {
        let text = working.zone.text(start) + " (\(working.zone.name))"
        let late = history.ownDelay
        switch rule.from {
        case .opened: return "opened \(text)"
        case .seen where late > .zero:
            return "seen \(text), \(late.hoursText) after it was posted: our own delay, not counted"
        case .seen: return "seen \(text)"
        case .posted where late > .zero:
            return "posted \(text); seen \(late.hoursText) later: our own delay, counted"
        case .posted: return "posted \(text)"
        }
    }
}

/// A time in which the clock stands still because the customer is being waited for; open where `to` is nil.
struct ClockPause: Hashable {
    var from: Instant
    var to: Instant?
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
