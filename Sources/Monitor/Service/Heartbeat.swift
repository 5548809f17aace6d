import Complaints
import Foundation
import Synchronization

/// Whether the daemon is alive: its schedule turns and its store answers.
///
/// Ages are measured by the monotonic clock, since the other one may be set.
public final class Heartbeat: Sendable {
    struct State: Sendable {
        /// Turns of the schedule, each of which read the store.
        var ticks = 0
        var lastTick: Duration?
        var lastAnswer: Duration?
        var isStopping = false
        var reload: Reload?
    }

    /// How the last reload went.
    struct Reload: Sendable {
        var at: Instant
        var refusal: String?
    }

    private let state = Mutex(State())
    private let monotonic: @Sendable () -> Duration
    private let firstTick = Pulse()

    /// Longer than a visit's transaction waits for another process, and than any turn should take.
    static let longestSilence: Duration = .seconds(30)

    /// - Parameter monotonic: time since some start, never set back.
    public init(monotonic: @escaping @Sendable () -> Duration = { Heartbeat.sinceBoot() }) {
        self.monotonic = monotonic
    }

    var ticks: Int { state.withLock { $0.ticks } }
    var reload: Reload? { state.withLock { $0.reload } }

    /// The schedule turned: it read what is due, which the store answered.
    func tick() {
        let now = monotonic()
        state.withLock { state in
            state.ticks += 1
            state.lastTick = now
            state.lastAnswer = now
        }
        firstTick.beat()
    }

    func storeAnswered() {
        let now = monotonic()
        state.withLock { $0.lastAnswer = now }
    }

    func stops() { state.withLock { $0.isStopping = true } }

    func reloaded(at: Instant, refusal: String?) {
        state.withLock { $0.reload = Reload(at: at, refusal: refusal) }
    }

    /// Returns at the first turn of the schedule, or when cancelled.
    func waitForFirstTick() async {
        let seen = firstTick.count
        if ticks == 0 { await firstTick.wait(after: seen) }
    }

    /// Why it does not live; nil when it does. Before the first turn it lives.
    var fault: String? {
        let now = monotonic()
        return state.withLock { state in
            if let tick = state.lastTick, now - tick > Self.longestSilence {
                return "the schedule has not turned for \((now - tick).components.seconds) s"
            }
            if let answer = state.lastAnswer, now - answer > Self.longestSilence {
                return "the store has not answered for \((now - answer).components.seconds) s"
            }
            return nil
        }
    }

    /// Why it does not do its work yet, or any more; nil when it does.
    var unreadiness: String? {
        let (ticks, isStopping) = state.withLock { ($0.ticks, $0.isStopping) }
        if isStopping { return "it is stopping" }
        if ticks == 0 { return "the schedule does not run yet" }
        return fault
    }

    public static func sinceBoot() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
}
