import Complaints

/// Deletes mentions and cases with everything that the store has of them, search index and outbox included.

/// Schema 6. What a row belongs to is looked for from the other side, and SQLite looks there too before it deletes
/// what rows may point at.
func deletionStatements(_ dialect: Dialect) -> [String] {
    [
        "CREATE INDEX event_subject ON event (subject)",
        "CREATE INDEX timeline_mention ON timeline (mention) WHERE mention IS NOT NULL",
        "CREATE INDEX decision_mention ON decision (mention)",
    ]
}

/// Rows of a mention in other tables, each found by its number.
private let mentionRows = [
    "DELETE FROM revision WHERE mention = ?", "DELETE FROM decision WHERE mention = ?",
    "DELETE FROM snooze WHERE mention = ?", "DELETE FROM hold WHERE mention = ?",
    "DELETE FROM former WHERE mention = ?", "DELETE FROM twin WHERE mention = ?",
    "DELETE FROM twin WHERE other = ?", "DELETE FROM apart WHERE mention = ?",
    "DELETE FROM arrival WHERE mention = ?", "DELETE FROM incident_member WHERE mention = ?",
    "DELETE FROM evidence_mention WHERE mention = ?",
]

/// Those of a case.
private let caseRows = [
    "DELETE FROM clock WHERE \"case\" = ?", "DELETE FROM warning WHERE \"case\" = ?",
    "DELETE FROM rung WHERE \"case\" = ?", "DELETE FROM promise WHERE \"case\" = ?",
    "DELETE FROM tag WHERE \"case\" = ?", "DELETE FROM link WHERE \"case\" = ?",
    "DELETE FROM link WHERE other = ?", "DELETE FROM former WHERE \"case\" = ?",
    "DELETE FROM hold WHERE \"case\" = ?", "DELETE FROM timeline WHERE \"case\" = ?",
]

extension Session {
    /// - Parameters:
    ///   - keys: `identityKeys` of them, as they were a moment before.
    ///   - bands: `mentionBands` of them.
    public func delete(
        _ mention: Mention, keys: [String], bands: [Int64]
    ) throws {
        let id = mention.id
        try unindex(mention)
        try unlist(id, of: mention.source)
        try forgetLikeness(of: id, author: mention.author, bands: bands)
        try execute("DELETE FROM identity WHERE key = ? AND mention = ?", each: keys.lazy.map { [$0, id] })
        // The pairs stand both ways round, and are found by their first.
        try execute(
            "DELETE FROM apart WHERE mention IN (SELECT other FROM apart WHERE mention = ?) AND other = ?",
            [id, id])
        for statement in mentionRows { try execute(statement, [id]) }
        try execute("UPDATE timeline SET mention = NULL WHERE mention = ?", [id])
        try deleteEvents(about: "mention/\(id.number)")
        try execute("DELETE FROM mention WHERE id = ?", [id])
    }

    /// Its mentions are to be deleted before it.
    public func deleteCase(_ id: CaseID) throws {
        try unindexTimeline(of: id)
        for statement in caseRows { try execute(statement, [id]) }
        try deleteEvents(about: "case/\(id.number)")
        try execute("DELETE FROM \"case\" WHERE id = ?", [id])
    }

    /// With their alerts and deliveries.
    public func deleteEvents(_ ids: [EventID]) throws {
        for id in ids {
            try execute(
                "DELETE FROM delivery WHERE alert IN (SELECT number FROM alert WHERE event = ?)", [id])
            try execute("UPDATE alert SET bundle = NULL WHERE bundle = ?", [id])
            try execute("DELETE FROM alert WHERE event = ?", [id])
            try execute("DELETE FROM event WHERE id = ?", [id])
        }
    }

    private func deleteEvents(about subject: String) throws {
        try deleteEvents(
            try query("SELECT id FROM event WHERE subject = ?", [subject]) { EventID($0.text()) })
    }

    /// It is found by its wording and its author no more.
    func forgetLikeness(of id: MentionID, author: String?, bands: [Int64]) throws {
        let sketches = try execute("DELETE FROM sketch WHERE mention = ?", [id])
        try execute("DELETE FROM band WHERE key = ? AND mention = ?", each: bands.lazy.map { [$0, id] })
        try execute("DELETE FROM voice WHERE author = ? AND mention = ?", [authorMark(author), id])
        // What this process remembers of the texts holds it still.
        if sketches > 0 { memory.wasTakenBack() }
    }

    /// The record stays known word for word, as one that is about nobody.
    func unlist(_ id: MentionID, of source: SourceID) throws {
        let old = try listing(of: source)
        guard old.pages.contains(where: { $0.entries.contains { $0.mention == id } }) else { return }
        var new = old
        for page in new.pages.indices {
            for entry in new.pages[page].entries.indices where new.pages[page].entries[entry].mention == id {
                new.pages[page].entries[entry] = Listed(
                    mention: nil, print: new.pages[page].entries[entry].print)
            }
        }
        try keep(new, of: source, before: old)
    }
}
