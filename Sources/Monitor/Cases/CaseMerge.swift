import Complaints
import Storage

/// Cases follow the clusters of their mentions: two that turn out to be one complaint become one case, and a
/// mention that is split off goes back to its own.
extension CaseFile {
    /// Takes over all that another case holds; that one ends as merged.
    mutating func absorb(_ other: inout CaseFile, by who: String?, why: String, now: Instant) throws {
        let (moved, its) = (other.mentions, other.case)
        try other.act(.merge)
        try other.add(TimelineEntry(at: now, by: who, what: .merged, note: "into \(self.case.id): \(why)"))
        try other.settle(now: now)
        let merged = try other.post(.caseMerged, at: now, by: who, why: why, into: self.case.id)
        for mention in moved {
            try session.keepFormerCase(its.id, of: mention.id)
            try take(mention)
        }
        let names = moved.map(\.id.description).joined(separator: ", ")
        try add(TimelineEntry(at: now, by: who, what: .joined, note: "\(its.id) with \(names): \(why)"))
        if self.case.owner == nil, let owner = its.owner, self.case.state.isActive {
            try act(.take(by: owner))
            try add(TimelineEntry(at: now, by: who, what: .assigned, note: "to \(owner), as \(its.id) was"))
        }
        if self.case.next == nil, self.case.state.isActive { self.case.next = its.next }
        try session.movePromises(from: its.id, to: self.case.id)
        let before = cause
        cause = merged
        try takeAnswers(of: other, was: its.state, now: now)
        cause = before
        try settle(now: now)
    }

    /// What the customer was told there was told to this case, when it was told; not what one of the two was
    /// reopened after: that answers the customer no more.
    private mutating func takeAnswers(of other: CaseFile, was state: CaseState, now: Instant) throws {
        let reopened = [timeline, other.timeline].compactMap { timeline in
            timeline.standing.last { $0.what == .reopened }?.at
        }.max()
        func isStill(_ time: Instant) -> Bool { reopened.map { time > $0 } ?? true }
        if state == .answered, self.case.state.isActive,
            let said = other.timeline.standing.last(where: { $0.what == .replied }), isStill(said.at)
        {
            try add(
                TimelineEntry(
                    at: max(said.at, self.case.opened), by: said.by, what: .replied,
                    note: "in \(other.case.id)", statement: said.statement,
                    mention: other.mentions.first?.id))
            try act(.reply)
        }
        for mention in other.mentions {
            let known = other.reply(under: mention.id).map { min($0.time ?? $0.at, $0.at) }
            if isStill(known ?? now) { try seeReply(of: mention, known: known, now: now) }
        }
    }

    /// Lets go of mentions that are another complaint, with the replies under them.
    mutating func splitOff(
        _ gone: [Mention], to other: String, by who: String, why: String, now: Instant
    ) throws {
        for mention in gone { try release(mention.id) }
        let names = gone.map(\.id.description).joined(separator: ", ")
        try add(TimelineEntry(at: now, by: who, what: .split, note: "\(names) \(other): \(why)"))
        let answered = Set(timeline.standing.filter(\.statesReply).compactMap(\.mention))
        for mention in gone where answered.contains(mention.id) {
            try add(.leaving(mention.id, at: now, by: who))
        }
        if !answered.isEmpty, self.case.state.isActive { self.case.state = CaseState(timeline) }
        try settle(now: now)
        try count()
    }

    /// The case stands as it did before it was merged, with its clocks from its own times.
    mutating func comeBack(with mention: Mention, by who: String, why: String, now: Instant) throws {
        try take(mention)
        try add(TimelineEntry(at: now, by: who, what: .split, note: "\(mention.id) came back: \(why)"))
        self.case.state = CaseState(timeline)
        if reply(under: mention.id) == nil { try seeReply(of: mention, now: now) }
        try settle(now: now)
        if self.case.state.isActive {
            try post(.caseReopened, at: now, by: who, why: why, mention: mention)
        }
    }

    /// The reply that the timeline says stands under a mention.
    func reply(under id: MentionID) -> TimelineEntry? {
        let last = timeline.standing.last {
            $0.mention == id && ($0.what == .replySeen || $0.what == .replyVanished)
        }
        return last?.what == .replySeen ? last : nil
    }
}

/// The one case of a cluster.
struct ClusterCase {
    let outbox: Outbox
    let now: Instant
    let session: any Session

    /// Makes the cases of a cluster one: the earliest that still wants something takes over the others, or
    /// the earliest of all.
    /// - Parameter who: nil where Ombud found it by itself: then what is over stays as it is.
    /// - Returns: nil when the cluster has no case.
    func unite(_ cluster: ClusterID, by who: String?, why: String) throws -> CaseFile? {
        let ids = Set(try session.mentions(in: cluster).compactMap(\.caseID)).sorted()
        var files = try ids.compactMap { try CaseFile.load($0, outbox: outbox, in: session) }
        guard !files.isEmpty else { return nil }
        let first = files.firstIndex { $0.case.state.isActive } ?? 0
        var file = files.remove(at: first)
        for var other in files where who != nil || other.case.state.isActive {
            try file.absorb(&other, by: who, why: why, now: now)
        }
        return file
    }
}
