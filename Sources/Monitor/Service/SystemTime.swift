import Complaints
import Foundation

/// The machine's clock.
public struct SystemTime: TimeSource {
    public init() {}

    public func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    public func sleep(until deadline: Instant) async throws {
        let left = deadline - now()
        try await Task.sleep(for: max(left, .zero))
    }
}
