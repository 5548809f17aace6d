import Complaints
import Storage

/// Takes a visit into the store: page state, mentions, revisions, cases, clocks and outgoing alerts in one
/// transaction, or not at all.
struct VisitCommit {
    let reading: VisitReading
    let outbox: Outbox
    let now: Instant
    let session: any Session
    private var newMentions = 0
    private var changedMentions = 0

    struct Summary: Sendable, Hashable {
        var visit: Visit
        var news: Coverage.News?
    }

    init(_ reading: VisitReading, outbox: Outbox, now: Instant, in session: any Session) {
        self.reading = reading
        self.outbox = outbox
        self.now = now
        self.session = session
    }

    private var source: Source { reading.source }

    /// - Parameter coverage: as it was when the visit was claimed.
    mutating func take(coverage: Coverage, chance: Double) throws -> Summary {
        let listed = try session.listing(of: source.id)
        let sightings = try takeRecords(listed: listed)
        if reading.failure == nil {
            try takeAbsences(listed: listed, sightings: sightings)
        }
        for page in reading.pages where !page.isUnchanged { try session.keep(page.state, of: source.id) }
        if reading.failure == nil {
            try session.forgetPages(of: source.id, except: Set(reading.pages.map(\.state.url)))
        }
        return try end(coverage: coverage, chance: chance)
    }

    // MARK: Records

    /// What each candidate is: a known mention, or a new one's number, or nil where it is about nobody.
    private mutating func takeRecords(listed: [Listed]) throws -> [MentionID?] {
        let candidates = reading.candidates
        guard !candidates.isEmpty else { return [] }
        let records = candidates.map(\.record)
        let identities = Identity.of(
            records, source: source.id, subject: source.subject,
            pageURLs: Set(reading.pages.map(\.state.url)).union([source.url]))
        let known = try session.knownMentions(identities.flatMap { $0.strong + $0.weak })
        let sightings = recognise(records, identities: identities, source: source.id, known: known)
        let places = Dictionary(listed.map { ($0.mention, $0) }, uniquingKeysWith: { first, _ in first })
        var ids: [MentionID?] = []
        for (index, candidate) in candidates.enumerated() {
            let identity = identities[index]
            switch sightings[index] {
            case .new:
                guard candidate.isAbout else {
                    ids.append(nil)
                    continue
                }
                let id = try add(candidate, identity: identity)
                try session.keepListed(
                    Listed(mention: id, page: candidate.page, position: candidate.position), source: source.id)
                // New to the list: it may have pushed others off its end.
                ids.append(nil)
            case .same(let id):
                let unknown = identity.strong.filter { known[$0]?.id != id }
                if !unknown.isEmpty { try session.keepIdentity(Identity(strong: unknown, weak: []), of: id) }
                try keepPlace(of: id, candidate, before: places[id])
                ids.append(places[id] == nil ? nil : id)
            case .edited(let id, let parts):
                try session.keepIdentity(identity, of: id)
                try keepPlace(of: id, candidate, before: places[id])
                try revise(id, candidate, parts: parts)
                ids.append(places[id] == nil ? nil : id)
            }
        }
        return ids
    }

    private mutating func add(_ candidate: Candidate, identity: Identity) throws -> MentionID {
        let record = candidate.record
        var mention = Mention(
            id: MentionID(0), subject: source.subject, source: source.id, siteID: record.id, url: record.url,
            author: record.author, published: record.published, language: record.language,
            content: Content(record), score: candidate.score, firstSeen: now, changed: now,
            cluster: ClusterID(0))
        mention.id = try session.addMention(mention)
        mention.cluster = ClusterID(mention.id.number)
        try session.keepIdentity(identity, of: mention.id)
        newMentions += 1
        if mention.score.isFlagged { try handle(&mention, written: mention.published) }
        return mention.id
    }

    /// A flagged mention: known from elsewhere? does it open a case? Then people are told.
    private mutating func handle(_ mention: inout Mention, written: StatedTime?) throws {
        let twin = try ClusterSearch(session: session).join(&mention)
        if let twin, let caseID = twin.caseID, var file = try CaseFile.load(caseID, outbox: outbox, in: session) {
            mention.caseID = caseID
            try file.take(mention)
            try file.add(
                TimelineEntry(at: now, what: .mentioned, note: "also at \(mention.url ?? source.url): \(twin.why)"))
            try flag(mention)
            try seeReply(of: mention, in: &file)
            try file.settle(now: now)
            return
        }
        let opening = Opening.decide(
            isFlagged: mention.score.isFlagged, decision: mention.review?.decision, published: written,
            policy: reading.policy, now: now)
        guard case .open = opening else {
            try flag(mention)
            return
        }
        var file = try CaseFile.open(for: mention, policy: reading.policy, outbox: outbox, now: now, in: session)
        mention.caseID = file.case.id
        for other in try session.mentions(in: mention.cluster) where other.caseID == nil && other.id != mention.id {
            try file.take(other)
        }
        try flag(mention)
        try seeReply(of: mention, in: &file)
        try file.settle(now: now)
    }

    private func flag(_ mention: Mention) throws {
        var data = EventData()
        data.mention = MentionData(mention)
        try outbox.post(.mentionFlagged, about: .mention(mention.id), at: now, data: data, in: session)
    }

    // MARK: Edits

    private mutating func revise(_ id: MentionID, _ candidate: Candidate, parts: [Content.Part]) throws {
        guard var mention = try session.mention(id) else { return }
        let old = mention.content
        let wasFlagged = mention.score.isFlagged
        var content = Content(candidate.record)
        // Another source's summary adds a reply, but does not change the wording.
        if mention.source != source.id {
            content = mention.content
            content.reply = candidate.record.reply
        }
        mention.content = content
        if parts != [.reply] { mention.score = candidate.score }
        mention.changed = now
        mention.revisionCount += 1
        try session.reviseMention(id, content: content, score: mention.score, seen: now)
        changedMentions += 1
        let ownParts = mention.caseID == nil ? parts : parts.filter { $0 != .reply }
        if !ownParts.isEmpty {
            var data = EventData()
            data.mention = MentionData(mention)
            data.changed = parts
            try outbox.post(.mentionChanged, about: .mention(id), at: now, data: data, in: session)
        }
        if let caseID = mention.caseID {
            guard var file = try CaseFile.load(caseID, outbox: outbox, in: session) else { return }
            file.refresh(mention)
            if !ownParts.isEmpty {
                let what = ownParts.map(\.rawValue).joined(separator: ", ")
                try file.add(TimelineEntry(at: now, what: .edited, note: "\(id): \(what) changed"))
            }
            if parts.contains(.reply) {
                if old.reply != nil, mention.content.reply == nil {
                    try loseReply(of: mention, in: &file)
                } else {
                    try seeReply(of: mention, in: &file)
                }
            }
            try file.settle(now: now)
        } else if mention.score.isFlagged, !wasFlagged {
            // It became a complaint just now, whenever it was first written.
            try handle(&mention, written: StatedTime(now))
        }
    }

    private func seeReply(of mention: Mention, in file: inout CaseFile) throws {
        guard let reply = mention.content.reply else { return }
        let wasAnswered = file.case.state == .answered
        try file.add(
            TimelineEntry(at: now, what: .replySeen, statement: reply.text, time: reply.published?.instant))
        try file.act(.replySeen)
        try file.settle(now: now)
        try file.post(.caseReplySeen, at: now, mention: mention)
        if !wasAnswered, file.case.state == .answered { try file.post(.caseAnswered, at: now, mention: mention) }
    }

    private func loseReply(of mention: Mention, in file: inout CaseFile) throws {
        try file.add(TimelineEntry(at: now, what: .replyVanished))
        try file.act(.replyVanished)
        try file.settle(now: now)
        try file.post(.caseReplyVanished, at: now, mention: mention)
    }

    // MARK: Presence

    private func keepPlace(of id: MentionID, _ candidate: Candidate, before: Listed?) throws {
        let now = Listed(mention: id, page: candidate.page, position: candidate.position)
        guard before != now else { return }
        if before == nil {
            guard let mention = try session.mention(id), mention.source == source.id else { return }
            if mention.presence == .vanished { try reappear(mention) }
        }
        try session.keepListed(now, source: source.id)
    }

    private func takeAbsences(listed: [Listed], sightings: [MentionID?]) throws {
        guard reading.recordCount > 0 else { return }
        let unchanged = Set(reading.pages.filter(\.isUnchanged).map(\.state.url))
        var current: [MentionID?] = []
        for page in reading.pages {
            if page.isUnchanged {
                current += listed.filter { $0.page == page.state.url && $0.missing == 0 }.map(\.mention)
            } else {
                current += zip(reading.candidates, sightings).filter { $0.0.page == page.state.url }.map(\.1)
            }
        }
        var missing: Set<MentionID>
        if reading.isUnchanged {
            missing = Set(listed.filter { $0.missing > 0 && unchanged.contains($0.page) }.map(\.mention))
        } else {
            let absence = Absence.judge(
                previous: listed.map(\.mention), current: current, reachedEnd: reading.reachedEnd,
                hasMore: reading.hasMore, isFeed: reading.pages.contains { $0.state.isFeed })
            for id in absence.rolledOff { try session.unlist(id) }
            missing = absence.missing
        }
        for place in listed where missing.contains(place.mention) {
            var place = place
            place.missing += 1
            if place.missing >= source.vanishedAfter {
                try vanish(place.mention)
            } else {
                try session.keepListed(place, source: source.id)
            }
        }
    }

    private func vanish(_ id: MentionID) throws {
        try session.unlist(id)
        try session.setPresence(.vanished, of: id)
        try tell(.mentionVanished, what: .vanished, id)
    }

    private func reappear(_ mention: Mention) throws {
        try session.setPresence(.seen, of: mention.id)
        try tell(.mentionReappeared, what: .reappeared, mention.id)
    }

    private func tell(_ type: EventType, what: TimelineEntry.What, _ id: MentionID) throws {
        guard let mention = try session.mention(id) else { return }
        var data = EventData()
        data.mention = MentionData(mention)
        try outbox.post(type, about: .mention(id), at: now, data: data, in: session)
        if let caseID = mention.caseID {
            try session.addTimeline(TimelineEntry(at: now, what: what, note: id.description), of: caseID)
        }
    }

    // MARK: End

    private func end(coverage: Coverage, chance: Double) throws -> Summary {
        var coverage = coverage
        let outcome = reading.outcome
        let news = coverage.take(
            outcome, records: reading.isUnchanged ? nil : reading.recordCount, at: now)
        let visit = Visit(
            source: source.id, started: reading.started, ended: now, outcome: outcome,
            pageCount: reading.pages.count, recordCount: reading.recordCount, newMentions: newMentions,
            changedMentions: changedMentions)
        let next = Schedule.next(
            every: source.every, started: reading.started, now: now, failures: coverage.failures,
            notBefore: outcome.failure?.retryAfter, chance: chance)
        try session.endVisit(visit, coverage: coverage, next: next)
        if let news { try tell(news) }
        return Summary(visit: visit, news: news)
    }

    private func tell(_ news: Coverage.News) throws {
        let (type, since, reason): (EventType, Instant, String?) =
            switch news {
            case .blind(let since, let reason): (.sourceBlind, since, reason)
            case .changed(let since, let reason): (.sourceChanged, since, reason)
            case .recovered(let since): (.sourceRecovered, since, nil)
            }
        var data = EventData()
        data.source = SourceData(
            name: source.id.name, subject: source.subject, url: source.url, since: since, reason: reason)
        try outbox.post(type, about: .source(source.id), at: now, data: data, in: session)
    }
}
