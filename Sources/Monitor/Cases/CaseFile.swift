import Complaints
import Foundation
import Storage
import Synchronization

/// One case inside a transaction: its state, timeline and clocks, changed together and stored once.
///
/// Every writer (a visit, a member of staff, the deadline loop) opens the file, adds what happened, and
/// settles the clocks. Events go to the outbox of the same transaction, each with a version of its own.
struct CaseFile {
    var `case`: Case
    private(set) var clocks: [ClockReading]
    private(set) var mentions: [Mention]
    private(set) var timeline: [TimelineEntry]
    private(set) var policy: Policy
    private let outbox: Outbox
    let session: any Session
    /// The event of which those that follow in this transaction are the consequence.
    var cause: EventID?
    /// As it was loaded, for `count`.
    private var known = (version: 0, entries: 0)

    /// A new case for a mention that needs one.
    /// - Parameter who: the member of staff who wants it; nil where Ombud opens it by itself.
    static func open(
        for mention: Mention, policy: Policy, outbox: Outbox, now: Instant, by who: String? = nil,
        why: String? = nil, cause: EventID? = nil, in session: any Session
    ) throws -> CaseFile {
        let kept = try session.keepPolicy(name: policy.name, body: PolicyText.write(policy))
        // A page's time in the future (a wrong clock, a wrong zone) must not move a deadline.
        let posted = mention.published.map { min($0.instant, now) }
        var new = Case(
            id: CaseID(0), subject: mention.subject, version: 0, opened: now, posted: posted,
            seen: mention.firstSeen, urgency: mention.score.urgency, topic: mention.score.topic)
        new.id = try session.addCase(new, policy: kept)
        var file = CaseFile(
            case: new, clocks: [], mentions: [], timeline: [], policy: policy, outbox: outbox,
            session: session)
        file.cause = cause
        try file.add(TimelineEntry(at: now, by: who, what: .opened, note: why))
        try file.take(mention)
        let missed = try file.readClocks(now: now)
        let opened = try file.post(.caseOpened, at: now, by: who, why: why)
        file.cause = opened
        try file.tell(missed: missed, now: now)
        file.cause = cause
        return file
    }

    /// nil when there is no such case.
    static func load(_ id: CaseID, outbox: Outbox, in session: any Session) throws -> CaseFile? {
        guard let found = try session.case(id), let body = try session.policyBody(of: id) else { return nil }
        var file = CaseFile(
            case: found, clocks: try session.clocks(of: id), mentions: try session.mentions(of: id),
            timeline: try session.timeline(of: id), policy: try PolicyText.read(body), outbox: outbox,
            session: session)
        file.known = (found.version, file.timeline.count)
        return file
    }

    /// What was done without an event counts too: whoever acts on an older version is told.
    mutating func count() throws {
        guard timeline.count > known.entries, self.case.version == known.version else { return }
        self.case.version += 1
        try session.update(self.case)
    }

    /// When it was resolved; nil for a case that is not.
    var resolved: Instant? {
        guard self.case.state == .resolved || self.case.state == .closed else { return nil }
        return timeline.last { $0.what == .resolved }?.at
    }

    /// One more mention of the same complaint.
    mutating func take(_ mention: Mention) throws {
        var mention = mention
        mention.caseID = self.case.id
        try session.setCase(self.case.id, of: mention.id)
        mentions.removeAll { $0.id == mention.id }
        mentions.append(mention)
        if mention.score.urgency > self.case.urgency { self.case.urgency = mention.score.urgency }
    }

    /// A mention goes to another case.
    mutating func release(_ id: MentionID) throws {
        mentions.removeAll { $0.id == id }
        try session.setCase(nil, of: id)
    }

    /// A mention of the case reads differently now.
    mutating func refresh(_ mention: Mention) {
        if let index = mentions.firstIndex(where: { $0.id == mention.id }) { mentions[index] = mention }
    }

    mutating func add(_ entry: TimelineEntry) throws {
        timeline.append(entry)
        switch entry.what {
        case .assigned: self.case.assigned = entry.at
        case .unassigned: self.case.assigned = nil
        default: break
        }
        try session.addTimeline(entry, of: self.case.id)
    }

    mutating func act(_ act: CaseAct) throws(ForbiddenAct) {
        self.case.state = try self.case.state.after(act, of: self.case.id)
        switch act {
        case .take(let owner), .assign(let owner): self.case.owner = owner
        case .unassign: self.case.owner = nil
        // What was to be done next was to be done before it was over.
        case .reopen: self.case.next = nil
        default: break
        }
    }

    /// Something was asked of the customer, and nobody said that it was answered.
    var isWaiting: Bool {
        timeline.standing.last { [.waiting, .resumed, .reopened].contains($0.what) }?.what == .waiting
    }

    /// The public reply under a mention, where there is one: stops clocks at the time on the page.
    /// - Parameter known: when it was given, as another case knows; nil where it is new.
    mutating func seeReply(of mention: Mention, known: Instant? = nil, now: Instant) throws {
        guard let reply = mention.content.reply else { return }
        let wasAnswered = self.case.state == .answered
        try add(
            TimelineEntry(
                at: now, what: .replySeen, statement: reply.text,
                time: known ?? reply.published?.instant, mention: mention.id))
        try act(.replySeen)
        try proposePromises(
            in: reply.text, said: reply.published?.instant, language: mention.language, now: now)
        try settle(now: now)
        let before = cause
        cause = try post(.caseReplySeen, at: now, mention: mention)
        if !wasAnswered, self.case.state == .answered { try post(.caseAnswered, at: now, mention: mention) }
        cause = before
    }

    mutating func loseReply(of mention: Mention, now: Instant) throws {
        try add(TimelineEntry(at: now, what: .replyVanished, mention: mention.id))
        // A reply that still stands under another mention is an answer.
        if mentions.allSatisfy({ reply(under: $0.id) == nil }) { try act(.replyVanished) }
        try settle(now: now)
        try post(.caseReplyVanished, at: now, mention: mention)
    }

    /// Staff said that they answered, and until `limit` no page showed it: where nothing else answers the
    /// customer, the case is open again.
    mutating func missReply(since limit: Instant, now: Instant) throws {
        guard self.case.state == .answered, clocks.allSatisfy({ $0.holdsUntil == nil }),
            mentions.allSatisfy({ $0.content.reply == nil })
        else { return }
        try act(.replyVanished)
        try add(TimelineEntry(at: now, what: .replyUnseen, time: limit))
        try settle(now: now)
        try post(
            .caseReplyVanished, at: limit, why: "no page showed the reply that staff said they gave",
            isLate: now - limit > DeadlineCheck.punctual)
    }

    /// Other rules hold for its clocks from now on: what happened is read anew under them. What is missed only
    /// by that is kept, and not sent as an alert: five hundred at once would help nobody.
    mutating func adopt(_ policy: Policy, by who: String, now: Instant) throws {
        let id = self.case.id
        try session.setPolicy(
            try session.keepPolicy(name: policy.name, body: PolicyText.write(policy)), of: id)
        try session.dropClocks(of: id, except: policy.clocks.map(\.name))
        self.policy = policy
        // Those of the former ladder that were to come are laid out anew, where there is one.
        try session.keepRungs([], of: id, now: now)
        try add(TimelineEntry(at: now, by: who, what: .policyChanged, note: policy.name))
        for reading in try readClocks(now: now) {
            try add(TimelineEntry(at: now, what: .missed, note: reading.name, time: reading.due))
        }
        for step in try session.rungsDue(of: id, now: now) { try session.passOver(id, step, now: now) }
    }

    /// Reads every clock anew from the timeline, stores it, and says what was missed just now.
    mutating func settle(now: Instant) throws {
        try tell(missed: try readClocks(now: now), now: now)
    }

    /// What each clock shows, without changing anything.
    /// - Parameters:
    ///   - entry: what it would show if this happened too.
    ///   - isExplained: with the proofs, which take most of the time.
    func readings(
        now: Instant, with entry: TimelineEntry? = nil, isExplained: Bool = true
    ) -> [ClockReading] {
        let history = CaseHistory(self.case, timeline: timeline + [entry].compactMap { $0 })
        let readings = Reckoner(policy).readings(of: history, now: now, isExplained: isExplained)
        guard !self.case.state.isActive else { return readings }
        return over(readings, as: self.case.state, timeline: timeline)
    }

    /// - Returns: the clocks that are missed now and were not before.
    private mutating func readClocks(now: Instant) throws -> [ClockReading] {
        let before = Dictionary(clocks.map { ($0.name, $0.state) }, uniquingKeysWith: { first, _ in first })
        clocks = readings(now: now, isExplained: false)
        let history = CaseHistory(self.case, timeline: timeline)
        var coming: [(clock: String, at: Instant, due: Instant)] = []
        for (place, (rule, reading)) in zip(policy.clocks, clocks).enumerated() {
            try session.keepClock(reading, place: place, of: self.case.id)
            guard reading.state == .running, let due = reading.due else { continue }
            coming += warnings(
                rule, on: policy.calendar, history: history, now: now, seenWithin: policy.seenWithin
            )
            .map { (clock: rule.name, at: $0.at, due: due) }
        }
        try session.keepWarnings(coming, of: self.case.id, now: now)
        if !policy.ladder.isEmpty {
            let isActive = self.case.state.isActive
            try session.keepRungs(
                isActive ? ladderSteps(policy, history: history, now: now) : [], of: self.case.id, now: now)
        }
        self.case.due = clocks.filter { $0.state == .running }.compactMap(\.due).min()
        self.case.nearest = self.case.state.isActive ? clocks.compactMap(\.awaited).min() : nil
        self.case.reach = max(1, mentions.count)
        self.case.lookAgain = self.case.state.isActive ? clocks.compactMap(\.holdsUntil).min() : nil
        let closing = Closing.decide(self.case.state, timeline: timeline, clocks: clocks, policy: policy)
        if case .at(let time) = closing { self.case.closes = time } else { self.case.closes = nil }
        try session.update(self.case)
        return clocks.filter { $0.state == .missed && before[$0.name] != .missed }
    }

    private mutating func tell(missed: [ClockReading], now: Instant) throws {
        for reading in missed {
            let due = reading.due ?? now
            // A machine's clock that went back misses it a second time; it is told once.
            let isTold = timeline.contains { $0.what == .missed && $0.note == reading.name && $0.time == due }
            if isTold { continue }
            try add(TimelineEntry(at: now, what: .missed, note: reading.name, time: due))
            try post(.caseMissed, at: due, clock: reading, isLate: now - due > DeadlineCheck.punctual)
        }
    }

    /// What is said as time goes by must not call a clock running that a reply, unseen, may have stopped.
    /// Other events come with a look at the page, or from people.
    func shownClocks(in type: EventType) throws -> [ShownClock] {
        guard [.caseWarning, .caseMissed, .caseEscalated].contains(type) else {
            return clocks.map { ShownClock($0) }
        }
        var sight = try CaseSight(in: session, of: mentions)
        return try sight.show(clocks, of: self.case.id, mentions: mentions)
    }

    @discardableResult
    mutating func post(
        _ type: EventType, at time: Instant, by: String? = nil, why: String? = nil, mention: Mention? = nil,
        clock: ClockReading? = nil, into: CaseID? = nil, promise: Promise? = nil, rung: RungData? = nil,
        isLate: Bool = false
    ) throws -> EventID {
        self.case.version += 1
        try session.update(self.case)
        var data = EventData()
        let shown = try shownClocks(in: type)
        data.case = CaseData(self.case, clocks: shown, mentions: mentions)
        data.policy = policy.name
        data.reach = max(self.case.reach, mentions.count)
        data.mention = (mention ?? mentions.first).map(MentionData.init)
        data.by = by
        data.why = why
        data.into = into
        data.promise = promise.map {
            PromiseData($0, of: self.case.id, zone: Zone(policy.calendar.zone) ?? .utc)
        }
        data.rung = rung
        data.clock = clock.map { clock in
            let known = shown.first { $0.reading.name == clock.name }
            return ClockData(ShownClock(clock, doubt: clock.state == .running ? known?.doubt : nil))
        }
        if isLate { data.late = true }
        data.statute = statute(of: clock)
        return try outbox.post(
            type, about: .case(self.case.id), at: time, data: data, cause: cause,
            expires: expiry(of: type, clock: clock, promise: promise), in: session)
    }
}

/// A warning says nothing any more when its time has come; everything else stays true.
private func expiry(of type: EventType, clock: ClockReading?, promise: Promise?) -> Instant? {
    switch type {
    case .caseWarning: clock?.due
    case .promiseAtRisk: promise?.due
    default: nil
    }
}

/// A policy as text beside the cases that were opened under it.
public enum PolicyText {
    private struct Written {
        var policy: Policy
        var text: String
    }

    /// The last one: most cases are opened under one policy, and an encoder takes longer than all else of it.
    private static let last = Mutex<Written?>(nil)

    static func write(_ policy: Policy) throws -> String {
        if let known = last.withLock({ $0 }), known.policy == policy { return known.text }
        let text = try encoded(policy)
        last.withLock { $0 = Written(policy: policy, text: text) }
        return text
    }

    private static func encoded(_ policy: Policy) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(policy), as: UTF8.self)
    }

    public static func read(_ text: String) throws -> Policy {
        do {
            return try JSONDecoder().decode(Policy.self, from: Data(text.utf8))
        } catch {
            throw StoreError.damaged("a stored policy cannot be read: \(error)")
        }
    }
}
