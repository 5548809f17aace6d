import Complaints
import Storage

/// The acts of `ombud review`: each says what it did so exactly that it can be taken back.
///
/// Each refuses where somebody else was quicker than the screen.
extension Desk {
    /// Decides on a mention that nobody decided on.
    public func review(
        _ id: MentionID, as decision: Mention.Decision, why: String? = nil
    ) async throws -> DeskStep {
        try await decide { try $0.review(id, as: decision, why: why) }
    }

    /// Makes two mentions one complaint, and confirms the first: what its twin says of the case holds for it.
    public func confirm(_ id: MentionID, as twin: MentionID) async throws -> DeskStep {
        try await decide { deciding in
            let session = deciding.session
            let (mine, theirs) = try (session.require(id), session.require(twin))
            guard mine.subject == theirs.subject else {
                throw Refusal.already(
                    "\(id) is about \(mine.subject) and \(twin) about \(theirs.subject): one complaint is about "
                        + "one subject")
            }
            guard mine.cluster != theirs.cluster else {
                throw Refusal.already("\(id) and \(twin) are one complaint already: nothing to merge")
            }
            let (these, those) = try (
                session.mentions(in: mine.cluster).map(\.id), session.mentions(in: theirs.cluster).map(\.id)
            )
            try ClusterUnion(
                outbox: deciding.setup.outbox, now: deciding.now, who: deciding.who,
                why: "\(deciding.who) says so", session: session
            ).unite([theirs, mine], under: theirs)
            let united = try session.require(id).caseID
            let decided = try deciding.review(id, as: .confirmed, why: nil)
            // The side whose case was merged into the other's goes back to it.
            let isMineKept = mine.caseID != nil && mine.caseID == united
            let gone = isMineKept ? (those, these) : (these, those)
            return .merged(
                DeskStep.Merge(mention: id, twin: twin, gone: gone.0, stay: gone.1, into: united),
                decided: decided)
        }
    }

    /// Makes whoever is at the desk its owner.
    public func take(_ id: CaseID, from former: String?) async throws -> DeskStep {
        try await hand(id, to: who, from: former)
    }

    /// Gives a case to somebody; its next step is said later, on the case.
    /// - Parameter former: who had it when this was wished for.
    public func hand(_ id: CaseID, to owner: String, from former: String?) async throws -> DeskStep {
        try refuseStranger(owner)
        return try await transact(id, leavesNext: true) { file, now in
            let before = file.case
            guard before.owner == former else {
                throw Refusal.already(
                    "case \(id) went to \(before.owner ?? "nobody") meanwhile; look again before you hand it out"
                )
            }
            guard owner != former else { throw Refusal.already("case \(id) is \(owner)'s already") }
            try file.hand(
                to: owner, act: owner == who ? .take(by: who) : .assign(to: owner), by: who, now: now)
            return .handed(
                DeskStep.Handing(
                    case: id, owner: owner, former: former, since: before.assigned, state: before.state,
                    at: now)
            )
        }.result
    }

    public func noted(_ text: String, on id: CaseID) async throws -> DeskStep {
        try await transact(id, leavesNext: true) { file, now in
            try file.act(.note)
            try file.add(TimelineEntry(at: now, by: who, what: .noted, note: text))
            return .noted(id, at: now)
        }.result
    }

    /// Leaves a mention out of the inbox until a time, counted on the calendar of its source's policy.
    public func snooze(_ id: MentionID, until time: NamedTime) async throws -> DeskStep {
        try await decide { deciding in
            let mention = try deciding.session.require(id)
            if let review = mention.review { throw Refusal.decided(id, review) }
            let calendar = deciding.setup.policy(for: mention.source).calendar
            guard let until = time.instant(now: deciding.now, on: calendar) else {
                throw Refusal.already("the calendar \(calendar.name) has no such time within 20 years")
            }
            guard until > deciding.now else {
                throw Refusal.already("\(until) has passed; a time to come is wanted")
            }
            guard !NamedTime.isTooFar(until, now: deciding.now) else {
                throw Refusal.unfit("that is more than a hundred years away; a nearer time is wanted")
            }
            let former = try deciding.session.snooze(of: id)
            try deciding.session.keepSnooze(
                Snooze(mention: id, until: until, at: deciding.now, by: deciding.who))
            return .snoozed(id, until: until, former: former)
        }
    }
}

extension Deciding {
    func review(_ id: MentionID, as decision: Mention.Decision, why: String?) throws -> DeskStep {
        let before = try session.require(id)
        if let review = before.review { throw Desk.Refusal.decided(id, review) }
        let state = try before.caseID.flatMap { try session.case($0) }?.state
        let after: Mention
        switch decision {
        case .confirmed: after = try confirm(id)
        case .dismissed: after = try dismiss(id, why: why ?? "no complaint")
        }
        return .decided(
            DeskStep.Decision(
                mention: id, decision: decision, why: why, at: now, caseBefore: before.caseID,
                stateBefore: state, caseAfter: after.caseID))
    }
}

extension Session {
    func require(_ id: MentionID) throws -> Mention {
        guard let mention = try mention(id) else { throw Desk.Refusal.noMention(id) }
        return mention
    }
}
