import Complaints
import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Opens and closes incidents as complaints come in and as time goes by.
struct IncidentLoop: Service {
    let current: CurrentSetup
    let store: any Store
    let time: any TimeSource
    let logger: Logger
    let pulse: Pulse
    private let judged = JudgedArrivals()

    /// What visits brought is judged within this.
    static let every: Duration = .seconds(2)
    /// Whether open incidents are over is asked this often, where nothing came.
    static let calmCheck: Duration = .seconds(60)

    init(
        current: CurrentSetup, store: any Store, time: any TimeSource, logger: Logger, pulse: Pulse
    ) {
        self.current = current
        self.store = store
        self.time = time
        self.logger = logger
        self.pulse = pulse
    }

    func run() async throws {
        await Turns(time: time, logger: logger, rest: Self.every, trouble: "incidents cannot be checked").run
        {
            try await checkOnce()
            return false
        }
    }

    /// Each subject in a transaction of its own, and in one that writes only where something is to be done.
    func checkOnce() async throws {
        let (setup, now) = (current.value, time.now())
        let before = judged.state.withLock { $0 }
        let isCalmDue = before.calm.map { now - $0 >= Self.calmCheck } ?? true
        let (last, subjects) = try await store.read { session in
            let last = try session.lastArrival()
            let news = last > before.number ? try session.subjectsWithArrivals(after: before.number) : []
            let open = isCalmDue ? try session.openIncidents().map(\.subject) : []
            return (last, Set(news + open).sorted())
        }
        for subject in subjects {
            let watch = { @Sendable (session: any Session) in
                IncidentWatch(
                    settings: setup.incidents(of: subject), outbox: setup.outbox, now: now, session: session)
            }
            do {
                guard try await store.read({ try !watch($0).look(subject).isEmpty }) else { continue }
                if try await store.write({ try watch($0).run(subject) }) { pulse.beat() }
            } catch {
                if Task.isCancelled { throw CancellationError() }
                logger.error("incidents cannot be checked: \(error)", metadata: ["subject": "\(subject)"])
            }
        }
        judged.state.withLock { $0 = (last, isCalmDue ? now : before.calm) }
    }
}

/// Up to which arrival this process has judged, and when it last looked for what is over: at its start it judges
/// the last day anew.
private final class JudgedArrivals: Sendable {
    let state = Mutex<(number: Int, calm: Instant?)>((0, nil))
}
