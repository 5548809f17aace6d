/// Which clocks a case gets and on which calendar: the written regulation for handling complaints.
public struct Policy: Hashable, Sendable, Codable {
    public var name: String
    /// How old a mention may be to open a case by itself.
    public var openWithin: Duration
    public var calendar: WorkingCalendar
    public var clocks: [ClockRule]

    public init(
        name: String, openWithin: Duration = .seconds(7 * 86_400), calendar: WorkingCalendar = .roundTheClock,
        clocks: [ClockRule]
    ) {
        self.name = name
        self.openWithin = openWithin
        self.calendar = calendar
        self.clocks = clocks
    }
}

/// One deadline that a policy gives every case.
public struct ClockRule: Hashable, Sendable, Codable {
    /// `acknowledge`, `answer`, `update`, `resolve`, or the name of a statute's clock.
    public var name: String
    public var within: TimeLimit
    public var from: Anchor
    public var pause: Pause
    public var roll: Roll
    public var until: Stop
    /// When to warn before it is due.
    public var warnings: [Warning]
    /// The law or contract it comes from, named in the proof.
    public var law: String?

    public enum Anchor: String, Hashable, Sendable, Codable, CaseIterable {
        /// When the customer wrote; the case's opening where that is not known.
        case posted
        /// When Ombud first saw it.
        case seen
        case opened
    }

    public enum Pause: String, Hashable, Sendable, Codable, CaseIterable { case waiting, never }

    public enum Roll: String, Hashable, Sendable, Codable, CaseIterable {
        case none
        /// An end on a free day moves to the next working day.
        case nextWorkingDay = "next-working-day"
    }

    /// The event that stops the clock.
    public enum Stop: String, Hashable, Sendable, Codable, CaseIterable {
        case assign, reply, update, resolve
    }

    public enum Warning: Hashable, Sendable, Codable {
        /// This share of the time is used up, 0 to 1.
        case share(Double)
        /// This much before it is due.
        case before(TimeLimit)
    }

    public init(
        name: String, within: TimeLimit, from: Anchor = .seen, pause: Pause = .never, roll: Roll = .none,
        until: Stop, warnings: [Warning] = [], law: String? = nil
    ) {
        self.name = name
        self.within = within
        self.from = from
        self.pause = pause
        self.roll = roll
        self.until = until
        self.warnings = warnings
        self.law = law
    }
}
