import TestSupport
import Testing

@testable import Complaints

/// A case that somebody gave back.
@Suite struct HandOutReturnTests {
    private func decide(_ people: [Colleague], _ declined: Set<String>) -> (owner: String?, reason: String) {
        let item = HandOut.Item(id: CaseID(1), subject: "Acme", isLegal: true, declined: declined)
        let round = HandOut(Team(people: people), loads: [:], now: instant("2026-03-02T09:00:00Z"))
        return switch round.decide(item) {
        case .give(let name, let reason): (name, reason)
        case .hold(let reason, _): (nil, reason)
        }
    }

    @Test func `the only one with the skill gets it back last, and nobody says that everybody gave it back`()
    {
        let people = [Colleague("eva", knowsLaw: true), Colleague("jan")]
        #expect(decide(people, []).owner == "eva")
        let second = decide(people, ["eva"])
        #expect(second.owner == "jan")
        #expect(second.reason.contains("nobody else knows the law"))
        #expect(!second.reason.contains("everybody"))
        let third = decide(people, ["eva", "jan"])
        #expect(third.owner == "eva" && third.reason.contains("everybody gave it back"))
    }

    @Test func `where another is there but full it waits with the reason`() {
        let found = decide([Colleague("eva", knowsLaw: true), Colleague("jan", atMost: 0)], ["eva"])
        #expect(found.owner == nil)
        #expect(found.reason.contains("jan 0 of 0"))
    }
}
