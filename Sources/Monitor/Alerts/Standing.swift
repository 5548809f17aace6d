import Complaints
import Storage

/// What a reminder is about, as it stands now, while it still asks for a person.
enum Standing {
    case `case`(CaseFile)
    case source(SourceStatus)
    case incident(Incident)

    /// nil where nobody is asked any more: it is over, or somebody acted on it.
    static func load(_ reminder: Reminder, outbox: Outbox, in session: any Session) throws -> Standing? {
        if let id = reminder.case {
            guard let file = try CaseFile.load(id, outbox: outbox, in: session),
                file.asks(since: reminder.since)
            else { return nil }
            return .case(file)
        }
        let parts = reminder.about.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "source":
            guard let status = try session.sourceStatuses(SourceID(parts[1])).first, status.isActive,
                status.coverage.health == .blind
            else { return nil }
            return .source(status)
        case "incident":
            guard let number = Int64(parts[1]), let incident = try session.incident(IncidentID(number)),
                incident.closed == nil
            else { return nil }
            return .incident(incident)
        default: return nil
        }
    }

    /// Nothing is looked at there, because people said so.
    var isPaused: Bool { if case .source(let status) = self { status.pause != nil } else { false } }

    func facts(of reminder: Reminder) -> QuietFacts {
        var facts = QuietFacts(type: reminder.type, about: reminder.about, case: reminder.case)
        switch self {
        case .case(let file):
            facts.subject = file.case.subject
            facts.source = file.mentions.first?.source.name
            facts.statuteDue = file.statute(of: nil).due
        case .source(let status):
            facts.subject = status.subject
            facts.source = status.id.name
        case .incident(let incident):
            facts.subject = incident.subject
            facts.source = incident.source?.name
            facts.incident = incident.id
        }
        return facts
    }

    /// As it is now, under the event that asked.
    func summary(of reminder: Reminder) -> EventSummary {
        EventSummary(
            id: reminder.event.text, type: reminder.type.rawValue, subject: reminder.about,
            time: reminder.since, facts: summary)
    }

    private var summary: EventSummary.Facts {
        switch self {
        case .case(let file):
            var facts = EventSummary.Facts(file.mentions.first)
            facts.case = file.case.id.number
            facts.subject = file.case.subject
            facts.state = file.case.state.rawValue
            facts.owner = file.case.owner
            facts.urgency = file.case.urgency.rawValue
            facts.due = file.case.nearest
            facts.clock = file.clocks.first { $0.awaited != nil && $0.awaited == file.case.nearest }?.name
            return facts
        case .source(let status):
            var facts = EventSummary.Facts()
            facts.subject = status.subject
            facts.source = status.id.name
            facts.url = status.url.utf8.count <= 500 ? status.url : nil
            facts.text = status.lastFailure.map(EventSummary.beginning)
            return facts
        case .incident(let incident):
            var facts = EventSummary.Facts()
            facts.subject = incident.subject
            facts.source = incident.source?.name
            facts.topic = incident.likeness.topic
            facts.why = EventSummary.beginning(incident.why)
            return facts
        }
    }
}

extension CaseFile {
    /// Nobody has acted on it since: no person did anything to it, and it waits neither for the customer nor is it
    /// answered or over.
    fileprivate func asks(since: Instant) -> Bool {
        guard self.case.state == .new || self.case.state == .open else { return false }
        return !timeline.standing.contains { $0.by != nil && $0.at >= since }
    }

    /// - Parameter clock: that an event is about.
    func statute(of clock: ClockReading?) -> StatuteNews {
        let laws = Set(policy.clocks.filter(\.isStatutory).map(\.name))
        let due = clocks.filter { $0.state == .running && laws.contains($0.name) }.compactMap(\.due).min()
        return StatuteNews(due: due, isOfClock: clock.map { laws.contains($0.name) } ?? false)
    }
}
