/// Dates and times as sites write them: ISO 8601, RFC 822, `12/03/2024`, `7 апреля`, `wczoraj o 14:20`,
/// `vor 2 Stunden`. Pure functions; the present and the site's zone are given.
import Complaints

/// In which order a site writes day, month and year in numbers.
public enum DateOrder: String, Hashable, Sendable, Codable {
    case dmy = "DMY"
    case mdy = "MDY"
    case ymd = "YMD"
}

/// The date in a text that is said to hold one; nil when there is none.
///
/// A date without a year is never put in the future; one without a zone is in `zone`, or UTC. A relative
/// one is as exact as its unit: `a month ago` is this day of last month, to the month. `language` is a
/// hint: when it knows none of the words, the language that knows most of them is taken.
public func parseDate(
    _ text: String, language: String?, now: Instant, zone: String?, order: DateOrder?
) -> StatedTime? {
    let known = zone.flatMap { $0 == "UTC" ? nil : Zone($0) }
    if let time = isoTime(text, zone: known) { return time }
    guard text.utf8.count <= mostDateBytes else { return nil }
    var reader = DateReader(DateText(text), language: language, now: now, zone: known, order: order)
    return reader.read()
}

/// The date that a short text is, through and through, but for words that introduce one (`Posted on`,
/// `Dodano:`, `vom`): for telling a date from other texts of an unknown page.
///
/// Stricter than `parseDate`: a year, a clock, a weekday or a length of time alone is none, nor is what
/// may as well be a price, a version, a phone number.
func wholeDate(
    _ text: String, language: String?, now: Instant, zone: Zone?, order: DateOrder? = nil
) -> StatedTime? {
    guard text.utf8.count <= 100 else { return nil }
    if let time = isoTime(text, zone: zone) {
        let isSigned = text.utf8.contains { $0 == 0x2D || $0 == 0x54 || $0 == 0x3A }
        return isSigned && (1990...2100).contains(Zone.utc.local(time.instant).date.year) ? time : nil
    }
    var reader = DateReader(DateText(text), language: language, now: now, zone: zone, order: order)
    guard let time = reader.read(), reader.isWhole(time) else { return nil }
    return time
}

/// The date in a line about a text, such as `By Ann | 5 March 2024 | 3 min`, and whether the line's last word
/// on what happened then is that something was changed.
func dateInLine(
    _ text: String, language: String?, now: Instant, zone: Zone?, order: DateOrder?
) -> (time: StatedTime?, isChange: Bool) {
    var reader = DateReader(DateText(text), language: language, now: now, zone: zone, order: order)
    let time = isoTime(text, zone: zone) ?? reader.read()
    let first = time == nil ? reader.tokens.count : reader.tokens.firstIndex(where: \.isUsed) ?? 0
    let isChange =
        reader.tokens[..<first].last { $0.meaning.has([.said, .changed]) }?.meaning.has(.changed) ?? false
    guard let time, time.precision >= .day else { return (nil, isChange) }
    switch reader.form {
    case .named, .numeric, .marked, .relative, nil: return (time, isChange)
    case .day: return (reader.isWhole(time) ? time : nil, isChange)
    default: return (nil, isChange)
    }
}

private let mostDateBytes = 300

/// One reading of one text: the clock is taken out first, then the forms of a date are tried in turn.
struct DateReader {
    /// What kind of text was found to be a date.
    enum Form {
        case named, numeric, marked, year, relative, bare, day, weekday, clock, now, epoch
    }

    var tokens: [DateToken]
    /// The language that was stated, else the one that the words are of.
    let tag: String?
    let region: String?
    /// Whether the words are of another language than was stated.
    let isForeign: Bool
    let isUnstated: Bool
    let now: Instant
    let zone: Zone?
    let order: DateOrder?
    let isLong: Bool
    var clock: Clock?
    var offset: Int?
    var form: Form?

    struct Clock {
        var hour: Int
        var minute = 0
        var second = 0
        var precision: StatedTime.Precision = .minute
    }

    init(_ text: DateText, language: String?, now: Instant, zone: Zone?, order: DateOrder?) {
        let stated = language.flatMap(primaryLanguage)
        let number = stated.flatMap { DateVocabulary.all.number(of: $0) }
        let resolution = DateResolution(text, language: number)
        tokens = resolution.tokens
        let found = resolution.language.map { DateWords.tags[$0] }
        tag = resolution.isForeign ? found ?? stated : stated ?? found
        region = language.map { $0.lowercased() }
        isForeign = resolution.isForeign
        isUnstated = stated == nil
        isLong = text.isLong
        self.now = now
        self.zone = zone
        self.order = order
    }

    mutating func read() -> StatedTime? {
        if let time = epoch() { return time }
        takeClock()
        if let found = marked() ?? named() ?? numeric() ?? alone() { return found }
        let cut = tokens
        if let found = relative(), !isDoubtful { return found }
        tokens = cut
        form = nil
        if let found = weekday() { return found }
        let isClockOnly = tokens.allSatisfy { $0.isUsed || !$0.isNumber && !$0.isUnknownWord }
        if clock != nil, isClockOnly {
            form = .clock
            return clockAlone()
        }
        return nil
    }

    /// Whether what was found is short words alone, each of which may as well be a name.
    private var isDoubtful: Bool {
        clock == nil && tokens.allSatisfy { !$0.isUsed || $0.kind == .word && $0.isDoubtful }
    }

    /// `1015673450`, `/Date(1709251200000)/`: seconds or milliseconds since 1970.
    private mutating func epoch() -> StatedTime? {
        guard tokens.count <= 6 else { return nil }
        let numbers = tokens.filter(\.isNumber)
        guard numbers.count == 1, tokens.count == 1 || tokens[0].isSign(0x2F) else { return nil }
        let (value, digits) = (numbers[0].value, numbers[0].digits)
        guard digits == 10 || digits == 13 else { return nil }
        form = .epoch
        return StatedTime(Instant(milliseconds: Int64(digits == 10 ? value * 1000 : value)))
    }

    /// Whether the whole text is the date, and of a form that is nothing else.
    func isWhole(_ time: StatedTime) -> Bool {
        guard !isLong, let form else { return false }
        switch form {
        case .year, .bare, .clock, .epoch: return false
        case .weekday where clock == nil && !tokens.contains { $0.meaning.has(.last) }: return false
        case .now where !tokens.contains { $0.meaning.has(.ago) }: return false
        case .day, .weekday, .now:
            if isForeign { return false }
        default: break
        }
        if form == .numeric || form == .named {
            let year = Zone.utc.local(time.instant).date.year
            guard (1990...2100).contains(year), time.instant <= now + .seconds(400 * 86_400) else {
                return false
            }
        }
        // `Reviewed in Poland on 3 March`: what introduces a date may name a person or a place.
        let isIntroduced = tokens.first?.meaning.has(.said) ?? false
        var unknown = 0
        return tokens.allSatisfy { token in
            if token.isUsed { return true }
            if isIntroduced, token.isUnknownWord {
                unknown += 1
                return unknown <= 4
            }
            switch token.kind {
            case .number: return false
            case .word:
                return token.meaning.isIdle || token.meaning.weekday > 0 || token.meaning.has([.ago, .mark])
                    || isIntroduced && token.meaning.has(.ahead)
            case .sign: return Self.quietSigns.contains(UInt8(token.value))
            }
        }
    }

    private static let quietSigns: Set<UInt8> = Set(".,:;-|()[]/'\"@~".utf8)

    // MARK: What a date is made into

    var today: CivilDate { (zone ?? .utc).local(now).date }

    mutating func use(_ indices: some Sequence<Int>) {
        for i in indices { tokens[i].isUsed = true }
    }

    mutating func stated(_ date: CivilDate, _ precision: StatedTime.Precision = .day) -> StatedTime {
        guard precision == .day else { return at(date, seconds: 0, precision) }
        if clock == nil { takeDottedClock() }
        guard let clock else { return at(date, seconds: 0, .day) }
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
        // Where the text states a zone of its own, it is that one's today.
        let today = offset.map { Zone.utc.local(now + .seconds(Int64($0))).date } ?? today
        for year in stride(from: today.year, through: today.year - 8, by: -1) {
            if let date = CivilDate(year: year, month: month, day: day), date <= today {
                return date
            }
        }
        return nil
    }

    func fullYear(_ value: Int, digits: Int) -> Int? {
        if digits == 4 {
            // The Buddhist era of Thailand is 543 years ahead.
            if tag == "th", (2443...2643).contains(value) { return value - 543 }
            return (1000...2200).contains(value) ? value : nil
        }
        guard digits == 2 else { return nil }
        return value < 70 ? 2000 + value : 1900 + value
    }

    private mutating func clockAlone() -> StatedTime? {
        let time = stated(today)
        return time.instant <= now ? time : stated(today.adding(days: -1))
    }
}
