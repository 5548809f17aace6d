import Foundation
import Synchronization

/// Hands mails to mail servers: each conversation on a thread of its own, since libcurl blocks it, and a
/// server that hangs must hold up nobody else's mail.
public struct MailClient: Sendable {
    public init() {}

    /// The server's last status, 250. Cancelling the task ends the conversation within a second.
    public func send(_ request: MailRequest) async throws(MailFailure) -> Int {
        let transfer = MailTransfer(request)
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let thread = Thread { continuation.resume(returning: transfer.perform()) }
                thread.name = "mail"
                thread.stackSize = 512 * 1024
                thread.start()
            }
        } onCancel: {
            transfer.cancel()
        }.get()
    }
}
