/// Dates and times as sites write them: ISO 8601, RFC 822, `12/03/2024`, `7 апреля`, `wczoraj o 14:20`,
/// `vor 2 Stunden`. A pure function; the present and the site's zone are given.
import Complaints

/// In which order a site writes day, month and year in numbers.
public enum DateOrder: String, Hashable, Sendable, Codable {
    case dmy = "DMY"
    case mdy = "MDY"
    case ymd = "YMD"
}

/// nil when there is no date in the text. A date without a year is never put in the future; one without
/// a zone is in `zone`, or UTC.
public func parseDate(
    _ text: String, language: String?, now: Instant, zone: String?, order: DateOrder?
) -> StatedTime? {
    let known = zone.flatMap { $0 == "UTC" ? nil : Zone($0) }
    if let time = isoTime(text, zone: known) { return time }
    guard text.utf8.count <= 300 else { return nil }
    var reader = DateReader(
        tokens: dateTokens(text), language: language.flatMap(primaryLanguage),
        region: language.map { $0.lowercased() }, now: now, zone: known, order: order)
    return reader.read()
}

struct DateReader {
    var tokens: [DateToken]
    let language: String?
    let region: String?
    let now: Instant
    let zone: Zone?
    let order: DateOrder?
    private var clock: Clock?
    private var offset: Int?

    struct Clock {
        var hour: Int
        var minute: Int
        var second = 0
        var precision: StatedTime.Precision = .minute
    }

    init(
        tokens: [DateToken], language: String?, region: String?, now: Instant, zone: Zone?, order: DateOrder?
    ) {
        self.tokens = tokens
        self.language = language
        self.region = region
        self.now = now
        self.zone = zone
        self.order = order
    }

    mutating func read() -> StatedTime? {
        takeClock()
        if let found = named() ?? numeric() ?? alone() ?? relative() ?? weekday() { return found }
        if clock != nil, tokens.allSatisfy({ if case .number = $0 { false } else { true } }) {
            return clockAlone()
        }
        return nil
    }

    // MARK: The clock

    /// Takes `14:20`, `2:20:05 pm`, `9 am`, `14h20` and what follows as its zone out of the tokens.
    private mutating func takeClock() {
        var i = 0
        while i < tokens.count {
            if case .number(let hour, let digits) = tokens[i], digits <= 2, hour <= 24 {
                if let (length, found) = clock(at: i, hour: hour) {
                    clock = found
                    var end = i + length
                    end = takeHalf(at: end)
                    end = takeZone(at: end)
                    tokens.replaceSubrange(i..<end, with: [.sign(0x40)])
                    return
                }
            }
            i += 1
        }
    }

    private func clock(at i: Int, hour: Int) -> (Int, Clock)? {
        if i + 2 < tokens.count, tokens[i + 1] == .sign(0x3A),
            case .number(let minute, let digits) = tokens[i + 2],
            digits == 2, minute < 60
        {
            var found = Clock(hour: hour, minute: minute)
            var length = 3
            if i + 4 < tokens.count, tokens[i + 3] == .sign(0x3A),
                case .number(let second, 2) = tokens[i + 4],
                second <= 60
            {
                found.second = min(59, second)
                found.precision = .second
                length = 5
                if i + 6 < tokens.count, tokens[i + 5] == .sign(0x2E), case .number = tokens[i + 6] {
                    length = 7
                }
            }
            return (length, found)
        }
        // `18.37 Uhr`
        if i + 3 < tokens.count, tokens[i + 1] == .sign(0x2E), case .number(let minute, 2) = tokens[i + 2],
            minute < 60, tokens[i + 3] == .word("uhr")
        {
            return (3, Clock(hour: hour, minute: minute))
        }
        if i + 1 < tokens.count, case .word(let word) = tokens[i + 1] {
            if word == "am" || word == "pm" || isDotted(at: i + 1) {
                return hour <= 12 ? (1, Clock(hour: hour, minute: 0, precision: .hour)) : nil
            }
            if word == "h" || word == "uhr" || word == "ч" || word == "год" {
                if i + 2 < tokens.count, case .number(let minute, 2) = tokens[i + 2], minute < 60 {
                    return (3, Clock(hour: hour, minute: minute))
                }
                if word == "uhr" { return (2, Clock(hour: hour, minute: 0, precision: .hour)) }
            }
        }
        return nil
    }

    /// `p.m.` is cut into p . m .
    private func isDotted(at i: Int) -> Bool {
        guard i + 2 < tokens.count, case .word(let first) = tokens[i], first == "a" || first == "p" else {
            return false
        }
        return tokens[i + 1] == .sign(0x2E) && tokens[i + 2] == .word("m")
    }

    private mutating func takeHalf(at start: Int) -> Int {
        var end = start
        var half: DateWord?
        if end < tokens.count, case .word(let word) = tokens[end] {
            if word == "am" || word == "pm" {
                half = word == "am" ? .am : .pm
                end += 1
            } else if isDotted(at: end) {
                half = word == "a" ? .am : .pm
                end += 3
                if end < tokens.count, tokens[end] == .sign(0x2E) { end += 1 }
            } else if word == "uhr" || word == "h" {
                end += 1
            }
        }
        if let half, let found = clock {
            if half == .pm, found.hour < 12 { clock?.hour += 12 }
            if half == .am, found.hour == 12 { clock?.hour = 0 }
        }
        return end
    }

    private mutating func takeZone(at start: Int) -> Int {
        var end = start
        if end < tokens.count, tokens[end] == .sign(0x28) { end += 1 }
        if end < tokens.count, case .word(let word) = tokens[end],
            case .zone(let seconds)? = DateWords.find(word)
        {
            offset = seconds
            end += 1
            if end < tokens.count, tokens[end] == .sign(0x29) { end += 1 }
        }
        guard end + 1 < tokens.count, tokens[end] == .sign(0x2B) || tokens[end] == .sign(0x2D),
            case .number(let value, let digits) = tokens[end + 1]
        else { return offset == nil ? start : end }
        let sign = tokens[end] == .sign(0x2B) ? 1 : -1
        if digits == 4, value % 100 < 60, value < 2400 {
            offset = sign * (value / 100 * 3600 + value % 100 * 60)
            return end + 2
        }
        guard digits <= 2, value <= 14, end + 3 < tokens.count, tokens[end + 2] == .sign(0x3A),
            case .number(let minutes, 2) = tokens[end + 3]
        else { return offset == nil ? start : end }
        offset = sign * (value * 3600 + minutes * 60)
        return end + 4
    }

    // MARK: What a date is made into

    var today: CivilDate { (zone ?? .utc).local(now).date }

    func stated(_ date: CivilDate, _ precision: StatedTime.Precision = .day) -> StatedTime {
        guard let clock, precision == .day else { return at(date, seconds: 0, precision) }
        let seconds = (clock.hour * 60 + clock.minute) * 60 + clock.second
        return at(date, seconds: seconds, clock.precision)
    }

    private func at(_ date: CivilDate, seconds: Int, _ precision: StatedTime.Precision) -> StatedTime {
        if offset == nil, let zone {
            let instant = zone.instant(of: LocalTime(date: date, milliseconds: seconds * 1000))
            return StatedTime(instant, precision: precision, offset: zone.offset(at: instant))
        }
        let east = offset ?? 0
        let instant = Instant(seconds: Int64(date.daysSince1970) * 86_400 + Int64(seconds - east))
        return StatedTime(instant, precision: precision, offset: east)
    }

    /// The year that makes a day and month the latest one that is not in the future.
    func withoutYear(month: Int, day: Int) -> CivilDate? {
        for year in stride(from: today.year, through: today.year - 4, by: -1) {
            if let date = CivilDate(year: year, month: month, day: day), date <= today.adding(days: 1) {
                return date
            }
        }
        return nil
    }

    func fullYear(_ value: Int, digits: Int) -> Int? {
        if digits == 4 { return (1800...2200).contains(value) ? value : nil }
        guard digits == 2 else { return nil }
        return value < 70 ? 2000 + value : 1900 + value
    }

    private func clockAlone() -> StatedTime? {
        let time = stated(today)
        return time.instant <= now ? time : stated(today.adding(days: -1))
    }
}
