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

    func run() async throws {
        while !Task.isCancelled {
            do {
                if try await checkOnce() >= DeadlineCheck.mostAtOnce { continue }
            } catch is CancellationError {
                return
            } catch {
                logger.error("deadlines cannot be checked: \(error)")
            }
            try? await time.sleep(for: Self.longestWait)
        }
    }

    func checkOnce() async throws -> Int {
        let (now, outbox) = (time.now(), current.value.outbox)
        guard let next = try await store.read({ try $0.nextDeadline() }), next <= now else { return 0 }
        let touched = try await store.write {
            try DeadlineCheck(outbox: outbox, now: now, session: $0).run()
        }
        if touched > 0 { pulse.beat() }
        return touched
    }
}
