import Complaints
import Storage

/// What a decision about a mention does, inside one transaction.
struct Deciding {
    let setup: Setup
    let now: Instant
    let who: String
    let session: any Session

    func confirm(_ id: MentionID) throws -> Mention {
        guard var mention = try session.mention(id) else { throw Desk.Refusal.noMention(id) }
        let review = Mention.Review(decision: .confirmed, at: now, by: who)
        try Teaching(setup.scorer).teach(review, of: mention, in: session)
        mention.review = review
        if let caseID = mention.caseID {
            try session.addTimeline(
                TimelineEntry(at: now, by: who, what: .confirmed, note: id.description), of: caseID)
            // Dismissed by mistake: it is handled after all.
            if var file = try CaseFile.load(caseID, outbox: setup.outbox, in: session),
                file.case.state == .dismissed
            {
                try file.act(.reopen)
                try file.add(TimelineEntry(at: now, by: who, what: .reopened, note: id.description))
                try file.settle(now: now)
                try file.post(.caseReopened, at: now, by: who)
            }
            return mention
        }
        let twins = try session.mentions(in: mention.cluster)
        if let caseID = twins.compactMap(\.caseID).first,
            var file = try CaseFile.load(caseID, outbox: setup.outbox, in: session)
        {
            try file.take(mention)
            try file.add(TimelineEntry(at: now, by: who, what: .mentioned, note: id.description))
            try file.seeReply(of: mention, now: now)
            try file.settle(now: now)
        } else {
            let policy = setup.policy(for: mention.source)
            var file = try CaseFile.open(
                for: mention, policy: policy, outbox: setup.outbox, now: now, in: session)
            try file.seeReply(of: mention, now: now)
        }
        return try session.mention(id) ?? mention
    }

    func dismiss(_ id: MentionID, why: String) throws -> Mention {
        guard let mention = try session.mention(id) else { throw Desk.Refusal.noMention(id) }
        let review = Mention.Review(decision: .dismissed, at: now, by: who, why: why)
        try Teaching(setup.scorer).teach(review, of: mention, in: session)
        if let caseID = mention.caseID,
            var file = try CaseFile.load(caseID, outbox: setup.outbox, in: session),
            file.case.state.isActive
        {
            if file.mentions.allSatisfy({ $0.review?.decision == .dismissed }) {
                try file.act(.dismiss)
                let owed = try session.openPromises(of: caseID).map { "; \($0.staysOpen)" }.joined()
                try file.add(
                    TimelineEntry(at: now, by: who, what: .dismissed, note: "\(id): \(why)\(owed)"))
                try file.settle(now: now)
                try file.post(.caseDismissed, at: now, by: who, why: why)
            } else {
                try file.add(
                    TimelineEntry(at: now, by: who, what: .noted, note: "dismissed \(id): \(why)"))
            }
        }
        return try session.mention(id) ?? mention
    }
}
