import Complaints

/// A store in the hands of one person: what each of their writes changed stands in the audit, in the same
/// transaction or not at all.
public struct AuditedStore: Store {
    private let store: any Store
    private let who: String
    private let command: String
    private let time: any TimeSource

    /// Of one write; beyond, how many more there were is told.
    static let mostLines = 500

    /// - Parameter command: as it is called: `case take`.
    public init(_ store: any Store, who: String, command: String, time: any TimeSource) {
        self.store = store
        self.who = who
        self.command = command
        self.time = time
    }

    public func read<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        try await store.read(work)
    }

    public func write<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        let (who, command, now) = (who, command, time.now())
        return try await store.write { session in
            let audited = AuditedSession(session)
            let result = try work(audited)
            try audited.acts.add(to: session, by: who, command: command, at: now)
            return result
        }
    }

    public func keepUp(_ work: Upkeep) async throws -> [String] { try await store.keepUp(work) }

    public func close() async throws { try await store.close() }
}

/// Passes everything on and remembers what was acted on.
private struct AuditedSession: Session {
    let base: any Session
    let acts = Acts()

    init(_ base: any Session) { self.base = base }

    var dialect: Dialect { base.dialect }
    var memory: StoreMemory { base.memory }

    func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int {
        let count = try base.execute(sql, values)
        acts.changes += count
        return count
    }

    func execute(_ sql: String, each rows: some Sequence<[any SQLBindable]>) throws {
        try base.execute(
            sql,
            each: rows.lazy.map { row in
                acts.changes += 1
                return row
            })
    }

    func query<T>(
        _ sql: String, _ values: [any SQLBindable], _ read: (inout Columns) throws -> T
    ) throws -> [T] {
        let rows = try base.query(sql, values, read)
        // An INSERT that returns its number changed as many rows as it gives.
        if sql.hasPrefix("INSERT") { acts.changes += rows.count }
        return rows
    }

    func beforeCommit(_ key: ObjectIdentifier, _ work: @escaping () throws -> Void) -> Bool {
        base.beforeCommit(key, work)
    }

    func acted(on subject: EventSubject) { acts.add(subject) }
}

/// What one write did; lives as long as the write.
private final class Acts {
    private var subjects: [EventSubject] = []
    private var known: Set<EventSubject> = []
    /// Rows that were changed; what changed none needs no line.
    var changes = 0

    func add(_ subject: EventSubject) {
        if known.insert(subject).inserted { subjects.append(subject) }
    }

    func add(to session: any Session, by who: String, command: String, at now: Instant) throws {
        guard changes > 0 else { return }
        for subject in subjects.prefix(AuditedStore.mostLines) {
            try session.addAudit(
                AuditLine(at: now, who: who, command: command, subject: subject.description))
        }
        let more = subjects.count - AuditedStore.mostLines
        if subjects.isEmpty || more > 0 {
            try session.addAudit(
                AuditLine(at: now, who: who, command: command, note: more > 0 ? "and \(more) more" : nil))
        }
    }
}
