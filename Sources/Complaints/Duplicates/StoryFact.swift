/// A word of a story that says which story it is: a sum, a date, an order number, a place.
struct StoryFact: Sendable {
    enum Kind: UInt8, Sendable {
        case sum, date, order, phone, time, number, month, weekday, name
    }

    var kind: Kind
    /// The same for every way to write the same fact, as far as the kind allows: see `isSame`.
    var value: UInt64
    /// Words of the text that it takes.
    var words: Range<Int>
    /// Letters of the text, folded, for a name.
    var letters: [UInt32] = []
    /// A name behind "in", "w", "в": a place.
    var isPlace = false
    /// As it was written.
    var shown: String

    /// How much it says that two stories share it.
    var weight: Int {
        switch kind {
        case .order, .phone: 3
        case .sum: value >= 1000 ? 2 : 1
        case .date: 2
        case .time, .name: 1
        case .number: value >= 13_00 ? 1 : 0
        case .month, .weekday: 0
        }
    }

    /// What the kind is called to staff.
    var noun: String {
        switch kind {
        case .sum: "sum"
        case .date, .month: "date"
        case .order: "number of an order or account"
        case .phone: "telephone number"
        case .time: "time"
        case .number: "figure"
        case .weekday: "day"
        case .name: isPlace ? "place" : "name"
        }
    }

    func isSame(as other: StoryFact) -> Bool {
        if kind == .date, other.kind == .date { return StoryDate(value).isSame(as: StoryDate(other.value)) }
        if kind == .name, other.kind == .name { return Self.isSameName(letters, other.letters) }
        // "1200" and "1200 zł" are one sum.
        let isFigure = (kind == .sum || kind == .number) && (other.kind == .sum || other.kind == .number)
        if isFigure { return value == other.value }
        if kind == .date, other.kind == .month { return StoryDate(value).month == Int(other.value) }
        if kind == .month, other.kind == .date { return other.isSame(as: self) }
        return kind == other.kind && value == other.value
    }

    /// The same fact, no less exactly: "in March" does not state the third of it.
    func isStated(by other: StoryFact) -> Bool {
        isSame(as: other) && (kind == .month) == (other.kind == .month)
    }

    /// Whether one could stand where the other does, saying something else.
    func isOfKind(of other: StoryFact) -> Bool {
        switch (kind, other.kind) {
        case (.sum, .number), (.number, .sum), (.order, .number), (.number, .order), (.date, .month),
            (.month, .date):
            true
        default: kind == other.kind
        }
    }

    /// Whether two names differ in their endings alone, or by a slip: Warszawa, Warszawie; Chicago, Chciago.
    static func isSameName(_ a: [UInt32], _ b: [UInt32]) -> Bool {
        if a.count == b.count, a.count >= 5 {
            let places = a.indices.filter { a[$0] != b[$0] }
            let areSwapped =
                places.count == 2 && places[0] + 1 == places[1] && a[places[0]] == b[places[1]]
                && a[places[1]] == b[places[0]]
            if places.count <= 1 || areSwapped { return true }
        }
        var shared = 0
        while shared < min(a.count, b.count), a[shared] == b[shared] { shared += 1 }
        return shared >= 3 && shared >= max(a.count, b.count) - 3 && shared * 2 > max(a.count, b.count)
    }
}

/// A day as a text states it: perhaps without the year, perhaps with day and month in an unknown order.
struct StoryDate {
    var day: Int
    var month: Int
    /// 0 where it is not said.
    var year: Int
    /// 3/4: the third of April or the fourth of March.
    var isEitherWay: Bool

    init(day: Int, month: Int, year: Int, isEitherWay: Bool = false) {
        self.day = day
        self.month = month
        self.year = year < 100 && year > 0 ? year + 2000 : year
        self.isEitherWay = isEitherWay && day <= 12 && day != month
    }

    init(_ value: UInt64) {
        day = Int(value & 0xFF)
        month = Int(value >> 8 & 0xFF)
        year = Int(value >> 16 & 0xFFFF)
        isEitherWay = value >> 32 != 0
    }

    var value: UInt64 {
        UInt64(day) | UInt64(month) << 8 | UInt64(year) << 16 | (isEitherWay ? 1 << 32 : 0)
    }

    var isValid: Bool { (1...31).contains(day) && (1...12).contains(month) }

    func isSame(as other: StoryDate) -> Bool {
        if year != 0, other.year != 0, year != other.year { return false }
        if day == other.day, month == other.month { return true }
        return (isEitherWay || other.isEitherWay) && day == other.month && month == other.day
    }
}
