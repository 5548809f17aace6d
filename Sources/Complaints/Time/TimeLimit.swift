/// How long a clock runs, in the unit that the policy or the law counts in.
public enum TimeLimit: Hashable, Sendable, Codable {
    /// Minutes of working time (`8wh`, `90wm`).
    case workingMinutes(Int)
    /// Due at the end of that day's working time; the first day does not count (`2wd`).
    case workingDays(Int)
    /// Due at 24:00 local time of the last day; the first day does not count (`14d`).
    case calendarDays(Int)
    /// Elapsed time, round the clock (`48h`, `30m`).
    case elapsed(Duration)

    /// Reads `8wh`, `90wm`, `2wd`, `14d`, `48h`, `30m`, `20s`.
    public init?(_ text: some StringProtocol) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count <= 1_000_000 else { return nil }
        switch text.dropFirst(digits.count) {
        case "wh": self = .workingMinutes(count * 60)
        case "wm": self = .workingMinutes(count)
        case "wd": self = .workingDays(count)
        case "d": self = .calendarDays(count)
        case "h": self = .elapsed(.seconds(count * 3600))
        case "m": self = .elapsed(.seconds(count * 60))
        case "s": self = .elapsed(.seconds(count))
        default: return nil
        }
    }
}
