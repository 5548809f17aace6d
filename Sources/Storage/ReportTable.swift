import Complaints

/// What reports count of cases, clocks, timelines, mentions and visits: read in one go each, never case by case.

extension Session {
    /// Cases opened before a time with what their first mention says, by number.
    public func reportedCases(before time: Instant) throws -> [ReportedCase] {
        try query(
            """
            SELECT c.id, c.subject, c.state, c.owner, c.policy, c.opened, c.posted, c.seen, c.urgency, c.topic,
                m.source, m.language, m.cause, m.author, m.flagged
            FROM "case" c LEFT JOIN mention m
                ON m.id = (SELECT min(id) FROM mention WHERE mention."case" = c.id)
            WHERE c.opened < ? ORDER BY c.id
            """, [time]
        ) {
            ReportedCase(
                id: CaseID($0.integer()), subject: $0.text(), state: try $0.value(), owner: $0.optionalText(),
                policy: $0.integer(), opened: $0.instant(), posted: $0.optionalInstant(), seen: $0.instant(),
                urgency: try $0.value(), topic: $0.optionalText(), source: $0.optionalText(),
                language: $0.optionalText(), cause: $0.optionalText(), author: $0.optionalText(),
                isFlagged: $0.bool())
        }
    }

    /// The clocks of cases opened within a time, and of all that still want something, in the order of their
    /// policies.
    public func reportedClocks(from: Instant, before time: Instant) throws -> [ReportedClock] {
        try query(
            """
            SELECT clock."case", clock.name, clock.due, clock.state, clock.stopped
            FROM clock JOIN "case" c ON c.id = clock."case" WHERE c.opened < ?
                AND (c.opened >= ? OR c.state IN ('new', 'open', 'waiting', 'answered'))
            ORDER BY clock.place
            """, [time, from]
        ) {
            ReportedClock(
                CaseID($0.integer()), $0.text(), due: $0.optionalInstant(), state: try $0.value(),
                stopped: $0.optionalInstant())
        }
    }

    /// Lines of every timeline, in the order in which they were written.
    public func caseTurns(_ kinds: Set<TimelineEntry.What>) throws -> [CaseTurn] {
        guard !kinds.isEmpty else { return [] }
        // The place among them is read quicker than their names.
        let kinds = kinds.sorted { $0.rawValue < $1.rawValue }
        let names = kinds.map { "'\($0.rawValue)'" }
        let places = names.enumerated().map { "WHEN \($0.element) THEN \($0.offset)" }
        return try query(
            """
            SELECT "case", at, CASE what \(places.joined(separator: " ")) END,
                CASE WHEN what = 'assigned' THEN note END
            FROM timeline WHERE what IN (\(names.joined(separator: ", "))) ORDER BY id
            """, []
        ) {
            CaseTurn(
                CaseID($0.integer()), at: $0.instant(), kinds[$0.int()],
                owner: $0.optionalText().map(Self.owner))
        }
    }

    /// `to ola`, `to ola: she knows them` and `to ola, as #4 was` name the owner.
    private static func owner(_ note: String) -> String {
        var name = note.hasPrefix("to ") ? note.dropFirst(3) : note[...]
        for more in [": ", ", as #"] {
            if let found = name.firstRange(of: more) { name = name[..<found.lowerBound] }
        }
        return String(name)
    }

    /// Mentions first seen within a time, of every source.
    public func reportedMentions(
        from: Instant, before time: Instant, _ take: (ReportedMention) -> Void
    ) throws {
        _ = try query(
            """
            SELECT source, first_seen, published, flagged, decision FROM mention
            WHERE first_seen >= ? AND first_seen < ?
            """, [from, time]
        ) {
            take(
                ReportedMention(
                    source: $0.text(), seen: $0.instant(), published: $0.optionalInstant(),
                    isFlagged: $0.bool(), decision: $0.optionalValue()))
        }
    }

    /// When the first mention of each source was seen.
    public func firstLooks() throws -> [String: Instant] {
        Dictionary(
            try query(
                """
                SELECT source, first_seen FROM mention
                WHERE id IN (SELECT min(id) FROM mention GROUP BY source)
                """, []
            ) { ($0.text(), $0.instant()) }, uniquingKeysWith: min)
    }

    /// Every source that was ever visited, with what the ledger has of a time.
    /// - Parameters:
    ///   - from: nil from its first visit.
    ///   - ledgerBegins: older visits are not kept.
    public func watchedSources(
        from: Instant?, before time: Instant, now: Instant, ledgerBegins: Instant,
        _ take: (WatchedSource) -> Void
    ) throws {
        let first = Dictionary(
            try query("SELECT source, min(started) FROM visit GROUP BY source", []) {
                ($0.text(), $0.instant())
            }, uniquingKeysWith: min)
        for status in try sourceStatuses() {
            guard let since = first[status.id.name], since < time else { continue }
            let inside = try visits(of: status.id, from: from ?? since, to: time)
            let after = try nextLook(at: status.id, from: time)
            let isUpToDate =
                status.isActive && status.pause == nil && status.nextVisit >= now
                && status.coverage.failures == 0 && time >= now
            take(
                WatchedSource(
                    name: status.id.name, watchedSince: since, isUpToDate: isUpToDate,
                    visits: inside + [after].compactMap { $0 }, gaps: try gaps(of: status.id),
                    ledgerBegins: ledgerBegins))
        }
    }
}
