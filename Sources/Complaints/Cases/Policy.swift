/// Which clocks a case gets and on which calendar: the written regulation for handling complaints.
public struct Policy: Hashable, Sendable, Codable {
    public var name: String
    /// How old a mention may be to open a case by itself.
    public var openWithin: Duration
    /// How long a reply that staff said they gave holds until it is seen on the page; nil for ever.
    public var seenWithin: Duration?
    public var calendar: WorkingCalendar
    public var clocks: [ClockRule]
    /// Whether an act may leave a case that is not over without a next step; nil as `.shown`.
    public var nextStep: NextStepRule?
    /// How long the customer has to be silent for a case that is resolved, or answered with nothing else due,
    /// to be closed by itself; nil for ever.
    public var closeAfter: Duration?

    public enum NextStepRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// A case that lacks one is shown as lacking it.
        case shown
        /// An act that would leave a case without one is refused.
        case required
    }

    /// Who is told when a clock runs out, in the order in which they are numbered.
    public var ladder: [Rung]
    /// When a promise is at risk.
    public var promiseRisk: PromiseRisk

    public init(
        name: String, openWithin: Duration = .seconds(7 * 86_400), seenWithin: Duration? = nil,
        calendar: WorkingCalendar = .roundTheClock, clocks: [ClockRule], nextStep: NextStepRule? = nil,
        closeAfter: Duration? = nil, ladder: [Rung] = [], promiseRisk: PromiseRisk = .usual
    ) {
        self.name = name
        self.openWithin = openWithin
        self.seenWithin = seenWithin
        self.calendar = calendar
        self.clocks = clocks
        self.nextStep = nextStep
        self.closeAfter = closeAfter
        self.ladder = ladder
        self.promiseRisk = promiseRisk
    }
}

extension Policy {
    /// Policies are kept beside cases for years: what was added later may be absent.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name),
            openWithin: try values.decode(Duration.self, forKey: .openWithin),
            seenWithin: try values.decodeIfPresent(Duration.self, forKey: .seenWithin),
            calendar: try values.decode(WorkingCalendar.self, forKey: .calendar),
            clocks: try values.decode([ClockRule].self, forKey: .clocks),
            nextStep: try values.decodeIfPresent(NextStepRule.self, forKey: .nextStep),
            closeAfter: try values.decodeIfPresent(Duration.self, forKey: .closeAfter),
            ladder: try values.decodeIfPresent([Rung].self, forKey: .ladder) ?? [],
            promiseRisk: try values.decodeIfPresent(PromiseRisk.self, forKey: .promiseRisk) ?? .usual)
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
    /// The whole limit that a legal extension may give it; nil when it knows none.
    public var longest: TimeLimit?
    /// The pack it comes from; its version in force decides over `within` and `longest`.
    public var statute: Statute?
    public var reactions: Reactions

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

    /// What the customer's later acts do to a clock.
    public struct Reactions: Hashable, Sendable, Codable {
        public var edit: Reaction
        public var followUp: Reaction
        public var ratingRaised: Reaction
        public var ratingLowered: Reaction

        public init(
            edit: Reaction = .keep, followUp: Reaction = .keep, ratingRaised: Reaction = .keep,
            ratingLowered: Reaction = .keep
        ) {
            self.edit = edit
            self.followUp = followUp
            self.ratingRaised = ratingRaised
            self.ratingLowered = ratingLowered
        }
    }

    public enum Reaction: String, Hashable, Sendable, Codable, CaseIterable {
        case keep
        /// Starts anew at full length, also after it was met; never when it was missed.
        case restart
        /// Nothing is owed any more; what was missed stays missed.
        case close
    }

    public init(
        name: String, within: TimeLimit, from: Anchor = .seen, pause: Pause = .never, roll: Roll = .none,
        until: Stop, warnings: [Warning] = [], law: String? = nil, longest: TimeLimit? = nil,
        statute: Statute? = nil, reactions: Reactions = Reactions()
    ) {
        self.name = name
        self.within = within
        self.from = from
        self.pause = pause
        self.roll = roll
        self.until = until
        self.warnings = warnings
        self.law = law
        self.longest = longest
        self.statute = statute
        self.reactions = reactions
    }
}

extension ClockRule {
    /// Policies are kept beside cases for years: what was added later may be absent.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name),
            within: try values.decode(TimeLimit.self, forKey: .within),
            from: try values.decode(Anchor.self, forKey: .from),
            pause: try values.decode(Pause.self, forKey: .pause),
            roll: try values.decode(Roll.self, forKey: .roll),
            until: try values.decode(Stop.self, forKey: .until),
            warnings: try values.decode([Warning].self, forKey: .warnings),
            law: try values.decodeIfPresent(String.self, forKey: .law),
            longest: try values.decodeIfPresent(TimeLimit.self, forKey: .longest),
            statute: try values.decodeIfPresent(Statute.self, forKey: .statute),
            reactions: try values.decodeIfPresent(Reactions.self, forKey: .reactions) ?? Reactions())
    }

    /// Comes from a law or a contract, as far as the policy says.
    public var isStatutory: Bool { law != nil || statute != nil }

    /// With the limits of the statute's version in force; nil when it has none for that day.
    func inForce(on date: CivilDate) -> ClockRule? {
        guard let statute else { return self }
        guard let version = statute.version(on: date) else { return nil }
        var rule = self
        rule.within = version.within
        rule.longest = version.longest
        return rule
    }
}
