import Complaints
import Storage

/// What staff do to mentions and cases: each act is one transaction, signed with a name.
public struct Desk: Sendable {
    let store: any Store
    let setup: Setup
    let time: any TimeSource
    /// Who does it; stands on the timeline.
    public let who: String
    let along: Along

    /// - Parameter command: what the audit calls what is done here: `case take`.
    public init(
        store: any Store, setup: Setup, time: any TimeSource, who: String, command: String = "act",
        along: Along = Along()
    ) {
        self.store = AuditedStore(store, who: who, command: command, time: time)
        self.setup = setup
        self.time = time
        self.who = who
        self.along = along
    }

    public enum Refusal: Error, Hashable, CustomStringConvertible {
        case noCase(CaseID)
        case noMention(MentionID)
        case noIncident(IncidentID)
        case noEvent(String)
        case noEndpoint(String, known: [String])
        /// - Parameter hint: `; did you mean ...?`, or nothing.
        case noSource(SourceID, hint: String)
        /// - Parameter meanwhile: what the last act was, and whose.
        case forbidden(ForbiddenAct, meanwhile: String? = nil)
        case already(String)
        /// Somebody was quicker.
        case decided(MentionID, Mention.Review)
        /// What was given cannot be taken as it is.
        case unfit(String)

        public var description: String {
            switch self {
            case .noCase(let id): "there is no case \(id); `ombud case list` shows them"
            case .noMention(let id): "there is no mention \(id); `ombud mention list` shows them"
            case .noIncident(let id): "there is no incident \(id); `ombud incident list` shows them"
            case .noEvent(let id): "there is no alert \(id); `ombud alert list` shows them"
            case .noEndpoint(let name, let known):
                "there is no endpoint \(name) in ombud.yaml; it has "
                    + (known.isEmpty ? "none" : known.joined(separator: ", "))
            case .noSource(let id, let hint):
                "there is no source \(id) in the watchlists"
                    + (hint.isEmpty ? "; `ombud source list` shows them" : hint)
            case .forbidden(let act, let meanwhile):
                act.description + (meanwhile.map { "; \($0)" } ?? "")
            case .already(let what), .unfit(let what): what
            case .decided(let id, let review):
                "\(review.by) \(review.decision.rawValue) \(id) meanwhile; `ombud mention undecide \(id)` takes "
                    + "that back"
            }
        }
    }

    // MARK: Cases

    /// Inside: never shown to the customer.
    public func note(_ text: String, on id: CaseID) async throws -> Case {
        try await change(id, leavesNext: true) { file, now in
            try file.act(.note)
            try file.add(TimelineEntry(at: now, by: who, what: .noted, note: text))
        }
    }

    /// The public answer was given; `text` is what was said.
    /// - Parameter anyway: also with words in it that must stay inside: what was published is told as it was.
    public func reply(_ text: String?, to id: CaseID, anyway: Bool = false) async throws -> Case {
        try await change(id) { file, now in
            if let text, text.allSatisfy(\.isWhitespace) {
                throw Refusal.unfit("the reply is empty; say what was said, or leave the text away")
            }
            try file.act(.reply)
            if let text, !anyway {
                let leaks = try file.inside(setup, who: who, reading: text).leaks(in: text)
                try refuseLeaks(leaks, in: "the reply")
            }
            try file.add(TimelineEntry(at: now, by: who, what: .replied, statement: text))
            if let text { try file.proposePromises(in: text, said: now, language: nil, now: now) }
            try file.settle(now: now)
            try file.post(.caseAnswered, at: now, by: who)
        }
    }

    /// - Parameter anyway: also with a promise that is still to be kept; it goes on.
    public func resolve(_ id: CaseID, why: String?, anyway: Bool = false) async throws -> Case {
        try await change(id) { file, now in
            try file.act(.resolve)
            if !anyway { try file.refuseWithOpenPromise() }
            try file.add(TimelineEntry(at: now, by: who, what: .resolved, note: why))
            try file.settle(now: now)
            try file.post(.caseResolved, at: now, by: who, why: why)
        }
    }

    /// - Parameter leavesNext: for acts after which the next step is what it was.
    func change(
        _ id: CaseID, leavesNext: Bool = false,
        _ work: @escaping @Sendable (inout CaseFile, Instant) throws -> Void
    ) async throws -> Case {
        try await transact(id, leavesNext: leavesNext, work).case
    }

    /// One act on one case, in a transaction of its own.
    func atCase<T: Sendable>(
        _ id: CaseID, _ work: @escaping @Sendable (inout CaseFile, Instant) throws -> T
    ) async throws -> T {
        try await transact(id, leavesNext: false, work).result
    }

    // MARK: Mentions

    /// It is a complaint: opens a case, or keeps the one it has.
    public func confirm(_ id: MentionID) async throws -> Mention {
        try await decide { try $0.confirm(id) }
    }

    /// It is none: leaves the inbox; its case is dismissed when nothing else is in it.
    public func dismiss(_ id: MentionID, why: String) async throws -> Mention {
        try await decide { try $0.dismiss(id, why: why) }
    }

    func decide<T: Sendable>(_ work: @escaping @Sendable (Deciding) throws -> T) async throws -> T {
        let (setup, now, who) = (setup, time.now(), who)
        return try await store.write { session in
            try work(Deciding(setup: setup, now: now, who: who, session: session))
        }
    }
}

extension Desk {
    /// What every clock of a case shows now, step by step, and what is not known; changes nothing.
    public func explain(_ id: CaseID) async throws -> [ShownClock] {
        let (outbox, now) = (setup.outbox, time.now())
        return try await store.read { session in
            guard let file = try CaseFile.load(id, outbox: outbox, in: session) else {
                throw Refusal.noCase(id)
            }
            var sight = try CaseSight(in: session)
            return try sight.show(file.readings(now: now), of: id, mentions: file.mentions)
        }
    }
}
