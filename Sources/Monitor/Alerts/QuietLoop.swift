import Complaints
import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Lets go of alerts when what holds them has ended, and tells again what still asks for a person.
///
/// All of it is read from the store: whichever process looks first does it, and a restart forgets nothing.
struct QuietLoop: Service {
    let current: CurrentSetup
    let store: any Store
    let time: any TimeSource
    let logger: Logger
    let pulse: Pulse
    private let looked = LastLook()

    /// Holds made by another process are seen within this.
    static let longestWait: Duration = .seconds(1)
    /// How often it is checked whether something is held longer than the settings, or the clock, still want.
    static let everyLook: Duration = .seconds(30)
    /// Groups that were not told for longer than this are new.
    static let groupsKept: Duration = .seconds(30 * 86_400)

    init(current: CurrentSetup, store: any Store, time: any TimeSource, logger: Logger, pulse: Pulse) {
        self.current = current
        self.store = store
        self.time = time
        self.logger = logger
        self.pulse = pulse
    }

    func run() async throws {
        await Turns(
            time: time, logger: logger, rest: Self.longestWait, trouble: "held alerts cannot be looked at"
        ).run {
            try await checkOnce()
            return false
        }
    }

    /// Each endpoint's holder in a transaction of its own. What waits for an endpoint that is not configured, or
    /// switched off, waits on.
    func checkOnce() async throws {
        let (setup, now, changes) = (current.value, time.now(), current.changes.count)
        let open = Set(setup.endpoints.filter(\.isEnabled).map(\.name))
        if looked.isOld(now, changes) {
            try await pullIn(open, setup.outbox, now: now)
            looked.note(now, changes)
        }
        let (next, again) = try await store.read { (try $0.nextHeld(), try $0.reminderEndpoints()) }
        if let next, next <= now {
            for held in try await store.read({ try $0.holders() })
            where held.first <= now && open.contains(held.endpoint) {
                guard let holder = Holder(held.holder) else { continue }
                try await perform(held.endpoint) {
                    try QuietRelease(outbox: setup.outbox, endpoint: held.endpoint, now: now, session: $0)
                        .run(holder)
                }
            }
        }
        for due in again where due.next <= now && open.contains(due.endpoint) {
            try await perform(due.endpoint) {
                try Reminders(outbox: setup.outbox, endpoint: due.endpoint, now: now, session: $0).run()
            }
        }
    }

    /// A fault with one endpoint holds up no other.
    private func perform(
        _ endpoint: String, _ work: @escaping @Sendable (any Session) throws -> Bool
    ) async throws {
        do {
            if try await store.write(work) { pulse.beat() }
        } catch {
            if Task.isCancelled { throw CancellationError() }
            logger.error("held alerts cannot be let go: \(error)", metadata: ["endpoint": "\(endpoint)"])
        }
    }

    /// Nothing is held longer than it would be if it were held now: settings were reloaded, or the clock that
    /// said until when was wrong.
    private func pullIn(_ open: Set<String>, _ outbox: Outbox, now: Instant) async throws {
        let (holders, silences) = try await store.read {
            (try $0.holders(), try $0.silencesInForce(now: now))
        }
        for held in holders where open.contains(held.endpoint) && held.last > now {
            guard let holder = Holder(held.holder) else { continue }
            let rule = outbox.gate.rule(for: held.endpoint, silences: silences)
            let bucket = try await store.read { try $0.bucket(of: held.endpoint) }
            let furthest = rule.furthest(holder, bucket: bucket, now: now)
            guard held.last > furthest else { continue }
            try await store.write { try $0.pullIn(held.holder, of: held.endpoint, to: furthest) }
        }
        let again = try await store.read { try $0.reminderEndpoints() }
        for reminder in again where open.contains(reminder.endpoint) {
            let furthest = now + (outbox.gate.settings[reminder.endpoint]?.group?.repeat ?? .zero)
            guard reminder.last > furthest else { continue }
            try await store.write { try $0.pullInReminders(of: reminder.endpoint, to: furthest) }
        }
        let oldest = now - Self.groupsKept
        if try await store.read({ try $0.hasGroups(before: oldest) }) {
            try await store.write { try $0.forgetGroups(before: oldest) }
        }
    }
}

/// When it was last looked for what is held too long, and under which configuration.
private final class LastLook: Sendable {
    private let state = Mutex<(at: Instant, changes: Int)?>(nil)

    func isOld(_ now: Instant, _ changes: Int) -> Bool {
        state.withLock { state in
            guard let state else { return true }
            // Also where the clock was set back.
            return state.changes != changes || now < state.at || now - state.at >= QuietLoop.everyLook
        }
    }

    func note(_ now: Instant, _ changes: Int) { state.withLock { $0 = (now, changes) } }
}
