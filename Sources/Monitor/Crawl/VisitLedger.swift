import Complaints
import Storage

/// What a visit proves: whether the source was seen completely, what may have been missed, and when it is
/// looked at again.
extension VisitCommit {
    func endVisit(_ placed: [Placed], chance: Double) throws -> Summary {
        var coverage = claim.coverage
        let read = reading.isFirstPageEmpty || reading.leadsNowhere ? 0 : reading.recordCount
        let outcome = provenOutcome(read: read)
        let before = coverage.lastSuccess
        var news: [Coverage.News] = []
        if let since = reading.excusedSince {
            coverage.forgive(since: since)
        } else if reading.isHeld {
            let reason = reading.failure?.reason ?? ""
            news += [coverage.takeBroken(reason: reason, at: now)].compactMap { $0 }
        } else {
            let said = coverage.take(
                reading.outcome, records: reading.isUnchanged ? nil : read, at: now,
                blindAfter: source.blindAfter)
            news += [said].compactMap { $0 }
        }
        let isAccepted = try session.isAccepted(source.id, since: reading.started)
        news += try takeContract(isAccepted: isAccepted)
        let completeness = outcome.failure == nil ? try completeness(placed) : nil
        if let lost = try takeGaps(completeness, placed) {
            let said = coverage.takeGap(since: lost.after ?? before, reason: lost.lossText, at: now)
            news += [said].compactMap { $0 }
        }
        let visit = Visit(
            source: source.id, started: reading.started, ended: now, outcome: outcome,
            pageCount: reading.pages.count, recordCount: reading.recordCount, newMentions: newMentions,
            changedMentions: changedMentions, reach: completeness?.reach, statedCount: reading.statedCount,
            requests: reading.requests, bytes: reading.bytes)
        var pace = claim.pace
        if outcome.failure == nil, let before {
            pace.take(changed: newMentions + changedMentions > 0, after: reading.started - before)
        }
        try session.endVisit(
            VisitEnd(
                visit: visit, coverage: coverage, pace: pace, movedTo: reading.movedTo,
                statedCount: reading.statedCount ?? reading.context.statedCount,
                next: isAccepted ? now : try nextVisit(coverage, pace, chance: chance)))
        for item in news { try tell(item, usual: claim.coverage.usualRecords) }
        return Summary(visit: visit, news: news)
    }

    /// A page on which nothing can be read where something used to be read proves nothing, also when it is
    /// met again unchanged.
    private func provenOutcome(read: Int) -> Visit.Outcome {
        let usual = claim.coverage.usualRecords
        guard reading.failure == nil, read == 0, usual > 0 else { return reading.outcome }
        return .partial(
            VisitFailure(
                code: "nothing-read",
                reason: "nothing can be read on \(reading.listPages.first?.finalURL ?? source.url) any more, "
                    + "where \(counted(usual, "record")) \(usual == 1 ? "was" : "were") read before; try `ombud source try \(source.id)`"
            ))
    }

    // MARK: Completeness

    private func completeness(_ placed: [Placed]) throws -> Completeness? {
        let list = reading.listPages
        guard !reading.isUnchanged, !list.allSatisfy(\.isUnchanged) else { return .known }
        if let byLinks = completenessOfLinks() { return byLinks }
        let sightings = sightings(placed)
        let listing = reading.context.listing.list
        let knewBefore = !listing.allSatisfy(\.entries.isEmpty)
        let extent = Completeness.Extent(
            isFeed: list.contains { $0.state.isFeed }, hasMore: reading.further != nil, pageCount: list.count)
        let verdict = Completeness.judge(
            sightings, knewBefore: knewBefore, newestKnown: nil, extent: extent, isNewestFirst: newestFirst)
        guard case .gap = verdict else { return verdict }
        // Where all that stood there still stands there, or the list is shorter than it was, nothing was
        // pushed off its end.
        let before = listing.flatMap(\.entries)
        let prints = Set(reading.candidates.map(\.print))
        let mentions = Set(placed.compactMap(\.mention))
        let isAllThere = before.allSatisfy { entry in
            prints.contains(entry.print) || entry.mention.map(mentions.contains) ?? false
        }
        if isAllThere { return .known }
        if extent != .more, sightings.count < before.count { return .end }
        // Asked for only here, since it is seldom needed.
        let newest = try session.newestMention(of: source.id, before: reading.started)
        return Completeness.judge(
            sightings, knewBefore: knewBefore, newestKnown: newest, extent: extent, isNewestFirst: newestFirst
        )
    }

    /// A list of links joins on where one of them was known; a sitemap is all there is.
    private func completenessOfLinks() -> Completeness? {
        guard reading.follow != nil else { return nil }
        guard let known = reading.knownFound else { return .known }
        if known.isEmpty, reading.context.pages.isEmpty { return .first }
        if source.follow == nil || reading.further == nil { return .end }
        let sightings = reading.found.map {
            Completeness.Sighting(isKnown: known.contains($0.url), published: $0.modified)
        }
        return Completeness.judge(
            sightings, knewBefore: !reading.context.pages.isEmpty, newestKnown: nil, extent: .more,
            isNewestFirst: nil)
    }

    private func sightings(_ placed: [Placed]) -> [Completeness.Sighting] {
        let listing = reading.context.listing.list
        var sightings: [Completeness.Sighting] = []
        for place in reading.pages.indices where reading.pages[place].role == .list {
            if reading.pages[place].isUnchanged {
                let count = listing.first { $0.url == reading.pages[place].state.url }?.entries.count ?? 0
                sightings += Array(repeating: .init(isKnown: true, published: nil), count: count)
                continue
            }
            for index in placed.indices where reading.candidates[index].page == place {
                sightings.append(
                    .init(
                        isKnown: placed[index].isKnown,
                        published: reading.candidates[index].record.published?.instant))
            }
        }
        return sightings
    }

    // MARK: Gaps

    /// Opens, goes on with and ends gaps. Returns the one that can be closed no more.
    private func takeGaps(_ completeness: Completeness?, _ placed: [Placed]) throws -> Gap? {
        var lost: Gap?
        if var gap = reading.context.gap, let step = reading.gapStep {
            gap.take(step, at: now)
            try session.keep(gap)
            if gap.state == .stays, gap.kind == .gap { lost = gap }
        }
        guard let completeness else { return lost }
        if case .gap(let after, let before) = completeness {
            var gap = Gap(
                source: source.id, kind: .gap, opened: now, after: after, before: before,
                nextURL: reading.further)
            if gap.nextURL == nil {
                gap.state = .stays
                gap.ended = now
                gap.why = "there is no further page on which it could be read"
                lost = gap
            }
            try session.open(gap)
        }
        try openBackfill(placed)
        return lost
    }

    /// The operator wants the past read: once, from where the visits do not reach any more.
    private func openBackfill(_ placed: [Placed]) throws {
        guard let wanted = source.pages.backfill, let further = reading.further else { return }
        let after: Instant? = if case .to(let instant) = wanted { instant } else { nil }
        let oldest = reading.candidates.compactMap { $0.record.published?.instant }.min()
        if let after, let oldest, oldest < after { return }
        guard try !session.hasBackfill(of: source.id, to: after) else { return }
        try session.open(
            Gap(
                source: source.id, kind: .backfill, opened: now, after: after, before: oldest,
                nextURL: further))
    }

    // MARK: The next visit

    /// A gap is followed at once, the past in between.
    private static let gapPause: Duration = .seconds(5)
    private static let backfillPause: Duration = .seconds(60)

    private func nextVisit(_ coverage: Coverage, _ pace: Pace, chance: Double) throws -> Instant {
        if reading.excusedSince != nil { return reading.probeAgain ?? now + .seconds(30) }
        let due = source.every.isAdaptive ? try session.nearestDue(of: source.id) : nil
        let interval = pace.interval(within: source.every, nearestDue: due.map { $0 - now }).length
        var next = Schedule.next(
            every: interval, started: reading.started, now: now, failures: coverage.failures,
            notBefore: reading.outcome.failure?.retryAfter, chance: chance, swing: Schedule.swing)
        // Not to be late with saying that it is blind.
        if coverage.failures > 0, coverage.health != .blind, let limit = source.blindAfter,
            let seen = coverage.lastSuccess,
            seen + limit > now
        {
            next = min(next, max(seen + limit, reading.outcome.failure?.retryAfter ?? .min))
        }
        if coverage.failures == 0, let gap = try session.openGaps(of: source.id).first {
            next = min(next, now + (gap.kind == .gap ? Self.gapPause : Self.backfillPause))
        }
        switch PollingHours.next(at: next, within: source.during, name: source.id.name, every: interval) {
        case .open(let instant), .opens(let instant): return instant
        // `ombud check` says that it never opens; a day later the calendar may be another.
        case .never: return now + .seconds(86_400)
        }
    }

    // MARK: News

    private func tell(_ news: Coverage.News, usual: Int) throws {
        let (type, since, reason): (EventType, Instant, String?) =
            switch news {
            case .blind(let since, let reason): (.sourceBlind, since, reason)
            case .changed(let since, let reason): (.sourceChanged, since, reason)
            case .recovered(let since): (.sourceRecovered, since, nil)
            }
        var data = EventData()
        let broken = type == .sourceChanged ? reading.contract?.contract.broken : nil
        let empty = Breach(.records, before: "\(usual)", after: "\(reading.recordCount)")
        data.source = SourceData(
            name: source.id.name, subject: source.subject, url: source.url, since: since, reason: reason,
            changes: type == .sourceChanged ? broken?.breaches ?? [empty] : [], way: broken?.way,
            fallback: broken?.fallback)
        try outbox.post(type, about: .source(source.id), at: now, data: data, in: session)
    }
}

extension Gap {
    /// What is not known, for people.
    var lossText: String {
        let period =
            switch (after, before) {
            case (let after?, let before?): "between \(after) and \(before)"
            case (let after?, nil): "since \(after)"
            case (nil, let before?): "before \(before)"
            case (nil, nil): "since the visit before"
            }
        return
            "what was written \(period) may have been missed: \(why ?? "no record known before was reached")"
    }
}
