/// Who works on cases: when, how much, and what they know.
public struct Team: Hashable, Sendable {
    public var handOut: Mode
    public var people: [Colleague]

    public enum Mode: String, Hashable, Sendable, Codable, CaseIterable {
        /// Cases are handed out when somebody says so.
        case byHand = "by-hand"
        /// The daemon hands out every case that nobody has.
        case automatic
    }

    public init(handOut: Mode = .byHand, people: [Colleague] = []) {
        self.handOut = handOut
        self.people = people
    }

    public static let none = Team()
}

/// One member of staff who gets cases.
public struct Colleague: Hashable, Sendable {
    public var name: String
    public var calendar: WorkingCalendar
    /// Their share of the work beside that of the others: 0.5 gets half of what 1 gets. Above 0.
    public var weight: Double
    /// Open cases, above which they get no more; nil without limit.
    public var atMost: Int?
    /// What they know, as codes such as `pl`; empty stands for whatever comes.
    public var languages: Set<String>
    public var topics: Set<String>
    public var subjects: Set<String>
    /// Cases that appeal to the law go to them.
    public var knowsLaw: Bool
    /// Days on which they are away though their calendar has hours.
    public var absent: [ClosedRange<CivilDate>]

    public init(
        _ name: String, calendar: WorkingCalendar = .roundTheClock, weight: Double = 1, atMost: Int? = nil,
        languages: Set<String> = [], topics: Set<String> = [], subjects: Set<String> = [],
        knowsLaw: Bool = false, absent: [ClosedRange<CivilDate>] = []
    ) {
        self.name = name
        self.calendar = calendar
        self.weight = weight
        self.atMost = atMost
        self.languages = languages
        self.topics = topics
        self.subjects = subjects
        self.knowsLaw = knowsLaw
        self.absent = absent
    }
}

/// Where a colleague is at one moment.
enum Shift: Hashable {
    /// `until` is the end of the day's work.
    case atWork(until: Instant)
    /// nil where no working time comes within a year.
    case away(until: Instant?)
}

extension Colleague {
    /// How far the next working time is looked for, in days.
    private static var horizon: Int { 366 }

    /// - Parameter work: the working time of `calendar`.
    func shift(at now: Instant, _ work: WorkingTime) -> Shift {
        let today = work.zone.local(now).date
        // A night shift begins on the day before.
        for date in [today.adding(days: -1), today] where !isAbsent(date) {
            if work.stretches(on: date).contains(where: { $0.contains(now) }),
                let end = work.closing(of: date)
            {
                return .atWork(until: end)
            }
        }
        for ahead in 0...Self.horizon {
            let date = today.adding(days: ahead)
            guard !isAbsent(date) else { continue }
            if let next = work.stretches(on: date).first(where: { $0.lowerBound > now }) {
                return .away(until: next.lowerBound)
            }
        }
        return .away(until: nil)
    }

    private func isAbsent(_ date: CivilDate) -> Bool { absent.contains { $0.contains(date) } }
}
