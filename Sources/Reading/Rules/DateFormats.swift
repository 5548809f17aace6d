/// Reads a date that a rule describes letter by letter: `dd.MM.yy HH:mm`, `seconds`.
import Complaints

extension DatePattern {
    /// The first place of the text where the pattern fits a date that exists; `zone` is IANA's name.
    func time(in text: String, zone: String?) -> StatedTime? {
        let parts: [Part]
        switch shape {
        case .seconds, .milliseconds:
            // A fraction of a second, as some write, is dropped.
            let digits = text.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
            guard (1...15).contains(digits.count), let number = Int64(digits) else { return nil }
            let milliseconds =
                shape == .seconds ? number.multipliedReportingOverflow(by: 1000).partialValue : number
            guard milliseconds < 32_503_680_000_000 else { return nil }
            return StatedTime(Instant(milliseconds: milliseconds))
        case .parts(let found): parts = found
        }
        let scalars = Array(text.unicodeScalars.prefix(300))
        for start in scalars.indices {
            if start > 0, case .digits? = parts.first, scalars[start - 1].isDigit { continue }
            if let time = time(parts, scalars, at: start, zone: zone) { return time }
        }
        return nil
    }

    private func time(_ parts: [Part], _ text: [Unicode.Scalar], at start: Int, zone: String?) -> StatedTime?
    {
        var i = start
        var numbers: [Character: Int] = [:]
        var isAfternoon: Bool?
        for part in parts {
            switch part {
            case .literal(let sign):
                guard i < text.count, text[i] == sign || (sign == " " && text[i] == "\u{A0}") else {
                    return nil
                }
                i += 1
            case .half:
                guard i + 1 < text.count, text[i + 1] == "m" || text[i + 1] == "M" else { return nil }
                guard "aApP".unicodeScalars.contains(text[i]) else { return nil }
                isAfternoon = text[i] == "p" || text[i] == "P"
                i += 2
            case .digits(let letter, let least, let most):
                var value = 0
                var count = 0
                while i < text.count, count < most, text[i].isDigit {
                    value = value * 10 + Int(text[i].value - 0x30)
                    count += 1
                    i += 1
                }
                guard count >= least else { return nil }
                numbers[letter] = letter == "y" && most == 2 ? value + (value < 70 ? 2000 : 1900) : value
            }
        }
        if i < text.count, case .digits? = parts.last, text[i].isDigit { return nil }
        return moment(numbers, isAfternoon: isAfternoon, zone: zone)
    }

    private func moment(_ numbers: [Character: Int], isAfternoon: Bool?, zone: String?) -> StatedTime? {
        var hour = numbers["H"] ?? numbers["h"] ?? 0
        if let isAfternoon, numbers["h"] != nil { hour = hour % 12 + (isAfternoon ? 12 : 0) }
        guard let year = numbers["y"], let month = numbers["M"], let day = numbers["d"] else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var stated = "\(year)-\(two(month))-\(two(day))"
        if numbers["H"] != nil || numbers["h"] != nil {
            stated += "T\(two(hour)):\(two(numbers["m"] ?? 0))"
            if let second = numbers["s"] { stated += ":\(two(second))" }
        }
        return isoTime(stated, zone: zone.flatMap { $0 == "UTC" ? nil : Zone($0) })
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { value >= 0x30 && value <= 0x39 }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
