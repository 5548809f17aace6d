import Complaints
import Storage

/// Takes a step back: what it changed is as before, no clock moved by it, and the timeline tells of both.
///
/// Refuses where somebody built on the step meanwhile.
extension Desk {
    public func takeBack(_ step: DeskStep) async throws {
        try await decide { try $0.takeBack(step) }
    }
}

extension Deciding {
    func takeBack(_ step: DeskStep) throws {
        switch step {
        case .decided(let decision): try takeBack(decision)
        case .merged(let merge, let decided):
            try takeBack(decided)
            try takeBack(merge)
        case .handed(let handing): try takeBack(handing)
        case .noted(let id, let at):
            var file = try file(id)
            try file.takeBack(.noted, done: at, now: now, by: who)
            try file.count()
        case .snoozed(let id, let until, let former):
            guard try session.snooze(of: id)?.until == until else {
                throw Desk.Refusal.already("\(id) was put off otherwise meanwhile: nothing was taken back")
            }
            if let former { try session.keepSnooze(former) } else { try session.dropSnooze(of: id) }
        }
    }

    private func takeBack(_ handing: DeskStep.Handing) throws {
        var file = try file(handing.case)
        guard file.case.owner == handing.owner else {
            throw Desk.Refusal.already(
                "case \(handing.case) went on to \(file.case.owner ?? "nobody") meanwhile: nothing was taken back"
            )
        }
        (file.case.owner, file.case.assigned) = (handing.former, handing.since)
        if handing.state == .new, file.case.state == .open { file.case.state = .new }
        try file.takeBack(.assigned, done: handing.at, now: now, by: who)
        try file.post(.caseAssigned, at: now, by: who)
    }

    private func takeBack(_ decision: DeskStep.Decision) throws {
        let mention = try session.require(decision.mention)
        guard let review = mention.review, review.at == decision.at, review.by == who else {
            if let review = mention.review { throw Desk.Refusal.decided(mention.id, review) }
            throw Desk.Refusal.already(
                "nothing is decided about \(mention.id) any more: nothing to take back")
        }
        try Teaching(setup.scorer).takeBack(mention.id, at: now, by: who, in: session)
        guard let caseID = decision.caseAfter,
            var file = try CaseFile.load(caseID, outbox: setup.outbox, in: session)
        else { return }
        switch decision.decision {
        case .dismissed where decision.stateBefore != .dismissed && file.case.state == .dismissed:
            file.case.state = decision.stateBefore ?? .open
            try file.takeBack(.dismissed, done: decision.at, now: now, by: who)
            try file.post(.caseReopened, at: now, by: who, mention: mention)
        case .dismissed: try file.takeBack(.noted, done: decision.at, now: now, by: who)
        case .confirmed: try takeBackConfirmation(decision, of: mention, in: &file)
        }
    }

    private func takeBackConfirmation(
        _ decision: DeskStep.Decision, of mention: Mention, in file: inout CaseFile
    ) throws {
        let why = "took back that \(mention.id) was confirmed"
        if decision.caseBefore != nil {
            try file.takeBack(.confirmed, done: decision.at, now: now, by: who)
            guard decision.stateBefore == .dismissed, file.case.state == .open else { return }
            file.case.state = .dismissed
            try file.takeBack(.reopened, done: decision.at, now: now, by: who)
            try file.post(.caseDismissed, at: now, by: who, why: why)
            return
        }
        guard file.wasOpened(at: decision.at) else {
            return try file.splitOff([mention], to: "is undecided again", by: who, why: why, now: now)
        }
        // It was opened by this step: over again, unless somebody works on it.
        guard file.case.owner == nil, file.mentions.count == 1 else {
            return try file.add(TimelineEntry(at: now, by: who, what: .noted, note: why))
        }
        try file.act(.dismiss)
        try file.add(TimelineEntry(at: now, by: who, what: .dismissed, note: why))
        try file.settle(now: now)
        try file.post(.caseDismissed, at: now, by: who, why: why)
    }

    private func takeBack(_ merge: DeskStep.Merge) throws {
        let gone = try merge.gone.map { try session.require($0) }
        let stay = try merge.stay.map { try session.require($0) }
        guard let first = gone.first, let oldest = merge.stay.min(), let eldest = merge.gone.min(),
            (gone + stay).allSatisfy({ $0.cluster == first.cluster })
        else {
            throw Desk.Refusal.already(
                "\(merge.mention) and \(merge.twin) were split meanwhile: nothing was taken back")
        }
        let why = "took back that \(merge.mention) and \(merge.twin) are one complaint"
        // Lifted at once: they may still be joined another time.
        try session.keepApart(merge.gone, from: merge.stay, at: now, by: who, why: why)
        for mention in stay { try session.setCluster(ClusterID(oldest.number), of: mention.id) }
        for mention in gone { try session.setCluster(ClusterID(eldest.number), of: mention.id) }
        try session.liftApart(ClusterID(oldest.number), ClusterID(eldest.number))
        var split = CaseSplit(setup: setup, now: now, who: who, why: why, session: session)
        split.opensCases = false
        try split.split(try merge.gone.map { try session.require($0) })
    }

    private func file(_ id: CaseID) throws -> CaseFile {
        guard let file = try CaseFile.load(id, outbox: setup.outbox, in: session) else {
            throw Desk.Refusal.noCase(id)
        }
        return file
    }
}

extension CaseFile {
    /// Whether it was opened in the transaction of this time.
    fileprivate func wasOpened(at time: Instant) -> Bool {
        timeline.first { $0.what == .opened }?.at == time
    }

    /// What was done then is as if it had never been: clocks are read without it.
    fileprivate mutating func takeBack(
        _ what: TimelineEntry.What, done time: Instant, now: Instant, by who: String
    ) throws {
        try add(.takingBack(what, done: time, at: now, by: who))
        try settle(now: now)
    }
}
