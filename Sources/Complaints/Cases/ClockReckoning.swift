/// The deadline rule: what happened to a case and what its policy asks, to what every clock shows, with a
/// proof that a person can check with a pencil.

/// What every clock of a policy shows at `now`, with its proof. What happened after `now` is left out.
public func reckon(_ policy: Policy, history: CaseHistory, now: Instant) -> [ClockReading] {
    Reckoner(policy).readings(of: history, now: now)
}

/// A policy made ready for many cases: its zone and its working days are looked up once.
public struct Reckoner {
    public let policy: Policy
    private let working: WorkingTime?

    public init(_ policy: Policy) {
        self.policy = policy
        working = WorkingTime(policy.calendar)
    }

    /// - Parameter isExplained: false where nobody reads the proofs, which take most of the time.
    public func readings(
        of history: CaseHistory, now: Instant, isExplained: Bool = true
    ) -> [ClockReading] {
        guard let working else {
            let step =
                "the zone \(policy.calendar.zone.debugDescription) of the calendar is not known: no deadline"
            return policy.clocks.map { ClockReading(name: $0.name, due: nil, state: .off, steps: [step]) }
        }
        let events = history.events(until: now, seenWithin: policy.seenWithin)
        return policy.clocks.map { rule in
            ClockRun(rule, on: working, history: history, events: events, isExplained: isExplained)
                .reading(at: now)
        }
    }
}

extension ClockRun {
    func reading(at now: Instant) -> ClockReading {
        let walked = walk()
        var reading = ClockReading(name: rule.name, due: nil, state: .off, basis: basis)
        func say(_ step: @autoclosure () -> String) {
            if isExplained { reading.steps.append(step()) }
        }
        reading.steps = preface
        if let basis { say(basis.step) }
        if let why = whyOff {
            reading.steps += notes
            say("\(why): the clock is off")
            return reading
        }
        reading.stoppedAt = stop?.at
        reading.holdsUntil = stop?.holdsUntil
        reading.steps += walked.steps
        reading.steps += notes
        switch ended(walked.end) {
        case .never(let why): say("\(why): the clock is off")
        case .standing(let left, let since):
            reading.state = .paused
            reading.notBefore = agreed
            say("paused since \(working.zone.text(since)): \(left.hoursText) left when it resumes")
            if let agreed { say("and due no earlier than \(working.zone.text(agreed)), as was agreed") }
        case .due(let due):
            reading.due = due
            reading.state = state(due: due, now: now)
            reading.left = stop == nil ? left(until: due, at: now) : nil
            if let agreed, due > agreed { say("the time waited for the customer leads past the date agreed") }
            if let stop, isExplained { reading.steps += text(of: stop, due: due) }
            // Last, so that the proof ends with what it proves.
            say("due \(working.zone.endText(due)) (\(due))")
        }
        return reading
    }

    /// Why nothing is owed; nil for a clock that counts.
    var whyOff: String? {
        guard isInForce else { return "this law had no limit in force when the case was opened" }
        return basis == .denied ? "nothing is owed" : closed
    }

    private func state(due: Instant, now: Instant) -> ClockState {
        if let stop { return stop.at <= due ? .met : .missed }
        return now <= due ? .running : .missed
    }

    private func left(until due: Instant, at now: Instant) -> Duration {
        guard case .workingMinutes = rule.within else { return due - now }
        return now <= due ? working.length(from: now, to: due) : .zero - working.length(from: due, to: now)
    }

    private func text(of stop: Stop, due: Instant) -> [String] {
        let judged = stop.at <= due ? "in time" : "\((stop.at - due).hoursText) late"
        let line = "\(stop.what) \(working.zone.text(stop.at)): \(judged)"
        guard let limit = stop.holdsUntil else { return [line] }
        return [line, "it holds if it is seen on the page by \(working.zone.text(limit))"]
    }
}
