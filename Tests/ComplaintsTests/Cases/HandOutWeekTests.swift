import TestSupport
import Testing

@testable import Complaints

/// Weeks of made-up cases: the hand-out is fair, keeps to working hours, and loses none.
@Suite struct HandOutWeekTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static func office(_ start: Int, _ end: Int) -> WorkingCalendar {
        WorkingCalendar(
            name: "\(start)", zone: "Europe/Warsaw",
            hours: Dictionary(
                uniqueKeysWithValues: (1...5).map { ($0, [WorkingCalendar.Span(start: start, end: end)]) }))
    }

    @Test(arguments: 1...20)
    func `over a week no desk carries more than one costly case above another's share`(seed: Int) {
        var dice = Dice(state: UInt64(seed))
        let people = (0..<Int.random(in: 2...6, using: &dice)).map {
            Colleague(
                "p\($0)", calendar: Self.office(540, 1020),
                weight: [0.5, 1, 1, 2].randomElement(using: &dice) ?? 1)
        }
        var loads: [String: Workload] = [:]
        let start = instant("2026-03-02T08:30:00Z")
        for number in 0..<200 {
            // Only in hours: each is handed out at once.
            let now = start + .seconds(number % 5 * 86_400 + number * 60)
            var round = HandOut(Team(people: people), loads: loads, now: now)
            let cost = [1, 2, 3].randomElement(using: &dice) ?? 1
            let decision = round.give(
                HandOut.Item(id: CaseID(Int64(number + 1)), subject: "Acme", cost: Double(cost)))
            guard case .give = decision else {
                Issue.record("\(number) was held: \(decision)")
                return
            }
            loads = round.loads
            let shares = people.map { (loads[$0.name]?.cost ?? 0) / $0.weight }
            let least = people.map(\.weight).min() ?? 1
            #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 3 / least)
        }
        #expect(loads.values.map(\.open).reduce(0, +) == 200)
    }

    @Test(arguments: 1...20)
    func `nobody gets a case outside hours that could wait, and none is due before it is somebody's`(
        seed: Int
    ) {
        var dice = Dice(state: UInt64(seed) &* 7919)
        let people = [(420, 900), (540, 1020), (660, 1140)].enumerated().map {
            Colleague(
                "p\($0.offset)", calendar: Self.office($0.element.0, $0.element.1),
                languages: $0.offset == 0 ? ["pl"] : [])
        }
        let start = instant("2026-03-02T00:00:00Z")
        var waiting: [HandOut.Item] = []
        var loads: [String: Workload] = [:]
        var given = 0
        for minute in stride(from: 0, to: 8 * 1440, by: 15) {
            let now = start + .seconds(minute * 60)
            if minute < 7 * 1440, Int.random(in: 0..<3, using: &dice) == 0 {
                let hours = Int.random(in: 1...72, using: &dice)
                waiting.append(
                    HandOut.Item(
                        id: CaseID(Int64(minute + 1)), subject: "Acme",
                        language: ["pl", "de", nil].randomElement(using: &dice) ?? nil,
                        due: now + .seconds(hours * 3600), cost: 1))
            }
            var round = HandOut(Team(people: people), loads: loads, now: now)
            var left: [HandOut.Item] = []
            for item in waiting.sorted(by: HandOut.order) {
                switch round.give(item) {
                case .hold(_, let until):
                    left.append(item)
                    #expect(until.map { opening in item.due.map { $0 > opening } ?? true } ?? false)
                case .give(let name, let reason):
                    given += 1
                    #expect(item.due.map { $0 > now } ?? true, "\(item) was due before it was handed out")
                    guard let colleague = people.first(where: { $0.name == name }),
                        let work = WorkingTime(colleague.calendar)
                    else { continue }
                    if case .away(let opening?) = colleague.shift(at: now, work) {
                        #expect(
                            item.due.map { $0 <= opening } ?? false, "\(item) could have waited: \(reason)")
                        #expect(reason.contains("before anybody is at work"))
                    }
                }
            }
            waiting = left
            loads = round.loads
        }
        #expect(waiting.isEmpty && given > 100)
    }
}
