/// RFC 3339 (ISO 8601 profile) text of an instant, both ways, without a formatter:
/// a DateFormatter takes 40 µs a date, this takes well under one.

extension Instant: CustomStringConvertible, Codable {
    /// `2026-03-01T14:00:00.000Z`: always UTC, always milliseconds.
    public var description: String { rfc3339() }

    /// The instant as a person at `offset` seconds east of UTC would write it.
    public func rfc3339(offset: Int = 0) -> String {
        let local = milliseconds + Int64(offset) * 1000
        let days = Self.floorDivide(local, 86_400_000)
        let inDay = local - days * 86_400_000
        let date = CivilDate(daysSince1970: Int(days))
        let seconds = inDay / 1000
        var text = date.description + "T"
        text += Self.two(seconds / 3600) + ":" + Self.two(seconds / 60 % 60) + ":" + Self.two(seconds % 60)
        let rest = inDay % 1000
        text += "." + (rest < 10 ? "00" : rest < 100 ? "0" : "") + String(rest)
        guard offset != 0 else { return text + "Z" }
        let minutes = Int64(abs(offset) / 60)
        return text + (offset < 0 ? "-" : "+") + Self.two(minutes / 60) + ":" + Self.two(minutes % 60)
    }

    /// Reads RFC 3339; also a space for `T`, no seconds, and no colon in the offset, as sites write it.
    /// A missing offset is nil: a time without a zone is not an instant.
    public init?(rfc3339 text: some StringProtocol) {
        var scan = DigitScanner(text.utf8)
        guard let year = scan.digits(4), scan.take("-"), let month = scan.digits(2), scan.take("-"),
            let day = scan.digits(2), let date = CivilDate(year: year, month: month, day: day),
            scan.take("T") || scan.take("t") || scan.take(" "),
            let hour = scan.digits(2), hour <= 24, scan.take(":"), let minute = scan.digits(2), minute < 60
        else { return nil }
        var second = 0
        if scan.take(":") {
            guard let s = scan.digits(2), s <= 60 else { return nil }
            second = s
        }
        // 24:00 is the end of the day (ISO 8601); nothing comes after it.
        if hour == 24, minute > 0 || second > 0 { return nil }
        var thousandths = 0
        if scan.take(".") || scan.take(",") {
            guard let t = scan.thousandths() else { return nil }
            thousandths = t
        }
        guard let offset = scan.offset(), scan.isAtEnd else { return nil }
        let inDay = (hour * 60 + minute) * 60 + second - offset
        self.init(
            milliseconds: (Int64(date.daysSince1970) * 86_400 + Int64(inDay)) * 1000 + Int64(thousandths))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text.debugDescription) is not an RFC 3339 time")
        }
        self = instant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    static func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : String(n) }

    static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
        a >= 0 ? a / b : -((-a + b - 1) / b)
    }
}

private struct DigitScanner<Bytes: Collection> where Bytes.Element == UInt8 {
    var rest: Bytes.SubSequence

    init(_ bytes: Bytes) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = rest.first, (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
            rest = rest.dropFirst()
        }
        return value
    }

    mutating func thousandths() -> Int? {
        var value = 0
        var read = 0
        while let byte = rest.first, (0x30...0x39).contains(byte) {
            if read < 3 { value = value * 10 + Int(byte - 0x30) }
            read += 1
            rest = rest.dropFirst()
        }
        guard read > 0 else { return nil }
        for _ in min(read, 3)..<3 { value *= 10 }
        return value
    }

    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign: Int
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = digits(2), hours < 24 else { return nil }
        _ = take(":")
        let minutes = isAtEnd ? 0 : digits(2)
        guard let minutes, minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
