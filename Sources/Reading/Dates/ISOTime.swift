/// ISO 8601 and RFC 3339 in one pass over bytes: what markup and feeds carry, by the thousand.
import Complaints

/// nil for anything that is not ISO through and through. Without an offset it is in `zone`, or UTC.
func isoTime(_ text: String, zone: Zone?) -> StatedTime? {
    var text = text
    return text.withUTF8 { bytes in
        var scan = ISOScanner(bytes: bytes)
        return scan.time(zone: zone)
    }
}

private struct ISOScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var i = 0

    mutating func time(zone: Zone?) -> StatedTime? {
        skipSpace()
        guard let year = digits(4, 4) else { return nil }
        if let date = weekOrOrdinal(year) {
            return i == bytes.count ? stated(date, 0, .day, nil, zone) : nil
        }
        let isBasic = i < bytes.count && bytes[i].isASCIIDigit
        if !isBasic, !take(0x2D) { return nil }
        guard let month = digits(2, isBasic ? 2 : 1) else { return nil }
        if !isBasic, !take(0x2D) {
            skipSpace()
            guard i == bytes.count, let first = CivilDate(year: year, month: month, day: 1) else {
                return nil
            }
            return stated(first, 0, .month, nil, zone)
        }
        guard let day = digits(2, isBasic ? 2 : 1), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        if i == bytes.count { return stated(date, 0, .day, nil, zone) }
        let mark = bytes[i]
        guard mark | 0x20 == 0x74 || mark.isASCIISpace else { return nil }
        i += 1
        skipSpace()
        if i == bytes.count { return stated(date, 0, .day, nil, zone) }
        guard let hour = digits(2, 1), hour <= 24 else { return nil }
        var seconds = hour * 3600
        var precision = StatedTime.Precision.hour
        var thousandths = 0
        if take(0x3A) || (i < bytes.count && bytes[i].isASCIIDigit) {
            guard let minute = digits(2, 2), minute < 60 else { return nil }
            seconds += minute * 60
            precision = .minute
            if take(0x3A) || (i < bytes.count && bytes[i].isASCIIDigit) {
                guard let second = digits(2, 1), second <= 60 else { return nil }
                seconds += min(59, second)
                precision = .second
                if take(0x2E) || take(0x2C) {
                    var scale = 100
                    while i < bytes.count, bytes[i].isASCIIDigit {
                        thousandths += Int(bytes[i] - 0x30) * scale
                        scale /= 10
                        i += 1
                    }
                }
            }
        }
        skipSpace()
        var offset: Int?
        if i < bytes.count {
            if take(0x5A) || take(0x7A) {
                offset = 0
            } else if takeWord("UTC") || takeWord("GMT") {
                offset = 0
            } else {
                let sign = take(0x2B) ? 1 : take(0x2D) ? -1 : 0
                guard sign != 0, let hours = digits(2, 1), hours < 24 else { return nil }
                _ = take(0x3A)
                let minutes = i < bytes.count && bytes[i].isASCIIDigit ? digits(2, 2) : 0
                guard let minutes, minutes < 60 else { return nil }
                offset = sign * (hours * 3600 + minutes * 60)
            }
            skipSpace()
            guard i == bytes.count else { return nil }
        }
        var time = stated(date, seconds, precision, offset, zone)
        time.instant.milliseconds += Int64(thousandths)
        return time
    }

    /// `2024-W09-5`, `2024W095`, `2024-060`: a day of an ISO week, a day of the year (ISO 8601-1, 5.2.2 to 5.2.3).
    private mutating func weekOrOrdinal(_ year: Int) -> CivilDate? {
        let start = i
        let isExtended = take(0x2D)
        if take(0x57) {
            if let week = digits(2, 2), (1...53).contains(week), !isExtended || take(0x2D),
                let day = digits(1, 1), (1...7).contains(day),
                let fourth = CivilDate(year: year, month: 1, day: 4)
            {
                return fourth.adding(days: 1 - fourth.isoWeekday + (week - 1) * 7 + day - 1)
            }
        } else if let day = digits(3, 3), i == bytes.count, (1...366).contains(day),
            let first = CivilDate(year: year, month: 1, day: 1)
        {
            let date = first.adding(days: day - 1)
            if date.year == year { return date }
        }
        i = start
        return nil
    }

    private func stated(
        _ date: CivilDate, _ seconds: Int, _ precision: StatedTime.Precision, _ offset: Int?, _ zone: Zone?
    ) -> StatedTime {
        if offset == nil, let zone {
            let instant = zone.instant(of: LocalTime(date: date, milliseconds: seconds * 1000))
            return StatedTime(instant, precision: precision, offset: zone.offset(at: instant))
        }
        let east = offset ?? 0
        let whole = Int64(date.daysSince1970) * 86_400 + Int64(seconds - east)
        return StatedTime(Instant(seconds: whole), precision: precision, offset: east)
    }

    private mutating func skipSpace() { while i < bytes.count, bytes[i].isASCIISpace { i += 1 } }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard i < bytes.count, bytes[i] == byte else { return false }
        i += 1
        return true
    }

    private mutating func takeWord(_ word: StaticString) -> Bool {
        guard i + 3 <= bytes.count, (0..<3).allSatisfy({ bytes[i + $0] == word.utf8Start[$0] }) else {
            return false
        }
        i += 3
        return true
    }

    private mutating func digits(_ most: Int, _ least: Int) -> Int? {
        var value = 0
        var count = 0
        while count < most, i < bytes.count, bytes[i].isASCIIDigit {
            value = value * 10 + Int(bytes[i] - 0x30)
            i += 1
            count += 1
        }
        return count >= least ? value : nil
    }
}
