import Complaints
import Storage

/// Complaints that people bring in: each becomes a mention and a case, with clocks by its own times.
extension Desk {
    /// What became of one.
    public enum HandedIn: Hashable, Sendable {
        case opened(CaseID)
        /// It is the same complaint as one that has a case.
        case joined(CaseID)
        /// It was handed in before.
        case known(MentionID, CaseID?)
    }

    /// Takes all of them in, in one transaction.
    /// - Parameter isQuiet: sends no alert of it: a table of old cases would send thousands.
    public func handIn(_ complaints: [HandedComplaint], isQuiet: Bool) async throws -> [HandedIn] {
        let (setup, now, who) = (setup, time.now(), who)
        let judged = complaints.map { Handed($0, setup: setup, now: now) }
        let outbox = isQuiet ? setup.outbox.quiet : setup.outbox
        return try await store.write { session in
            var known = try session.handed(judged.map(\.complaint.key))
            return try judged.map { handed in
                if let old = known[handed.complaint.key] { return .known(old.mention, old.case) }
                let taken = try handed.take(by: who, outbox: outbox, now: now, in: session)
                known[handed.complaint.key] = (taken.mention, taken.case)
                return taken.isNew ? .opened(taken.case) : .joined(taken.case)
            }
        }
    }

    /// Which of them were handed in before; changes nothing.
    public func handedBefore(_ complaints: [HandedComplaint]) async throws -> [Bool] {
        let keys = complaints.map(\.key)
        let known = try await store.read { try $0.handed(keys).keys.map { $0 } }
        var seen = Set(known)
        return keys.map { !seen.insert($0).inserted }
    }
}

extension Outbox {
    /// Keeps events, and sends them to nobody.
    var quiet: Outbox { Outbox(instance: instance, routes: [], makeID: makeID) }
}

/// A complaint that was handed in, judged outside of the transaction.
private struct Handed: Sendable {
    var complaint: HandedComplaint
    var mention: Mention
    var bands: [Int64]
    var policy: Policy
    var isPolled: Bool

    init(_ complaint: HandedComplaint, setup: Setup, now: Instant) {
        self.complaint = complaint
        let source = SourceID(complaint.place)
        let plan = setup.plan(of: source)
        isPolled = plan != nil
        let content = Content(title: complaint.title, text: complaint.text, rating: complaint.rating)
        let language = complaint.language ?? recognisedLanguage(of: content.words)
        var score = setup.scorer.score(
            complaint.text, title: complaint.title, language: language, rating: complaint.rating,
            source: source)
        // Somebody says that it is one.
        score.isFlagged = true
        score.topic = complaint.topic ?? score.topic
        let seen = min(complaint.received ?? now, now)
        mention = Mention(
            id: MentionID(0), subject: complaint.subject, source: source, siteID: complaint.externalID,
            url: complaint.url, author: complaint.author, published: complaint.posted, language: language,
            content: content, score: score, firstSeen: seen, changed: seen, cluster: ClusterID(0))
        bands = candidateKeys(of: ComparedText(text: content.words))
        policy = plan?.policy ?? setup.policy(ofSubject: complaint.subject)
        // Where there is no page, no reply can be seen on it.
        if !isPolled { policy.seenWithin = nil }
    }

    func take(
        by who: String, outbox: Outbox, now: Instant, in session: any Session
    ) throws -> (mention: MentionID, case: CaseID, isNew: Bool) {
        if !isPolled { try session.keepHandedSource(mention.source, subject: mention.subject, now: now) }
        var mention = mention
        mention.id = try session.addMention(mention)
        mention.cluster = ClusterID(mention.id.number)
        try session.keepIdentity(Identity(strong: [complaint.key], weak: []), of: mention.id)
        try session.markReviewed(.init(decision: .confirmed, at: now, by: who), of: mention.id)
        let twin = try ClusterSearch(session: session, now: now).join(&mention, bands: bands)
        let twins = twin == nil ? [] : try session.mentions(in: mention.cluster)
        if let id = twins.compactMap(\.caseID).first,
            var file = try CaseFile.load(id, outbox: outbox, in: session), file.case.state != .merged
        {
            try file.take(mention)
            try file.add(
                TimelineEntry(
                    at: now, by: who, what: .mentioned, note: "\(mention.id) handed in: \(twin?.why ?? "")"))
            // Said again after it was over, or thought to be none: it is handled after all.
            let isLater = file.resolved.flatMap { over in mention.published.map { $0.latest > over } } ?? true
            if !file.case.state.isActive, isLater {
                try file.act(.reopen)
                try file.add(
                    TimelineEntry(at: now, by: who, what: .reopened, note: "\(mention.id) says it again"))
                try file.post(.caseReopened, at: now, by: who, mention: mention)
            }
            try finish(&file, by: who, now: now)
            return (mention.id, id, false)
        }
        var file = try CaseFile.open(
            for: mention, policy: policy, outbox: outbox, now: now, by: who, in: session)
        for other in twins where other.caseID == nil && other.id != mention.id {
            try file.take(other)
        }
        if let owner = complaint.owner {
            try file.hand(to: owner, act: .assign(to: owner), by: who, now: now)
        }
        try finish(&file, by: who, now: now)
        return (mention.id, file.case.id, true)
    }

    private func finish(_ file: inout CaseFile, by who: String, now: Instant) throws {
        if let note = complaint.note {
            try file.add(TimelineEntry(at: now, by: who, what: .noted, note: note))
        }
        try file.settle(now: now)
    }
}

extension Setup {
    /// The policy of the first source of a subject.
    fileprivate func policy(ofSubject subject: String) -> Policy {
        let sources = configuration.watchlists.lazy.filter { $0.subject == subject }.flatMap(\.sources)
        return configuration.policy(named: sources.first?.policy ?? "default")
    }
}
