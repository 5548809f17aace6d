import Complaints
import Foundation
import Storage
import TestSupport
import Testing

@testable import Monitor

/// Bursts of complaints as the daemon meets them.
@Suite struct IncidentTests {
    /// A complaint every second day of the last four weeks, each of something else.
    private static let usual: [Review] = (0..<14).map { number in
        let day = ManualTime.monday - .seconds(Int64(number + 1) * 2 * 86_400 - 3600)
        return Review("old\(number)", author: "Reader \(number)", published: day.description)
    }

    private static let endings = [
        "it says error seven and takes my basket with it", "I gave up after an hour, you lost a customer",
        "my wife tried on her telephone too, nothing", "the button does nothing at all, what a shop",
        "first the card was refused, then everything froze", "nobody on the hotline knows anything",
        "three evenings in a row now, this is a shame", "white screen, and the money is gone from my account",
        "the page turns and turns until I fall asleep", "could not order the medicine for my cat",
        "your own staff told me to try next week", "works for nobody in our whole street",
    ]

    private func trouble(_ numbers: Range<Int>, _ world: World, ago minutes: Int64 = 0) -> [Review] {
        numbers.map { number in
            Review(
                "new\(number)", author: "Customer \(number)",
                published: (world.time.now() - .seconds(minutes * 60 + Int64(number) * 20)).description,
                text: "Terrible: the checkout is broken, \(Self.endings[number % Self.endings.count])!")
        }
    }

    private func incidents(_ world: World) async throws -> [Incident] {
        try await world.store.read { try $0.incidents() }
    }

    private func told(_ world: World) async throws -> [String] {
        try await world.events().filter { $0.hasPrefix("incident.") }
    }

    @Test func `a burst opens one incident, gathers its cases, and closes by itself`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage(Self.usual))
            try await world.visit()
            #expect(try await told(world).isEmpty)
            world.time.advance(by: .seconds(3600))
            let first = trouble(0..<8, world)
            world.site.put("/acme", ListPage(first + Self.usual))
            try await world.visit()
            #expect(try await told(world) == ["incident.opened"])
            let opened = try #require(try await incidents(world).first)
            #expect(opened.kind != .attack)
            #expect(opened.total == 8)
            #expect(opened.likeness.words.contains("checkout"))
            #expect(opened.source == "acme")
            let event = try #require(try await world.bodies(.incidentOpened).first)
            #expect(event["subject"] as? String == "incident/1")
            let data = try #require(event["data"] as? [String: Any])
            let incident = try #require(data["incident"] as? [String: Any])
            #expect((incident["cases"] as? [Int])?.count == 8)
            #expect((incident["mentions"] as? [[String: Any]])?.count == 5)
            // `count` is what was improbable, perhaps of one topic alone; `total` is all that belongs to it.
            let count = try #require(incident["count"] as? Int)
            #expect((5...8).contains(count) && incident["total"] as? Int == 8)
            #expect((data["why"] as? String)?.hasPrefix("\(count) complaints") == true)
            // More of it, after a restart: they join, and nothing is told again.
            world.time.advance(by: .seconds(1800))
            let second = trouble(8..<12, world)
            world.site.put("/acme", ListPage(second + first + Self.usual))
            try await world.visitAfterRestart()
            #expect(try await told(world) == ["incident.opened"])
            #expect(try await incidents(world).map(\.total) == [12])
            let cases = try await world.cases().suffix(12)
            for found in cases {
                #expect(try await world.store.read { try $0.incident(ofCase: found.id) } == opened.id)
            }
            // Calm for two times three hours.
            try await world.visit(after: .seconds(3 * 3600))
            #expect(try await told(world) == ["incident.opened"])
            try await world.visit(after: .seconds(3 * 3600 + 1800))
            #expect(try await told(world) == ["incident.opened", "incident.closed"])
            let last = try #require(try await world.bodies(.incidentClosed).first?["data"] as? [String: Any])
            #expect((last["incident"] as? [String: Any])?["total"] as? Int == 12)
            try await world.visitAfterRestart()
            #expect(try await told(world) == ["incident.opened", "incident.closed"])
        }
    }

    @Test func `complaints of other things go on as ever while it is open`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage(Self.usual))
            try await world.visit()
            world.time.advance(by: .seconds(3600))
            let first = trouble(0..<8, world)
            world.site.put("/acme", ListPage(first + Self.usual))
            try await world.visit()
            let other = Review(
                "x1", author: "Zofia", published: world.today,
                text: "Awful: the driver threw the box over the fence and broke the vase, a disgrace.")
            world.site.put("/acme", ListPage([other] + first + Self.usual))
            try await world.visit()
            let all = try await world.mentions()
            let one = try #require(all.last)
            #expect(one.author == "Zofia" && one.score.isFlagged)
            #expect(try await incidents(world).map(\.total) == [8])
        }
    }

    @Test(arguments: [true, false])
    func `the first visit to a page full of complaints opens nothing`(isDated: Bool) async throws {
        try await World.with { world in
            var reviews = trouble(0..<12, world)
            if !isDated { for index in reviews.indices { reviews[index].published = nil } }
            world.site.put("/acme", ListPage(reviews))
            try await world.visit()
            try await world.visit()
            #expect(try await incidents(world).isEmpty)
        }
    }

    @Test func `a source that comes back after days brings what was written then, not a burst`() async throws
    {
        try await World.with { world in
            world.site.put("/acme", ListPage(Self.usual))
            try await world.visit()
            world.site.fault(.status(500), at: "/acme")
            for _ in 0..<4 { try await world.visit(after: .seconds(86_400)) }
            world.site.fault(nil, at: "/acme")
            // One each eight hours.
            let missed = (0..<12).map { number in
                Review(
                    "new\(number)", author: "Customer \(number)",
                    published: (world.time.now() - .seconds(Int64(number) * 8 * 3600)).description,
                    text: "Terrible: the checkout is broken, \(Self.endings[number])!")
            }
            world.site.put("/acme", ListPage(missed + Self.usual))
            try await world.visit()
            #expect(try await world.mentions().count == 26)
            #expect(try await incidents(world).isEmpty)
        }
    }

    @Test func `nearly equal texts under many names are an attack`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage(Self.usual))
            try await world.visit()
            world.time.advance(by: .seconds(3600))
            let flood = (0..<9).map { number in
                Review(
                    "bad\(number)", author: "Fresh \(number)", published: world.today,
                    text:
                        "Never ever buy from this horrible shop, they cheat old people, they laugh about it, and "
                        + "the goods are rubbish; warn your friends and neighbours \(number)!")
            }
            world.site.put("/acme", ListPage(flood + Self.usual))
            try await world.visit()
            #expect(try await incidents(world).map(\.kind) == [.attack])
            #expect(try await incidents(world).map(\.total) == [9])
        }
    }

    @Test func `an incident is not over while its source cannot be seen`() async throws {
        try await World.with { world in
            world.site.put("/acme", ListPage(Self.usual))
            try await world.visit()
            world.time.advance(by: .seconds(3600))
            let first = trouble(0..<8, world)
            world.site.put("/acme", ListPage(first + Self.usual))
            try await world.visit()
            world.site.fault(.status(500), at: "/acme")
            for _ in 0..<6 { try await world.visit(after: .seconds(2 * 3600)) }
            #expect(try await world.status().coverage.health == .blind)
            #expect(try await told(world) == ["incident.opened"])
            world.site.fault(nil, at: "/acme")
            try await world.visit()
            #expect(try await told(world) == ["incident.opened", "incident.closed"])
        }
    }
}
