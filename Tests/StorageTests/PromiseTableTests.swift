import Complaints
import Storage
import TestSupport
import Testing

/// Promises and rungs, over every engine.
struct PromiseTableTests {
    @Test(arguments: Engine.allCases)
    func `a promise comes back as it was kept, under the next number of its case`(engine: Engine) async throws
    {
        try await engine.withStore { store in
            let now = ManualTime.monday
            let kept = try await store.write { session in
                let id = try session.makeCase()
                let other = try session.makeCase()
                let first = Promise(
                    what: "a", measure: "b", owner: "c", due: now + .seconds(60), made: now, by: "ola",
                    said: "we will", note: "n", next: now + .seconds(30))
                _ = try session.addPromise(first, of: id)
                _ = try session.addPromise(first, of: other)
                var second = try session.addPromise(Promise(what: "d", due: now, made: now), of: id)
                #expect(second.number == 2)
                second.state = .late
                second.ended = now
                try session.update(second, of: id)
                return try session.promises(of: id)
            }
            #expect(kept.map(\.number) == [1, 2] && kept.map(\.state) == [.open, .late])
            #expect(kept[0].next == now + .seconds(30) && kept[0].said == "we will" && kept[1].ended == now)
            let next = try await store.read { try $0.nextDeadline() }
            #expect(next == now + .seconds(30))
            #expect(try await store.read { try $0.casesWithPromiseNews(now: now, limit: 9) } == [])
            let due = try await store.read { try $0.casesWithPromiseNews(now: now + .seconds(30), limit: 9) }
            #expect(due.count == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a rung that was climbed stays, and the others are laid out anew`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = ManualTime.monday
            let (due, known) = try await store.write { session in
                let id = try session.makeCase()
                let first = LadderStep(number: 1, start: now, at: now + .seconds(10))
                try session.keepRungs(
                    [first, LadderStep(number: 2, start: now, at: now + .seconds(20))], of: id, now: now)
                try session.markClimbed(id, first, now: now + .seconds(11))
                try session.keepRungs(
                    [
                        LadderStep(number: 1, start: now, at: now + .seconds(50)),
                        LadderStep(number: 2, start: now, at: now + .seconds(60)),
                    ], of: id, now: now + .seconds(12))
                return (try session.rungsDue(of: id, now: now + .seconds(59)), try session.rungs(of: id))
            }
            #expect(due.isEmpty)
            #expect(known.map(\.step.at) == [now + .seconds(10), now + .seconds(60)])
            #expect(known.map(\.sent) == [now + .seconds(11), nil])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a rung that was passed over is armed anew when its time is to come again`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let now = ManualTime.monday
            @Sendable func step(_ seconds: Int) -> LadderStep {
                LadderStep(number: 1, start: now - .seconds(100), at: now + .seconds(seconds))
            }
            try await store.write { session in
                let id = try session.makeCase()
                try session.keepRungs([step(-50)], of: id, now: now)
                try session.passOver(id, step(-50), now: now)
                try session.keepRungs([], of: id, now: now)
                try session.keepRungs([step(-40)], of: id, now: now)
                #expect(try session.rungsDue(of: id, now: now).isEmpty)
                #expect(try session.rungs(of: id).map(\.sent) == [nil])
                #expect(try session.rungs(of: id).map(\.passed) == [now])
                try session.keepRungs([step(30)], of: id, now: now)
                #expect(try session.rungs(of: id).map(\.passed) == [nil])
                #expect(try session.rungsDue(of: id, now: now + .seconds(30)) == [step(30)])
            }
        }
    }
}
