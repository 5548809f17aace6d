import Complaints
import Storage

/// The records of a visit: known again, or new; a flagged new one joins a case or opens one.
extension VisitCommit {
    /// What a record of the visit turned out to be.
    struct Placed {
        /// nil where it is about nobody, or is another source's mention.
        var mention: MentionID?
        /// It stood there at an earlier visit, or is a mention that was known.
        var isKnown = false
        /// It stood on this source's pages at the last visit, word for word.
        var stoodThere = false
    }

    /// One for each candidate, in their order.
    mutating func takeRecords() throws -> [Placed] {
        let candidates = reading.candidates
        var placed = [Placed](repeating: Placed(), count: candidates.count)
        let (taken, unknown) = recogniseByPrint(&placed)
        guard !unknown.isEmpty else { return placed }
        let all = identities
        let rest = try leaveOutForgotten(unknown, identities: all, &placed)
        guard !rest.isEmpty else { return placed }
        let identities = rest.map { all[$0] }
        let known = try session.knownMentions(identities.flatMap { $0.strong + $0.weak })
        let sightings = recognise(
            rest.map { candidates[$0].record }, identities: identities, source: source.id, known: known,
            taken: taken)
        let listed = Set(reading.context.listing.pages.flatMap { $0.entries.compactMap(\.mention) })
        for (index, sighting) in zip(rest, sightings) {
            let identity = all[index]
            switch sighting {
            case .new:
                placed[index].mention = try addIfAbout(
                    candidates[index], identity: identity, stoodThere: placed[index].isKnown)
            case .same(let id):
                placed[index] = try knownAgain(id, on: candidates[index].page, isListed: listed.contains(id))
                let unknown = identity.strong.filter { known[$0]?.id != id }
                if !unknown.isEmpty { try session.keepIdentity(Identity(strong: unknown, weak: []), of: id) }
            case .edited(let id, let parts):
                placed[index] = try knownAgain(id, on: candidates[index].page, isListed: listed.contains(id))
                try session.keepIdentity(identity, of: id)
                try revise(id, candidates[index], parts: parts)
            }
        }
        return placed
    }

    private var identities: [Identity] {
        Identity.of(
            reading.candidates.map(\.record), source: source.id, subject: source.subject,
            pageURLs: reading.listURLs)
    }

    /// What a person had forgotten, and what retention deleted, does not come back: it stands there like a record
    /// that is about nobody.
    private func leaveOutForgotten(
        _ places: [Int], identities: [Identity], _ placed: inout [Placed]
    ) throws -> [Int] {
        let forgotten = try session.forgottenPlaces(
            of: places.map { (reading.candidates[$0].record, identities[$0]) }, source: source.id)
        for index in forgotten.keys { placed[places[index]].isKnown = true }
        return places.indices.filter { forgotten[$0] == nil }.map { places[$0] }
    }

    /// Pages on which somebody stands who is forgotten: no copy is made of them.
    func forgottenPages() throws -> Set<Int> {
        let candidates = reading.candidates
        let forgotten = try session.forgottenPlaces(
            of: zip(candidates, identities).map { ($0.record, $1) }, source: source.id)
        return Set(forgotten.filter { $0.value != .purged }.keys.map { candidates[$0].page })
    }

    /// What stands there word for word as it did needs not to be asked for; the rest is returned.
    private func recogniseByPrint(_ placed: inout [Placed]) -> (taken: Set<MentionID>, rest: [Int]) {
        var byPrint: [Int64: Listed] = [:]
        for page in reading.context.listing.pages {
            for entry in page.entries where byPrint[entry.print] == nil { byPrint[entry.print] = entry }
        }
        var taken: Set<MentionID> = []
        var rest: [Int] = []
        for (index, candidate) in reading.candidates.enumerated() {
            guard let entry = byPrint[candidate.print] else {
                rest.append(index)
                continue
            }
            placed[index].isKnown = true
            placed[index].stoodThere = true
            if let id = entry.mention {
                if taken.insert(id).inserted { placed[index].mention = id } else { rest.append(index) }
            } else if candidate.judgement != nil {
                // About nobody as it was judged then; the terms are others now.
                rest.append(index)
            }
        }
        return (taken, rest)
    }

    private mutating func knownAgain(_ id: MentionID, on page: Int, isListed: Bool) throws -> Placed {
        if isListed { return Placed(mention: id, isKnown: true) }
        guard let mention = try session.mention(id), mention.source == source.id else {
            return Placed(mention: nil, isKnown: true)
        }
        if mention.presence == .vanished { try reappear(mention, on: page) }
        return Placed(mention: id, isKnown: true)
    }

    private mutating func addIfAbout(
        _ candidate: Candidate, identity: Identity, stoodThere: Bool
    ) throws -> MentionID? {
        var record = candidate.record
        let judgement = candidate.judgement ?? reading.plan.judge.judge(&record, of: source)
        guard judgement.isAbout, !retention.isTooOld(record.published, now: now) else { return nil }
        var mention = Mention(
            id: MentionID(0), subject: source.subject, source: source.id, siteID: record.id, url: record.url,
            author: record.author, published: record.published, language: record.language,
            content: Content(record), score: judgement.score, firstSeen: now, changed: now,
            cluster: ClusterID(0))
        mention.id = try session.addMention(mention)
        mention.cluster = ClusterID(mention.id.number)
        try session.keepIdentity(identity, of: mention.id)
        newMentions += 1
        show(mention.id, revision: 1, as: .made, on: candidate.page)
        if mention.score.isFlagged {
            try handle(&mention, written: mention.published, bands: judgement.bands)
            let isPast = stoodThere || reading.pages[candidate.page].role == .past
            try count(mention, published: mention.published, isPast: isPast)
        }
        return mention.id
    }

    /// A page bears witness to a mention.
    mutating func show(_ id: MentionID, revision: Int, as role: EvidenceLink.Role, on page: Int) {
        shown[page, default: []].append(EvidenceLink(mention: id, revision: revision, role: role))
    }

    /// A flagged mention: known from elsewhere? does it open a case? Then people are told.
    /// - Parameter cause: the event by which it became one.
    mutating func handle(
        _ mention: inout Mention, written: StatedTime?, bands: [Int64], cause: EventID? = nil
    ) throws {
        let flagged = outbox.makeID()
        let twin = try ClusterSearch(session: session, now: now).join(&mention, bands: bands)
        if let twin,
            var file = try ClusterCase(outbox: outbox, now: now, session: session)
                .unite(mention.cluster, by: nil, why: "\(mention.id) says both: \(twin.why)")
        {
            file.cause = flagged
            mention.caseID = file.case.id
            // The same words again, or on another site, are no new word to us.
            let author = authorMark(mention.author)
            let isAgain =
                twin.verdict == SameVerdict.edited.rawValue && author != 0
                && file.mentions.contains { authorMark($0.author) == author }
            try file.take(mention)
            try file.add(
                TimelineEntry(
                    at: now, what: isAgain ? .followedUp : .mentioned,
                    note: "also at \(mention.url ?? source.url): \(twin.why)"))
            try flag(mention, as: flagged, cause: cause)
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
            policy: reading.plan.policy, now: now)
        guard case .open = opening else {
            try flag(mention, as: flagged, cause: cause)
            return
        }
        var file = try CaseFile.open(
            for: mention, policy: reading.plan.policy, outbox: outbox, now: now, cause: flagged, in: session)
        mention.caseID = file.case.id
        for other in try session.mentions(in: mention.cluster)
        where other.caseID == nil && other.id != mention.id && other.review?.decision != .dismissed {
            try file.take(other)
        }
        try flag(mention, as: flagged, cause: cause)
        try file.seeReply(of: mention, now: now)
        try file.settle(now: now)
    }

    /// For the bursts, which are looked for when the visit is over.
    func count(_ mention: Mention, published: StatedTime?, isPast: Bool) throws {
        let written = Arrival.time(
            published: published, lastSeen: claim.coverage.lastSuccess, isPast: isPast, now: now)
        try session.keepArrival(
            Arrival(
                mention: mention.id, source: source.id, at: written.at, span: written.span,
                isBackfill: written.isBackfill, author: authorMark(mention.author),
                topic: mention.score.topic), subject: mention.subject)
    }

    private func flag(_ mention: Mention, as id: EventID, cause: EventID?) throws {
        var data = EventData()
        data.mention = MentionData(mention)
        try outbox.post(
            .mentionFlagged, id: id, about: .mention(mention.id), at: now, data: data, cause: cause,
            in: session)
    }
}
