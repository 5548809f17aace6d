/// How a statute pack is written, and how a policy takes one in.
import Complaints

extension Section {
    /// The clock that a pack gives a policy; nil, with faults, when something that a proof needs is missing.
    func statute(named name: String) -> ClockRule? {
        demand("jurisdiction", "a country such as PL, or EU, is wanted")
        demand("law", "the name of the act is wanted")
        demand("article", "the article is wanted")
        demand("counts", "sending or receiving is wanted: what has to happen within the limit")
        demand("source", "the address of the text is wanted")
        demand("checked", "the date is wanted on which the pack was held against the text")
        demand("clock", "a map with `name`, `from` and `until` is wanted")
        demand("versions", "a list of at least one limit is wanted")
        let jurisdiction = scalar("jurisdiction", wanted: "a country such as PL, or EU")
        let law = scalar("law", wanted: "the name of the act")
        let article = scalar("article", wanted: "the article")
        let counts: Statute.Counts? = choice("counts")
        let silence = scalar("silence", wanted: "what the law makes of silence")
        let source = scalar("source", wanted: "an https address")
        if let source, !source.hasPrefix("https://"), !source.hasPrefix("http://") {
            fault("source", "`source` is `\(source)`; the address of the text is wanted, such as https://...")
        }
        let checked = date("checked")
        let versions = statuteVersions()
        let clock = node("clock").flatMap { Section($0, .statuteClock, in: document) }
        clock?.demand("name", "a name such as statutory-answer is wanted")
        clock?.demand("from", "posted, seen or opened is wanted")
        clock?.demand("until", "assign, reply, update or resolve is wanted")
        let clockName = clock?.plainName("name")
        let from: ClockRule.Anchor? = clock?.choice("from")
        let until: ClockRule.Stop? = clock?.choice("until")
        let roll: ClockRule.Roll? = clock?.choice("roll")
        let pause: ClockRule.Pause? = clock?.choice("pause")
        guard let jurisdiction, let law, let article, let counts, let source, let checked,
            let newest = versions.last, let clockName, let from, let until
        else { return nil }
        let statute = Statute(
            name: name, jurisdiction: jurisdiction, law: law, article: article, counts: counts,
            silence: silence, source: source, checked: checked, versions: versions)
        return ClockRule(
            name: clockName, within: newest.within, from: from, pause: pause ?? .never, roll: roll ?? .none,
            until: until, longest: newest.longest, statute: statute)
    }

    /// In order of time and apart.
    private func statuteVersions() -> [Statute.Version] {
        var found: [Statute.Version] = []
        for node in list("versions", of: "limits with the days on which they hold") ?? [] {
            guard let map = Section(node, .statuteVersion, in: document) else { continue }
            map.demand("within", "a limit such as 14d is wanted")
            let from = map.date("from")
            let until = map.date("until")
            guard let within = map.limit("within") else { continue }
            if let from, let until, until < from {
                map.fault("until", "`until` is \(until), before `from`; the last day of the text is wanted")
            }
            if let last = found.last {
                let isAfter = from.flatMap { from in last.until.map { $0 < from } } ?? false
                if !isAfter {
                    map.fault(
                        "from",
                        "two versions hold at once; end the one before with `until`, and begin this one after it"
                    )
                }
            }
            found.append(
                Statute.Version(
                    from: from, until: until, within: within,
                    longest: map.wholeLimit("extension", longerThan: within)))
        }
        if let node = node("versions"), found.isEmpty, case .list(let nodes) = node.value, nodes.isEmpty {
            fault("versions", "`versions` is empty; at least one limit is wanted")
        }
        return found
    }

    func date(_ key: String) -> CivilDate? {
        guard let text = scalar(key, wanted: "a date such as 2026-12-24") else { return nil }
        if let date = CivilDate(text) { return date }
        fault(key, "`\(key)` is `\(text)`; a date such as 2026-12-24 is wanted")
        return nil
    }

    /// The clocks of the packs that a policy names, each with its place; `statutes` holds nil for a faulty pack.
    func taken(
        _ statutes: [String: ClockRule?], on calendar: WorkingCalendar?
    ) -> [(clock: ClockRule, place: Place)] {
        var found: [(clock: ClockRule, place: Place)] = []
        for node in list("statutes", of: "names of packs, or maps with `use`") ?? [] {
            guard let (clock, place) = taken(node, statutes) else { continue }
            if let calendar, !calendar.hasHours,
                clock.statute?.versions.contains(where: { $0.within.needsHours }) ?? false
            {
                document.fault(
                    place,
                    "this law counts working days, but the calendar `\(calendar.name)` has no working hours; "
                        + "give it `hours`")
            }
            found.append((clock, place))
        }
        return found
    }

    private func taken(_ node: Node, _ statutes: [String: ClockRule?]) -> (clock: ClockRule, place: Place)? {
        guard case .map = node.value else {
            let name = scalar(
                of: node, called: "a statute", at: node.place, wanted: "the name of a pack")
            return name.flatMap { pack($0, at: node.place, statutes) }.map { ($0, node.place) }
        }
        guard let map = Section(node, .statuteUse, in: document) else { return nil }
        map.demand("use", "the name of a pack in policies/statutes/ is wanted")
        let name = map.plainName("name")
        let from: ClockRule.Anchor? = map.choice("from")
        let until: ClockRule.Stop? = map.choice("until")
        let roll: ClockRule.Roll? = map.choice("roll")
        let pause: ClockRule.Pause? = map.choice("pause")
        let warnings = map.warnings()
        guard let use = map.scalar("use", wanted: "the name of a pack"),
            var clock = pack(use, at: map.place(of: "use"), statutes)
        else { return nil }
        clock.name = name ?? clock.name
        clock.from = from ?? clock.from
        clock.until = until ?? clock.until
        clock.roll = roll ?? clock.roll
        clock.pause = pause ?? clock.pause
        clock.warnings = warnings
        return (clock, map.place)
    }

    private func pack(_ name: String, at place: Place, _ statutes: [String: ClockRule?]) -> ClockRule? {
        if let known = statutes[name] { return known }
        let names = statutes.keys.sorted()
        document.fault(
            place,
            "there is no statute `\(name)` in policies/statutes/"
                + (names.isEmpty ? "" : "; known are \(quoted(names))") + didYouMean(name, among: names))
        return nil
    }
}
