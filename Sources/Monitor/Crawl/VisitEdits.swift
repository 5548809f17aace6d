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
                let said = isReplyEdited && parts.contains(.reply) ? content.reply?.text : nil
                try file.add(
                    TimelineEntry(at: now, what: .edited, note: "\(id): \(what) changed", statement: said))
            }
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
            try handle(&mention, written: StatedTime(now), bands: judgement.bands)
            try count(mention, published: StatedTime(now), isPast: false)
        }
    }
}
