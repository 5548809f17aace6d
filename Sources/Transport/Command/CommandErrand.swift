import Complaints

/// A program to be run for what it does, not for what it writes: it reads its input, and its exit status is
/// its answer.
public struct CommandErrand: Hashable, Sendable {
    /// The program (an absolute path, or a name looked up in `CommandRequest.path`), then its arguments.
    public var command: [String]
    /// On its standard input; at most what a pipe holds without a reader, 64 kB.
    public var input: [UInt8]
    /// Besides PATH, LANG, HOME and TMPDIR.
    public var environment: [String: String]
    public var timeout: Duration

    public init(
        command: [String], input: [UInt8], environment: [String: String] = [:],
        timeout: Duration = .seconds(20)
    ) {
        self.command = command
        self.input = input
        self.environment = environment
        self.timeout = timeout
    }
}

extension CommandFetcher {
    /// Runs the program, shut off as those that fetch are. Returns when it ended with 0; any other end is a
    /// failure: `.exited` holds its status and its last words.
    public func run(_ errand: CommandErrand) async throws(CommandFailure) {
        _ = try await perform(CommandJob(errand)).get()
    }
}
