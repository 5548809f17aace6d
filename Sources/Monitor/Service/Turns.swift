import Complaints
import Logging

/// The rhythm of the loops that look for work: a turn, a rest, the next turn, until the task is cancelled.
struct Turns: Sendable {
    let time: any TimeSource
    let logger: Logger
    /// Between two turns.
    let rest: Duration
    /// Begins what is said of a turn that failed: `deadlines cannot be checked`.
    let trouble: String

    /// A turn that fails is told, and tried again at the next; while it fails in the same way, nothing more is said.
    /// - Parameter turn: returns whether there is more to do at once, without a rest.
    func run(_ turn: () async throws -> Bool) async {
        var told: String?
        while !Task.isCancelled {
            do {
                let hasMore = try await turn()
                if told != nil { logger.notice("\(trouble): that is over") }
                told = nil
                if hasMore { continue }
            } catch is CancellationError {
                return
            } catch {
                let why = "\(error)"
                if why != told { logger.error("\(trouble): \(why)") }
                told = why
            }
            try? await time.sleep(for: rest)
        }
    }
}
