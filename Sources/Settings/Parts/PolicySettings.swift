/// How a policy is written: which clocks a case gets, on which calendar.
import Complaints

extension Section {
    /// `calendars` holds nil for one whose file is faulty. nil, with faults, when no clock is left.
    /// So does `statutes`, by the names of their packs.
    func policy(
        named fallback: String, calendars: [String: WorkingCalendar?], statutes: [String: ClockRule?]
    ) -> Policy? {
        let name = plainName("name") ?? fallback
        var openWithin: Duration?
        if let node = node("open"), let open = Section(node, .open, in: document) {
            openWithin = open.duration("within", such: "7d")
        }
        let calendar = calendarOfPolicy(named: name, calendars: calendars)
        if !has("statutes") { demand("clocks", "a list of at least one clock is wanted") }
        let seenWithin = duration("seen-within", such: "3d", atLeast: .seconds(1))
        var closeAfter: Duration?
        if let node = node("close"), let close = Section(node, .close, in: document) {
            close.demand("after", "how long the customer has to be silent, such as 14d, is wanted")
            closeAfter = close.duration("after", such: "14d", atLeast: .seconds(1))
        }
        let nextStep: Policy.NextStepRule? = choice("next-step")
        var clocks: [ClockRule] = []
        var places: [String: Place] = [:]
        for node in list("clocks", of: "clocks") ?? [] {
            guard let map = Section(node, .clock, in: document), let clock = map.clock(on: calendar) else {
                continue
            }
            if let first = places[clock.name] {
                map.fault(
                    "name",
                    "the clock `\(clock.name)` is given twice, first on line \(first.line); rename one")
            }
            places[clock.name] = places[clock.name] ?? map.place(of: "name")
            clocks.append(clock)
        }
        for (clock, place) in taken(statutes, on: calendar) {
            if let first = places[clock.name] {
                document.fault(
                    place,
                    "the clock `\(clock.name)` is given twice, first on line \(first.line); give this one a "
                        + "`name` of its own")
            }
            places[clock.name] = places[clock.name] ?? place
            clocks.append(clock)
        }
        if let node = node("clocks"), isEmptyList(node) {
            fault("clocks", "`clocks` is empty; at least one clock is wanted")
        }
        let risk = promiseRisk(on: calendar)
        guard !clocks.isEmpty else { return nil }
        // Where a clock is faulty, nothing is said about the rungs that name it.
        let ladder = ladder(of: clocks, on: calendar, areAll: clocks.count == places.count)
        return Policy(
            name: name, openWithin: openWithin ?? .seconds(7 * 86_400), seenWithin: seenWithin,
            calendar: calendar ?? .roundTheClock, clocks: clocks, nextStep: nextStep, closeAfter: closeAfter,
            ladder: ladder, promiseRisk: risk ?? .usual)
    }

    private func isEmptyList(_ node: Node) -> Bool {
        switch node.value {
        case .null: true
        case .list(let nodes): nodes.isEmpty
        default: false
        }
    }

    /// Round the clock when none is named; nil, with a fault, when the one named is not there.
    private func calendarOfPolicy(
        named policy: String, calendars: [String: WorkingCalendar?]
    )
        -> WorkingCalendar?
    {
        guard let node = node("calendar") else { return .roundTheClock }
        if case .map = node.value { return Section(node, .calendar, in: document)?.calendar(named: policy) }
        guard let name = scalar("calendar", wanted: "the name of a calendar, or a map") else { return nil }
        if let calendar = calendars[name] { return calendar }
        let known = calendars.keys.sorted()
        fault(
            "calendar",
            "there is no calendar `\(name)` in calendars/"
                + (known.isEmpty
                    ? "; write one, or leave `calendar` out to count round the clock"
                    : "; known are \(quoted(known))")
                + didYouMean(name, among: known))
        return nil
    }

    /// `calendar` is nil when it is faulty; then nothing is said about it again.
    private func clock(on calendar: WorkingCalendar?) -> ClockRule? {
        demand("name", "a name such as answer is wanted")
        demand("within", "a limit such as 8wh, 2wd, 14d or 48h is wanted")
        let stops = alternatives(ClockRule.Stop.allCases.map(\.rawValue))
        demand("until", "no event can stop this clock; \(stops) is wanted")
        let name = plainName("name")
        let within = limit("within")
        let from: ClockRule.Anchor? = choice("from")
        let pause: ClockRule.Pause? = choice("pause")
        let roll: ClockRule.Roll? = choice("roll")
        let until: ClockRule.Stop? = choice("until")
        let law = scalar("law", wanted: "the law or contract that it comes from")
        let warnings = warnings()
        if let within, let calendar, within.needsHours, !calendar.hasHours {
            fault(
                "within",
                "working time is counted here, but the calendar `\(calendar.name)` has no working "
                    + "hours; give it "
                    + "`hours`, or count in d or h")
        }
        let longest = within.flatMap { wholeLimit("extension", longerThan: $0) }
        let reactions = ClockRule.Reactions(
            edit: choice("on-edit") ?? .keep, followUp: choice("on-follow-up") ?? .keep,
            ratingRaised: choice("on-rating-raised") ?? .keep,
            ratingLowered: choice("on-rating-lowered") ?? .keep)
        guard let name, let within, let until else { return nil }
        return ClockRule(
            name: name, within: within, from: from ?? .seen, pause: pause ?? .never, roll: roll ?? .none,
            until: until, warnings: warnings, law: law, longest: longest, reactions: reactions)
    }

    /// The whole limit of an extension, in the unit of the first.
    func wholeLimit(_ key: String, longerThan first: TimeLimit) -> TimeLimit? {
        guard let longest = limit(key) else { return nil }
        guard longest.isLonger(than: first) else {
            fault(
                key,
                "`\(key)` is \(longest.setting), the whole limit when it is extended; more than "
                    + "\(first.setting) is wanted, in the same unit")
            return nil
        }
        return longest
    }

    func limit(_ key: String) -> TimeLimit? {
        let wanted = "a limit such as 8wh, 2wd, 14d or 48h"
        guard let text = scalar(key, wanted: wanted) else { return nil }
        guard let limit = TimeLimit(text) else {
            fault(key, "`\(key)` is `\(text)`; \(wanted) is wanted (wh, wm, wd, d, h, m, s)")
            return nil
        }
        guard !limit.isNothing else {
            fault(key, "`\(key)` is \(text); a clock needs some time to run, such as 8wh")
            return nil
        }
        return limit
    }

    func warnings(_ key: String = "warn") -> [ClockRule.Warning] {
        (texts(key, of: "shares and limits such as \"50%\" and \"1wh\"") ?? []).compactMap { text, place in
            if text.hasSuffix("%") {
                if let percent = Double(text.dropLast()), percent > 0, percent < 100 {
                    return .share(percent / 100)
                }
                document.fault(
                    place, "`\(text)` is no share of the time; more than 0% and less than 100% is wanted")
                return nil
            }
            if let limit = TimeLimit(text), !limit.isNothing { return .before(limit) }
            document.fault(
                place,
                "`\(text)` is no time to warn at; a share such as \"50%\" or a limit such as 1wh is wanted")
            return nil
        }
    }
}
