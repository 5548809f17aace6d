import Complaints

/// `mention` with its `revision`s.

extension Session {
    /// Stores a new mention; `id` and `cluster` are given by the store.
    ///
    /// Its first revision is what it says: a row of `revision` is made for it when there is a second.
    public func addMention(_ mention: Mention) throws -> MentionID {
        let id = try number(mention)
        try index(mention.content, by: mention.author, revision: 1, of: id)
        return id
    }

    private func number(_ mention: Mention) throws -> MentionID {
        let values: [any SQLBindable] =
            [
                mention.subject, mention.source, mention.siteID, mention.url, mention.author,
                mention.published?.instant, mention.published?.precision, mention.published?.offset,
                mention.language, mention.firstSeen, mention.changed, inboxRank(mention.score),
            ] + contentValues(mention.content) + scoreValues(mention.score)
        if dialect.name == Dialect.sqlite.name { return try addNumbered(values) }
        let id = try first(addingMention(next: dialect.nextRow("mention")), values) {
            MentionID($0.integer())
        }
        guard let id else { throw StoreError.damaged("a mention got no number") }
        return id
    }

    /// Only one transaction writes at a time: it asks for the next number once, and counts on.
    private func addNumbered(_ values: [any SQLBindable]) throws -> MentionID {
        let last = memory.state.withLock { $0.lastMention }
        let next = try last.map { $0 + 1 } ?? Int64(count("SELECT \(dialect.nextRow("mention"))"))
        try execute(addingNumbered, [next, next] + values)
        memory.state.withLock { $0.lastMention = next }
        return MentionID(next)
    }

    /// A known mention reads differently now: the next revision.
    public func reviseMention(_ id: MentionID, content: Content, score: Score, seen: Instant) throws {
        let number = try count("SELECT revisions + 1 FROM mention WHERE id = ?", [id])
        try execute(keepingFirstRevision, [id])
        let assignments = (contentColumns + ", " + scoreColumns).split(separator: ",")
            .map { "\($0) = ?" }.joined(separator: ",")
        try execute(
            "UPDATE mention SET \(assignments), changed = ?, revisions = ?, inbox_rank = ? WHERE id = ?",
            contentValues(content) + scoreValues(score) + [seen, number, inboxRank(score), id])
        try addRevision(Revision(number: number, seen: seen, content: content), of: id)
        try indexRevision(content, number: number, of: id)
    }

    public func setPresence(_ presence: Mention.Presence, of id: MentionID) throws {
        try execute("UPDATE mention SET presence = ? WHERE id = ?", [presence, id])
    }

    public func setCase(_ caseID: CaseID?, of id: MentionID) throws {
        try execute("UPDATE mention SET \"case\" = ? WHERE id = ?", [caseID, id])
    }

    public func setCluster(_ cluster: ClusterID, of id: MentionID) throws {
        acted(on: .mention(id))
        try execute("UPDATE mention SET cluster = ? WHERE id = ?", [cluster, id])
    }

    public func mention(_ id: MentionID) throws -> Mention? {
        try mentions("WHERE id = ?", [id]).first
    }

    public func mentions(of caseID: CaseID) throws -> [Mention] {
        try mentions("WHERE \"case\" = ? ORDER BY id", [caseID])
    }

    public func mentions(in cluster: ClusterID) throws -> [Mention] {
        try mentions("WHERE cluster = ? ORDER BY id", [cluster])
    }

    /// The mentions of several cases, those of each in the order they came.
    public func mentions(of ids: [CaseID]) throws -> [CaseID: [Mention]] {
        let found = try ids.inParts.flatMap {
            try mentions("WHERE \"case\" IN \(Self.marks($0.count)) ORDER BY \"case\", id", $0)
        }
        return Dictionary(grouping: found) { $0.caseID ?? CaseID(0) }
    }

    /// The mentions of these numbers, in their order; what is not there is left out.
    public func mentions(_ ids: [MentionID]) throws -> [Mention] {
        let found = try ids.inParts.flatMap { try mentions("WHERE id IN " + Self.marks($0.count), $0) }
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0] }
    }

    /// The newest first.
    public func mentions(source: SourceID? = nil, limit: Int? = nil) throws -> [Mention] {
        guard let source else { return try mentions("ORDER BY id DESC" + Self.limit(limit), []) }
        return try mentions("WHERE source = ? ORDER BY id DESC" + Self.limit(limit), [source])
    }

    public func revisions(of id: MentionID) throws -> [Revision] {
        let revisions = try query(
            "SELECT number, seen, \(contentColumns) FROM revision WHERE mention = ? ORDER BY number", [id]
        ) { Revision(number: $0.int(), seen: $0.instant(), content: $0.content()) }
        guard revisions.isEmpty, let mention = try mention(id) else { return revisions }
        return [Revision(number: 1, seen: mention.firstSeen, content: mention.content)]
    }

    /// When the newest mention of a source that was known before a time was written.
    public func newestMention(of source: SourceID, before time: Instant) throws -> Instant? {
        try first(
            "SELECT max(published) FROM mention WHERE source = ? AND first_seen < ?", [source, time]
        ) { $0.optionalInstant() } ?? nil
    }

    static func limit(_ limit: Int?) -> String { limit.map { " LIMIT \(max(0, $0))" } ?? "" }

    private func addRevision(_ revision: Revision, of id: MentionID) throws {
        let values: [any SQLBindable] =
            [id, revision.number, revision.seen] + contentValues(revision.content)
        try execute(addingRevision, values)
    }

    private func mentions(_ condition: String, _ values: [any SQLBindable]) throws -> [Mention] {
        try query(
            selectingMentions + " " + condition, values
        ) { try $0.mention() }
    }
}

let contentColumns =
    "title, text, rating, rating_best, rating_worst, reply_author, reply_text, reply_published, "
    + "reply_precision, reply_offset"

/// A mention is its own cluster at first.
private func addingMention(next: String) -> String {
    """
    INSERT INTO mention (id, cluster, subject, source, site_id, url, author, published, published_precision,
        published_offset, language, first_seen, changed, inbox_rank, \(contentColumns), \(scoreColumns))
    VALUES (\(next), \(next), \(Array(repeating: "?", count: 29).joined(separator: ","))) RETURNING id
    """
}

/// Written out once, since a visit brings many.
private let addingNumbered = """
    INSERT INTO mention (id, cluster, subject, source, site_id, url, author, published, published_precision,
        published_offset, language, first_seen, changed, inbox_rank, \(contentColumns), \(scoreColumns))
    VALUES (\(Array(repeating: "?", count: 31).joined(separator: ",")))
    """
private let keepingFirstRevision = """
    INSERT INTO revision (mention, number, seen, \(contentColumns))
    SELECT id, 1, first_seen, \(contentColumns) FROM mention WHERE id = ? AND revisions = 1
    ON CONFLICT DO NOTHING
    """
private let addingRevision = """
    INSERT INTO revision (mention, number, seen, \(contentColumns))
    VALUES (\(Array(repeating: "?", count: 13).joined(separator: ",")))
    """
private let selectingMentions = """
    SELECT id, subject, source, site_id, url, author, published, published_precision,
        published_offset, language, \(contentColumns), \(scoreColumns), presence,
        decision, decided_at, decided_by, decided_why, first_seen, changed, revisions, cluster, "case"
    FROM mention
    """

private let scoreColumns = "score, flagged, urgency, topic, cause, legal, reasons"

private func contentValues(_ content: Content) -> [any SQLBindable] {
    [
        content.title, content.text, content.rating?.value, content.rating?.best, content.rating?.worst,
        content.reply?.author, content.reply?.text, content.reply?.published?.instant,
        content.reply?.published?.precision, content.reply?.published?.offset,
    ]
}

private func scoreValues(_ score: Score) -> [any SQLBindable] {
    [
        score.value, score.isFlagged, score.urgency, score.topic, score.cause, score.isLegal,
        ReasonsText.write(score.reasons),
    ]
}

/// Urgency first, then the score in thousandths.
private func inboxRank(_ score: Score) -> Int { score.urgency.rank * 10_000 + Int(score.value * 1000) }

extension Columns {
    mutating func statedTime() -> StatedTime? {
        let instant = optionalInstant()
        let precision: StatedTime.Precision? = optionalValue()
        let offset = optionalInteger()
        return instant.map { StatedTime($0, precision: precision ?? .second, offset: Int(offset ?? 0)) }
    }

    mutating func content() -> Content {
        let title = optionalText()
        let text = text()
        let value = optionalReal()
        let best = optionalReal()
        let worst = optionalReal()
        let replyAuthor = optionalText()
        let replyText = optionalText()
        let replyPublished = statedTime()
        return Content(
            title: title, text: text, rating: value.map { Rating(value: $0, best: best, worst: worst) },
            reply: replyText.map { Reply(author: replyAuthor, published: replyPublished, text: $0) })
    }

    mutating func mention() throws -> Mention {
        let id = MentionID(integer())
        let subject = text()
        let source = source()
        let siteID = optionalText()
        let url = optionalText()
        let author = optionalText()
        let published = statedTime()
        let language = optionalText()
        let content = content()
        let score = Score(
            value: real(), isFlagged: bool(), urgency: try value(), topic: optionalText(),
            cause: optionalText(),
            isLegal: bool(), language: language, reasons: ReasonsText.read(text()))
        let presence: Mention.Presence = try value()
        let decision: Mention.Decision? = optionalValue()
        let decidedAt = instant()
        let decidedBy = text()
        let decidedWhy = optionalText()
        return Mention(
            id: id, subject: subject, source: source, siteID: siteID, url: url, author: author,
            published: published, language: language, content: content, score: score, presence: presence,
            review: decision.map { .init(decision: $0, at: decidedAt, by: decidedBy, why: decidedWhy) },
            firstSeen: instant(), changed: instant(), revisionCount: int(), cluster: ClusterID(integer()),
            caseID: optionalInteger().map(CaseID.init))
    }
}

/// Reasons of a score in one column: `weight<TAB>what` a line.
enum ReasonsText {
    static func write(_ reasons: [Score.Reason]) -> String {
        var text = ""
        for reason in reasons {
            if !text.isEmpty { text += "\n" }
            text += reason.weight.description
            text += "\t"
            text += oneLine(reason.what)
        }
        return text
    }

    private static func oneLine(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "\n")) ? text.replacing("\n", with: " ") : text
    }

    static func read(_ text: String) -> [Score.Reason] {
        var text = text
        return text.withUTF8 { bytes in
            bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
                guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
                    let weight = Double(String(decoding: line[..<tab], as: UTF8.self))
                else { return nil }
                let what = String(decoding: line[line.index(after: tab)...], as: UTF8.self)
                return Score.Reason(what: what, weight: weight)
            }
        }
    }
}
