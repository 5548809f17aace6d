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

    /// Counts hours or days of work, which a calendar has to have.
    public var needsHours: Bool {
        switch self {
        case .workingMinutes, .workingDays: true
        case .calendarDays, .elapsed: false
        }
    }

    /// In the same unit, and more of it.
    public func isLonger(than other: TimeLimit) -> Bool {
        switch (self, other) {
        case (.workingMinutes(let a), .workingMinutes(let b)), (.workingDays(let a), .workingDays(let b)),
            (.calendarDays(let a), .calendarDays(let b)):
            a > b
        case (.elapsed(let a), .elapsed(let b)): a > b
        default: false
        }
    }

    /// The shortest writing that reads back as the same: `8wh`, `90wm`, `2wd`, `14d`, `48h`.
    public var setting: String {
        switch self {
        case .workingMinutes(let count): count % 60 == 0 ? "\(count / 60)wh" : "\(count)wm"
        case .workingDays(let count): "\(count)wd"
        case .calendarDays(let count): "\(count)d"
        case .elapsed(let length):
            // Never `d`: that would be calendar days.
            length.inMilliseconds % 3_600_000 == 0
                ? "\(length.inMilliseconds / 3_600_000)h"
                : length.inMilliseconds % 60_000 == 0
                    ? "\(length.inMilliseconds / 60_000)m" : "\(length.inMilliseconds / 1000)s"
        }
    }

    /// As a person says it: `8 working hours`, `14 calendar days`.
    public var text: String {
        switch self {
        case .workingMinutes(let count) where count % 60 == 0: Self.count(count / 60, "working hour")
        case .workingMinutes(let count): Self.count(count, "working minute")
        case .workingDays(let count): Self.count(count, "working day")
        case .calendarDays(let count): Self.count(count, "calendar day")
        case .elapsed(let length) where length.inMilliseconds % 3_600_000 == 0:
            Self.count(Int(length.inMilliseconds / 3_600_000), "hour")
        case .elapsed(let length) where length.inMilliseconds % 60_000 == 0:
            Self.count(Int(length.inMilliseconds / 60_000), "minute")
        case .elapsed(let length): Self.count(Int(length.inMilliseconds / 1000), "second")
        }
    }

    private static func count(_ n: Int, _ noun: String) -> String { n == 1 ? "1 \(noun)" : "\(n) \(noun)s" }
}

extension TimeLimit {
    /// A clock with it would be due where it starts.
    public var isNothing: Bool {
        switch self {
        case .workingMinutes(let count), .workingDays(let count), .calendarDays(let count): count == 0
        case .elapsed(let length): length == .zero
        }
    }
}
