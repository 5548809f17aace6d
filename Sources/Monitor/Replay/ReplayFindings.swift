import Complaints
import Storage

/// What the replayed visits say of each record, as far as it differs from the store; the latest page counts.
struct ReplayFindings {
    private var known: [MentionID: Finding] = [:]
    private var met: Set<MentionID> = []
    /// Records that the store does not know, as they were read last.
    private var fresh: [Fresh] = []
    /// By what these are known again; their numbers count down from -1.
    private var keys: [String: Int] = [:]

    var mentionCount: Int { met.count }

    /// How a mention of the store came out.
    private struct Finding {
        /// Of the page that it was first read from.
        var first: [ReplayMove] = []
        /// Of the latest page.
        var latest: ReplayDifference?
    }

    private struct Fresh {
        var plan: Setup.SourcePlan
        var record: Record
        var judgement: Judgement
        var page: String
        /// When it was read first, and last.
        var first: Instant
        var last: Instant
    }

    /// What is asked of the store about one visit.
    private struct Asked: Sendable {
        var known: [String: KnownMention]
        var mentions: [MentionID: Mention]
        var changes: [MentionID: Int64]
    }

    mutating func judge(_ visit: ReplayedVisit, store: any Store) async throws {
        guard !visit.pages.isEmpty else { return }
        let places = placesWithoutRepeats(visit.records.map(\.record))
        let found = places.map { visit.records[$0] }
        let records = found.map(\.record)
        let (source, subject) = (visit.plan.source.id, visit.plan.source.subject)
        let identities = Identity.of(records, source: source, subject: subject, pageURLs: visit.listURLs)
        let linked = visit.pages.flatMap { $0.links.map(\.mention) }
        let wanted = identities.flatMap { $0.strong + $0.weak }
        let asked = try await store.read { session in
            let known = try session.knownMentions(wanted)
            let ids = Set(linked).union(known.values.map(\.id))
            var answer = Asked(known: known, mentions: [:], changes: [:])
            for id in ids {
                guard let mention = try session.mention(id), mention.source == source else { continue }
                answer.mentions[id] = mention
                answer.changes[id] = try session.latestChange(of: id)
            }
            return answer
        }
        var all = asked.known
        for key in wanted where all[key] == nil {
            if let place = keys[key] { all[key] = known(fresh[place], number: place) }
        }
        let sightings = recognise(records, identities: identities, source: source, known: all)
        var read: Set<MentionID> = []
        for (index, sighting) in sightings.enumerated() {
            let page = visit.pages[found[index].page]
            var record = records[index]
            let judgement = visit.plan.judge.judge(&record, of: visit.plan.source)
            guard let id = sighting.known else {
                if judgement.isAbout { add(record, judgement, identities[index], on: page, visit.plan) }
                continue
            }
            if id.number < 0 {
                let place = Int(-id.number - 1)
                (fresh[place].record, fresh[place].judgement) = (record, judgement)
                (fresh[place].page, fresh[place].last) = (page.url, page.at)
                continue
            }
            read.insert(id)
            guard let mention = asked.mentions[id] else { continue }
            compare(
                mention, with: record, judgement, on: page, visit.plan,
                isCurrent: asked.changes[id].map { page.number >= $0 } ?? (mention.changed <= page.at))
        }
        for page in visit.pages { miss(page, read: read, mentions: asked.mentions, visit.plan) }
    }

    // MARK: Of one visit

    private func known(_ fresh: Fresh, number place: Int) -> KnownMention {
        KnownMention(
            id: MentionID(Int64(-place - 1)), source: fresh.plan.source.id, author: fresh.record.author,
            published: fresh.record.published, content: Content(fresh.record))
    }

    private mutating func add(
        _ record: Record, _ judgement: Judgement, _ identity: Identity, on page: ReplayedVisit.Page,
        _ plan: Setup.SourcePlan
    ) {
        for key in identity.strong + identity.weak { keys[key] = fresh.count }
        fresh.append(
            Fresh(
                plan: plan, record: record, judgement: judgement, page: page.url, first: page.at,
                last: page.at))
    }

    /// - Parameter isCurrent: the mention reads as it did on this page; it was not edited later.
    private mutating func compare(
        _ mention: Mention, with record: Record, _ judgement: Judgement, on page: ReplayedVisit.Page,
        _ plan: Setup.SourcePlan, isCurrent: Bool
    ) {
        met.insert(mention.id)
        let (old, new) = (ReplayReading(mention), ReplayReading(record, score: judgement.score))
        var finding = known[mention.id] ?? Finding()
        if page.links.contains(where: { $0.mention == mention.id && $0.role == .made }) {
            finding.first = firstReadingMoves(from: old, to: new)
        }
        if isCurrent {
            finding.latest = nil
            if !judgement.isAbout {
                finding.latest = difference(
                    .dropped, mention, page, [ReplayMove(.terms, Self.whyNotAbout(record, plan))])
            } else {
                let moves = replayMoves(from: old, to: new)
                if !moves.isEmpty { finding.latest = difference(.moved, mention, page, moves, after: new) }
            }
        }
        if finding.latest == nil, !finding.first.isEmpty, judgement.isAbout {
            finding.latest = difference(.moved, mention, page, [], after: new)
        }
        known[mention.id] = finding.latest == nil ? nil : finding
    }

    /// Mentions that the page showed and on which they are not read now.
    private mutating func miss(
        _ page: ReplayedVisit.Page, read: Set<MentionID>, mentions: [MentionID: Mention],
        _ plan: Setup.SourcePlan
    ) {
        for link in page.links where link.role != .vanished && !read.contains(link.mention) {
            guard let mention = mentions[link.mention] else { continue }
            met.insert(mention.id)
            let why =
                page.failure
                ?? (page.recordCount == 0
                    ? "nothing can be read on \(page.url)"
                    : "not read on \(page.url), where \(page.recordCount) others are, or not known again")
            known[mention.id] = Finding(
                latest: difference(.dropped, mention, page, [ReplayMove(.read, why)]))
        }
    }

    private func difference(
        _ change: ReplayDifference.Change, _ mention: Mention, _ page: ReplayedVisit.Page,
        _ moves: [ReplayMove], after: ReplayReading? = nil
    ) -> ReplayDifference {
        ReplayDifference(
            change: change, mention: mention.id, subject: mention.subject, source: mention.source,
            url: mention.url, page: page.url, at: page.at, before: ReplayReading(mention), after: after,
            moves: moves)
    }

    private static func whyNotAbout(_ record: Record, _ plan: Setup.SourcePlan) -> String {
        let outcome = plan.judge.outcome(of: record)
        return outcome.ruledOut ?? "no term is found in it"
    }

    // MARK: All of it

    /// In the order of the pages, with what becomes of the cases.
    func differences(store: any Store, setup: Setup) async throws -> [ReplayDifference] {
        var all: [(difference: ReplayDifference, effect: ReplayCases.Subject)] = []
        for finding in known.values {
            guard var difference = finding.latest, let id = difference.mention else { continue }
            if difference.change == .moved { difference.moves += finding.first }
            all.append((difference, .known(id)))
        }
        for fresh in fresh where fresh.judgement.isAbout {
            let (record, source) = (fresh.record, fresh.plan.source)
            let difference = ReplayDifference(
                change: .added, subject: source.subject, source: source.id, url: record.url,
                page: fresh.page, at: fresh.last, after: ReplayReading(record, score: fresh.judgement.score),
                moves: addedMoves(Self.whyAdded(record, fresh.plan), fresh.judgement.score))
            all.append((difference, .fresh(bands: fresh.judgement.bands, seen: fresh.first)))
        }
        all.sort {
            ($0.difference.at, $0.difference.mention ?? MentionID(.max), $0.difference.text)
                < ($1.difference.at, $1.difference.mention ?? MentionID(.max), $1.difference.text)
        }
        return try await ReplayCases(setup: setup).effects(on: all, in: store)
    }

    private static func whyAdded(_ record: Record, _ plan: Setup.SourcePlan) -> String {
        guard plan.source.about == .anyone else { return "read now, and known by none of its marks" }
        let words = plan.judge.outcome(of: record).matches.prefix(3).map { "“\($0.found)”" }
        return "about \(plan.source.subject): it says \(words.joined(separator: ", "))"
    }
}
