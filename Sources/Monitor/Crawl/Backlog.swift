import Synchronization

/// Pages that were fetched and are not taken into the store yet: when they are too many bytes, further
/// requests wait, so that a store slower than the network does not fill the memory.
///
/// What is still on its way does not count: a site that drips holds up no other.
final class Backlog: Sendable {
    private struct State {
        var bytes = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int = 32_000_000) { self.limit = limit }

    /// The part of one visit; given back when nothing refers to it any more.
    func share() -> Share { Share(of: self) }

    final class Share: Sendable {
        private let backlog: Backlog
        private let bytes = Atomic(0)

        fileprivate init(of backlog: Backlog) { self.backlog = backlog }

        deinit { backlog.add(-bytes.load(ordering: .relaxed)) }

        /// Returns when another page may be fetched. A visit that holds a page already does not wait: all
        /// might, each for the others.
        func room() async {
            if bytes.load(ordering: .relaxed) == 0 { await backlog.room() }
        }

        func hold(_ count: Int) {
            bytes.add(count, ordering: .relaxed)
            backlog.add(count)
        }
    }

    private func room() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.bytes < limit { return true }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    private func add(_ count: Int) {
        guard count != 0 else { return }
        let free = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.bytes += count
            guard state.bytes < limit, !state.waiting.isEmpty else { return [] }
            // All of them: they are no more than there are transfers at a time.
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in free { continuation.resume() }
    }
}
