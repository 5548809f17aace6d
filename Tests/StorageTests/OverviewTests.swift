import Complaints
import Storage
import TestSupport
import Testing

/// What is asked over all sources at once: for a plan, a doctor, and clocks that nobody can know.
@Suite struct OverviewTests {
    private let now = ManualTime.monday

    private func end(
        _ source: SourceID, at hour: Int64, _ outcome: Visit.Outcome = .complete,
        took: Duration = .seconds(1),
        requests: Int = 1, health: Coverage.Health = .fine, in session: any Session
    ) throws {
        let started = now + .seconds(hour * 3600)
        let visit = Visit(
            source: source, started: started, ended: started + took, outcome: outcome, requests: requests)
        let coverage = Coverage(
            health: health, lastSuccess: now, troubleSince: health == .fine ? nil : started)
        try session.endVisit(VisitEnd(visit: visit, coverage: coverage, next: started + .seconds(60)))
    }

    @Test(arguments: Engine.allCases)
    func `sources on which a reply would not be seen are named with the reason`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeSource("a", "b", "c", "d", "e", "f", "g")
                let down = Visit.Outcome.failed(VisitFailure(code: "network-down", reason: "it is down"))
                let failed = Visit.Outcome.failed(VisitFailure(code: "timeout", reason: "it hung"))
                try end("a", at: 1, failed, health: .failing, in: session)
                try end("b", at: 1, failed, health: .blind, in: session)
                try end("c", at: 1, health: .changed, in: session)
                try end("d", at: 1, down, in: session)
                // It was down, and works again.
                try end("e", at: 1, down, in: session)
                try end("e", at: 2, in: session)
                #expect(try session.pause("f", Pause(at: now, by: "anna"), now: now))
                try session.makeSource("a", "b", "c", "d", "e", "f")
                let unseen = try session.unseenSources()
                #expect(unseen.map(\.source) == ["b", "c", "d", "f", "g"])
                #expect(unseen.map(\.reason) == [.blind, .changed, .networkDown, .paused, .dropped])
                let hour = now + .seconds(3600)
                #expect(unseen.map(\.since) == [hour, hour, now, now, nil])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what the last visits asked for is an average, without waits for the host`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a", "b", "c")
                // Long ago, and no more.
                try end("a", at: 0, requests: 50, in: session)
                for hour in Int64(1)...4 {
                    try end("a", at: hour, took: .seconds(9), requests: 3, in: session)
                }
                // Two seconds between three requests, and each took half a second.
                try end("a", at: 5, took: .milliseconds(2500), requests: 3, in: session)
                try end("b", at: 1, .failed(VisitFailure(code: "x", reason: "x")), in: session)
                let usual = try session.usualVisits(delay: .seconds(1))
                #expect(usual["a"] == UsualVisit(requests: 3, request: .milliseconds(500)))
                #expect(usual["b"] == nil && usual["c"] == nil)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `gaps, the nearest due, overdue visits and the next look are found by source`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeSource("a", "b")
                try session.open(Gap(source: "a", kind: .gap, opened: now))
                try session.open(Gap(source: "a", kind: .backfill, opened: now))
                try session.open(Gap(source: "b", kind: .gap, state: .stays, opened: now))
                #expect(try session.openGapCounts() == ["a": 2])

                let id = try session.makeCase()
                let mention = try session.addMention(.make(source: "a"))
                try session.setCase(id, of: mention)
                for (place, hours) in [9, 5].enumerated() {
                    let due = now + .seconds(hours * 3600)
                    let clock = ClockReading(name: "c\(place)", due: due, state: .running)
                    try session.keepClock(clock, place: place, of: id)
                }
                #expect(try session.nearestDues() == ["a": now + .seconds(5 * 3600)])
                #expect(try session.standingMentions(of: "a") == 1)

                try end("a", at: 1, .failed(VisitFailure(code: "x", reason: "x")), in: session)
                try end("a", at: 2, in: session)
                let look = try session.nextLook(at: "a", from: now + .seconds(3600))
                #expect(look?.started == now + .seconds(7200))
                #expect(try session.longestOverdue(now: now + .seconds(10)) == now)
                #expect(try session.latestVisit() == now + .seconds(7200))
                #expect(try session.damages().isEmpty && session.deadLetters() == 0)
            }
        }
    }
}
