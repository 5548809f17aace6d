import Complaints
import Synchronization

/// What a process remembers of a store between its transactions: nothing that cannot be read from it again.
///
/// The engine says when a transaction that writes begins, and when one was taken back.
public final class StoreMemory: Sendable {
    struct State {
        var texts = BandIndex()
        /// The numbers of the first and the last row of `sketch` that stand in `texts`; 0 for none.
        var (first, last): (Int64, Int64) = (0, 0)
        /// Whether older texts stand in `band`.
        var hasOlder = false
        /// Nobody else writes until the transaction has ended.
        var isCurrent = false
        var compared = ComparedTexts()
        /// The number of the last mention, where this transaction added one.
        var lastMention: Int64?
    }

    let state = Mutex(State())

    public init() {}

    public func transactionBegins() {
        state.withLock {
            $0.isCurrent = false
            $0.lastMention = nil
        }
    }

    public func wasTakenBack() {
        state.withLock { $0 = State() }
    }
}
