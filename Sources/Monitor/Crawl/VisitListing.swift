import Complaints
import Storage

/// What stands on the pages now, and what it means that a mention does not.
extension VisitCommit {
    mutating func takeListing(_ placed: [Placed]) throws {
        let old = reading.context.listing
        var new = Listing()
        if reading.failure == nil {
            new.pages = try listAfterVisit(placed)
        } else {
            new.pages = listAfterFailure(placed)
        }
        new.pages += try detailsAfterVisit(placed)
        if new != old { try session.keep(new, of: source.id, before: old) }
    }

    // MARK: The list

    private mutating func listAfterVisit(_ placed: [Placed]) throws -> [ListedPage] {
        let before = reading.context.listing.list
        // Nothing can be read any more: that says nothing about those who wrote there.
        guard reading.recordCount > 0, !reading.isFirstPageEmpty else {
            return before + unlistedPages(placed, among: before)
        }
        let missed = try missedOnList(placed, before: before.flatMap(\.entries))
        let places = reading.pages.indices.filter {
            reading.pages[$0].role == .list && !reading.pages[$0].state.isPassage
        }
        let visited = Set(places.map { reading.pages[$0].state.url })
        let orphans = before.filter { !visited.contains($0.url) }.flatMap(\.entries)
        return places.map { place in
            let page = reading.pages[place]
            let old = before.first { $0.url == page.state.url }
            var known = old?.entries ?? []
            // A page that is not there any more leaves those that are missed to the last one.
            if place == places.last { known += orphans }
            let own = Set(known.compactMap(\.mention))
            return ListedPage(
                url: page.state.url, readAs: plan(of: page, before: old),
                entries: Listing.entries(
                    now: standing(on: place, placed, before: old), before: known,
                    missed: missed.filter { own.contains($0.key) }))
        }
    }

    /// Of pages that a visit could read before it failed: nobody is missed, nobody is forgotten.
    private func listAfterFailure(_ placed: [Placed]) -> [ListedPage] {
        let before = reading.context.listing.list
        let present = Set(
            placed.indices.filter { reading.pages[reading.candidates[$0].page].role == .list }
                .compactMap { placed[$0].mention })
        var pages = before.map { page in
            var page = page
            page.entries.removeAll { $0.mention.map(present.contains) ?? false }
            return page
        }
        for place in reading.pages.indices where reading.pages[place].role == .list {
            let page = reading.pages[place]
            if page.isUnchanged || page.state.isPassage { continue }
            let old = pages.firstIndex { $0.url == page.state.url }
            let now = standing(on: place, placed, before: nil).map {
                Listed(mention: $0.mention, print: $0.print)
            }
            let kept = old.map { pages[$0].entries.filter { $0.mention != nil } } ?? []
            let listed = ListedPage(url: page.state.url, readAs: page.state.readAs, entries: now + kept)
            if let old { pages[old] = listed } else { pages.append(listed) }
        }
        return pages
    }

    /// Pages of this visit that were never listed: their records are to be known again, whatever else fails.
    private func unlistedPages(_ placed: [Placed], among before: [ListedPage]) -> [ListedPage] {
        reading.pages.indices.compactMap { place in
            let page = reading.pages[place]
            guard page.role == .list, !page.isUnchanged, !page.state.isPassage,
                !before.contains(where: { $0.url == page.state.url })
            else { return nil }
            let entries = standing(on: place, placed, before: nil)
            return ListedPage(
                url: page.state.url, readAs: page.state.readAs,
                entries: entries.map { Listed(mention: $0.mention, print: $0.print) })
        }
    }

    /// How often each mention that should have been seen was missed by now; those that were missed too
    /// often have vanished and are left out.
    private mutating func missedOnList(_ placed: [Placed], before: [Listed]) throws -> [MentionID: Int] {
        let missing: Set<MentionID>
        if reading.listPages.allSatisfy(\.isUnchanged) {
            // What was missing before is missing still, also where its page went with it.
            missing = Set(before.compactMap { $0.missing > 0 ? $0.mention : nil })
        } else {
            let current = currentOnList(placed)
            missing =
                Absence.judge(
                    previous: before.compactMap(\.mention), current: current, reachedEnd: reading.reachedEnd,
                    hasMore: reading.further != nil, isFeed: reading.pages.contains { $0.state.isFeed },
                    isNewestFirst: newestFirst
                ).missing
        }
        return try missedAgain(before.filter { $0.mention.map(missing.contains) ?? false }, on: nil)
    }

    /// The mentions on the list that were listed before, in order; nil stands for a record that is new.
    private func currentOnList(_ placed: [Placed]) -> [MentionID?] {
        let listing = reading.context.listing.list
        let listed = Set(listing.flatMap { $0.entries.compactMap(\.mention) })
        var current: [MentionID?] = []
        for place in reading.pages.indices where reading.pages[place].role == .list {
            if reading.pages[place].isUnchanged {
                let old = listing.first { $0.url == reading.pages[place].state.url }
                current += (old?.entries ?? []).filter { $0.missing == 0 }.compactMap { $0.mention }
                continue
            }
            for index in placed.indices where reading.candidates[index].page == place {
                if let mention = placed[index].mention {
                    current.append(listed.contains(mention) ? mention : nil)
                } else if !placed[index].stoodThere {
                    // New to this list, though another source may have read it first.
                    current.append(nil)
                }
            }
        }
        return current
    }

    /// How the list is sorted, as its dates say.
    var newestFirst: Bool? {
        Absence.isNewestFirst(
            reading.candidates.lazy.filter { reading.pages[$0.page].role == .list }
                .compactMap { $0.record.published?.instant })
    }

    private func standing(on place: Int, _ placed: [Placed], before: ListedPage?) -> [Listing.Standing] {
        if reading.pages[place].isUnchanged {
            return (before?.entries ?? []).filter { $0.missing == 0 }
                .map { .init(mention: $0.mention, print: $0.print) }
        }
        return placed.indices.filter { reading.candidates[$0].page == place }
            .map { .init(mention: placed[$0].mention, print: reading.candidates[$0].print) }
    }

    private func plan(of page: VisitedPage, before: ListedPage?) -> Int64 {
        page.isUnchanged ? before?.readAs ?? page.state.readAs : page.state.readAs
    }

    // MARK: Detail pages

    /// Each shows all there is of its own, so that what it does not show any more is missed.
    private mutating func detailsAfterVisit(_ placed: [Placed]) throws -> [ListedPage] {
        var pages = reading.context.listing.pages.filter(\.isDetail)
        for place in reading.pages.indices where reading.pages[place].role == .detail {
            let page = reading.pages[place]
            let index = pages.firstIndex { $0.url == page.state.url }
            let old = index.map { pages[$0] }
            let now = standing(on: place, placed, before: old)
            let present = Set(now.compactMap(\.mention))
            // A page that is there and shows nothing cannot be read: nobody is missed by that.
            let isReadable = page.isGone || page.isUnchanged || !now.isEmpty
            let absent = (old?.entries ?? []).filter { entry in
                entry.mention.map { !present.contains($0) } ?? false
            }
            let missed =
                isReadable
                ? try missedAgain(absent, on: place)
                : Dictionary(absent.compactMap { entry in entry.mention.map { ($0, entry.missing) } }) {
                    a, _ in a
                }
            let listed = ListedPage(
                url: page.state.url, isDetail: true, readAs: plan(of: page, before: old),
                entries: Listing.entries(now: now, before: old?.entries ?? [], missed: missed))
            if let index { pages[index] = listed } else if !listed.entries.isEmpty { pages.append(listed) }
        }
        pages.removeAll { $0.entries.isEmpty }
        return pages
    }

    // MARK: Vanished and reappeared

    private mutating func missedAgain(_ absent: [Listed], on page: Int?) throws -> [MentionID: Int] {
        var missed: [MentionID: Int] = [:]
        for entry in absent {
            guard let id = entry.mention else { continue }
            if entry.missing + 1 >= source.vanishedAfter {
                try vanish(id, from: page ?? reading.pages.firstIndex { $0.role == .list })
            } else {
                missed[id] = entry.missing + 1
            }
        }
        return missed
    }

    private mutating func vanish(_ id: MentionID, from page: Int?) throws {
        guard let mention = try session.mention(id), mention.presence != .vanished else { return }
        try session.setPresence(.vanished, of: id)
        if let page { show(id, revision: mention.revisionCount, as: .vanished, on: page) }
        try tell(.mentionVanished, what: .vanished, mention)
    }

    mutating func reappear(_ mention: Mention, on page: Int) throws {
        try session.setPresence(.seen, of: mention.id)
        show(mention.id, revision: mention.revisionCount, as: .reappeared, on: page)
        try tell(.mentionReappeared, what: .reappeared, mention)
    }

    private func tell(_ type: EventType, what: TimelineEntry.What, _ mention: Mention) throws {
        var data = EventData()
        data.mention = MentionData(mention)
        try outbox.post(type, about: .mention(mention.id), at: now, data: data, in: session)
        if let caseID = mention.caseID {
            try session.addTimeline(
                TimelineEntry(at: now, what: what, note: mention.id.description), of: caseID)
        }
    }
}
