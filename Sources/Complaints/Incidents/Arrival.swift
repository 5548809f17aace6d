/// A flagged mention as bursts are counted: by the time it was written, as far as that is known.
public struct Arrival: Hashable, Sendable {
    public var mention: MentionID
    public var source: SourceID
    /// The latest time at which it can have been written.
    public var at: Instant
    /// By how much earlier it may have been written.
    public var span: Duration
    /// Came with a first visit or from the past: it tells what is usual, and starts nothing.
    public var isBackfill: Bool
    /// As `authorMark` says; 0 for nobody.
    public var author: Int64
    public var topic: String?

    public init(
        mention: MentionID, source: SourceID, at: Instant, span: Duration, isBackfill: Bool,
        author: Int64 = 0,
        topic: String? = nil
    ) {
        self.mention = mention
        self.source = source
        self.at = at
        self.span = span
        self.isBackfill = isBackfill
        self.author = author
        self.topic = topic
    }

    /// Each author counts once; a post of nobody counts for itself.
    public var voice: Int64 { author != 0 ? author : mention.number }

    /// Longer than any window: when it was written is not known.
    public static let unknownSpan: Duration = .seconds(10 * 366 * 86_400)

    /// When a record was written, as far as its page and the visits to it tell.
    ///
    /// - Parameters:
    ///   - lastSeen: when its source was last seen well before; nil at the first visit.
    ///   - isPast: it stood there before, or was read from pages of the past: that it is new here says
    ///     nothing of when it was written.
    public static func time(
        published: StatedTime?, lastSeen: Instant?, isPast: Bool, now: Instant
    ) -> (at: Instant, span: Duration, isBackfill: Bool) {
        // What lies in the future was not written there.
        let stated = published.flatMap { $0.instant > now + .seconds(3600) ? nil : $0 }
        guard let stated else {
            guard let lastSeen, !isPast else { return (now, unknownSpan, true) }
            return (now, max(.zero, now - lastSeen), false)
        }
        let latest = min(stated.latest, now)
        var earliest = min(stated.instant, latest)
        // A page of the past that is read to make up for a gap may hold what was written in it.
        guard let lastSeen, !isPast || latest > lastSeen else { return (latest, latest - earliest, true) }
        // It was not there at the last visit.
        if !isPast, lastSeen > earliest, lastSeen < latest { earliest = lastSeen }
        return (latest, latest - earliest, false)
    }
}
