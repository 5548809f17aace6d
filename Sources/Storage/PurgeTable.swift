import Complaints

/// What retention deletes, a batch at a time: mentions, cases and events that nothing keeps any more.

/// What is over, as a condition on `case`.
private let isOver = "state NOT IN ('new', 'open', 'waiting', 'answered')"

extension Session {
    /// Mentions in no case that last changed before a time, after `last` in the order of their numbers.
    public func oldMentions(before: Instant, after last: MentionID, limit: Int) throws -> [MentionID] {
        try query(
            """
            SELECT id FROM mention WHERE id > ? AND "case" IS NULL AND changed < ? AND first_seen < ?
            ORDER BY id LIMIT ?
            """, [last, before, before, limit]
        ) { MentionID($0.integer()) }
    }

    /// Cases that are over and that nothing happened to since a time, after `last`.
    public func oldCases(before: Instant, after last: CaseID, limit: Int) throws -> [CaseID] {
        try query(
            "SELECT id FROM \"case\" WHERE id > ? AND \(isOver) AND updated < ? ORDER BY id LIMIT ?",
            [last, before, limit]
        ) { CaseID($0.integer()) }
    }

    /// Events of before a time that no endpoint waits for, after `last` in the order of their ids.
    public func oldEvents(before: Instant, after last: EventID, limit: Int) throws -> [EventID] {
        try query(
            "SELECT id FROM event WHERE id > ? AND time < ? ORDER BY id LIMIT ?", [last, before, limit]
        ) { EventID($0.text()) }
    }

    /// Why a case is not to be deleted yet, though it is over; nil when it may be.
    public func keeper(of id: CaseID) throws -> String? {
        if let hold = try hold(on: id) { return hold.words }
        for mention in try mentions(of: id) {
            if let hold = try hold(on: mention.id) { return hold.words }
        }
        if try hasOpenPromise(id) { return "case \(id) has a promise that is still to be kept" }
        return try waits("case/\(id.number)") ? "an alert about case \(id) is still to be delivered" : nil
    }

    /// The same of a mention that is in no case.
    public func keeper(of id: MentionID) throws -> String? {
        if let hold = try hold(on: id) { return hold.words }
        return try waits("mention/\(id.number)") ? "an alert about \(id) is still to be delivered" : nil
    }

    private func waits(_ subject: String) throws -> Bool {
        try first(
            """
            SELECT 1 FROM event JOIN alert ON alert.event = event.id
            WHERE subject = ? AND alert.state IN ('pending', 'held') LIMIT 1
            """, [subject]
        ) { $0.int() } != nil
    }

    public func waits(_ id: EventID) throws -> Bool {
        try first("SELECT 1 FROM alert WHERE event = ? AND state IN ('pending', 'held') LIMIT 1", [id]) {
            $0.int()
        } != nil
    }

    /// By what mentions are known again: what is looked up before they are deleted, since it takes a look at all.
    public func identityKeys(of ids: [MentionID]) throws -> [MentionID: [String]] {
        let found = try ids.inParts.flatMap {
            try query("SELECT key, mention FROM identity WHERE mention IN " + Self.marks($0.count), $0) {
                (key: $0.text(), mention: MentionID($0.integer()))
            }
        }
        return Dictionary(grouping: found, by: \.mention).mapValues { $0.map(\.key) }
    }

    /// The same of the bands of near duplicates.
    public func mentionBands(of ids: [MentionID]) throws -> [MentionID: [Int64]] {
        let found = try ids.inParts.flatMap {
            try query("SELECT key, mention FROM band WHERE mention IN " + Self.marks($0.count), $0) {
                (key: $0.integer(), mention: MentionID($0.integer()))
            }
        }
        return Dictionary(grouping: found, by: \.mention).mapValues { $0.map(\.key) }
    }

    /// Which of them stand on a page of their source now.
    public func listed(_ ids: [MentionID]) throws -> Set<MentionID> {
        let sources = try ids.inParts.flatMap {
            try query("SELECT DISTINCT source FROM mention WHERE id IN " + Self.marks($0.count), $0) {
                $0.source()
            }
        }
        let wanted = Set(ids)
        var found: Set<MentionID> = []
        for source in Set(sources) {
            found.formUnion(
                try listing(of: source).pages.flatMap { $0.entries.compactMap(\.mention) }.filter(
                    wanted.contains))
        }
        return found
    }
}
