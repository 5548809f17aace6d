import Complaints

/// Texts that twins were looked for among: what a process keeps of the newest, so that the next text is not held
/// against them from the beginning.
struct ComparedTexts {
    /// About 700 bytes each.
    private var glances = Recent<(stamp: TwinStamp, glance: TextGlance)>(half: 1024)
    /// About 10 kB each.
    private var texts = Recent<(stamp: TwinStamp, text: PreparedText)>(half: 32)

    mutating func glance(_ stamp: TwinStamp) -> TextGlance? {
        guard let known = glances[stamp.mention], known.stamp.isSameText(as: stamp) else { return nil }
        return known.glance
    }

    mutating func text(_ stamp: TwinStamp) -> PreparedText? {
        guard let known = texts[stamp.mention], known.stamp.isSameText(as: stamp) else { return nil }
        return known.text
    }

    mutating func keep(_ text: PreparedText, _ stamp: TwinStamp) {
        texts[stamp.mention] = (stamp, text)
        glances[stamp.mention] = (stamp, text.glance)
    }
}

/// Values by mention, of which those used lately stay: when one half is full, the other is forgotten.
private struct Recent<Value> {
    private let half: Int
    private var new: [MentionID: Value] = [:]
    private var old: [MentionID: Value] = [:]

    init(half: Int) { self.half = half }

    subscript(_ id: MentionID) -> Value? {
        mutating get {
            if let value = new[id] { return value }
            guard let value = old[id] else { return nil }
            self[id] = value
            return value
        }
        set {
            if new.count >= half { (new, old) = ([:], new) }
            new[id] = newValue
        }
    }
}

/// A mention that another may be a twin of, as the store has it now; its text has not changed while its stamp is
/// the same.
public struct TwinStamp: Hashable, Sendable {
    public var mention: MentionID
    public var subject: String
    public var cluster: ClusterID
    var revisions: Int
    var firstSeen: Instant
    var changed: Instant
    /// What is erased of a mention makes no new revision.
    var author: String?
    /// Of the text, in Unicode scalars.
    var length: Int

    public init(_ mention: Mention) {
        self.init(
            mention: mention.id, subject: mention.subject, cluster: mention.cluster,
            revisions: mention.revisionCount, firstSeen: mention.firstSeen, changed: mention.changed,
            author: mention.author, length: mention.content.text.unicodeScalars.count)
    }

    init(
        mention: MentionID, subject: String, cluster: ClusterID, revisions: Int, firstSeen: Instant,
        changed: Instant, author: String?, length: Int
    ) {
        self.mention = mention
        self.subject = subject
        self.cluster = cluster
        self.revisions = revisions
        self.firstSeen = firstSeen
        self.changed = changed
        self.author = author
        self.length = length
    }

    fileprivate func isSameText(as other: TwinStamp) -> Bool {
        revisions == other.revisions && changed == other.changed && firstSeen == other.firstSeen
            && subject == other.subject && author == other.author && length == other.length
    }
}

extension Session {
    /// The stamps of some mentions; those that are not there are left out.
    public func twinStamps(_ ids: [MentionID]) throws -> [MentionID: TwinStamp] {
        guard !ids.isEmpty else { return [:] }
        // Few statements serve every count.
        let count = (ids.count + 5) / 6 * 6
        let none = [MentionID](repeating: MentionID(-1), count: count - ids.count)
        let found = try query(
            """
            SELECT id, subject, cluster, revisions, first_seen, changed, author, length(text) FROM mention
            WHERE id IN \(Self.marks(count))
            """, ids + none
        ) {
            TwinStamp(
                mention: MentionID($0.integer()), subject: $0.text(), cluster: ClusterID($0.integer()),
                revisions: $0.int(), firstSeen: $0.instant(), changed: $0.instant(),
                author: $0.optionalText(), length: $0.int())
        }
        return Dictionary(found.map { ($0.mention, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the process remembers of a text; nil where it has to be made anew.
    public func glance(_ stamp: TwinStamp) -> TextGlance? {
        memory.state.withLock { $0.compared.glance(stamp) }
    }

    public func prepared(_ stamp: TwinStamp) -> PreparedText? {
        memory.state.withLock { $0.compared.text(stamp) }
    }

    public func remember(_ text: PreparedText, _ stamp: TwinStamp) {
        memory.state.withLock { $0.compared.keep(text, stamp) }
    }
}
