import Complaints
import Foundation
import Logging
import SQLiteStorage
import Settings
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// One endpoint with quiet settings over a real store, a clock that the test turns, and nobody who delivers.
final class QuietPlace: Sendable {
    let time: ManualTime
    let store: any Store
    let current: CurrentSetup
    private let count = Mutex(0)
    private let loop = Mutex<QuietLoop?>(nil)

    static let noon = instant("2026-03-02T12:00:00Z")

    init(_ quiet: QuietSettings, now: Instant = QuietPlace.noon, store: (any Store)? = nil) throws {
        time = ManualTime(now)
        self.store = try store ?? SQLiteStore(inMemoryAt: now)
        current = CurrentSetup(World.setup(sources: [], endpoints: [Self.desk(quiet)], time: time))
        restart()
    }

    static func desk(_ quiet: QuietSettings) -> Endpoint {
        var endpoint = Endpoint(name: "desk", url: "https://desk.example/")
        endpoint.quiet = quiet
        return endpoint
    }

    var outbox: Outbox { current.value.outbox }

    /// What is kept in memory is gone, as after a kill.
    func restart() {
        loop.withLock { $0 = newLoop() }
    }

    func newLoop() -> QuietLoop {
        QuietLoop(
            current: current, store: store, time: time,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, pulse: Pulse())
    }

    func reload(_ endpoints: [Endpoint]) {
        current.replace(with: World.setup(sources: [], endpoints: endpoints, time: time))
    }

    @discardableResult
    func post(
        _ type: EventType = .caseOpened, case number: Int64 = 1, source: String = "forum",
        statuteDue: Instant? = nil, isStatuteMissed: Bool = false, isLate: Bool = false, at: Instant? = nil
    ) async throws -> EventID {
        let (outbox, now) = (outbox, time.now())
        var data = EventData()
        data.case = CaseData(.make(number, opened: now), clocks: [], mentions: [])
        data.mention = MentionData(.make(number, source: SourceID(source)))
        data.statute = StatuteNews(due: statuteDue, isOfClock: isStatuteMissed)
        if isLate { data.late = true }
        let event = data
        return try await store.write {
            try outbox.post(type, about: .case(CaseID(number)), at: at ?? now, data: event, in: $0)
        }
    }

    /// What the loop does at one turn.
    func turn() async throws {
        try await loop.withLock { $0 }?.checkOnce()
    }

    func turn(after wait: Duration) async throws {
        time.advance(by: wait)
        try await turn()
    }

    func alerts() async throws -> [Alert] { try await store.read { try $0.alerts() }.reversed() }

    func alert(_ id: EventID) async throws -> Alert {
        try #require(try await alerts().first { $0.event == id })
    }

    /// `pending`, or what holds it: `held by budget`.
    func fates() async throws -> [String] {
        try await alerts().map { $0.heldBy.map { "held by \($0)" } ?? $0.state.rawValue }
    }

    /// The digests that were laid, in order.
    func digests() async throws -> [Digest] {
        try await store.read { session in
            try session.query(
                "SELECT id, body, subject FROM event WHERE type = ? ORDER BY rowid", [EventType.digest]
            ) {
                Digest(id: EventID($0.text()), body: $0.blob(), subject: $0.text())
            }
        }
    }

    struct Digest: Sendable {
        var id: EventID
        var body: [UInt8]
        var subject: String

        var data: [String: Any] {
            let json = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
            return json?["data"] as? [String: Any] ?? [:]
        }
        var reason: String { data["reason"] as? String ?? "" }
        var count: Int { data["count"] as? Int ?? 0 }
        var events: [[String: Any]] { data["events"] as? [[String: Any]] ?? [] }
        var ids: [String] { events.compactMap { $0["id"] as? String } }
    }
}
