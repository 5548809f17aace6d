import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Warnings are given once each, and after a standstill only what still says something.
@Suite struct WarningTests {
    private static let limit: Int64 = 8 * 3600
    private static func policy(pause: ClockRule.Pause = .never) -> Policy {
        Policy(
            name: "default",
            clocks: [
                ClockRule(
                    name: "answer", within: .elapsed(.seconds(limit)), from: .seen, pause: pause,
                    until: .reply,
                    warnings: [.share(0.5), .share(0.8), .before(.elapsed(.seconds(3600)))])
            ])
    }

    private struct Said: Equatable {
        var type: String
        /// Seconds after the clock began.
        var at: Int64
        var late: Bool
    }

    private func said(_ world: World, since start: Instant) async throws -> [Said] {
        let texts = try await world.store.read { session in
            try session.query(
                "SELECT type, time, body FROM event WHERE type IN (?, ?) ORDER BY rowid",
                [EventType.caseWarning, EventType.caseMissed]
            ) { ($0.text(), $0.instant(), $0.blob()) }
        }
        return try texts.map { type, time, body in
            let json = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
            let data = json["data"] as? [String: Any]
            return Said(
                type: type, at: (time - start).inMilliseconds / 1000, late: data?["late"] as? Bool ?? false)
        }
    }

    /// What is to be said when somebody looks at these times only.
    private func wanted(looks: [Int64]) -> [Said] {
        let warnings: [Int64] = [Self.limit / 2, Self.limit * 8 / 10, Self.limit - 3600].sorted()
        var said: [Said] = []
        var before: Int64 = 0
        var isMissed = false
        for look in looks {
            let isOver = look > Self.limit
            if let last = warnings.last(where: { $0 > before && $0 <= look }), !isOver {
                said.append(Said(type: "ombud.case.warning", at: last, late: look - last > 5))
            }
            if isOver, !isMissed {
                said.append(Said(type: "ombud.case.missed", at: Self.limit, late: look - Self.limit > 5))
                isMissed = true
            }
            before = look
        }
        return said
    }

    @Test(arguments: 1...40)
    func `whenever the daemon was down, each is said once, the last that still says something`(
        seed: Int
    ) async throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func draw(_ range: ClosedRange<Int64>) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int64(state >> 33) % (range.upperBound - range.lowerBound + 1)
        }
        // It runs for a while, looking every second or so, and is down for a while.
        var looks: [Int64] = []
        var at: Int64 = 0
        while at < 12 * 3600 {
            let end = at + draw(1...7200)
            // Running, it sleeps until the next thing is due; near those times it looks each second.
            for mark in [Self.limit / 2, Self.limit * 8 / 10, Self.limit - 3600, Self.limit]
            where mark > at && mark < end { looks += [mark, mark + 1] }
            looks.append(end)
            at = end + draw(1...14_400)
        }
        looks = Set(looks).sorted()
        try await World.with(policy: Self.policy()) { world in
            try await world.visit(Review("r1"))
            let start = try #require(try await world.cases().first).seen
            for look in looks {
                world.time.advance(to: start + .seconds(look))
                try await world.checkDeadlines()
                // What changes nothing says nothing.
                if look % 3 == 0 { try await world.checkDeadlines() }
            }
            #expect(try await said(world, since: start) == wanted(looks: looks))
        }
    }

    @Test func `a warning that was given is not given again when the clock has paused`() async throws {
        try await World.with(policy: Self.policy(pause: .waiting)) { world in
            try await world.visit(Review("r1"))
            let start = try #require(try await world.cases().first).seen
            world.time.advance(to: start + .seconds(4 * 3600))
            try await world.checkDeadlines()
            #expect(try await said(world, since: start).map(\.at) == [4 * 3600])
            world.time.advance(by: .seconds(1800))
            _ = try await world.desk().wait(CaseID(1), why: "asked")
            world.time.advance(by: .seconds(1800))
            _ = try await world.desk().resume(CaseID(1), why: nil)
            try await world.checkDeadlines()
            #expect(try await said(world, since: start).map(\.at) == [4 * 3600])
            // Those that were still to come come later.
            world.time.advance(to: start + .seconds(7 * 3600))
            try await world.checkDeadlines()
            #expect(try await said(world, since: start).count == 2)
        }
    }

    @Test func `a delay to a later date warns anew before that date alone`() async throws {
        try await World.with(policy: Self.policy()) { world in
            try await world.visit(Review("r1"))
            let start = try #require(try await world.cases().first).seen
            world.time.advance(to: start + .seconds(5 * 3600))
            try await world.checkDeadlines()
            let until = start + .seconds(9 * 3600)
            _ = try await world.desk().delay(
                CaseID(1), DelayRequest(until: .at(until), why: "the part is missing", kind: .agreed))
            try await world.checkDeadlines()
            #expect(try await said(world, since: start).count == 1)
            world.time.advance(to: until - .seconds(3600))
            try await world.checkDeadlines()
            #expect(try await said(world, since: start).last?.at == 8 * 3600)
        }
    }

    @Test func `a warning that fell into a standstill is given even where somebody acts first`() async throws
    {
        try await World.with(policy: Self.policy()) { world in
            try await world.visit(Review("r1"))
            let start = try #require(try await world.cases().first).seen
            world.time.advance(to: start + .seconds(5 * 3600))
            _ = try await world.desk().take(CaseID(1))
            try await world.checkDeadlines()
            #expect(
                try await said(world, since: start) == [
                    Said(type: "ombud.case.warning", at: 4 * 3600, late: true)
                ])
        }
    }
}
