import Foundation

/// A policy as people and programs write it inline, in JSON (`ombud try deadline`), checked into a `Policy`.
public struct PolicyInput: Decodable, Sendable {
    var name: String?
    var calendar: CalendarChoice?
    var clocks: [Clock]
    var statutes: [StatuteInput]
    var open: Open?
    var seenWithin: String?

    /// Written out, or the name of a file of calendars.
    enum CalendarChoice: Sendable {
        case named(String)
        case inline(CalendarInput)
    }

    struct Clock: Sendable {
        var name: String
        var within: String
        var from, pause, roll, until, law, longest: String?
        var onEdit, onFollowUp, onRatingRaised, onRatingLowered: String?
        var warn: [String]
    }

    struct Open: Sendable { var within: String? }

    /// Whether a calendar or a statute pack is named that stands in a file.
    public var namesNeighbours: Bool {
        if case .named = calendar { return true }
        return !statutes.isEmpty
    }

    /// Reads JSON; the error names the place and what is wanted there.
    public static func read(_ json: Data) throws(PolicyInputError) -> PolicyInput {
        do {
            return try JSONDecoder().decode(PolicyInput.self, from: json)
        } catch {
            throw PolicyInputError(error)
        }
    }

    /// The checked policy. `named` finds a calendar that is given by its name, `statute` the clock of a pack;
    /// rules for holidays are laid out over `years`.
    public func policy(
        years: ClosedRange<Int> = 2005...2050, named: (String) -> WorkingCalendar? = { _ in nil },
        statute: (String) -> ClockRule? = { _ in nil }
    ) throws(PolicyInputError) -> Policy {
        let calendar = try workingCalendar(years: years, named: named)
        guard !clocks.isEmpty || !statutes.isEmpty else {
            throw PolicyInputError("clocks", "there are none; at least one is wanted")
        }
        var rules: [ClockRule] = []
        for (index, clock) in clocks.enumerated() {
            let place = "clocks[\(index)]"
            if rules.contains(where: { $0.name == clock.name }) {
                throw PolicyInputError("\(place).name", "there are two clocks named \(quoted(clock.name))")
            }
            rules.append(try clock.rule(at: place, on: calendar))
        }
        for (index, pack) in statutes.enumerated() {
            let place = "statutes[\(index)]"
            let rule = try pack.rule(at: place, on: calendar, known: statute)
            if rules.contains(where: { $0.name == rule.name }) {
                throw PolicyInputError(
                    "\(place).name", "there are two clocks named \(quoted(rule.name)); give this one a name")
            }
            rules.append(rule)
        }
        let openWithin = try openWithin()
        return Policy(
            name: name ?? "inline", openWithin: openWithin, seenWithin: try seenLimit(), calendar: calendar,
            clocks: rules)
    }

    private func workingCalendar(
        years: ClosedRange<Int>, named: (String) -> WorkingCalendar?
    ) throws(PolicyInputError) -> WorkingCalendar {
        switch calendar {
        case nil: return .roundTheClock
        case .inline(let input): return try input.calendar(years: years)
        case .named(let name):
            guard let found = named(name) else {
                throw PolicyInputError("calendar", "no calendar is named \(quoted(name))")
            }
            return found
        }
    }

    private func seenLimit() throws(PolicyInputError) -> Duration? {
        guard let text = seenWithin else { return nil }
        guard let length = Duration(setting: text), length > .zero else {
            throw PolicyInputError("seen-within", "\(quoted(text)) is not a duration like 3d or 12h")
        }
        return length
    }

    private func openWithin() throws(PolicyInputError) -> Duration {
        guard let text = open?.within else { return .seconds(7 * 86_400) }
        guard let length = Duration(setting: text) else {
            throw PolicyInputError("open.within", "\(quoted(text)) is not a length of time like 7d or 12h")
        }
        return length
    }
}

extension PolicyInput.Clock {
    func rule(at place: String, on calendar: WorkingCalendar) throws(PolicyInputError) -> ClockRule {
        guard let limit = TimeLimit(within) else {
            throw PolicyInputError(
                "\(place).within", "\(quoted(within)) is not a limit like 8wh, 2wd, 14d, 48h or 30m")
        }
        guard !limit.isNothing else {
            throw PolicyInputError(
                "\(place).within", "\(quoted(within)) is no time; a clock needs some to run, such as 8wh")
        }
        try Self.demandHours(limit, written: within, at: "\(place).within", on: calendar)
        var longer: TimeLimit?
        if let longest {
            guard let whole = TimeLimit(longest), whole.isLonger(than: limit) else {
                throw PolicyInputError(
                    "\(place).extension",
                    "\(quoted(longest)) is not a limit longer than \(quoted(within)), in the same unit")
            }
            longer = whole
        }
        return ClockRule(
            name: name, within: limit, from: try Self.choice(from, at: "\(place).from") ?? .seen,
            pause: try Self.choice(pause, at: "\(place).pause") ?? .never,
            roll: try Self.choice(roll, at: "\(place).roll") ?? .none, until: try stop(at: place),
            warnings: try Self.warnings(warn, at: place), law: law, longest: longer,
            reactions: ClockRule.Reactions(
                edit: try Self.choice(onEdit, at: "\(place).on-edit") ?? .keep,
                followUp: try Self.choice(onFollowUp, at: "\(place).on-follow-up") ?? .keep,
                ratingRaised: try Self.choice(onRatingRaised, at: "\(place).on-rating-raised") ?? .keep,
                ratingLowered: try Self.choice(onRatingLowered, at: "\(place).on-rating-lowered") ?? .keep))
    }

    private static func demandHours(
        _ limit: TimeLimit, written text: String, at place: String, on calendar: WorkingCalendar
    ) throws(PolicyInputError) {
        guard limit.needsHours, !calendar.hasHours else { return }
        throw PolicyInputError(
            place, "\(quoted(text)) counts working time, but the calendar has no working hours")
    }

    private func stop(at place: String) throws(PolicyInputError) -> ClockRule.Stop {
        if let said: ClockRule.Stop = try Self.choice(until, at: "\(place).until") { return said }
        throw PolicyInputError(
            "\(place).until",
            "missing: no event can stop the clock \(quoted(name)); one of assign, reply, update, resolve is "
                + "wanted")
    }

    static func warnings(
        _ texts: [String], at place: String
    ) throws(PolicyInputError) -> [ClockRule.Warning] {
        var found: [ClockRule.Warning] = []
        for text in texts {
            guard let warning = ClockRule.Warning(text), !warning.isNothing else {
                throw PolicyInputError(
                    "\(place).warn", "\(quoted(text)) is neither a share like 75% nor a limit like 2wh")
            }
            found.append(warning)
        }
        return found
    }

    static func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String?, at place: String
    ) throws(PolicyInputError) -> Choice? where Choice.RawValue == String {
        guard let text else { return nil }
        if let found = Choice(rawValue: text) { return found }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw PolicyInputError(place, "\(quoted(text)) is not one of \(known)")
    }
}

extension ClockRule.Warning {
    /// At the very end, where it is too late to warn, or before the clock runs.
    fileprivate var isNothing: Bool {
        switch self {
        case .share(let share): share >= 1
        case .before(let limit): limit.isNothing
        }
    }

    /// Reads `75%` (of the time is used up) and `2wh`, `1d`, `30m` (before it is due).
    public init?(_ text: some StringProtocol) {
        guard text.hasSuffix("%") else {
            guard let limit = TimeLimit(text) else { return nil }
            self = .before(limit)
            return
        }
        guard let percent = Double(text.dropLast()), percent > 0, percent <= 100 else { return nil }
        self = .share(percent / 100)
    }
}

func quoted(_ text: String) -> String { text.debugDescription }
