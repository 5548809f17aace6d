import Complaints
import Storage

/// The records of a visit: known again, or new; a flagged new one joins a case or opens one.
extension VisitCommit {
    /// What each candidate is: a known mention, or a new one's number, or nil where it is about nobody.
    mutating func takeRecords(listed: [Listed]) throws -> [MentionID?] {
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
                    Listed(mention: id, page: candidate.page, position: candidate.position), source: source.id
                )
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
        if mention.score.isFlagged {
            try handle(&mention, written: mention.published, bands: candidate.bands)
        }
        return mention.id
    }

    /// A flagged mention: known from elsewhere? does it open a case? Then people are told.
    mutating func handle(_ mention: inout Mention, written: StatedTime?, bands: [Int64]) throws {
        let twin = try ClusterSearch(session: session).join(&mention, bands: bands)
        if let twin, let caseID = twin.caseID,
            var file = try CaseFile.load(caseID, outbox: outbox, in: session)
        {
            mention.caseID = caseID
            try file.take(mention)
            try file.add(
                TimelineEntry(
                    at: now, what: .mentioned, note: "also at \(mention.url ?? source.url): \(twin.why)"))
            try flag(mention)
            // Said again after it was resolved: it was not. A post that is only seen late changes nothing.
            if let resolved = file.resolved, written.map({ $0.latest > resolved }) ?? true {
                try file.act(.reopen)
                try file.add(TimelineEntry(at: now, what: .reopened, note: "\(mention.id) says it again"))
                try file.settle(now: now)
                try file.post(.caseReopened, at: now, mention: mention)
            }
            try file.seeReply(of: mention, now: now)
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
        var file = try CaseFile.open(
            for: mention, policy: reading.policy, outbox: outbox, now: now, in: session)
        mention.caseID = file.case.id
        for other in try session.mentions(in: mention.cluster)
        where other.caseID == nil && other.id != mention.id && other.review?.decision != .dismissed {
            try file.take(other)
        }
        try flag(mention)
        try file.seeReply(of: mention, now: now)
        try file.settle(now: now)
    }

    private func flag(_ mention: Mention) throws {
        var data = EventData()
        data.mention = MentionData(mention)
        try outbox.post(.mentionFlagged, about: .mention(mention.id), at: now, data: data, in: session)
    }
}
