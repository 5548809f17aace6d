/// When a digest is sent: every day or every week, by the clock on the reader's wall.
public struct DigestSchedule: Hashable, Sendable {
    public var every: Rhythm
    /// Minutes after local midnight.
    public var minute: Int
    public var zone: Zone

    public enum Rhythm: Hashable, Sendable {
        case daily
        /// 1 Monday to 7 Sunday.
        case weekly(on: Int)
    }

    public init(_ every: Rhythm, minute: Int, zone: Zone) {
        self.every = every
        self.minute = minute
        self.zone = zone
    }

    /// The first time after `now`: on a day whose clocks skip that minute the moment of the change, on one that
    /// has it twice the first of the two.
    public func next(after now: Instant) -> Instant {
        let today = zone.local(now).date
        var next = now + .seconds(8 * 86_400)
        for ahead in -1...9 {
            let date = today.adding(days: ahead)
            if case .weekly(let day) = every, date.isoWeekday != day { continue }
            let time = zone.instant(of: date, minute: minute)
            if time > now { next = min(next, time) }
        }
        return next
    }
}
