import Complaints
import Storage

/// Where mentions stand in the list, and what it means that one does not.
extension VisitCommit {
    func keepPlace(of id: MentionID, _ candidate: Candidate, before: Listed?) throws {
        let now = Listed(mention: id, page: candidate.page, position: candidate.position)
        guard before != now else { return }
        if before == nil {
            guard let mention = try session.mention(id), mention.source == source.id else { return }
            if mention.presence == .vanished { try reappear(mention) }
        }
        try session.keepListed(now, source: source.id)
    }

    func takeAbsences(listed: [Listed], sightings: [MentionID?]) throws {
        guard reading.recordCount > 0, !reading.isFirstPageEmpty else { return }
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
            // What was missing before is missing still, also where its page went with it.
            missing = Set(listed.filter { $0.missing > 0 }.map(\.mention))
        } else {
            let absence = Absence.judge(
                previous: listed.map(\.mention), current: current, reachedEnd: reading.reachedEnd,
                hasMore: reading.hasMore, isFeed: reading.pages.contains { $0.state.isFeed },
                isNewestFirst: Absence.isNewestFirst(
                    reading.candidates.compactMap { $0.record.published?.instant }))
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
}
