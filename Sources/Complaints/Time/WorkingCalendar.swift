/// When people work: a zone, spans of hours a weekday, and holidays.
public struct WorkingCalendar: Hashable, Sendable, Codable {
    public var name: String
    /// IANA name of the zone (`Europe/Warsaw`).
    public var zone: String
    /// Spans of each ISO weekday, 1 Monday to 7 Sunday, in order and apart; a day left out has no hours.
    public var hours: [Int: [Span]]
    public var holidays: [CivilDate: String]

    /// Minutes from local midnight; `end` beyond 1440 lies on the next day (22:00-06:00 is 1320 to 1800, of
    /// the day on which it starts). 00:00-24:00 is the whole local day, 23 to 25 hours.
    public struct Span: Hashable, Sendable, Codable {
        public var start: Int
        public var end: Int

        public init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }

        /// Reads `09:00-17:00`, and `22:00-06:00` over midnight; nil when it is not that or has no length.
        public init?(_ text: some StringProtocol) {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minute($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], start != end, start < 1440
            else { return nil }
            self.init(start: start, end: start < end ? end : end + 1440)
        }

        private static func minute(_ text: some StringProtocol) -> Int? {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 2,
                let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<60).contains(minute),
                (0..<24).contains(hour) || (hour == 24 && minute == 0)
            else { return nil }
            return hour * 60 + minute
        }
    }

    public init(name: String, zone: String, hours: [Int: [Span]], holidays: [CivilDate: String] = [:]) {
        self.name = name
        self.zone = zone
        self.hours = hours
        self.holidays = holidays
    }

    /// Every hour of every day, in UTC: a policy without a calendar.
    public static let roundTheClock = WorkingCalendar(
        name: "round the clock", zone: "UTC",
        hours: Dictionary(uniqueKeysWithValues: (1...7).map { ($0, [Span(start: 0, end: 1440)]) }))
}
