import Complaints
import Foundation

/// Fetches pages by running programs, each shut off from the daemon, a few at a time.
public final class CommandFetcher: Sendable {
    private let thread: CommandThread

    /// `atMost` programs run at a time; the rest wait in order, without their time running. A program that
    /// is told to end is killed after `grace`. Each gets a private folder under `folder`.
    public init(
        atMost: Int = 2, grace: Duration = .seconds(2),
        folder: String = FileManager.default.temporaryDirectory.path
    ) {
        thread = CommandThread(atMost: atMost, grace: grace, folder: folder)
    }

    deinit { thread.stop() }

    /// The page that the program writes. Returns when the program, everything in its process group and its
    /// folder are gone, so at most `grace` and a moment after the limit. Cancelling the task ends the
    /// program.
    public func fetch(_ request: CommandRequest) async throws(CommandFailure) -> CommandResult {
        try await perform(CommandJob(request)).get()
    }

    func perform(_ job: CommandJob) async -> CommandJob.Answer { await thread.run(job) }

    /// Ends every program and the thread with them; later fetches fail as closed.
    public func shutdown() async { await thread.shutdown() }
}
