import Complaints
import Storage

/// Mentions that read differently now: the next revision, and what it means for the case.
extension VisitCommit {
    mutating func revise(_ id: MentionID, _ candidate: Candidate, parts: [Content.Part]) throws {
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
        var record = candidate.record
        let judgement = candidate.judgement ?? reading.plan.judge.judge(&record, of: source)
        if parts != [.reply] { mention.score = judgement.score }
        mention.changed = now
        mention.revisionCount += 1
        try session.reviseMention(id, content: content, score: mention.score, seen: now)
        changedMentions += 1
        show(id, revision: mention.revisionCount, as: .changed, on: candidate.page)
        // A reply that comes or goes has events of its own; one that reads differently is an edit.
        let isReplyEdited = old.reply != nil && content.reply != nil
        let ownParts = mention.caseID == nil || isReplyEdited ? parts : parts.filter { $0 != .reply }
        var told: EventID?
        if !ownParts.isEmpty {
            var data = EventData()
            data.mention = MentionData(mention)
            data.changed = parts
            told = try outbox.post(.mentionChanged, about: .mention(id), at: now, data: data, in: session)
        }
        if let caseID = mention.caseID {
            guard var file = try CaseFile.load(caseID, outbox: outbox, in: session) else { return }
            file.cause = told
            file.refresh(mention)
            try note(parts, of: mention, was: old, in: &file)
            if parts.contains(.reply), !isReplyEdited {
                if mention.content.reply == nil {
                    try file.loseReply(of: mention, now: now)
                } else {
                    try file.seeReply(of: mention, now: now)
                }
            }
            try file.settle(now: now)
        } else if mention.score.isFlagged, !wasFlagged {
            // It became a complaint just now, whenever it was first written.
            try handle(&mention, written: StatedTime(now), bands: judgement.bands, cause: told)
            try count(mention, published: StatedTime(now), isPast: false)
        }
    }

    /// The customer's words, the rating and our own words are lines of their own: clocks answer to each by
    /// the policy's rule, and to our own not at all.
    private func note(
        _ parts: [Content.Part], of mention: Mention, was old: Content, in file: inout CaseFile
    ) throws {
        func add(_ what: TimelineEntry.What, _ note: String, statement: String? = nil) throws {
            try file.add(
                TimelineEntry(
                    at: now, what: what, note: "\(mention.id): \(note)", statement: statement,
                    mention: mention.id))
        }
        let words = parts.filter { $0 == .title || $0 == .text }
        if !words.isEmpty {
            try add(.edited, words.map(\.rawValue).joined(separator: ", ") + " changed")
        }
        if parts.contains(.rating) {
            switch (old.rating, mention.content.rating) {
            case (let before?, let after?) where after.share != before.share:
                try add(
                    after.share > before.share ? .ratingRaised : .ratingLowered,
                    "\(before.value) is \(after.value) now")
            // Given later, taken back, or on another scale: neither better nor worse.
            default: try add(.noted, "rating changed")
            }
        }
        if parts.contains(.reply), old.reply != nil, let reply = mention.content.reply {
            try add(.replyEdited, "reply changed", statement: reply.text)
            try file.proposePromises(in: reply.text, said: now, language: mention.language, now: now)
        }
    }
}
