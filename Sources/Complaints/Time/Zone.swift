import Foundation
import Synchronization

/// A time zone by its IANA name: local days and minutes to instants and back, right on the days when
/// clocks change and on days that a zone left out.
public struct Zone: Hashable, Sendable {
    public let name: String
    private let rules: TimeZone
    private let known = KnownOffsets()

    public static let utc = Zone(name: "UTC", rules: .gmt)

    /// nil for a name that the zone data does not know, in that spelling (`Europe/Warsaw`, `UTC`).
    public init?(_ name: String) {
        guard let rules = TimeZone(identifier: name) else { return nil }
        // Foundation also takes "GMT+3" and rewrites it; a zone without rules for summer time is no office's.
        guard rules.identifier == name || name == "UTC" else { return nil }
        self.init(name: name, rules: rules)
    }

    private init(name: String, rules: TimeZone) {
        self.name = name
        self.rules = rules
    }

    /// Seconds east of UTC at that instant.
    public func offset(at instant: Instant) -> Int {
        let day = Int(Instant.floorDivide(instant.milliseconds, LocalTime.dayLength))
        if let known = known.offset(on: day) { return known ?? asked(at: instant) }
        let start = Instant(milliseconds: Int64(day) * LocalTime.dayLength)
        let first = asked(at: start)
        let isConstant = first == asked(at: start + .milliseconds(LocalTime.dayLength))
        known.keep(isConstant ? first : nil, on: day)
        return isConstant ? first : asked(at: instant)
    }

    /// The zone data is asked, which takes twenty times as long as remembering.
    private func asked(at instant: Instant) -> Int {
        let seconds = Double(Instant.floorDivide(instant.milliseconds, 1000))
        return rules.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
    }

    public func local(_ instant: Instant) -> LocalTime {
        let shown = instant.milliseconds + Int64(offset(at: instant)) * 1000
        let days = Instant.floorDivide(shown, LocalTime.dayLength)
        return LocalTime(
            date: CivilDate(daysSince1970: Int(days)),
            milliseconds: Int(shown - days * LocalTime.dayLength))
    }

    /// The first instant at which local clocks show that minute or a later one: the first of two when clocks
    /// go back over it, the moment of the change when they skip it. `minute` may be 1440 (24:00) or more.
    public func instant(of date: CivilDate, minute: Int = 0) -> Instant {
        instant(showing: Int64(date.daysSince1970) * LocalTime.dayLength + Int64(minute) * 60_000)
    }

    /// The same for a local time to the millisecond.
    public func instant(of local: LocalTime) -> Instant {
        instant(showing: Int64(local.date.daysSince1970) * LocalTime.dayLength + Int64(local.milliseconds))
    }

    /// 23 to 25 hours mostly; zero for a day that the zone left out (Samoa, 30 December 2011).
    public func length(of date: CivilDate) -> Duration {
        instant(of: date.adding(days: 1)) - instant(of: date)
    }

    private func instant(showing shown: Int64) -> Instant {
        // No offset is larger than a day, so both sides of any change near `shown` are asked.
        let before = offset(at: Instant(milliseconds: shown - LocalTime.dayLength))
        let after = offset(at: Instant(milliseconds: shown + LocalTime.dayLength))
        let candidates = [before, after].map { Instant(milliseconds: shown - Int64($0) * 1000) }
            .filter { $0.milliseconds + Int64(offset(at: $0)) * 1000 == shown }
        if let first = candidates.min() { return first }
        return change(
            from: Instant(milliseconds: shown - LocalTime.dayLength * 2),
            to: Instant(milliseconds: shown + LocalTime.dayLength * 2), showing: shown)
    }

    /// The first instant in the range that shows `shown` or later: where a gap ends.
    private func change(from low: Instant, to high: Instant, showing shown: Int64) -> Instant {
        var low = low.milliseconds
        var high = high.milliseconds
        while high - low > 1 {
            let middle = low + (high - low) / 2
            let there = middle + Int64(offset(at: Instant(milliseconds: middle))) * 1000
            if there >= shown { high = middle } else { low = middle }
        }
        return Instant(milliseconds: high)
    }

    public static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// The offsets of the days (UTC) that were asked for: a hundred thousand deadlines lie on the same few hundred.
private final class KnownOffsets: Sendable {
    private let days = Mutex<[Int: Int?]>([:])

    /// nil for a day that was not asked for, nil inside for one on which the clocks change.
    func offset(on day: Int) -> Int?? { days.withLock { $0[day] } }

    func keep(_ offset: Int?, on day: Int) {
        days.withLock { days in
            // A calendar of sixty years and more is no office's; what is thrown away is asked again.
            if days.count > 20_000 { days = [:] }
            days.updateValue(offset, forKey: day)
        }
    }
}
