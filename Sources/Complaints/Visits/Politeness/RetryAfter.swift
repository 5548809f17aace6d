/// When a server says it may be asked again (RFC 9110 section 10.2.3).
public enum RetryAfter {
    /// The instant that a Retry-After value names: seconds from `now`, or an HTTP date in any of its three
    /// forms. nil for anything else. A date that has passed is returned as it is.
    public static func instant(_ value: String, now: Instant) -> Instant? {
        let text = value.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        let end = text.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { text.index(after: $0) } ?? text.startIndex
        let trimmed = text[..<end]
        if !trimmed.isEmpty, trimmed.allSatisfy(ASCII.isDigit) {
            let seconds = trimmed.prefix(10).reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
            return now + .seconds(trimmed.count > 10 ? mostSeconds : min(seconds, mostSeconds))
        }
        return httpDate(String(decoding: trimmed, as: UTF8.self), now: now)
    }

    /// A hundred years: far enough for any promise, near enough to count with.
    private static let mostSeconds: Int64 = 3_155_760_000

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    public static func httpDate(_ text: String, now: Instant) -> Instant? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map { $0.lowercased() }
        let parts: (day: String, month: String, year: String, time: String)
        switch words.count {
        case 6 where words[5] == "gmt" || words[5] == "utc": parts = (words[1], words[2], words[3], words[4])
        case 5 where words[3].contains(":"): parts = (words[2], words[1], words[4], words[3])
        default: return nil
        }
        guard days.contains(String(words[0].prefix(3))), let month = months.firstIndex(of: parts.month),
            let day = number(parts.day, 1...2), let year = fullYear(parts.year, now: now),
            let date = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        let time = parts.time.split(separator: ":", omittingEmptySubsequences: false).map {
            number(String($0), 2...2)
        }
        guard time.count == 3, let hour = time[0], let minute = time[1], let second = time[2], hour < 24,
            minute < 60, second <= 60
        else { return nil }
        return Instant(
            seconds: Int64(date.daysSince1970) * 86_400 + Int64((hour * 60 + minute) * 60 + second))
    }

    private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func number(_ text: String, _ length: ClosedRange<Int>) -> Int? {
        guard length.contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
        return Int(text)
    }

    /// Two digits more than 50 years ahead are of the century before (RFC 9110 section 5.6.7).
    private static func fullYear(_ text: String, now: Instant) -> Int? {
        if let year = number(text, 4...4) { return year }
        guard let short = number(text, 2...2) else { return nil }
        let present = CivilDate(daysSince1970: Int(Instant.floorDivide(now.milliseconds, 86_400_000))).year
        let year = present - present % 100 + short
        return year > present + 50 ? year - 100 : year
    }
}
