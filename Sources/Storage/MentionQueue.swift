import Complaints

/// Which mentions are listed, in which order: the inbox and the lists.
extension Session {
    /// The numbers of the mentions that are meant, in order.
    public func mentionIDs(
        _ filter: MentionFilter = .everything, order: MentionOrder = MentionOrder(), limit: Int? = nil,
        now: Instant
    ) throws -> [MentionID] {
        let conditions = filter.conditions(now: now)
        let (columns, values) = mentionOrder(order, now: now)
        let needsCase = filter.needsCase || order.by == .priority || order.by == .due
        return try query(
            "SELECT mention.id FROM mention\(needsCase ? joiningCase : "")\(conditions.clause) ORDER BY \(columns)"
                + Self.limit(limit), conditions.values + values
        ) { MentionID($0.integer()) }
    }

    /// How many are meant.
    /// - Parameter most: it is not counted further than that.
    public func mentionCount(
        _ filter: MentionFilter = .everything, atMost most: Int? = nil, now: Instant
    ) throws -> Int {
        let conditions = filter.conditions(now: now)
        let join = filter.needsCase ? joiningCase : ""
        return try count(
            "SELECT count(*) FROM (SELECT 1 FROM mention\(join)\(conditions.clause)\(Self.limit(most))) AS some",
            conditions.values)
    }

    private func mentionOrder(
        _ order: MentionOrder, now: Instant
    ) -> (sql: String, values: [any SQLBindable]) {
        let (down, up) = order.isReversed ? ("ASC", "DESC") : ("DESC", "ASC")
        switch order.by {
        case .newest: return ("mention.id \(down)", [])
        case .priority:
            let terms = MentionFilter.priority(now: now).order(isReversed: order.isReversed)
            return (terms.sql + ", mention.inbox_rank \(down), mention.id \(down)", terms.values)
        case .due:
            return (
                "CASE WHEN \"case\".nearest IS NULL THEN 1 ELSE 0 END \(up), \"case\".nearest \(up), "
                    + "mention.id \(down)", []
            )
        case .score: return ("mention.score \(down), mention.id \(down)", [])
        case .updated: return ("mention.changed \(down), mention.id \(down)", [])
        }
    }
}

/// Only a case that wants something makes its mention more pressing.
private let joiningCase = """
     LEFT JOIN "case" ON "case".id = mention."case"
        AND "case".state IN ('new', 'open', 'waiting', 'answered')
    """

extension MentionFilter {
    /// The one place where a filter becomes SQL: terms over the table `mention`, left joined to `"case"`.
    fileprivate func conditions(now: Instant) -> Conditions {
        var conditions = Conditions()
        // Word for word as the index of the inbox says it.
        if let flagged { conditions.add("mention.flagged = \(flagged ? 1 : 0)") }
        switch review {
        case nil: break
        case .none?: conditions.add("mention.decision IS NULL")
        case let review?: conditions.add("mention.decision = ?", [review.rawValue])
        }
        if isAwake {
            conditions.add(
                "NOT EXISTS (SELECT 1 FROM snooze WHERE snooze.mention = mention.id AND snooze.until > ?)",
                [now])
        }
        conditions.among("mention.source", sources)
        conditions.among("mention.subject", subjects)
        conditions.among("mention.topic", topics)
        conditions.among("mention.cause", causes)
        conditions.among("mention.language", languages)
        conditions.among("mention.urgency", urgencies)
        if !seen.isEndless { conditions.within("mention.first_seen", [seen]) }
        if let hasCase { conditions.add("mention.\"case\" IS \(hasCase ? "NOT " : "")NULL") }
        conditions.owned(by: owners, column: "\"case\".owner")
        Self.priority(now: now).isOne(of: priorities, into: &conditions)
        conditions.within("\"case\".nearest", due)
        return conditions
    }

    fileprivate var needsCase: Bool { !owners.isEmpty || !priorities.isEmpty || !due.isEmpty }

    fileprivate static func priority(now: Instant) -> PrioritySQL {
        PrioritySQL(
            urgency: ["mention.urgency", "\"case\".urgency"], nearest: "\"case\".nearest",
            reach: "\"case\".reach", now: now)
    }
}
