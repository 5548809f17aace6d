/// A point in time, to the millisecond: what is stored, compared and counted with everywhere.
///
/// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted. Written and read as RFC 3339.
public struct Instant: Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public init(seconds: Int64) { self.milliseconds = seconds * 1000 }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    public static func + (instant: Instant, length: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds + length.inMilliseconds)
    }

    public static func - (instant: Instant, length: Duration) -> Instant {
        Instant(milliseconds: instant.milliseconds - length.inMilliseconds)
    }

    /// The length from `b` to `a`; negative when `a` is earlier.
    public static func - (a: Instant, b: Instant) -> Duration {
        .milliseconds(a.milliseconds - b.milliseconds)
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero.
    public var inMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
