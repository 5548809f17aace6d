/// What a word can mean in a date.

enum DateUnit: UInt8, Hashable, Sendable {
    case second, minute, hour, day, week, month, year

    init?(name: Substring) {
        switch name {
        case "second": self = .second
        case "minute": self = .minute
        case "hour": self = .hour
        case "day": self = .day
        case "week": self = .week
        case "month": self = .month
        case "year": self = .year
        default: return nil
        }
    }
}

/// All that one word means in one language: `mar` is a month and a weekday in Spanish.
struct DateMeaning: Hashable, Sendable {
    /// 1 to 12; 0 for no month.
    var month: UInt8 = 0
    /// 1 Monday to 7 Sunday; 0 for no weekday.
    var weekday: UInt8 = 0
    var unit: DateUnit?
    /// How many of the unit the word says by itself, in halves (`półtora`, `يومين`); below 0 for
    /// one that is past by itself; 0 for one not counted.
    var halves: Int16 = 0
    /// Days from today.
    var dayOffset: Int8?
    /// A number said in words, in halves.
    var count: Int16?
    /// Seconds east of UTC.
    var zone: Int32?
    var roles: Roles = []

    struct Roles: OptionSet, Hashable, Sendable {
        let rawValue: UInt32
        static let now = Roles(rawValue: 1)
        static let ago = Roles(rawValue: 1 << 1)
        /// `in`, `za`: what follows is ahead.
        static let ahead = Roles(rawValue: 1 << 2)
        /// `later`, `from now`: what precedes is ahead.
        static let later = Roles(rawValue: 1 << 3)
        static let last = Roles(rawValue: 1 << 4)
        static let next = Roles(rawValue: 1 << 5)
        static let this = Roles(rawValue: 1 << 6)
        static let am = Roles(rawValue: 1 << 7)
        static let pm = Roles(rawValue: 1 << 8)
        static let noon = Roles(rawValue: 1 << 9)
        static let midnight = Roles(rawValue: 1 << 10)
        /// Stands before a time of day: `at`, `um`, `godz.`
        static let at = Roles(rawValue: 1 << 11)
        /// Stands among the parts of a date and says nothing: `of`, `the`, `th`, `около`.
        static let filler = Roles(rawValue: 1 << 12)
        /// Introduces a date: `posted`, `dodano`, `vom`.
        static let said = Roles(rawValue: 1 << 13)
        /// Stands after the hour of a time of day: `Uhr`, `h`, `点`.
        static let clock = Roles(rawValue: 1 << 14)
        /// Stands after the year, month or day of a date: `年`, `월`.
        static let mark = Roles(rawValue: 1 << 15)
        /// A unit that stands before its number.
        static let lead = Roles(rawValue: 1 << 16)
        /// A word of its own that other languages would take for a date's: `out`, `set`.
        static let other = Roles(rawValue: 1 << 17)
        /// Of those that introduce a date, one that says that something was changed: `updated`.
        static let changed = Roles(rawValue: 1 << 18)

        static let named: [Substring: Roles] = [
            "now": .now, "ago": .ago, "in": .ahead, "later": .later, "last": .last, "next": .next,
            "this": .this, "am": .am, "pm": .pm, "noon": .noon, "midnight": .midnight, "at": .at,
            "of": .filler, "said": .said, "clock": .clock, "mark": .mark, "lead": .lead, "other": .other,
            "changed": .changed,
        ]
    }

    var isKnown: Bool { self != DateMeaning() }
    func has(_ role: Roles) -> Bool { !roles.isDisjoint(with: role) }
    /// Says nothing of itself.
    var isIdle: Bool {
        has([.filler, .said, .at]) && month == 0 && dayOffset == nil && (unit == nil || has(.at))
    }

    mutating func merge(_ other: DateMeaning) {
        if month == 0 { month = other.month }
        if weekday == 0 { weekday = other.weekday }
        if unit == nil { (unit, halves) = (other.unit, other.halves) }
        dayOffset = dayOffset ?? other.dayOffset
        count = count ?? other.count
        zone = zone ?? other.zone
        roles.formUnion(other.roles)
    }

    /// The meaning that a row of a table stands for; nil for a name that is none.
    ///
    /// `m1` a month, `w1` a weekday, `hour` a unit, `2*day` so many of it, `-1` days from today, `#3` a
    /// number, `z+2` a zone, and the roles by their names.
    init?(row name: Substring) {
        self.init()
        if let role = Roles.named[name] {
            roles = role
        } else if let unit = DateUnit(name: name) {
            self.unit = unit
        } else if name.hasPrefix("m"), let month = UInt8(name.dropFirst()) {
            self.month = month
        } else if name.hasPrefix("w"), let weekday = UInt8(name.dropFirst()) {
            self.weekday = weekday
        } else if name.hasPrefix("#"), let count = Double(name.dropFirst()) {
            self.count = Int16(count * 2)
        } else if name.hasPrefix("z"), let hours = Double(name.dropFirst()) {
            zone = Int32(hours * 3600)
        } else if let star = name.firstIndex(of: "*"), let amount = Double(name[..<star]),
            let unit = DateUnit(name: name[name.index(after: star)...])
        {
            self.unit = unit
            halves = Int16(amount * 2)
        } else if let days = Int8(name) {
            dayOffset = days
        } else {
            return nil
        }
    }

    init() {}
}
