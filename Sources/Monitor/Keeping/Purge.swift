import Complaints
import Evidence
import Storage

/// Applies retention: deletes what is older than it is kept for, in small batches, and tells what was left and why.
///
/// Nothing goes that is in a case which goes on, under legal hold, or on its way to an endpoint.
public struct Purge: Sendable {
    let store: any Store
    let retention: Retention
    /// Of the archive; nil where none is kept.
    let evidenceFolder: String?
    let now: Instant
    /// Only counts.
    let isDry: Bool

    /// Rows looked up at a time, and deleted in one transaction, so that nobody waits for it.
    static let looked = 2000
    static let batch = 100
    /// Reasons that are told of one kind.
    static let mostKept = 20

    public init(
        store: any Store, retention: Retention, evidenceFolder: String?, now: Instant, isDry: Bool = false
    ) {
        self.store = store
        self.retention = retention
        self.evidenceFolder = evidenceFolder
        self.now = now
        self.isDry = isDry
    }

    /// What came of one kind of data.
    public struct Outcome: Hashable, Sendable {
        public var kind: Retention.Kind
        public var keptFor: Duration
        /// Deleted, or to be deleted where it was a dry run.
        public var deleted = 0
        /// Old enough, and left.
        public var left = 0
        /// Why, of the first.
        public var reasons: [String] = []

        mutating func leave(_ reason: String) {
            left += 1
            if reasons.count < Purge.mostKept { reasons.append(reason) }
        }
    }

    /// - Parameter each: called as soon as a kind is done; kinds that are kept for good are left out.
    public func run(each: (Outcome) -> Void = { _ in }) async throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for kind in Retention.Kind.allCases {
            guard let keptFor = retention[kind] else { continue }
            try Task.checkCancellation()
            var outcome = Outcome(kind: kind, keptFor: keptFor)
            let before = now - keptFor
            switch kind {
            case .mentions: try await mentions(before, &outcome)
            case .cases: try await cases(before, &outcome)
            case .evidence: try await evidence(before, &outcome)
            case .events: try await events(before, &outcome)
            case .visits: try await visits(before, &outcome)
            case .audit: try await audit(before, &outcome)
            }
            each(outcome)
            outcomes.append(outcome)
        }
        return outcomes
    }

    // MARK: Mentions and cases

    private func mentions(_ before: Instant, _ outcome: inout Outcome) async throws {
        var last = MentionID(0)
        while true {
            let from = last
            let found = try await store.read { session in
                try session.oldMentions(before: before, after: from, limit: Self.looked)
                    .map { (id: $0, keeper: try session.keeper(of: $0)) }
            }
            guard let end = found.last?.id else { return }
            last = end
            for one in found { if let why = one.keeper { outcome.leave(why) } }
            let ids = found.filter { $0.keeper == nil }.map(\.id)
            outcome.deleted += try await delete(ids)
        }
    }

    private func cases(_ before: Instant, _ outcome: inout Outcome) async throws {
        var last = CaseID(0)
        while true {
            let from = last
            let found = try await store.read { session in
                try session.oldCases(before: before, after: from, limit: Self.batch)
                    .map { (id: $0, keeper: try session.keeper(of: $0)) }
            }
            guard let end = found.last?.id else { return }
            last = end
            for one in found { if let why = one.keeper { outcome.leave(why) } }
            let ids = found.filter { $0.keeper == nil }.map(\.id)
            guard !isDry else {
                outcome.deleted += ids.count
                continue
            }
            let mentions = try await store.read { session in
                try session.mentions(of: ids).values.joined().map(\.id)
            }
            let wanted = Set(ids)
            _ = try await delete(Array(mentions), unlessInOther: wanted)
            outcome.deleted += try await store.write { session in
                var count = 0
                for id in ids {
                    // Somebody may have taken it up meanwhile.
                    guard let now = try session.case(id), !now.state.isActive,
                        try session.keeper(of: id) == nil, try session.mentions(of: id).isEmpty
                    else { continue }
                    try session.deleteCase(id)
                    count += 1
                }
                return count
            }
        }
    }

    /// - Parameter cases: mentions of these are meant, instead of those in none.
    private func delete(_ ids: [MentionID], unlessInOther cases: Set<CaseID> = []) async throws -> Int {
        if isDry || ids.isEmpty { return ids.count }
        let (keys, bands, listed) = try await store.read {
            (try $0.identityKeys(of: ids), try $0.mentionBands(of: ids), try $0.listed(ids))
        }
        let now = now
        var count = 0
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            try Task.checkCancellation()
            let part = Array(ids[start..<min(start + Self.batch, ids.count)])
            count += try await store.write { session in
                var count = 0
                for mention in try session.mentions(part) {
                    guard mention.caseID.map(cases.contains) ?? cases.isEmpty,
                        try session.hold(on: mention.id) == nil
                    else { continue }
                    let own = keys[mention.id] ?? []
                    if listed.contains(mention.id) {
                        // It stands there still: it is not to come back with the next visit.
                        let forgotten = try ForgottenKeys.make(in: session)
                        try session.keepForgotten(
                            own.map { .init(key: forgotten.record($0), at: now, kind: .record, how: .purged) }
                        )
                    }
                    try session.delete(mention, keys: own, bands: bands[mention.id] ?? [])
                    count += 1
                }
                return count
            }
        }
        return count
    }

    // MARK: Evidence

    private func evidence(_ before: Instant, _ outcome: inout Outcome) async throws {
        guard let folder = evidenceFolder else { return }
        var last: Int64 = 0
        while true {
            let from = last
            let found = try await store.read {
                try $0.unneededEvidence(before: before, after: from, limit: Self.batch)
            }
            guard let end = found.last?.number else { return }
            last = end
            outcome.deleted += found.count
            if isDry { continue }
            let now = now
            try await store.write { session in
                for entry in found {
                    try session.dropEvidence(number: entry.number, at: now)
                    try redact(entry, in: folder, at: now)
                }
                for file in Set(found.map(\.file)) where try session.isEvidenceFileSpent(file) {
                    try session.dropEvidence(file: file, at: now)
                    try removeArchiveFile(file, in: folder)
                }
            }
        }
    }

    // MARK: The rest

    private func events(_ before: Instant, _ outcome: inout Outcome) async throws {
        var last = EventID("")
        while true {
            let from = last
            let found = try await store.read { session in
                try session.oldEvents(before: before, after: from, limit: Self.looked)
                    .map { (id: $0, waits: try session.waits($0)) }
            }
            guard let end = found.last?.id else { return }
            last = end
            for one in found where one.waits { outcome.leave("alert \(one.id) is still to be delivered") }
            let ids = found.filter { !$0.waits }.map(\.id)
            outcome.deleted += ids.count
            if isDry { continue }
            for start in stride(from: 0, to: ids.count, by: Self.batch) {
                let part = Array(ids[start..<min(start + Self.batch, ids.count)])
                try await store.write { session in
                    try session.deleteEvents(part.filter { try !session.waits($0) })
                }
            }
        }
    }

    private func visits(_ before: Instant, _ outcome: inout Outcome) async throws {
        if isDry {
            outcome.deleted = try await store.read { try $0.oldVisits(before: before) }
            return
        }
        outcome.deleted = try await inBatches { try $0.forgetVisits(before: before, limit: $1) }
    }

    private func audit(_ before: Instant, _ outcome: inout Outcome) async throws {
        if isDry {
            let filter = AuditFilter(until: before)
            outcome.deleted = try await store.read { try $0.audit(filter).count }
            return
        }
        outcome.deleted = try await inBatches { try $0.forgetAudit(before: before, limit: $1) }
    }

    private func inBatches(
        _ delete: @escaping @Sendable (any Session, Int) throws -> Int
    ) async throws -> Int {
        var count = 0
        while true {
            try Task.checkCancellation()
            let part = try await store.write { try delete($0, Self.looked) }
            count += part
            if part < Self.looked { return count }
        }
    }
}
