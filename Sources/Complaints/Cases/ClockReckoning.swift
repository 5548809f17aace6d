/// The deadline rule: what happened to a case and what its policy asks, to what every clock shows, with a
/// proof that a person can check with a pencil.

/// What every clock of a policy shows at `now`, with its proof. What happened after `now` is left out.
public func reckon(_ policy: Policy, history: CaseHistory, now: Instant) -> [ClockReading] {
    guard let working = WorkingTime(policy.calendar) else {
        let step =
            "the zone \(policy.calendar.zone.debugDescription) of the calendar is not known: no deadline"
        return policy.clocks.map { ClockReading(name: $0.name, due: nil, state: .off, steps: [step]) }
    }
    return policy.clocks.map { rule in
        ClockRun(rule, on: working, history: history, now: now).reading(at: now)
    }
}

extension ClockRun {
    func reading(at now: Instant) -> ClockReading {
        var steps = preface
        let walked = walk()
        steps += walked.steps
        steps += notes
        let end = agreed.map { ClockEnd.due($0) } ?? walked.end
        var reading = ClockReading(name: rule.name, due: end.due, state: .off, stoppedAt: stop?.at)
        switch end {
        case .never(let why):
            steps.append("\(why): the clock is off")
        case .standing(let left, let since):
            reading.state = .paused
            steps.append("paused since \(working.zone.text(since)): \(left.hoursText) left when it resumes")
        case .due(let due):
            reading.state = state(due: due, now: now)
            reading.left = stop == nil ? left(until: due, at: now) : nil
            if let stop { steps.append(text(of: stop, due: due)) }
            // Last, so that the proof ends with what it proves.
            steps.append("due \(working.zone.endText(due)) (\(due))")
        }
        reading.steps = steps
        return reading
    }

    private func state(due: Instant, now: Instant) -> ClockState {
        if let stop { return stop.at <= due ? .met : .missed }
        return now <= due ? .running : .missed
    }

    private func left(until due: Instant, at now: Instant) -> Duration {
        guard case .workingMinutes = rule.within else { return due - now }
        return now <= due ? working.length(from: now, to: due) : .zero - working.length(from: due, to: now)
    }

    private func text(of stop: Stop, due: Instant) -> String {
        let judged = stop.at <= due ? "in time" : "\((stop.at - due).hoursText) late"
        return "\(stop.what) \(working.zone.text(stop.at)): \(judged)"
    }
}
