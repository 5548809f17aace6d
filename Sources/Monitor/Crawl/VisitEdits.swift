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

    func seeReply(of mention: Mention, in file: inout CaseFile) throws {
        guard let reply = mention.content.reply else { return }
        let wasAnswered = file.case.state == .answered
        try file.add(
            TimelineEntry(at: now, what: .replySeen, statement: reply.text, time: reply.published?.instant))
        try file.act(.replySeen)
        try file.settle(now: now)
        try file.post(.caseReplySeen, at: now, mention: mention)
        if !wasAnswered, file.case.state == .answered {
            try file.post(.caseAnswered, at: now, mention: mention)
        }
    }

    private func loseReply(of mention: Mention, in file: inout CaseFile) throws {
        try file.add(TimelineEntry(at: now, what: .replyVanished))
        try file.act(.replyVanished)
        try file.settle(now: now)
        try file.post(.caseReplyVanished, at: now, mention: mention)
    }
}
