import TestSupport
import Testing

@testable import Complaints

/// Who gets a case, and why.
@Suite struct HandOutTests {
    /// Weekdays from nine to five in Warsaw.
    private static let office = WorkingCalendar(
        name: "office", zone: "Europe/Warsaw",
        hours: Dictionary(
            uniqueKeysWithValues: (1...5).map { ($0, [WorkingCalendar.Span(start: 540, end: 1020)]) }))

    /// Monday 10:00 in Warsaw.
    private static let now = instant("2026-03-02T09:00:00Z")

    private func item(
        _ number: Int64 = 1, language: String? = nil, topic: String? = nil, isLegal: Bool = false,
        due: Instant? = nil, cost: Double = 1, declined: Set<String> = []
    ) -> HandOut.Item {
        HandOut.Item(
            id: CaseID(number), subject: "Acme", topic: topic, language: language, isLegal: isLegal, due: due,
            cost: cost, declined: declined)
    }

    private func decide(
        _ people: [Colleague], _ item: HandOut.Item, loads: [String: Workload] = [:], at now: Instant = now
    ) -> HandOut.Decision {
        HandOut(Team(people: people), loads: loads, now: now).decide(item)
    }

    private func receiver(_ decision: HandOut.Decision) -> String? {
        if case .give(let name, _) = decision { name } else { nil }
    }

    @Test func `the reason names the load, the share, the hours and the skill`() {
        let anna = Colleague("anna", calendar: Self.office, languages: ["pl"])
        let decision = decide(
            [anna, Colleague("jan", calendar: Self.office, languages: ["ru"])], item(language: "pl"),
            loads: ["anna": Workload(open: 3, cost: 4.5)])
        #expect(
            decision
                == .give(
                    to: "anna",
                    reason: "anna: 3 open of load 4.5, weight 1, at work until 17:00, speaks pl"))
    }

    @Test func `whoever has the least for their share gets it`() {
        let people = [Colleague("anna"), Colleague("half", weight: 0.5)]
        #expect(receiver(decide(people, item())) == "anna")
        let busy = ["anna": Workload(open: 3, cost: 3)]
        #expect(receiver(decide(people, item(), loads: busy)) == "half")
    }

    @Test func `among equals it goes to who got fewer lately, then to who has waited longest`() {
        let people = [Colleague("anna"), Colleague("jan")]
        let lately = [
            "anna": Workload(recent: 2, last: Self.now), "jan": Workload(recent: 1, last: Self.now),
        ]
        #expect(receiver(decide(people, item(), loads: lately)) == "jan")
        let waited = [
            "anna": Workload(recent: 1, last: Self.now),
            "jan": Workload(recent: 1, last: Self.now - .seconds(60)),
        ]
        #expect(receiver(decide(people, item(), loads: waited)) == "jan")
        #expect(receiver(decide(people, item())) == "anna")
    }

    @Test(
        arguments: [
            (false, "de", nil, "jan", "nobody speaks de"), (true, "pl", nil, "law", "knows the law"),
            (false, "ru", nil, "jan", "speaks ru"), (false, nil, "refund", "jan", "knows refund"),
        ] as [(Bool, String?, String?, String, String)])
    func `skill decides as long as somebody has it, and what nobody has is said`(
        isLegal: Bool, language: String?, topic: String?, expected: String, said: String
    ) {
        let people = [
            Colleague("jan", languages: ["ru", "pl"], topics: ["refund"]),
            Colleague("law", weight: 0.1, languages: ["pl"], topics: ["delivery"], knowsLaw: true),
        ]
        let decision = decide(people, item(language: language, topic: topic, isLegal: isLegal))
        #expect(receiver(decision) == expected)
        if case .give(_, let reason) = decision { #expect(reason.contains(said), "\(reason)") }
    }

    @Test func `what can wait is held until somebody who fits is at work`() {
        let night = instant("2026-03-02T20:00:00Z")
        let opening = instant("2026-03-03T08:00:00Z")
        let people = [Colleague("anna", calendar: Self.office)]
        let due = instant("2026-03-03T12:00:00Z")
        #expect(
            decide(people, item(due: due), at: night)
                == .hold(
                    reason:
                        "it can wait until somebody who could take it is at work: anna from Tue 3 Mar 09:00",
                    until: opening))
        #expect(receiver(decide(people, item(due: due), at: opening)) == "anna")
    }

    @Test func `what is due before anybody is at work goes to the first to be there, and says so`() {
        let night = instant("2026-03-02T20:00:00Z")
        var early = Self.office
        early.hours[2] = [WorkingCalendar.Span(start: 480, end: 960)]
        let decision = decide(
            [Colleague("anna", calendar: Self.office), Colleague("jan", calendar: early, weight: 0.2)],
            item(due: instant("2026-03-03T05:30:00Z")), at: night)
        #expect(
            decision
                == .give(
                    to: "jan",
                    reason:
                        "jan: 0 open of load 0, weight 0.2, at work from Tue 3 Mar 08:00, it is due Tue 3 Mar "
                        + "06:30, before anybody is at work: the first to be there"))
    }

    @Test func `what is due before those who fit are at work goes to somebody who is`() {
        let night = instant("2026-03-02T20:00:00Z")
        let people = [Colleague("anna", calendar: Self.office, languages: ["pl"]), Colleague("night")]
        let urgent = item(language: "pl", due: instant("2026-03-03T05:30:00Z"))
        #expect(receiver(decide(people, urgent, at: night)) == "night")
    }

    @Test func `the absent and the full get nothing, and who gave it back gets it last`() {
        let today = CivilDate(year: 2026, month: 3, day: 2)
        let away = Colleague("away", calendar: Self.office, absent: [today.map { $0...$0 }].compactMap { $0 })
        let full = Colleague("full", calendar: Self.office, atMost: 2)
        let loads = ["full": Workload(open: 2, cost: 0.5)]
        #expect(receiver(decide([away, full, Colleague("jan")], item(), loads: loads)) == "jan")
        #expect(
            decide([full], item(), loads: loads)
                == .hold(
                    reason: "everybody who could take it has as many as they may: full 2 of 2", until: nil))
        #expect(receiver(decide([Colleague("anna"), Colleague("jan")], item(declined: ["anna"]))) == "jan")
        #expect(receiver(decide([Colleague("anna")], item(declined: ["anna"]))) == "anna")
        #expect(receiver(decide([], item())) == nil)
    }

    @Test func `urgent cases and those near their deadline cost more, those that wait less`() {
        func cost(_ state: CaseState, _ urgency: Score.Urgency = .normal, _ hours: Int? = nil) -> Double {
            Workload.cost(
                state, urgency: urgency, due: hours.map { Self.now + .seconds($0 * 3600) }, now: Self.now)
        }
        #expect(cost(.open, .high) > cost(.open) && cost(.open, .normal, 2) > cost(.open, .normal, 48))
        #expect(cost(.waiting) < cost(.open) && cost(.answered) < cost(.waiting))
        #expect(cost(.resolved, .high, -5) == 0)
    }
}
