import Complaints

/// `decision`: what staff decided about mentions, each time they did; what stands is learned from.

func decisionSchema(_ dialect: Dialect) -> [String] {
    [
        // Which wording was decided on, what staff saw of its score, and the logit of the shipped score alone.
        "ALTER TABLE decision ADD COLUMN revision INTEGER",
        "ALTER TABLE decision ADD COLUMN score REAL",
        "ALTER TABLE decision ADD COLUMN flagged INTEGER",
        "ALTER TABLE decision ADD COLUMN shipped REAL",
        // 0 once the same mention was decided on again, or the decision was taken back.
        "ALTER TABLE decision ADD COLUMN stands INTEGER NOT NULL DEFAULT 1",
        """
        UPDATE decision SET stands = 0
        WHERE id NOT IN (SELECT max(id) FROM decision GROUP BY mention)
        """,
        """
        UPDATE decision SET
            revision = (SELECT revisions FROM mention WHERE mention.id = decision.mention),
            score = (SELECT score FROM mention WHERE mention.id = decision.mention),
            flagged = (SELECT flagged FROM mention WHERE mention.id = decision.mention)
        """,
        "CREATE INDEX decision_standing ON decision (mention) WHERE stands = 1",
    ]
}

/// A decision that stands, with what the score is taught of it.
public struct StandingDecision: Hashable, Sendable {
    public var number: Int64
    public var mention: MentionID
    public var decision: Mention.Decision
    public var source: SourceID
    public var language: String?
    /// As the mention read when it was decided on.
    public var content: Content
    /// The logit of the shipped score; nil where it was never asked for.
    public var shipped: Double?
}

extension Session {
    /// Keeps a decision, and that an earlier one about the same mention does not stand any more.
    /// - Parameter shipped: the logit of the shipped score alone.
    /// - Returns: whether there was an earlier one.
    @discardableResult
    public func setReview(
        _ review: Mention.Review, of id: MentionID, shipped: Double? = nil
    ) throws -> Bool {
        acted(on: .mention(id))
        let hadOne = try layAside(id)
        try execute(
            "UPDATE mention SET decision = ?, decided_at = ?, decided_by = ?, decided_why = ? WHERE id = ?",
            [review.decision, review.at, review.by, review.why, id])
        try execute(
            """
            INSERT INTO decision (mention, at, by, decision, why, revision, score, flagged, shipped)
            SELECT id, ?, ?, ?, ?, revisions, score, flagged, ? FROM mention WHERE id = ?
            """, [review.at, review.by, review.decision, review.why, shipped, id])
        return hadOne
    }

    /// Somebody decided by what they did to a case: of this the score learns nothing.
    public func markReviewed(_ review: Mention.Review, of id: MentionID) throws {
        try execute(
            "UPDATE mention SET decision = ?, decided_at = ?, decided_by = ?, decided_why = ? WHERE id = ?",
            [review.decision, review.at, review.by, review.why, id])
    }

    /// Takes back what was decided: the mention is as if nobody had looked at it. The row that says so
    /// stays beside that of the decision.
    public func removeReview(of id: MentionID, at time: Instant, by who: String) throws {
        acted(on: .mention(id))
        try layAside(id)
        try execute(
            """
            UPDATE mention SET decision = NULL, decided_at = NULL, decided_by = NULL, decided_why = NULL
            WHERE id = ?
            """, [id])
        try execute(
            "INSERT INTO decision (mention, at, by, decision, stands) VALUES (?, ?, ?, 'undone', 0)",
            [id, time, who])
    }

    @discardableResult
    private func layAside(_ id: MentionID) throws -> Bool {
        try execute("UPDATE decision SET stands = 0 WHERE mention = ? AND stands = 1", [id]) > 0
    }

    public func standingDecisionCount() throws -> Int {
        try count("SELECT count(*) FROM decision WHERE stands = 1")
    }

    /// The oldest first.
    /// - Parameter skipping: so many of the oldest.
    public func standingDecisions(skipping: Int) throws -> [StandingDecision] {
        let columns = contentColumns.split(separator: ", ").map { column in
            "CASE WHEN r.mention IS NULL THEN m.\(column) ELSE r.\(column) END"
        }
        return try query(
            """
            SELECT d.id, d.mention, d.decision, m.source, m.language, \(columns.joined(separator: ", ")),
                d.shipped
            FROM decision d JOIN mention m ON m.id = d.mention
                LEFT JOIN revision r ON r.mention = d.mention AND r.number = d.revision
            WHERE d.stands = 1 ORDER BY d.id LIMIT \(Int32.max) OFFSET \(max(0, skipping))
            """, []
        ) { row in
            StandingDecision(
                number: row.integer(), mention: MentionID(row.integer()), decision: try row.value(),
                source: row.source(), language: row.optionalText(), content: row.content(),
                shipped: row.optionalReal())
        }
    }

    /// The shipped score of a decided mention was made anew.
    public func keepShipped(_ shipped: Double, of number: Int64) throws {
        try execute("UPDATE decision SET shipped = ? WHERE id = ?", [shipped, number])
    }
}

extension Session {
    /// What was decided since a time and stands, the oldest first.
    public func decidedMentions(since: Instant?) throws -> [DecidedMention] {
        try query(
            """
            SELECT d.at, d.decision, coalesce(d.score, m.score), coalesce(d.flagged, m.flagged), d.shipped,
                m.source, m.subject, m.language
            FROM decision d JOIN mention m ON m.id = d.mention
            WHERE d.stands = 1 AND d.at >= ? ORDER BY d.id
            """, [since ?? Instant(milliseconds: 0)]
        ) { row in
            let (at, decision): (Instant, Mention.Decision) = (row.instant(), try row.value())
            return DecidedMention(
                at: at, isComplaint: decision == .confirmed, score: row.real(), isFlagged: row.bool(),
                shipped: row.optionalReal(), source: row.source(), subject: row.text(),
                language: row.optionalText())
        }
    }

    /// How many mentions first seen since a time there are in each of so many equal bands of the score.
    public func mentionCounts(since: Instant?, bands: Int) throws -> [Int] {
        var counts = [Int](repeating: 0, count: bands)
        let found = try query(
            """
            SELECT CAST(round(score * \(bands) - 0.5) AS INTEGER) AS band, count(*) FROM mention
            WHERE first_seen >= ? GROUP BY band
            """, [since ?? Instant(milliseconds: 0)]
        ) { (band: $0.int(), count: $0.int()) }
        for (band, count) in found { counts[min(bands - 1, max(0, band))] += count }
        return counts
    }
}
