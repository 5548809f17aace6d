import Complaints
import Foundation
import Storage

/// A store that refuses an event which does not fit its schema: whatever a test does, all that it sends is held
/// against what consumers are told.
public struct CheckedStore: Store {
    private let inner: any Store

    public init(_ inner: any Store) { self.inner = inner }

    public struct Unfit: Error, CustomStringConvertible {
        public let description: String
    }

    public func read<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        try await inner.read(work)
    }

    public func write<T: Sendable>(_ work: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        try await inner.write { try work(CheckedSession(inner: $0)) }
    }

    public func keepUp(_ work: Upkeep) async throws -> [String] { try await inner.keepUp(work) }

    public func close() async throws { try await inner.close() }

    public func measures() -> StoreMeasures? { inner.measures() }

    /// With `$OMBUD_EVENTS` every event of a run is written to that file, a line each, for other validators
    /// (Tools/check_events.py).
    static func keepForOthers(_ body: [UInt8]) {
        guard let path = ProcessInfo.processInfo.environment["OMBUD_EVENTS"],
            let file = fopen(path, "a")
        else { return }
        let line = body + [UInt8(ascii: "\n")]
        // One write of a line: those of tests that run at once do not mix.
        setvbuf(file, nil, Int32(_IOFBF), line.count + 1)
        fwrite(line, 1, line.count, file)
        fclose(file)
    }
}

private struct CheckedSession: Session {
    let inner: any Session

    var dialect: Dialect { inner.dialect }
    var memory: StoreMemory { inner.memory }

    func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int {
        let laysOut = sql.hasPrefix("INSERT INTO event ") || sql.hasPrefix("UPDATE event SET body")
        if laysOut, let body = values.lazy.compactMap(\.blob).first {
            CheckedStore.keepForOthers(body)
            let faults = SchemaCheck().faults(ofEvent: body)
            guard faults.isEmpty else {
                throw CheckedStore.Unfit(
                    description: faults.joined(separator: "; ") + " in "
                        + String(decoding: body, as: UTF8.self))
            }
        }
        return try inner.execute(sql, values)
    }

    func execute(_ sql: String, each rows: some Sequence<[any SQLBindable]>) throws {
        try inner.execute(sql, each: rows)
    }

    func query<T>(
        _ sql: String, _ values: [any SQLBindable], _ read: (inout Columns) throws -> T
    ) throws -> [T] {
        try inner.query(sql, values, read)
    }

    func beforeCommit(_ key: ObjectIdentifier, _ work: @escaping () throws -> Void) -> Bool {
        inner.beforeCommit(key, work)
    }

    func acted(on subject: EventSubject) { inner.acted(on: subject) }
}

extension SQLBindable {
    fileprivate var blob: [UInt8]? {
        if case .blob(let bytes) = sqlValue { bytes } else { nil }
    }
}
