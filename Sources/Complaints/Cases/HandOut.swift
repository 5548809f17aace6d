/// Who gets a case that nobody has: by what they know, whether they are at work, and how much they have to do.
public struct HandOut {
    fileprivate let team: [Member]
    public private(set) var loads: [String: Workload]
    private let now: Instant

    fileprivate struct Member {
        var colleague: Colleague
        var shift: Shift
        var zone: Zone
        var place: Int
    }

    /// A case as far as its hand-out cares.
    public struct Item: Hashable, Sendable {
        public var id: CaseID
        public var subject: String
        public var topic: String?
        public var language: String?
        public var isLegal: Bool
        public var due: Instant?
        public var cost: Double
        /// Who gave it back.
        public var declined: Set<String>

        public init(
            id: CaseID, subject: String, topic: String? = nil, language: String? = nil, isLegal: Bool = false,
            due: Instant? = nil, cost: Double = 1, declined: Set<String> = []
        ) {
            self.id = id
            self.subject = subject
            self.topic = topic
            self.language = language
            self.isLegal = isLegal
            self.due = due
            self.cost = cost
            self.declined = declined
        }
    }

    public enum Decision: Hashable, Sendable {
        /// The reason names who gets it and why.
        case give(to: String, reason: String)
        /// `until` is when somebody comes who could take it; nil where nobody does.
        case hold(reason: String, until: Instant?)
    }

    /// - Parameter loads: what everybody has now; a name that is missing has nothing.
    public init(_ team: Team, loads: [String: Workload], now: Instant) {
        self.team = team.people.enumerated().compactMap { place, colleague in
            WorkingTime(colleague.calendar).map {
                Member(
                    colleague: colleague, shift: colleague.shift(at: now, $0), zone: $0.zone, place: place)
            }
        }
        self.loads = loads
        self.now = now
    }

    /// The nearest due time first, so that what is urgent finds the desks that are empty.
    public static func order(_ a: Item, _ b: Item) -> Bool {
        switch (a.due, b.due) {
        case (let one?, let two?) where one != two: one < two
        case (_?, nil): true
        case (nil, _?): false
        default: a.cost == b.cost ? a.id < b.id : a.cost > b.cost
        }
    }

    /// Decides over one case, and counts it among what its owner has.
    public mutating func give(_ item: Item) -> Decision {
        let decision = decide(item)
        if case .give(let name, _) = decision {
            loads[name, default: Workload()].add(cost: item.cost, at: now)
        }
        return decision
    }

    func decide(_ item: Item) -> Decision {
        guard !team.isEmpty else { return .hold(reason: "no staff are named in ombud.yaml", until: nil) }
        let (fitting, skills) = fitting(item)
        let free = fitting.filter { !isFull($0) }
        if let best = free.filter(isAtWork).min(by: { isBefore($0, $1, item) }) {
            return give(to: best, skills: skills.of(best.colleague, item))
        }
        let opening = free.compactMap(\.opening).min()
        if let due = item.due, opening.map({ due <= $0 }) ?? true {
            return hurry(item, due: due, fitting: free, lacks: skills)
        }
        guard !free.isEmpty else {
            let names = fitting.map { "\($0.colleague.name) \(load($0).open) of \($0.colleague.atMost ?? 0)" }
            return .hold(
                reason: "everybody who could take it has as many as they may: "
                    + names.joined(separator: ", "),
                until: nil)
        }
        guard let opening else {
            return .hold(reason: "nobody who could take it has working hours within a year", until: nil)
        }
        let first = free.first { $0.opening == opening }
        return .hold(
            reason: "it can wait until somebody who could take it is at work: "
                + (first.map { "\($0.colleague.name) from \($0.clock(opening, now))" } ?? ""),
            until: opening)
    }

    /// A case that is due before anybody who fits is at work: whoever is at work takes it, else the first to come.
    private func hurry(_ item: Item, due: Instant, fitting: [Member], lacks skills: Skills) -> Decision {
        let free = team.filter { !isFull($0) && !item.declined.contains($0.colleague.name) }
        if let best = free.filter(isAtWork).min(by: { isBefore($0, $1, item) }) {
            return give(
                to: best,
                skills: ["nobody who fits it better is at work before it is due, \(best.clock(due, now))"])
        }
        let coming = (fitting.isEmpty ? free : fitting).filter { $0.opening != nil }
        guard let opening = coming.compactMap(\.opening).min(),
            let first = coming.filter({ $0.opening == opening }).min(by: { isBefore($0, $1, item) })
        else {
            return .hold(reason: "nobody who could take it is at work or comes to work", until: nil)
        }
        return give(
            to: first,
            skills: skills.of(first.colleague, item) + [
                "it is due \(first.clock(due, now)), before anybody is at work: the first to be there"
            ])
    }

    // MARK: Who fits

    private struct Skills {
        /// What nobody of the team has.
        var missing: [String] = []

        /// What is said of the one who gets it.
        func of(_ colleague: Colleague, _ item: Item) -> [String] {
            var said: [String] = []
            if let language = item.language, colleague.languages.contains(language) {
                said.append("speaks \(language)")
            }
            if let topic = item.topic, colleague.topics.contains(topic) { said.append("knows \(topic)") }
            if item.isLegal, colleague.knowsLaw { said.append("knows the law") }
            return said + missing
        }
    }

    /// Each demand narrows the team as long as somebody is left; what nobody meets is said.
    private func fitting(_ item: Item) -> ([Member], Skills) {
        var skills = Skills()
        // Whoever gave it back comes last: the next without the skill is better than an endless return.
        let others = team.filter { !item.declined.contains($0.colleague.name) }
        var members = others.isEmpty ? team : others
        if others.isEmpty { skills.missing.append("everybody gave it back") }
        let nobody = others.isEmpty || others.count == team.count ? "nobody" : "nobody else"
        func narrow(_ missing: String, _ fits: (Colleague) -> Bool) {
            let left = members.filter { fits($0.colleague) }
            if left.isEmpty { skills.missing.append(missing) } else { members = left }
        }
        narrow("\(nobody) works for \(item.subject)") {
            $0.subjects.isEmpty || $0.subjects.contains(item.subject)
        }
        if item.isLegal { narrow("\(nobody) knows the law") { $0.knowsLaw } }
        if let language = item.language {
            narrow("\(nobody) speaks \(language)") { $0.languages.isEmpty || $0.languages.contains(language) }
        }
        if let topic = item.topic {
            narrow("\(nobody) knows \(topic)") { $0.topics.isEmpty || $0.topics.contains(topic) }
        }
        return (members, skills)
    }

    // MARK: How much they have

    private func load(_ member: Member) -> Workload { loads[member.colleague.name] ?? Workload() }

    private func isFull(_ member: Member) -> Bool {
        member.colleague.atMost.map { load(member).open >= $0 } ?? false
    }

    private func isAtWork(_ member: Member) -> Bool { member.isThere }

    /// Who would have less with this case, by their share; then who got fewer within the week, then who has
    /// waited longest, then who is named first.
    private func isBefore(_ a: Member, _ b: Member, _ item: Item) -> Bool {
        func key(_ member: Member) -> (Double, Double, Int64, Int) {
            let (load, weight) = (load(member), member.colleague.weight)
            return (
                (load.cost + item.cost) / weight, Double(load.recent + 1) / weight,
                load.last?.milliseconds ?? .min, member.place
            )
        }
        return key(a) < key(b)
    }

    /// `anna: 3 open of load 4.5, weight 1, at work until 17:00, speaks pl`.
    private func give(to member: Member, skills: [String]) -> Decision {
        let (load, colleague) = (load(member), member.colleague)
        let hours: String =
            switch member.shift {
            case .atWork(let end): "at work until \(member.clock(end, now))"
            case .away(let start?): "at work from \(member.clock(start, now))"
            case .away(nil): "without working hours"
            }
        let parts = [
            "\(load.open) open of load \(load.cost.short)", "weight \(colleague.weight.short)", hours,
        ]
        return .give(
            to: colleague.name, reason: "\(colleague.name): " + (parts + skills).joined(separator: ", "))
    }
}

extension HandOut.Member {
    fileprivate var isThere: Bool { if case .atWork = shift { true } else { false } }

    /// When their next working time begins; nil at work, and where none comes.
    fileprivate var opening: Instant? { if case .away(let start) = shift { start } else { nil } }

    /// `17:00` today, else `Mon 2 Mar 09:00`, as their clock shows it.
    fileprivate func clock(_ instant: Instant, _ now: Instant) -> String {
        let local = zone.local(instant)
        return local.date == zone.local(now).date
            ? local.clockText : "\(local.date.text(withYear: false)) \(local.clockText)"
    }
}

extension Double {
    /// `4.5`, `1`, `0.25`.
    fileprivate var short: String {
        let hundredths = Int((self * 100).rounded())
        guard hundredths % 100 != 0 else { return "\(hundredths / 100)" }
        let part = abs(hundredths % 100)
        let digits = part % 10 == 0 ? "\(part / 10)" : (part < 10 ? "0" : "") + "\(part)"
        return "\(hundredths / 100).\(digits)"
    }
}
