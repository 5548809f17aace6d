/// Decides once for a page in which order it writes its numeric dates: `03/04/2024` alone says nothing, but
/// beside `25/03/2024` it does.
import Complaints

extension DateOrder {
    /// The order that all numeric dates of one page agree on; nil when nothing decides or they disagree.
    ///
    /// A number above 12 decides. Else the order that puts no date in the future, then the one in which a
    /// list of at least four is sorted, as lists of reviews are.
    static func of(_ texts: some Sequence<String>, now: Instant) -> DateOrder? {
        let found = texts.compactMap(NumericDate.init)
        let dayFirst = found.contains { $0.first > 12 && $0.second <= 12 }
        let monthFirst = found.contains { $0.second > 12 && $0.first <= 12 }
        if dayFirst != monthFirst { return dayFirst ? .dmy : .mdy }
        if dayFirst { return nil }
        let byDay = found.compactMap { CivilDate(year: $0.year, month: $0.second, day: $0.first) }
        let byMonth = found.compactMap { CivilDate(year: $0.year, month: $0.first, day: $0.second) }
        let tomorrow = Zone.utc.local(now).date.adding(days: 1)
        let isPast = (byDay.allSatisfy { $0 <= tomorrow }, byMonth.allSatisfy { $0 <= tomorrow })
        if isPast.0 != isPast.1 { return isPast.0 ? .dmy : .mdy }
        guard found.count >= 4 else { return nil }
        let isSorted = (isSorted(byDay), isSorted(byMonth))
        return isSorted.0 == isSorted.1 ? nil : isSorted.0 ? .dmy : .mdy
    }

    private static func isSorted(_ dates: [CivilDate]) -> Bool {
        let pairs = zip(dates, dates.dropFirst())
        return pairs.allSatisfy { $0 <= $1 } || pairs.allSatisfy { $0 >= $1 }
    }
}

/// The dates of one page that its records were read with, kept until the page's order is known.
final class NumericDates {
    private var texts: [String] = []

    /// Keeps a text that holds a date in numbers whose order is not plain.
    func see(_ text: String) {
        if texts.count < 500, NumericDate(text) != nil { texts.append(text) }
    }

    /// The page's order, where some date of it would be another by that order than it was read as.
    func order(_ context: ReadingContext) -> DateOrder? {
        guard context.order == nil, !texts.isEmpty, let order = DateOrder.of(texts, now: context.now) else {
            return nil
        }
        var ordered = context
        ordered.order = order
        let isOther = texts.contains { text in
            guard let number = NumericDate(text), number.first <= 12, number.second <= 12 else {
                return false
            }
            return context.parsed(text) != ordered.parsed(text)
        }
        return isOther ? order : nil
    }
}

extension ReadingContext {
    /// What `read` gives, read again where the dates met turn out to be in another order than they seemed.
    func inOneOrder<Found>(
        _ read: (ReadingContext) throws(ReadingFailure) -> Found
    ) throws(ReadingFailure) -> Found {
        let found = try read(self)
        guard let order = numericDates.order(self) else { return found }
        var ordered = self
        ordered.order = order
        return try read(ordered)
    }
}

/// The first `12/03/2024` or `12-03-24` in a text. Dates with dots are day first everywhere.
private struct NumericDate {
    var first: Int
    var second: Int
    var year: Int

    init?(_ text: String) {
        var numbers = (0, 0, 0)
        var digits = 0
        var place = 0
        var sign: UInt8 = 0
        var seen = 0
        for byte in text.utf8 {
            seen += 1
            if seen > 200 { return nil }
            if byte.isASCIIDigit {
                digits += 1
                if digits > 4 { return nil }
                let value = Int(byte - 0x30)
                switch place {
                case 0: numbers.0 = numbers.0 * 10 + value
                case 1: numbers.1 = numbers.1 * 10 + value
                default: numbers.2 = numbers.2 * 10 + value
                }
                continue
            }
            if place == 2, digits > 0 { break }
            if digits == 1 || digits == 2, place < 2, byte == 0x2F || byte == 0x2D, place == 0 || byte == sign
            {
                sign = byte
                place += 1
            } else if digits > 0 || place > 0 {
                (numbers, place) = ((0, 0, 0), 0)
            }
            digits = 0
        }
        guard place == 2, digits == 2 || digits == 4 || digits == 0, (1...31).contains(numbers.0),
            (1...31).contains(numbers.1), numbers.0 <= 12 || numbers.1 <= 12
        else { return nil }
        (first, second) = (numbers.0, numbers.1)
        year = numbers.2 < 100 ? 2000 + numbers.2 : numbers.2
    }
}
