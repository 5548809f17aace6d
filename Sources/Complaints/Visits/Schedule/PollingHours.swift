/// The hours in which a source may be polled: a visit that falls outside waits for the next opening.
public struct PollingHours: Sendable {
    public enum Answer: Hashable, Sendable {
        /// The hours are open then.
        case open(Instant)
        /// Put off to after the next opening; sources are spread behind it.
        case opens(Instant)
        /// No hours ever come: why.
        case never(String)

        /// When the visit is made; nil for never.
        public var instant: Instant? {
            switch self {
            case .open(let instant), .opens(let instant): instant
            case .never: nil
            }
        }
    }

    private enum Hours {
        case always
        case never(String)
        case within(WorkingTime)
    }

    private let hours: Hours

    /// - Parameter calendar: nil is open always.
    public init(_ calendar: WorkingCalendar?) {
        guard let calendar else {
            hours = .always
            return
        }
        guard calendar.hours.contains(where: { (1...7).contains($0.key) && !$0.value.isEmpty }) else {
            hours = .never("calendar \(calendar.name) has no hours: nothing is polled within it")
            return
        }
        guard let time = WorkingTime(calendar) else {
            hours = .never("calendar \(calendar.name): zone \(calendar.zone) is not known")
            return
        }
        hours = .within(time)
    }

    /// The instant wanted, or the next one inside the hours.
    ///
    /// - Parameters:
    ///   - name: of the source. Behind an opening each source has its own place, always the same, within
    ///     one interval and before the hours close.
    ///   - every: the source's interval.
    public func next(at wanted: Instant, name: String, every: Duration) -> Answer {
        switch hours {
        case .always: return .open(wanted)
        case .never(let why): return .never(why)
        case .within(let time):
            let today = time.zone.local(wanted).date
            // From the day before: a span over midnight may reach into the first day.
            for ahead in -1..<WorkingTime.horizon {
                for stretch in time.stretches(on: today.adding(days: ahead)) {
                    if stretch.contains(wanted) { return .open(wanted) }
                    guard stretch.lowerBound > wanted else { continue }
                    let room = min(every, stretch.upperBound - stretch.lowerBound).inMilliseconds
                    let share = Self.share(of: name, every: every)
                    return .opens(stretch.lowerBound + .milliseconds(Int64(Double(max(0, room)) * share)))
                }
            }
            return .never("calendar \(time.calendar.name) does not open within 20 years")
        }
    }

    public static func next(
        at wanted: Instant, within calendar: WorkingCalendar?, name: String, every: Duration
    ) -> Answer {
        PollingHours(calendar).next(at: wanted, name: name, every: every)
    }

    /// 0 up to, not reaching, 1. The hash's bits are mixed, since those of names alike are too.
    private static func share(of name: String, every: Duration) -> Double {
        var bits = UInt64(bitPattern: stableHash(name.utf8)) ^ UInt64(bitPattern: every.inMilliseconds)
        bits = (bits ^ (bits >> 33)) &* 0xff51_afd7_ed55_8ccd
        bits = (bits ^ (bits >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return Double((bits ^ (bits >> 33)) >> 11) / Double(1 << 53)
    }
}

// MARK: - What they mean for a plan

/// How polling hours bear on how soon something is seen, over the weeks that were looked at.
public struct PollingWindow: Hashable, Sendable {
    /// Open time a day, on average over all days.
    public var openADay: Duration
    public var openingsADay: Double
    public var longestClosed: Duration
    /// How long the hours stay closed on average, from an instant chosen by chance; zero when it is open.
    public var meanWait: Duration

    public init(openADay: Duration, openingsADay: Double, longestClosed: Duration, meanWait: Duration) {
        self.openADay = openADay
        self.openingsADay = openingsADay
        self.longestClosed = longestClosed
        self.meanWait = meanWait
    }
}

extension PollingHours {
    /// The hours of the four weeks from `start`; nil when they are always open.
    public func window(from start: Instant) -> PollingWindow? {
        let days = 28
        let end = start + .seconds(days * 86_400)
        switch hours {
        case .always: return nil
        case .never:
            let all = end - start
            return PollingWindow(openADay: .zero, openingsADay: 0, longestClosed: all, meanWait: all)
        case .within(let time):
            var cursor = start
            var open: Int64 = 0
            var openings = 0
            var longest: Int64 = 0
            var waited = 0.0
            func close(until instant: Instant) {
                let length = instant.milliseconds - cursor.milliseconds
                guard length > 0 else { return }
                longest = max(longest, length)
                waited += Double(length) * Double(length) / 2
                if instant < end { openings += 1 }
            }
            let first = time.zone.local(start).date
            for ahead in -1...days + 1 {
                for stretch in time.stretches(on: first.adding(days: ahead)) {
                    let (from, to) = (max(stretch.lowerBound, cursor), min(stretch.upperBound, end))
                    guard from < to else { continue }
                    close(until: from)
                    open += to.milliseconds - from.milliseconds
                    cursor = to
                }
            }
            close(until: end)
            let length = Double(end.milliseconds - start.milliseconds)
            return PollingWindow(
                openADay: .milliseconds(open / Int64(days)), openingsADay: Double(openings) / Double(days),
                longestClosed: .milliseconds(longest), meanWait: .milliseconds(Int64(waited / length)))
        }
    }
}
