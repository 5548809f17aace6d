import Complaints
import Synchronization

/// A clock whose hands a test turns itself: who sleeps wakes when `advance` passes the deadline.
public final class ManualTime: TimeSource {
    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Instant
        var sleepers: [Int: Sleeper] = [:]
        var lastID = 0
    }

    private let state: Mutex<State>

    /// 2026-03-02 is a Monday.
    public static let monday = Instant(seconds: 1_772_445_600)

    public init(_ start: Instant = ManualTime.monday) { state = Mutex(State(now: start)) }

    public func now() -> Instant { state.withLock { $0.now } }

    /// How many are waiting for the hands to move.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    public func advance(by length: Duration) { advance(to: now() + length) }

    public func advance(to instant: Instant) {
        let woken = state.withLock { state in
            state.now = max(state.now, instant)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.sorted { $0.deadline < $1.deadline }
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// Somebody sets the clock back: those who sleep wake after the same length as before.
    public func goBack(by length: Duration) {
        state.withLock { state in
            state.now = state.now - length
            state.sleepers = state.sleepers.mapValues {
                Sleeper(deadline: $0.deadline - length, continuation: $0.continuation)
            }
        }
    }

    public func sleep(until deadline: Instant) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Void, any Error>) in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if deadline <= state.now { return .success(()) }
                    state.sleepers[id] = Sleeper(deadline: deadline, continuation: continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}

/// Looks again and again until the condition holds; false when `limit` passes first.
public func eventually(
    within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws -> Bool {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(5))
    }
    return try await condition()
}
