import Complaints
import Storage

/// Whose case it is, what happens next, and cases that staff open by hand.
extension Desk {
    public func assign(_ id: CaseID, to owner: String) async throws -> Case {
        try await change(id) { file, now in
            try file.act(.assign(to: owner))
            try file.add(TimelineEntry(at: now, by: who, what: .assigned, note: "to \(owner)"))
            try file.settle(now: now)
            try file.post(.caseAssigned, at: now, by: who)
        }
    }

    /// What is to be done next; replaces what was said before, which stays on the timeline.
    ///
    /// - Parameter due: until when, counted on the case's calendar where it is a length.
    public func setNext(_ step: String, due: NamedTime?, on id: CaseID) async throws -> Case {
        try await change(id) { file, now in
            try file.act(.next)
            let due = try due.map { try file.instant(of: $0, now: now) }
            file.case.next = NextStep(step, due: due)
            try file.add(TimelineEntry(at: now, by: who, what: .nextStep, note: step, time: due))
            try file.settle(now: now)
        }
    }

    /// Opens a case for a mention that Ombud made none for; teaches the score nothing.
    public func open(for id: MentionID, why: String?) async throws -> Case {
        let (setup, now, who) = (setup, time.now(), who)
        return try await store.write { session in
            guard let mention = try session.mention(id) else { throw Refusal.noMention(id) }
            if let caseID = mention.caseID, let found = try session.case(caseID) {
                let over = found.state.isActive ? "" : "; `ombud case reopen \(caseID.number)` opens it again"
                throw Refusal.already(
                    "\(id) is in case \(caseID) already, which is \(found.state.rawValue)" + over)
            }
            if let review = mention.review, review.decision == .dismissed {
                throw Refusal.already(
                    "\(review.by) dismissed \(id); `ombud mention confirm \(id)` takes that back and opens a case"
                )
            }
            if let twin = try session.mentions(in: mention.cluster).first(where: { $0.caseID != nil }),
                let caseID = twin.caseID
            {
                throw Refusal.already(
                    "\(id) is the complaint of case \(caseID), as \(twin.id) is; `ombud mention confirm \(id)` "
                        + "adds it there, `ombud mention split \(id)` makes it another complaint")
            }
            var file = try CaseFile.open(
                for: mention, policy: setup.policy(for: mention.source), outbox: setup.outbox, now: now,
                by: who, why: why, in: session)
            try file.seeReply(of: mention, now: now)
            return file.case
        }
    }
}

extension CaseFile {
    /// A time to come, on the calendar of the case.
    func instant(of time: NamedTime, now: Instant) throws -> Instant {
        guard let instant = time.instant(now: now, on: policy.calendar) else {
            throw Desk.Refusal.already(
                "the calendar \(policy.calendar.name) has no such time within 20 years")
        }
        guard instant > now else {
            throw Desk.Refusal.already("\(instant) has passed; a time to come is wanted")
        }
        return instant
    }
}
