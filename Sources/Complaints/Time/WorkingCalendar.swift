/// When people work: a zone, spans of hours a weekday, and holidays.
public struct WorkingCalendar: Hashable, Sendable, Codable {
    public var name: String
    /// IANA name of the zone (`Europe/Warsaw`).
    public var zone: String
    /// Spans of each ISO weekday, 1 Monday to 7 Sunday, in order and apart; a day left out has no hours.
    public var hours: [Int: [Span]]
    public var holidays: [CivilDate: String]
    /// Days with hours of their own, whatever weekday or holiday they are: a decreed working Saturday, a
    /// half day.
    public var exceptions: [CivilDate: Exception]

    public struct Exception: Hashable, Sendable, Codable {
        /// In order and apart; none on a day off.
        public var spans: [Span]
        public var name: String

        public init(spans: [Span], name: String = "") {
            self.spans = spans
            self.name = name
        }
    }

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

    public init(
        name: String, zone: String, hours: [Int: [Span]], holidays: [CivilDate: String] = [:],
        exceptions: [CivilDate: Exception] = [:]
    ) {
        self.name = name
        self.zone = zone
        self.hours = hours
        self.holidays = holidays
        self.exceptions = exceptions
    }

    /// Every hour of every day, in UTC: a policy without a calendar.
    public static let roundTheClock = WorkingCalendar(
        name: "round the clock", zone: "UTC",
        hours: Dictionary(uniqueKeysWithValues: (1...7).map { ($0, [Span(start: 0, end: 1440)]) }))
}

extension WorkingCalendar {
    private enum Key: String, CodingKey { case name, zone, hours, holidays, exceptions }

    /// Calendars are kept beside cases for years: what was added later may be absent, and holidays that were
    /// written as a list of days and names are read too.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let holidays: [CivilDate: String] =
            if let named = try? values.decode([String: String].self, forKey: .holidays) {
                Self.dated(named)
            } else {
                try values.decode([CivilDate: String].self, forKey: .holidays)
            }
        let own = try values.decodeIfPresent([String: Exception].self, forKey: .exceptions) ?? [:]
        self.init(
            name: try values.decode(String.self, forKey: .name),
            zone: try values.decode(String.self, forKey: .zone),
            hours: try values.decode([Int: [Span]].self, forKey: .hours), holidays: holidays,
            exceptions: Self.dated(own))
    }

    /// By date, so that the same calendar is the same text whenever it is written.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(name, forKey: .name)
        try values.encode(zone, forKey: .zone)
        try values.encode(hours, forKey: .hours)
        try values.encode(Self.named(holidays), forKey: .holidays)
        if !exceptions.isEmpty { try values.encode(Self.named(exceptions), forKey: .exceptions) }
    }

    private static func dated<Value>(_ named: [String: Value]) -> [CivilDate: Value] {
        Dictionary(
            named.compactMap { text, value in CivilDate(text).map { ($0, value) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func named<Value>(_ dated: [CivilDate: Value]) -> [String: Value] {
        Dictionary(dated.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether there is any working time at all.
    public var hasHours: Bool {
        hours.values.contains { !$0.isEmpty } || exceptions.values.contains { !$0.spans.isEmpty }
    }

    /// The spans that begin on that day, in order and apart.
    func spans(on date: CivilDate) -> [Span] {
        if let own = exceptions[date] { return own.spans }
        return holidays[date] == nil ? hours[date.isoWeekday] ?? [] : []
    }
}
