/// How `staff` is written: who gets cases, when they work, and what they know.
import Complaints

extension Section {
    /// - Parameter calendars: nil stands for one whose file is faulty.
    func team(calendars: [String: WorkingCalendar?]) -> Team {
        guard let node = node("staff"), !node.isNull, let map = Section(node, .staff, in: document) else {
            return .none
        }
        var people: [Colleague] = []
        var places: [String: Place] = [:]
        for node in map.list("people", of: "people, each with a `name`") ?? [] {
            guard let section = Section(node, .colleague, in: document),
                let colleague = section.colleague(calendars: calendars)
            else { continue }
            if let first = places[colleague.name] {
                section.fault(
                    "name",
                    "`\(colleague.name)` is named twice, first on line \(first.line); one of them is enough")
            }
            places[colleague.name] = places[colleague.name] ?? section.place(of: "name")
            people.append(colleague)
        }
        let mode: Team.Mode = map.choice("hand-out") ?? .byHand
        if mode == .automatic, people.isEmpty {
            map.fault("hand-out", "`hand-out` is automatic, but nobody is named; write them under `people`")
        }
        return Team(handOut: mode, people: people)
    }

    private func colleague(calendars: [String: WorkingCalendar?]) -> Colleague? {
        demand("name", "the name that they work under (`--as`, $OMBUD_USER or the login) is wanted")
        let name = scalar("name", wanted: "a name")
        let calendar = calendarOfColleague(named: name ?? "staff", calendars: calendars)
        let weight = shareOfWork()
        let most = count("at-most", in: 1...10_000)
        let languages = texts("languages", of: "language codes such as pl")?.compactMap { language($0) } ?? []
        let topics = texts("topics", of: "topics such as delivery")?.compactMap { topic($0) } ?? []
        let subjects = texts("subjects", of: "subjects of watchlists")?.map(\.text) ?? []
        let knowsLaw = fact("law") ?? false
        let absent = absences()
        guard let name else { return nil }
        if name.allSatisfy(\.isWhitespace) {
            fault("name", "`name` is empty; the name that they work under is wanted")
            return nil
        }
        return Colleague(
            name, calendar: calendar, weight: weight, atMost: most, languages: Set(languages),
            topics: Set(topics), subjects: Set(subjects), knowsLaw: knowsLaw, absent: absent)
    }

    /// Round the clock where none is named, or, with a fault, where it is faulty.
    private func calendarOfColleague(
        named name: String, calendars: [String: WorkingCalendar?]
    ) -> WorkingCalendar {
        guard let node = node("calendar") else { return .roundTheClock }
        let found: WorkingCalendar?
        if case .map = node.value {
            found = Section(node, .calendar, in: document)?.calendar(named: name)
        } else {
            guard let text = scalar("calendar", wanted: "the name of a calendar, or a map") else {
                return .roundTheClock
            }
            guard let known = calendars[text] else {
                let names = calendars.keys.sorted()
                fault(
                    "calendar",
                    "there is no calendar `\(text)` in calendars/; "
                        + (names.isEmpty ? "write one" : "known are \(quoted(names))")
                        + didYouMean(text, among: names))
                return .roundTheClock
            }
            found = known
        }
        if let found, !found.hasHours {
            fault(
                "calendar",
                "the calendar `\(found.name)` has no hours, so they would never get a case; give it `hours`")
        }
        return found ?? .roundTheClock
    }

    private func shareOfWork() -> Double {
        let wanted = "a number above 0 and up to 10, such as 0.5 for half the work"
        guard let text = scalar("weight", wanted: wanted) else { return 1 }
        guard let weight = Double(text), weight > 0, weight <= 10 else {
            fault("weight", "`weight` is `\(text)`; \(wanted), is wanted")
            return 1
        }
        return weight
    }

    private func language(_ stated: (text: String, place: Place)) -> String? {
        let code = stated.text.lowercased()
        if (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            return code
        }
        document.fault(stated.place, "`\(stated.text)` is no language code; one such as pl is wanted")
        return nil
    }

    private func topic(_ stated: (text: String, place: Place)) -> String? {
        if Topic(rawValue: stated.text) != nil { return stated.text }
        let known = Topic.allCases.map(\.rawValue)
        document.fault(
            stated.place,
            "there is no topic `\(stated.text)`; known are \(quoted(known))"
                + didYouMean(stated.text, among: known))
        return nil
    }

    /// `2026-12-24` and `2026-12-24..2027-01-02`, both ends included.
    private func absences() -> [ClosedRange<CivilDate>] {
        (texts("absent", of: "days such as 2026-12-24 or 2026-12-24..2027-01-02") ?? []).compactMap {
            stated in
            let ends = stated.text.components(around: "..").map { CivilDate($0.trimmed) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last
            else {
                document.fault(
                    stated.place,
                    "`\(stated.text)` is no absence; a day such as 2026-12-24, or the first and the last such as "
                        + "2026-12-24..2027-01-02, is wanted")
                return nil
            }
            return first...last
        }
    }
}

extension String {
    fileprivate func components(around separator: String) -> [String] {
        guard let range = firstRange(of: separator) else { return [self] }
        return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
    }
}
