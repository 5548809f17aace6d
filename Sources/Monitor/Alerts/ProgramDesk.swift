import Complaints
import Synchronization
import Transport

/// The programs that take alerts: each endpoint's run apart from the others', so that one that hangs holds up
/// its own alerts alone.
final class ProgramDesk: Sendable {
    private let desks = Mutex<[String: CommandFetcher]>([:])

    /// Programs of one endpoint that run at a time.
    private static let atMost = 4
    /// `EX_TEMPFAIL` of sysexits.h.
    private static let tryAgain = 75

    func run(_ errand: CommandErrand, for endpoint: String) async -> Attempt {
        let desk = desks.withLock { desks in
            let desk = desks[endpoint] ?? CommandFetcher(atMost: Self.atMost)
            desks[endpoint] = desk
            return desk
        }
        do {
            try await desk.run(errand)
            return .taken
        } catch {
            switch error.reason {
            case .exited(let status, _) where status != Self.tryAgain: return .refused(error.description)
            default: return .failed(error.description)
            }
        }
    }
}
