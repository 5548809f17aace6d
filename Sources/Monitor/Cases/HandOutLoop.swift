import Complaints
import Logging
import ServiceLifecycle
import Storage

/// Hands out what nobody has, where `hand-out: automatic` says so.
struct HandOutLoop: Service {
    let current: CurrentSetup
    let store: any Store
    let time: any TimeSource
    let logger: Logger
    let pulse: Pulse

    /// A new case has an owner within this, if somebody is at work.
    static let every: Duration = .seconds(5)

    /// Cases looked at in one transaction.
    static let batch = 200

    func run() async throws {
        await Turns(time: time, logger: logger, rest: Self.every, trouble: "cases cannot be handed out").run {
            try await checkOnce() >= Self.batch
        }
    }

    /// Writes only where somebody gets something.
    /// - Returns: how many cases were handed out.
    @discardableResult
    func checkOnce() async throws -> Int {
        let (setup, now) = (current.value, time.now())
        let team = setup.configuration.team
        guard team.handOut == .automatic else { return 0 }
        let round = { @Sendable (session: any Session) in
            HandOutRound(team: team, outbox: setup.outbox, now: now, session: session)
        }
        guard try await store.read({ try round($0).decide(limit: Self.batch).given }) > 0 else { return 0 }
        let given = try await store.write { try round($0).run(limit: Self.batch, by: nil).given }
        if given > 0 { pulse.beat() }
        return given
    }
}
