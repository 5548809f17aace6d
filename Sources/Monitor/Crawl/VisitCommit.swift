import Complaints
import Storage

/// Takes a visit into the store: page state, mentions, revisions, cases, clocks and outgoing alerts in one
/// transaction, or not at all.
struct VisitCommit {
    let reading: VisitReading
    let outbox: Outbox
    let now: Instant
    let session: any Session
    var newMentions = 0
    var changedMentions = 0

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

    var source: Source { reading.source }

    /// - Parameter coverage: as it was when the visit was claimed.
    mutating func take(coverage: Coverage, chance: Double) throws -> Summary {
        let listed = try session.listing(of: source.id)
        let sightings = try takeRecords(listed: listed)
        if reading.failure == nil {
            try takeAbsences(listed: listed, sightings: sightings)
        }
        // After a visit that failed half way the pages stay as they were: what went from them would else
        // never be judged, since they would be unchanged from then on.
        if reading.failure == nil {
            for page in reading.pages where !page.isUnchanged { try session.keep(page.state, of: source.id) }
            try session.forgetPages(of: source.id, except: Set(reading.pages.map(\.state.url)))
        }
        return try end(coverage: coverage, chance: chance)
    }

    private func end(coverage: Coverage, chance: Double) throws -> Summary {
        var coverage = coverage
        let outcome = reading.outcome
        let read = reading.isFirstPageEmpty ? 0 : reading.recordCount
        let news = coverage.take(outcome, records: reading.isUnchanged ? nil : read, at: now)
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
