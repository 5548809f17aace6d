import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What consumers can follow: which events belong together, which came of which, until when one says something.
@Suite struct EventChainTests {
    private typealias Review = ListPage.Review

    private func one(_ world: World, _ type: EventType) async throws -> [String: Any] {
        try #require(try await world.bodies(type).last, "no \(type.rawValue)")
    }

    @Test func `a case comes of the mention that was flagged, and its answer of the reply that was seen`()
        async throws
    {
        try await World.with { world in
            try await world.visit(Review("r1"))
            let flagged = try await one(world, .mentionFlagged)
            let opened = try await one(world, .caseOpened)
            #expect(flagged["causationid"] == nil)
            #expect(opened["causationid"] as? String == flagged["id"] as? String)
            for event in [flagged, opened] { #expect(event["correlationid"] as? String == "case/1") }
            try await world.visit(
                Review("r1", reply: ("We are sorry, the money is on its way.", world.today)))
            let seen = try await one(world, .caseReplySeen)
            let answered = try await one(world, .caseAnswered)
            // Nothing but the reply changed: no event of the mention tells of it.
            #expect(seen["causationid"] == nil)
            #expect(answered["causationid"] as? String == seen["id"] as? String)
            #expect(answered["correlationid"] as? String == "case/1")
            #expect(
                try #require(answered["sequence"] as? String) > (try #require(seen["sequence"] as? String)))
        }
    }

    @Test func `an edit that brings a reply is its cause`() async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            try await world.visit(
                Review(
                    "r1", text: Review.complaint("r1") + " Still nothing!",
                    reply: ("We are sorry.", world.today)))
            let changed = try await one(world, .mentionChanged)
            let seen = try await one(world, .caseReplySeen)
            #expect(seen["causationid"] as? String == changed["id"] as? String)
        }
    }

    @Test func `a warning ends with its clock's time; a miss does not, and comes of nothing but time`()
        async throws
    {
        let policy = Policy.answerIn(
            .elapsed(.seconds(8 * 3600)), warnings: [.share(0.5)])
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            world.time.advance(by: .seconds(5 * 3600))
            try await world.checkDeadlines()
            let warning = try await one(world, .caseWarning)
            let clock = try #require((warning["data"] as? [String: Any])?["clock"] as? [String: Any])
            #expect(warning["expirytime"] as? String == clock["due"] as? String)
            #expect(warning["causationid"] == nil)
            world.time.advance(by: .seconds(5 * 3600))
            try await world.checkDeadlines()
            let missed = try await one(world, .caseMissed)
            #expect(missed["expirytime"] == nil && missed["causationid"] == nil)
            #expect(missed["correlationid"] as? String == "case/1")
        }
    }

    @Test func `what is already too late when it is opened is missed because of that`() async throws {
        let policy = Policy(
            name: "default",
            clocks: [ClockRule(name: "answer", within: .elapsed(.seconds(60)), from: .posted, until: .reply)])
        try await World.with(policy: policy) { world in
            let posted = (world.time.now() - .seconds(3600)).description
            try await world.visit(Review("r1", published: posted))
            let opened = try await one(world, .caseOpened)
            let missed = try await one(world, .caseMissed)
            #expect(missed["causationid"] as? String == opened["id"] as? String)
        }
    }
}
