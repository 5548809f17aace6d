import Complaints
import Foundation

/// A time as people type it: in the machine's zone, or on the calendar of a case.
struct TimeArgument: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    /// `2026-03-01T14:00:00+01:00`, `2026-03-01`, `2026-03-01 14:00`, `now`, `today`, `yesterday 9:30`,
    /// `tomorrow 10:00`, `+4h`, `-7d`; a bare length (`7d`) is that long ago. nil for anything else.
    func instant(now: Instant, zone: TimeZone = .current) -> Instant? {
        let words = text.split(separator: " ").map { $0.lowercased() }
        if let instant = Instant(rfc3339: text.trimmingCharacters(in: .whitespaces)) { return instant }
        if words == ["now"] { return now }
        if words.count == 1, let length = Self.length(words[0]) { return now + length }
        guard let first = words.first, words.count <= 2 else { return nil }
        let minute = words.count == 2 ? Self.minute(words[1]) : 0
        guard let minute, let date = Self.date(first, now: now, zone: zone) else { return nil }
        return Self.instant(of: date, minute: minute, zone: zone)
    }

    /// A time to come: as above, and `+2wd`, `+8wh`. Days and times without a zone are those of the calendar that
    /// it is read on; a day without a time of day ends at its midnight there.
    func named(now: Instant) -> NamedTime? {
        let word = text.trimmingCharacters(in: .whitespaces).lowercased()
        if word.hasPrefix("+"), let limit = TimeLimit(word.dropFirst()), limit.needsHours {
            return .after(limit)
        }
        let words = word.split(separator: " ").map(String.init)
        if let first = words.first, words.count <= 2, let day = Self.day(first) {
            guard words.count == 2 else { return .local(day, minute: nil) }
            if let minute = Self.minute(words[1]) { return .local(day, minute: minute) }
        }
        return instant(now: now).map { .at($0) }
    }

    /// Such a time in the machine's zone; nil for what needs the calendar of a case.
    func end(now: Instant, zone: TimeZone = .current) -> Instant? {
        let word = text.trimmingCharacters(in: .whitespaces).lowercased()
        if !word.contains(" "), let date = Self.date(word, now: now, zone: zone) {
            return Self.instant(of: date.adding(days: 1), minute: 0, zone: zone)
        }
        return instant(now: now, zone: zone)
    }

    /// What is impossible about a text that looks like a time: `30 February 2026 does not exist`. nil for one that
    /// looks like none.
    var fault: String? {
        let words = text.lowercased().split { $0 == " " || $0 == "t" }
        guard let first = words.first, words.count <= 2 else { return nil }
        let parts = first.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        if numbers.count == 3, parts.count == 3, parts[0].count == 4, CivilDate(first) == nil {
            let (year, month, day) = (numbers[0], numbers[1], numbers[2])
            guard (1...12).contains(month) else {
                return "there is no month \(month); a date is written year-month-day, such as 2026-03-01"
            }
            let most = CivilDate.days(inMonth: month, of: year)
            guard (1...most).contains(day) else {
                let name = Self.months[month - 1]
                return "\(day) \(name) \(parts[0]) does not exist: \(name) has \(most) days then"
            }
            return "a date is written with two digits for month and day, such as 2026-03-01"
        }
        if let last = words.last, last.contains(":"), last.allSatisfy({ $0.isNumber || $0 == ":" }),
            last.split(separator: ":").count == 2, Self.minute(String(last)) == nil
        {
            return "there is no time \(last): a day goes from 00:00 to 23:59"
        }
        return nil
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// A day as the calendar of a case knows it.
    private static func day(_ word: String) -> NamedTime.Day? {
        switch word {
        case "today": .ahead(0)
        case "yesterday": .ahead(-1)
        case "tomorrow": .ahead(1)
        default: CivilDate(word).map { .date($0) }
        }
    }

    /// The beginning of the day so many after today.
    static func day(_ count: Int, now: Instant, zone: TimeZone = .current) -> Instant {
        let today = CivilDate(daysSince1970: daysSince1970(now: now, zone: zone))
        return instant(of: today.adding(days: count), minute: 0, zone: zone)
    }

    static func daysSince1970(now: Instant, zone: TimeZone = .current) -> Int {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: now.seconds))
        return Int(((now.seconds + Double(offset)) / 86_400).rounded(.down))
    }

    private static func length(_ word: String) -> Duration? {
        let isAhead = word.hasPrefix("+")
        let text = isAhead || word.hasPrefix("-") ? String(word.dropFirst()) : word
        if text.hasSuffix("w"), let weeks = Int64(text.dropLast()), (0...10_000).contains(weeks) {
            return .seconds((isAhead ? weeks : -weeks) * 7 * 86_400)
        }
        guard let length = Duration(setting: text) else { return nil }
        return isAhead ? length : .zero - length
    }

    private static func date(_ word: String, now: Instant, zone: TimeZone) -> CivilDate? {
        let days = daysSince1970(now: now, zone: zone)
        return switch word {
        case "today": CivilDate(daysSince1970: days)
        case "yesterday": CivilDate(daysSince1970: days - 1)
        case "tomorrow": CivilDate(daysSince1970: days + 1)
        default: CivilDate(word)
        }
    }

    private static func minute(_ word: String) -> Int? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    /// Where clocks change in between, what they show then.
    private static func instant(of date: CivilDate, minute: Int, zone: TimeZone) -> Instant {
        let shown = Double(date.daysSince1970 * 86_400 + minute * 60)
        let guess = shown - Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: shown)))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: guess))
        return Instant(seconds: Int64(shown) - Int64(offset))
    }
}

extension Instant {
    fileprivate var seconds: Double { Double(milliseconds) / 1000 }
}
