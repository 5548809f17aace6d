import Complaints
import Logging
import ServiceLifecycle
import Storage

/// Says when a clock is running out or was missed, to the second.
struct DeadlineLoop: Service {
    let current: CurrentSetup
    let store: any Store
    let time: any TimeSource
    let logger: Logger
    let pulse: Pulse

    /// Deadlines made by another process are seen within this.
    static let longestWait: Duration = .seconds(1)

    /// Cases looked up at a time.
    static let batch = 200

    func run() async throws {
        await Turns(
            time: time, logger: logger, rest: Self.longestWait, trouble: "deadlines cannot be checked"
        ).run { try await checkOnce() >= Self.batch }
    }

    /// Each case in a transaction of its own: one that cannot be read holds up no other.
    /// - Returns: how many cases were told of.
    func checkOnce() async throws -> Int {
        let (now, outbox) = (time.now(), current.value.outbox)
        guard let next = try await store.read({ try $0.nextDeadline() }), next <= now else { return 0 }
        let cases = try await store.read { session in
            try session.casesOverdue(now: now, limit: Self.batch)
                + session.casesToWarn(now: now, limit: Self.batch)
                + session.casesToLookAt(now: now, limit: Self.batch)
                + session.casesToClose(now: now, limit: Self.batch)
                + session.casesToEscalate(now: now, limit: Self.batch)
                + session.casesWithPromiseNews(now: now, limit: Self.batch)
        }
        var told = 0
        for id in Set(cases).sorted() {
            do {
                try await store.write { try DeadlineCheck(outbox: outbox, now: now, session: $0).run(id) }
                told += 1
            } catch {
                if Task.isCancelled { throw CancellationError() }
                logger.error(
                    "the deadlines of a case cannot be checked: \(error)", metadata: ["case": "\(id)"])
            }
        }
        if told > 0 { pulse.beat() }
        return told
    }
}
