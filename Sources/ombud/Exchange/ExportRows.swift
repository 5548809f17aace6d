import Complaints
import Storage

/// The columns of exported tables: their names and order are a contract, new ones come at the end.
enum ExportColumns {
    static let cases = [
        "case", "subject", "state", "owner", "priority", "opened", "posted", "seen", "due", "nearest",
        "urgency",
        "topic", "next", "next_due", "tags", "reach", "version", "mention", "source", "url", "author",
        "title",
        "text",
    ]
    static let mentions = [
        "mention", "case", "subject", "source", "author", "published", "first_seen", "changed", "language",
        "rating", "rating_best", "title", "text", "reply_author", "reply_published", "reply", "score",
        "flagged",
        "urgency", "topic", "cause", "legal", "presence", "decision", "decided_by", "decided_at", "revision",
        "cluster", "url", "site_id",
    ]
    static let deadlines = [
        "case", "clock", "state", "due", "left_seconds", "stopped", "why", "subject", "owner", "case_state",
        "urgency", "topic", "source", "author", "url", "version",
    ]
}

extension ListedCase {
    func row(at now: Instant) -> [String] {
        [
            "\(found.id.number)", found.subject, found.state.rawValue, found.owner.cell,
            found.priority(now: now)?.level.rawValue ?? "", found.opened.description, found.posted.cell,
            found.seen.description, found.due.cell, found.nearest.cell, found.urgency.rawValue,
            found.topic.cell, (found.next?.what).cell, (found.next?.due).cell,
            tags.map(\.name).joined(separator: " "), "\(found.reach)", "\(found.version)",
            (mention?.id).cell, (mention?.source).cell, (mention?.url).cell, (mention?.author).cell,
            (mention?.content.title).cell, (mention?.content.text).cell,
        ]
    }
}

extension Mention {
    var row: [String] {
        let said = [
            id.description, (caseID?.number).cell, subject, source.name, author.cell,
            (published?.instant).cell, firstSeen.description, changed.description, language.cell,
            (content.rating?.value).cell, (content.rating?.best).cell, content.title.cell, content.text,
            (content.reply?.author).cell, (content.reply?.published?.instant).cell,
            (content.reply?.text).cell,
        ]
        return said + [
            "\(score.value)", "\(score.isFlagged)", score.urgency.rawValue, score.topic.cell,
            score.cause.cell,
            "\(score.isLegal)", presence.rawValue, (review?.decision.rawValue).cell, (review?.by).cell,
            (review?.at).cell, "\(revisionCount)", "\(cluster.number)", url.cell, siteID.cell,
        ]
    }
}

/// One clock of one case.
struct ListedDeadline: Sendable {
    var item: ListedCase
    var clock: ShownClock
    /// Warnings that are still to come.
    var alarms: [Instant]

    func left(at now: Instant) -> Int64? {
        guard clock.reading.state == .running, let due = clock.reading.due else { return nil }
        return (due - now).inMilliseconds / 1000
    }

    func row(at now: Instant) -> [String] {
        let found = item.found
        return [
            "\(found.id.number)", clock.reading.name, clock.state, clock.reading.due.cell, left(at: now).cell,
            clock.reading.stoppedAt.cell, clock.doubt.cell, found.subject, found.owner.cell,
            found.state.rawValue, found.urgency.rawValue, found.topic.cell, (item.mention?.source).cell,
            (item.mention?.author).cell, (item.mention?.url).cell, "\(found.version)",
        ]
    }

    func json(at now: Instant) -> JSON {
        let found = item.found
        let one: JSON = [
            "case": found.id, "name": clock.reading.name, "state": clock.state, "due": clock.reading.due,
            "left_seconds": left(at: now), "stopped": clock.reading.stoppedAt, "why": clock.doubt,
            "warnings": alarms,
        ]
        return one + [
            "subject": found.subject, "owner": found.owner, "case_state": found.state,
            "urgency": found.urgency, "topic": found.topic, "source": item.mention?.source,
            "author": item.mention?.author, "url": item.mention?.url, "version": found.version,
        ]
    }

    /// nil for a clock that does not run: what was met, missed for good or called off leaves the calendar.
    /// - Parameter instance: whose cases they are, since other installations number theirs alike.
    func entry(instance: String) -> CalendarFeed.Entry? {
        guard clock.reading.state == .running, let due = clock.reading.due else { return nil }
        let found = item.found
        let owner = found.owner.map { " (\($0))" } ?? ""
        let said = item.mention.map { $0.content.line.cut(to: 300) }
        let lines = [
            said, item.mention?.author.map { "by \($0)" },
            "case \(found.id) is \(found.state.rawValue), owner \(found.owner ?? "nobody")",
            found.next.map { "next: \($0.what)" }, clock.doubt.map { "not known: \($0)" },
            item.mention?.url,
        ]
        return CalendarFeed.Entry(
            uid: "case-\(found.id.number)-\(clock.reading.name)@\(instance)", sequence: found.version,
            due: due,
            summary: "\(clock.reading.name): case \(found.id) \(found.subject)\(owner)",
            description: lines.compactMap { $0 }.joined(separator: "\n"), url: item.mention?.url,
            categories: [found.subject, found.topic].compactMap { $0 }, isUrgent: found.urgency == .high,
            alarms: alarms)
    }
}

/// A value as a field: what is absent is empty.
extension Optional {
    fileprivate var cell: String {
        switch self {
        case nil: ""
        case let number as Double: number == number.rounded() ? "\(Int64(number))" : "\(number)"
        case let value?: "\(value)"
        }
    }
}
