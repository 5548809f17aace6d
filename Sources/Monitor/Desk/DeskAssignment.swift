import Complaints
import Settings
import Storage

/// Whose case it is, what happens next, and cases that staff open by hand.
extension Desk {
    /// - Parameter anyway: also a case that somebody else has.
    public func take(_ id: CaseID, anyway: Bool = false) async throws -> Case {
        try await change(id) { file, now in
            let found = file.case
            if let owner = found.owner, owner != who, found.state.isActive, !anyway {
                let since = found.assigned.map { " since \($0), \((now - $0).agoText)" } ?? ""
                throw Refusal.already(
                    "case \(id) is \(owner)'s\(since); `--anyway` takes it over all the same")
            }
            try file.hand(to: who, act: .take(by: who), by: who, now: now)
        }
    }

    /// - Parameter anyway: also to somebody who is not among the staff of ombud.yaml.
    public func assign(_ id: CaseID, to owner: String, anyway: Bool = false) async throws -> Case {
        try refuseStranger(owner, anyway: anyway)
        return try await change(id) { file, now in
            try file.hand(to: owner, act: .assign(to: owner), by: who, now: now)
        }
    }

    /// A name that was mistyped would have a case that nobody looks at. Without `staff` every name is taken.
    func refuseStranger(_ owner: String, anyway: Bool = false) throws {
        let names = setup.configuration.team.people.map(\.name)
        guard !anyway, owner != who, !names.isEmpty, !names.contains(owner) else { return }
        throw Refusal.unfit(
            "\(owner) is not among the staff in ombud.yaml" + didYouMean(owner, among: names)
                + "; there are \(names.joined(separator: ", ")). `case assign --anyway` takes the name all the same"
        )
    }

    /// Gives a case back to nobody; automatic hand-out gives it to another.
    public func unassign(_ id: CaseID, why: String?) async throws -> Case {
        try await change(id, leavesNext: true) { file, now in
            let owner = file.case.owner
            try file.act(.unassign)
            guard let owner else { throw Refusal.already("case \(id) is nobody's: nothing to give back") }
            try file.add(
                TimelineEntry(
                    at: now, by: who, what: .unassigned,
                    note: "from \(owner)" + (why.map { ": \($0)" } ?? "")))
            try file.settle(now: now)
            try file.post(.caseAssigned, at: now, by: who)
        }
    }

    /// What is to be done next; replaces what was said before, which stays on the timeline.
    ///
    /// - Parameter due: until when, counted on the case's calendar where it is a length.
    public func setNext(_ step: String, due: NamedTime?, on id: CaseID) async throws -> Case {
        try await change(id) { file, now in
            try file.setNext(step, due: due, by: who, now: now)
        }
    }

    /// What was to be done next is done; `then` is what comes after it.
    public func stepDone(then step: String?, due: NamedTime?, on id: CaseID) async throws -> Case {
        try await change(id) { file, now in
            try file.act(.next)
            guard let done = file.case.next else {
                throw Refusal.already(
                    "case \(id) has no next step that could be done; `ombud case next` states one")
            }
            try file.add(TimelineEntry(at: now, by: who, what: .stepDone, note: done.what))
            file.case.next = nil
            try file.settle(now: now)
            if let step { try file.setNext(step, due: due, by: who, now: now) }
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
            // Somebody looked at it: it leaves the inbox, and the score learns nothing.
            if mention.review == nil {
                try session.markReviewed(
                    Mention.Review(decision: .confirmed, at: now, by: who, why: why), of: id)
            }
            try finish(&file, leavesNext: false, now: now)
            return file.case
        }
    }
}

extension CaseFile {
    /// Gives the case to somebody; what they have already stays as it is.
    mutating func hand(
        to owner: String, act: CaseAct, by who: String?, why: String? = nil, now: Instant
    ) throws {
        let handing: Set<TimelineEntry.What> = [.assigned, .unassigned, .reopened]
        let isTheirs =
            self.case.owner == owner
            && timeline.standing.last { handing.contains($0.what) }?.what == .assigned
        try self.act(act)
        if isTheirs { return }
        try add(
            TimelineEntry(
                at: now, by: who, what: .assigned, note: "to \(owner)" + (why.map { ": \($0)" } ?? "")))
        try settle(now: now)
        try post(.caseAssigned, at: now, by: who)
    }

    mutating func setNext(_ step: String, due: NamedTime?, by who: String, now: Instant) throws {
        try act(.next)
        let due = try due.map { try instant(of: $0, now: now) }
        self.case.next = NextStep(step, due: due)
        try add(TimelineEntry(at: now, by: who, what: .nextStep, note: step, time: due))
        try settle(now: now)
    }

    /// A time to come, on the calendar of the case.
    func instant(of time: NamedTime, now: Instant) throws -> Instant {
        guard let instant = time.instant(now: now, on: policy.calendar) else {
            throw Desk.Refusal.already(
                "the calendar \(policy.calendar.name) has no such time within 20 years")
        }
        guard instant > now else {
            throw Desk.Refusal.already("\(instant) has passed; a time to come is wanted")
        }
        guard !NamedTime.isTooFar(instant, now: now) else {
            throw Desk.Refusal.unfit(
                "that is more than a hundred years away, or after 9999-12-30; a time that can be kept is wanted"
            )
        }
        return instant
    }
}
