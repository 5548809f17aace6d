import Complaints
import Storage

/// Tells an endpoint again of what still asks for a person, as it stands now, in one event. One transaction.
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
                try session.drop(reminder)
            }
            return false
        }
        // What would be told within one interval is told together.
        let due = try session.remindersDue(of: endpoint, now: now + group.interval, limit: Self.batch)
        guard due.contains(where: { $0.next <= now }) else { return false }
        var telling: [(reminder: Reminder, standing: Standing)] = []
        for var reminder in due {
            guard let standing = try Standing.load(reminder, outbox: outbox, in: session) else {
                try session.drop(reminder)
                continue
            }
            // What is on its way, or waits, is not told twice.
            let held = try reminder.case.flatMap { try session.heldUntil(about: $0, for: endpoint) }
            if try held != nil || standing.isPaused || session.isOnItsWay(reminder.last, to: endpoint) {
                reminder.next = max(held ?? now, now) + again
                try session.keepReminder(reminder)
            } else if let (_, until) = rule.stillHeld(
                standing.facts(of: reminder), after: .digest, now: now)
            {
                reminder.next = until
                try session.keepReminder(reminder)
            } else {
                telling.append((reminder, standing))
            }
        }
        guard !telling.isEmpty else { return false }
        guard try spend(rule.settings.budget, on: telling.map(\.reminder)) else { return false }
        let event = try tell(telling, settings: rule.settings)
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
        _ telling: [(reminder: Reminder, standing: Standing)], settings: QuietSettings
    ) throws -> EventID {
        let reminders = telling.map(\.reminder)
        var data = EventData()
        data.endpoint = endpoint
        var about = EventSubject.endpoint(endpoint)
        // Of one case all is said, as it is now.
        if telling.count == 1, case .case(let file) = telling[0].standing {
            data.case = CaseData(
                file.case, clocks: try file.shownClocks(in: .caseWarning), mentions: file.mentions)
            data.mention = file.mentions.first.map(MentionData.init)
            about = .case(file.case.id)
        }
        let counts = Dictionary(grouping: reminders, by: \.type).map {
            DigestData.TypeCount(type: $0.key.rawValue, count: $0.value.count)
        }
        data.digest = DigestData(
            reason: .repeat, events: telling.map { $0.standing.summary(of: $0.reminder) }, counts: counts,
            from: reminders.map(\.since).min() ?? now, until: reminders.map(\.since).max() ?? now,
            zone: settings.zone?.name, language: settings.language)
        return try outbox.post(.digest, about: about, at: now, data: data, to: [endpoint], in: session)
    }
}
