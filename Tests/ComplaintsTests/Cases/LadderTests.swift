import Complaints
import Foundation
import TestSupport
import Testing

/// When the rungs of a ladder fall.
struct LadderTests {
    private let opened = ManualTime.monday

    private func policy(_ rungs: [Rung.Moment], pause: ClockRule.Pause = .never) -> Policy {
        Policy(
            name: "p",
            clocks: [
                ClockRule(
                    name: "answer", within: .elapsed(.seconds(10 * 3600)), from: .opened, pause: pause,
                    until: .reply)
            ],
            ladder: rungs.map { Rung(who: "head", clock: "answer", when: $0, what: "look") })
    }

    /// Hours after the opening.
    private func hours(
        _ rungs: [Rung.Moment], _ entries: [(Double, CaseHistory.What)] = [], now: Double = 100,
        pause: ClockRule.Pause = .never
    ) -> [Double] {
        func at(_ hours: Double) -> Instant { opened + .milliseconds(Int64(hours * 3_600_000)) }
        let history = CaseHistory(
            opened: opened, entries: entries.map { .init(at: at($0.0), what: $0.1) })
        return ladderSteps(policy(rungs, pause: pause), history: history, now: at(now))
            .map { Double(($0.at - opened).inMilliseconds) / 3_600_000 }
    }

    private static let all: [Rung.Moment] = [
        .share(0.5), .before(.elapsed(.seconds(3600))), .due, .after(.elapsed(.seconds(2 * 3600))),
    ]

    @Test func `rungs fall before, at and after the due time`() {
        #expect(hours(Self.all) == [5, 9, 10, 12])
    }

    @Test func `a rung that would fall before the start is left out`() {
        #expect(hours([.before(.elapsed(.seconds(11 * 3600)))]) == [])
    }

    @Test func `the clock that is met climbs no further, also when it was met late`() {
        #expect(hours(Self.all, [(6, .reply)]) == [])
        #expect(hours(Self.all, [(11, .reply)]) == [])
    }

    @Test func `a delay moves what is still to come`() {
        let until = opened + .seconds(20 * 3600)
        #expect(
            hours([.due, .after(.elapsed(.seconds(3600)))], [(1, .delay(.init(until: until)))]) == [20, 21])
    }

    @Test func `reopened, a ladder starts anew`() {
        #expect(hours([.due], [(2, .resolve), (30, .reopen)]) == [40])
    }

    @Test func `while the clock stands still there is no rung to come`() {
        #expect(hours([.due], [(2, .wait)], now: 3, pause: .waiting) == [])
        #expect(hours([.due], [(2, .wait), (4, .resume)], pause: .waiting) == [12])
    }

    @Test func `a policy that was kept before there were ladders is read without one`() throws {
        let old = """
            {"calendar":{"holidays":{},"hours":{},"name":"c","zone":"UTC"},"clocks":[],"name":"p","openWithin":[0,0]}
            """
        let read = try JSONDecoder().decode(Policy.self, from: Data(old.utf8))
        #expect(read.ladder.isEmpty && read.promiseRisk == .usual)
        let new = policy(Self.all)
        #expect(try JSONDecoder().decode(Policy.self, from: try JSONEncoder().encode(new)) == new)
    }
}
