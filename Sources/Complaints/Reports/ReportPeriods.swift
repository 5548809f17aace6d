/// The days, weeks or months of a report, by the calendar of a zone: a day may have 23 to 25 hours.
public struct ReportPeriods: Hashable, Sendable {
    public var length: Length
    public var zone: Zone

    public enum Length: String, Hashable, Sendable, CaseIterable {
        case day
        /// Monday to Sunday, named as in ISO 8601: `2026-W01`.
        case week
        case month
    }

    public init(_ length: Length, in zone: Zone) {
        self.length = length
        self.zone = zone
    }

    public func period(of instant: Instant) -> ReportPeriod { period(of: zone.local(instant).date) }

    public func period(of date: CivilDate) -> ReportPeriod {
        let first: CivilDate =
            switch length {
            case .day: date
            case .week: date.adding(days: 1 - date.isoWeekday)
            case .month: date.adding(days: 1 - date.day)
            }
        return ReportPeriod(first: first, length: length)
    }

    /// Every period that a stretch of time touches, also those in which nothing happened.
    public func all(from start: Instant, to end: Instant) -> [ReportPeriod] {
        guard start < end else { return [] }
        let last = period(of: Instant(milliseconds: end.milliseconds - 1))
        var found = [period(of: start)]
        while let period = found.last, period < last, found.count < Self.most { found.append(period.next) }
        return found
    }

    /// The first moment that is not of the period any more.
    public func end(of period: ReportPeriod) -> Instant { zone.instant(of: period.next.first) }

    /// Three hundred years of days: beyond lies a mistake.
    private static let most = 110_000
}

public struct ReportPeriod: Hashable, Comparable, Sendable {
    /// Its first day.
    public var first: CivilDate
    public var length: ReportPeriods.Length

    public static func < (a: ReportPeriod, b: ReportPeriod) -> Bool { a.first < b.first }

    var next: ReportPeriod {
        let days =
            switch length {
            case .day: 1
            case .week: 7
            case .month: CivilDate.days(inMonth: first.month, of: first.year)
            }
        return ReportPeriod(first: first.adding(days: days), length: length)
    }

    /// `2026-03-01`, `2026-W09`, `2026-03`: as ISO 8601 writes them, so that they sort as text.
    public var label: String {
        switch length {
        case .day: first.description
        case .month: String(first.description.dropLast(3))
        case .week: Self.weekLabel(first)
        }
    }

    /// A week is of the year in which its Thursday lies (ISO 8601, 2.2.10).
    private static func weekLabel(_ monday: CivilDate) -> String {
        let thursday = monday.adding(days: 3)
        let year = String(thursday.description.dropLast(6))
        let newYear = thursday.daysSince1970 - dayOfYear(thursday)
        return "\(year)-W\(Instant.two(Int64((thursday.daysSince1970 - newYear) / 7 + 1)))"
    }

    /// 0 on the first of January.
    private static func dayOfYear(_ date: CivilDate) -> Int {
        (1..<date.month).reduce(date.day - 1) { $0 + CivilDate.days(inMonth: $1, of: date.year) }
    }
}
