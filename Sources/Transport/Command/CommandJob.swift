import Synchronization

/// One fetch that somebody waits for; answered once.
final class CommandJob: Sendable {
    typealias Answer = Result<CommandResult, CommandFailure>

    private struct State: Sendable {
        var continuation: CheckedContinuation<Answer, Never>?
        var isCancelled = false
    }

    let request: CommandRequest
    let line: CommandLine
    private let state = Mutex(State())

    init(_ request: CommandRequest) throws(CommandFailure) {
        self.request = request
        line = try CommandLine(request)
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
            returning: answer.mapError { CommandFailure(command: request.command.first ?? "", reason: $0) })
    }
}
