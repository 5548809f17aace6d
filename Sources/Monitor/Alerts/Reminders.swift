import Complaints
import Storage

/// Tells an endpoint again of the cases that still ask for a person, as they stand now, in one event. One
/// transaction.
struct Reminders {
    let outbox: Outbox
    let endpoint: String
    let now: Instant
    let session: any Session

    /// Looked at a time.
    static let batch = 500

    /// - Returns: whether anything is told.
    @discardableResult
    func run() throws -> Bool {
        let rule = outbox.gate.rule(for: endpoint, silences: try session.silencesInForce(now: now))
        guard let group = rule.settings.group, let again = group.repeat else {
            // The settings were changed: what was to be told again is not.
            for reminder in try session.remindersDue(of: endpoint, now: now + .seconds(1), limit: Self.batch)
            {
                try session.dropReminder(endpoint, reminder.case)
            }
            return false
        }
        // What would be told within one interval is told together.
        let due = try session.remindersDue(of: endpoint, now: now + group.interval, limit: Self.batch)
        guard due.contains(where: { $0.next <= now }) else { return false }
        var telling: [(reminder: Reminder, file: CaseFile)] = []
        for var reminder in due {
            guard let file = try CaseFile.load(reminder.case, outbox: outbox, in: session),
                file.asks(since: reminder.since)
            else {
                try session.dropReminder(endpoint, reminder.case)
                continue
            }
            // What is on its way, or waits, is not told twice.
            let held = try session.heldUntil(about: reminder.case, for: endpoint)
            if try held != nil || session.isOnItsWay(reminder.last, to: endpoint) {
                reminder.next = max(held ?? now, now) + again
                try session.keepReminder(reminder)
            } else if let (_, until) = rule.stillHeld(file.facts(reminder.type), after: .digest, now: now) {
                reminder.next = until
                try session.keepReminder(reminder)
            } else {
                telling.append((reminder, file))
            }
        }
        guard !telling.isEmpty else { return false }
        guard try spend(rule.settings.budget, on: telling.map(\.reminder)) else { return false }
        let event = try tell(telling.map(\.file), of: telling.map(\.reminder), settings: rule.settings)
        for (var reminder, _) in telling {
            reminder.last = event
            reminder.next = now + again
            try session.keepReminder(reminder)
        }
        return true
    }

    private func spend(_ budget: AlertBudget?, on reminders: [Reminder]) throws -> Bool {
        guard let budget else { return true }
        let bucket = try session.bucket(of: endpoint) ?? .full(budget, now: now)
        if let left = bucket.taking(budget, now: now) {
            try session.keepBucket(left, of: endpoint)
            return true
        }
        for var reminder in reminders {
            reminder.next = bucket.next(budget, now: now)
            try session.keepReminder(reminder)
        }
        return false
    }

    private func tell(
        _ files: [CaseFile], of reminders: [Reminder], settings: QuietSettings
    ) throws -> EventID {
        var data = EventData()
        data.endpoint = endpoint
        // Of one case all is said, as it is now.
        if files.count == 1 {
            data.case = CaseData(
                files[0].case, clocks: try files[0].shownClocks(in: .caseWarning),
                mentions: files[0].mentions)
            data.mention = files[0].mentions.first.map(MentionData.init)
        }
        let summaries = zip(files, reminders).map { $0.summary($1) }
        let counts = Dictionary(grouping: reminders, by: \.type).map {
            DigestData.TypeCount(type: $0.key.rawValue, count: $0.value.count)
        }
        data.digest = DigestData(
            reason: .repeat, events: summaries, counts: counts,
            from: reminders.map(\.since).min() ?? now, until: reminders.map(\.since).max() ?? now,
            zone: settings.zone?.name, language: settings.language)
        let about: EventSubject = files.count == 1 ? .case(files[0].case.id) : .endpoint(endpoint)
        return try outbox.post(.digest, about: about, at: now, data: data, to: [endpoint], in: session)
    }
}

extension CaseFile {
    /// Nobody has acted on it since: no person did anything to it, and it waits neither for the customer nor is it
    /// answered or over.
    fileprivate func asks(since: Instant) -> Bool {
        guard self.case.state == .new || self.case.state == .open else { return false }
        return !timeline.standing.contains { $0.by != nil && $0.at >= since }
    }

    fileprivate func facts(_ type: EventType) -> QuietFacts {
        QuietFacts(
            type: type, about: EventSubject.case(self.case.id).description, case: self.case.id,
            subject: self.case.subject, source: mentions.first?.source.name,
            statuteDue: statute(of: nil).due)
    }

    fileprivate func summary(_ reminder: Reminder) -> EventSummary {
        var facts = EventSummary.Facts(mentions.first)
        facts.case = self.case.id.number
        facts.subject = self.case.subject
        facts.state = self.case.state.rawValue
        facts.owner = self.case.owner
        facts.urgency = self.case.urgency.rawValue
        facts.due = self.case.nearest
        facts.clock = clocks.first { $0.awaited != nil && $0.awaited == self.case.nearest }?.name
        return EventSummary(
            id: reminder.event.text, type: reminder.type.rawValue,
            subject: EventSubject.case(self.case.id).description, time: reminder.since, facts: facts)
    }
}

extension CaseFile {
    /// - Parameter clock: that an event is about.
    func statute(of clock: ClockReading?) -> StatuteNews {
        let laws = Set(policy.clocks.filter(\.isStatutory).map(\.name))
        let due = clocks.filter { $0.state == .running && laws.contains($0.name) }.compactMap(\.due).min()
        return StatuteNews(due: due, isOfClock: clock.map { laws.contains($0.name) } ?? false)
    }
}
