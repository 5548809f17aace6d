/// What moves a clock on purpose: a date agreed with the customer, an extension that a law allows, a new word
/// of ours or of the customer.

extension ClockRun {
    mutating func take(_ delay: CaseHistory.Delay, at instant: Instant) {
        guard delay.clock == nil || delay.clock == rule.name else { return }
        switch delay.kind {
        case .agreed: agree(delay, at: instant)
        case .extension: extend(delay, at: instant)
        }
    }

    /// A delay moves a deadline away, never nearer, and only before it has passed.
    private mutating func agree(_ delay: CaseHistory.Delay, at instant: Instant) {
        let zone = working.zone
        var said: String { "delay said \(zone.text(instant))" }
        guard let until = delay.until else { return }
        let due = earliestEnd(at: instant)
        if rule.statute != nil {
            note("\(said): no agreement moves the limit of a law: does not count")
        } else if until <= instant {
            note("\(said), until \(zone.text(until)), which had passed: does not count")
        } else if let due, instant > due {
            note(
                "\(said), after the due time \(zone.endText(due)): missed and delayed, does not count")
        } else if let due, until <= due {
            note(
                "\(said), until \(zone.text(until)), no later than \(zone.endText(due)): does not count")
        } else {
            move(to: until, said, delay)
        }
    }

    /// The law's longer limit, from the same start; or a date inside it.
    private mutating func extend(_ delay: CaseHistory.Delay, at instant: Instant) {
        let zone = working.zone
        var said: String { "extension said \(zone.text(instant))" }
        guard let longest = rule.longest else {
            if rule.isStatutory { note("\(said): this law knows no extension: does not count") }
            return
        }
        guard !isExtended else {
            return note("\(said): the limit was extended already: does not count")
        }
        guard let why = delay.why, !why.allSatisfy(\.isWhitespace) else {
            return note("\(said), without reasons: does not count")
        }
        let due = earliestEnd(at: instant)
        if let due, instant > due {
            return note(
                "\(said), after the first limit \(zone.endText(due)): missed and delayed, does not count")
        }
        var longer = self
        longer.rule.within = longest
        let furthest = longer.earliestEnd(at: instant)
        guard let until = delay.until else {
            rule.within = longest
            isExtended = true
            return note("\(said), in time: \(longest.text) in all\(reasons(delay))")
        }
        if let furthest, until > furthest {
            note(
                "\(said), until \(zone.text(until)), later than the law allows (\(zone.endText(furthest))): "
                    + "does not count")
        } else if until <= instant || due.map({ until <= $0 }) ?? false {
            note("\(said), until \(zone.text(until)), which is no later: does not count")
        } else {
            isExtended = true
            move(to: until, said, delay)
        }
    }

    private mutating func move(to until: Instant, _ said: String, _ delay: CaseHistory.Delay) {
        agreed = until
        if case .standing = end {
            note("\(said), while it waits: due no earlier than \(working.zone.text(until))\(reasons(delay))")
        } else {
            note("\(said), in time: due moves to \(working.zone.text(until))\(reasons(delay))")
        }
    }

    private func reasons(_ delay: CaseHistory.Delay) -> String {
        delay.why.map { ", because: \($0)" } ?? ""
    }

    mutating func update(at instant: Instant) {
        var why = "public word"
        if let due = end.due, instant > due { why = "public word, late for \(working.zone.endText(due))," }
        restart(at: instant, because: why, waiting: isWaiting)
    }

    /// What the policy wants done when the customer changes something. Nothing takes back a missed deadline.
    mutating func react(_ reaction: ClockRule.Reaction, to event: String, at instant: Instant) {
        guard reaction != .keep else { return }
        let isMissed = stop.map { self.isMissed(at: $0.at) } ?? self.isMissed(at: instant)
        if isMissed {
            return note("\(event) \(working.zone.text(instant)): was missed before, stays missed")
        }
        if reaction == .close {
            if stop == nil { closed = "\(event) \(working.zone.text(instant)): the policy closes the clock" }
            return
        }
        let floor = agreed
        restart(at: instant, because: event, waiting: stop == nil && isWaiting)
        agreed = floor
        if let floor { note("the date agreed before, \(working.zone.text(floor)), holds at least") }
    }
}
