import Complaints

/// `visit`: the ledger of what was looked at when.
extension Session {
    func recordVisit(_ visit: Visit) throws {
        let failure = visit.outcome.failure
        try execute(
            """
            INSERT INTO visit (source, started, ended, outcome, code, reason, pages, records, new_mentions,
                changed_mentions)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                visit.source, visit.started, visit.ended, visit.outcome.name, failure?.code, failure?.reason,
                visit.pageCount, visit.recordCount, visit.newMentions, visit.changedMentions,
            ])
    }

    /// The latest first.
    public func visits(of source: SourceID, limit: Int) throws -> [Visit] {
        try query(
            """
            SELECT started, ended, outcome, code, reason, pages, records, new_mentions, changed_mentions
            FROM visit WHERE source = ? ORDER BY started DESC, id DESC LIMIT ?
            """, [source, limit]
        ) {
            let started = $0.instant()
            let ended = $0.instant()
            let name = $0.text()
            let failure = VisitFailure(code: $0.text(), reason: $0.text())
            let outcome: Visit.Outcome =
                switch name {
                case "complete": .complete
                case "unchanged": .unchanged
                case "partial": .partial(failure)
                default: .failed(failure)
                }
            return Visit(
                source: source, started: started, ended: ended, outcome: outcome, pageCount: $0.int(),
                recordCount: $0.int(), newMentions: $0.int(), changedMentions: $0.int())
        }
    }

    /// Drops visits that ended before `time`; returns how many.
    public func forgetVisits(before time: Instant, limit: Int) throws -> Int {
        try execute(
            "DELETE FROM visit WHERE id IN (SELECT id FROM visit WHERE ended < ? ORDER BY id LIMIT ?)",
            [time, limit])
    }
}
