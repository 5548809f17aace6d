import Complaints
import Synchronization

/// One fetch that somebody waits for; answered once.
final class CommandJob: Sendable {
    typealias Answer = Result<CommandResult, CommandFailure>

    private struct State: Sendable {
        var continuation: CheckedContinuation<Answer, Never>?
        var isCancelled = false
    }

    let line: CommandLine
    let limits: FetchLimits
    /// `NAME=VALUE`, besides those that every program gets.
    let environment: [String]
    /// On its standard input.
    let input: [UInt8]
    /// false where only the exit status counts.
    let writesPage: Bool
    private let state = Mutex(State())

    init(_ request: CommandRequest) throws(CommandFailure) {
        line = try CommandLine(request)
        limits = request.limits
        environment = ["OMBUD_URL=" + (line.url?.href ?? ""), "OMBUD_USER_AGENT=" + request.userAgent]
        input = []
        writesPage = true
    }

    init(_ errand: CommandErrand) throws(CommandFailure) {
        line = try CommandLine(errand)
        limits = FetchLimits(total: errand.timeout, firstByte: errand.timeout, leastSpeed: 0)
        environment = errand.environment.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value }
        input = errand.input
        writesPage = false
    }

    /// Set before the thread hears of it, so that a fetch cancelled early is never started.
    func cancel() { state.withLock { $0.isCancelled = true } }

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func setContinuation(_ continuation: CheckedContinuation<Answer, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    func finish(_ answer: Result<CommandResult, CommandFailure.Reason>) {
        let waiting = state.withLock { state in
            defer { state.continuation = nil }
            return state.continuation
        }
        waiting?.resume(
            returning: answer.mapError { CommandFailure(command: line.arguments.first ?? "", reason: $0) })
    }
}
