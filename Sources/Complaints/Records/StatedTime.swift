/// A time as a page states it: the instant, how exactly it was said, and in which offset.
public struct StatedTime: Hashable, Sendable {
    /// The start of what was said: midnight of a day, the first of a month. Of what was said relative to
    /// now, the day counted from today: `a month ago` is this day of last month.
    public var instant: Instant
    public var precision: Precision
    /// Seconds east of UTC of the zone it was said in.
    public var offset: Int

    public enum Precision: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
        case year, month, day, hour, minute, second

        public static func < (a: Precision, b: Precision) -> Bool { a.rank < b.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    public init(_ instant: Instant, precision: Precision = .second, offset: Int = 0) {
        self.instant = instant
        self.precision = precision
        self.offset = offset
    }
}
