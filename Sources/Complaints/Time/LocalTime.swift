/// What the clock on a wall shows, and how days, times and lengths are written for people.
public struct LocalTime: Hashable, Comparable, Sendable {
    public var date: CivilDate
    /// Since local midnight by the wall clock.
    public var milliseconds: Int

    static let dayLength: Int64 = 86_400_000

    public init(date: CivilDate, milliseconds: Int) {
        self.date = date
        self.milliseconds = milliseconds
    }

    public static func < (a: LocalTime, b: LocalTime) -> Bool {
        (a.date, a.milliseconds) < (b.date, b.milliseconds)
    }

    /// `07:08`, with seconds where there are any: `07:08:43`, `07:08:43.250`.
    public var clockText: String {
        let seconds = Int64(milliseconds) / 1000
        var text = Instant.two(seconds / 3600) + ":" + Instant.two(seconds / 60 % 60)
        guard milliseconds % 60_000 != 0 else { return text }
        text += ":" + Instant.two(seconds % 60)
        let rest = milliseconds % 1000
        return rest == 0 ? text : text + "." + String(String(rest + 1000).dropFirst())
    }
}

extension CivilDate {
    /// `Sat 25 Jul`, or `Sat 25 Jul 2026`.
    public func text(withYear: Bool = true) -> String {
        let weekday = Self.weekdays[isoWeekday - 1]
        let month = Self.months[month - 1]
        return withYear ? "\(weekday) \(day) \(month) \(year)" : "\(weekday) \(day) \(month)"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Zone {
    /// `Sat 25 Jul 2026 07:08`.
    public func text(_ instant: Instant) -> String {
        let local = local(instant)
        return "\(local.date.text()) \(local.clockText)"
    }

    /// The same for an end: the first moment of a day is written as 24:00 of the day before.
    public func endText(_ instant: Instant) -> String {
        let date = local(instant).date
        guard instant == self.instant(of: date) else { return text(instant) }
        var before = date.adding(days: -1)
        if length(of: before) == .zero { before = before.adding(days: -1) }
        return "\(before.text()) 24:00"
    }
}

extension Duration {
    /// `8 h 00`, `0 h 05`, with seconds where there are any: `7 h 51 min 17 s`.
    public var hoursText: String {
        let all = abs(inMilliseconds)
        let sign = inMilliseconds < 0 ? "-" : ""
        let hours = "\(sign)\(all / 3_600_000) h \(Instant.two(all / 60_000 % 60))"
        guard all % 60_000 != 0 else { return hours }
        let thousandths = all % 1000
        let fraction = thousandths == 0 ? "" : "." + String(thousandths + 1000).dropFirst()
        return "\(hours) min \(all / 1000 % 60)\(fraction) s"
    }
}

/// The days of the week as rules and calendars name them, Monday first as in ISO 8601.
public enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 1 Monday to 7 Sunday.
    public var iso: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// Reads `mon` or `monday`, in any case.
    public init?(_ text: some StringProtocol) {
        let text = text.lowercased()
        guard let day = Self.allCases.first(where: { $0.rawValue == text || $0.rawValue.prefix(3) == text })
        else { return nil }
        self = day
    }
}
