/// Which of the records just read are already known, and what is new about them.

/// A mention as far as recognising it goes.
public struct KnownMention: Hashable, Sendable {
    public var id: MentionID
    /// The source that it was first read from; only that source's readings make revisions.
    public var source: SourceID
    public var author: String?
    public var published: StatedTime?
    public var content: Content

    public init(
        id: MentionID, source: SourceID, author: String? = nil, published: StatedTime? = nil, content: Content
    ) {
        self.id = id
        self.source = source
        self.author = author
        self.published = published
        self.content = content
    }
}

public enum Sighting: Hashable, Sendable {
    case new
    /// Known and unchanged.
    case same(MentionID)
    /// Known; these parts read differently.
    case edited(MentionID, [Content.Part])

    public var known: MentionID? {
        switch self {
        case .same(let id), .edited(let id, _): id
        case .new: nil
        }
    }
}

/// - Parameters:
///   - records: of one visit, in order, with their identities beside them.
///   - known: the mentions that any of their keys leads to, by key.
///   - taken: mentions that other records of the visit are already.
/// - Returns: one sighting a record, in order. No mention is given to two records.
public func recognise(
    _ records: [Record], identities: [Identity], source: SourceID, known: [String: KnownMention],
    taken: Set<MentionID> = []
) -> [Sighting] {
    var claimed = taken
    var found = [KnownMention?](repeating: nil, count: records.count)
    for (index, record) in records.enumerated() {
        for key in identities[index].strong {
            guard let mention = known[key], !claimed.contains(mention.id), mayBe(record, mention) else {
                continue
            }
            found[index] = mention
            claimed.insert(mention.id)
            break
        }
    }
    // All by author and date before any by author and words: equal words are told apart by their order
    // alone, and a new record at the head of a list moves that order on.
    for isDated in [true, false] {
        for index in records.indices where found[index] == nil {
            for key in identities[index].weak where key.hasPrefix("who|") == isDated {
                guard let mention = known[key], !claimed.contains(mention.id),
                    isDated || mayBeOfOneDay(records[index].published, mention.published)
                else { continue }
                found[index] = mention
                claimed.insert(mention.id)
                break
            }
        }
    }
    return records.indices.map { index in
        guard let mention = found[index] else { return .new }
        let parts = Content(records[index]).parts(changedFrom: mention.content)
        // Another source's reading (a feed's summary of a page's full text) is no edit; a reply is news.
        if mention.source != source {
            return parts.contains(.reply) && records[index].reply != nil
                ? .edited(mention.id, [.reply]) : .same(mention.id)
        }
        return parts.isEmpty ? .same(mention.id) : .edited(mention.id, parts)
    }
}

/// A site's key that now stands on another author's other text on another day was reused (a position
/// in the list, the product's URL): that is another record, not an edit.
func mayBe(_ record: Record, _ mention: KnownMention) -> Bool {
    if let a = authorKey(record.author), let b = authorKey(mention.author) {
        if a == b { return true }
    } else {
        return true
    }
    if textFingerprint(record.text) == textFingerprint(mention.content.text) { return true }
    guard let a = record.published, let b = mention.published else { return false }
    return a.instant == b.instant
}

/// Dates that a site counts back from today ("2 days ago") drift by what they leave unsaid; dates further
/// apart than that are two posts.
func mayBeOfOneDay(_ a: StatedTime?, _ b: StatedTime?) -> Bool {
    guard let a, let b else { return true }
    let apart = a.instant > b.instant ? a.instant - b.instant : b.instant - a.instant
    return apart <= .seconds(86_400) + max(a.precision.length, b.precision.length) * 2
}
