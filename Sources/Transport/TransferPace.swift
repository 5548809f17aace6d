import Complaints
import Foundation

/// Whether one exchange goes on fast enough: a time to the first byte, then a least speed. A pure rule
/// that takes `now`, in milliseconds; libcurl knows no such time, and counts speed by whole seconds.
struct TransferPace {
    private let limits: FetchLimits
    private var state = State.connecting

    private enum State {
        case connecting
        case awaiting(until: Int)
        case reading(looked: Int, received: Int, slowSince: Int)
    }

    init(_ limits: FetchLimits) { self.limits = limits }

    /// When to look again, if ever.
    var due: Int? {
        switch state {
        case .connecting: nil
        case .awaiting(let until): until
        case .reading(let looked, _, _): limits.leastSpeed > 0 ? looked + window : nil
        }
    }

    /// A fast stretch inside the time allowed clears what was slow before it.
    private var window: Int { max(20, Int(limits.slowFor.inMilliseconds) / 4) }

    /// The request is about to be sent; again when libcurl sends it over another connection.
    mutating func isSent(now: Int) { state = .awaiting(until: now + Int(limits.firstByte.inMilliseconds)) }

    /// Something of the answer is here; false when that was known.
    mutating func hasBegun(now: Int) -> Bool {
        if case .reading = state { return false }
        state = .reading(looked: now, received: 0, slowSince: now)
        return true
    }

    /// - Parameter received: bytes of the answer so far, as they came over the wire.
    mutating func failure(now: Int, received: Int) -> TransportFailure.Reason? {
        switch state {
        case .connecting: return nil
        case .awaiting(let until): return now >= until ? .firstByteTimeout : nil
        case .reading(let looked, let before, let slowSince):
            guard limits.leastSpeed > 0, now >= looked + window else { return nil }
            let isFast = (received - before) * 1000 >= limits.leastSpeed * (now - looked)
            state = .reading(looked: now, received: received, slowSince: isFast ? now : slowSince)
            guard !isFast, now - slowSince >= Int(limits.slowFor.inMilliseconds) else { return nil }
            return .tooSlow(leastSpeed: limits.leastSpeed)
        }
    }
}

/// When the reactor must look at its transfers next, whichever of them asks: one number instead of a
/// timer for each. Lives on the reactor's thread.
final class Watch {
    private(set) var next = Int.max

    /// Transfers are looked at no more often than this; times are kept to that many milliseconds.
    private static let finest = 20

    func expect(_ due: Int?) { if let due, due < next { next = due } }

    /// Starts over after all transfers were looked at, with the earliest of what they expect now.
    func rewind(now: Int, to due: Int?) { next = due.map { max($0, now + Self.finest) } ?? .max }

    /// Milliseconds of a clock that only goes forward and stands still while the machine sleeps.
    static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
