import Complaints
import SQLiteStorage
import Storage
import TestSupport
import Testing

@testable import Monitor

@Suite struct DeskTests {
    /// A world in which case #1 is open for mention m1; its two first events are left out of `told`.
    private func withCase(_ work: (World, Desk) async throws -> Void) async throws {
        try await World.with { world in
            try await world.visit(Review("r1"))
            try await work(world, world.desk())
        }
    }

    private func told(_ world: World) async throws -> [String] {
        Array(try await world.events().dropFirst(2))
    }

    @Test func `taking a case names its owner on the timeline and tells so`() async throws {
        try await withCase { world, desk in
            let found = try await desk.take(CaseID(1))
            #expect(found.owner == "ola")
            #expect(found.state == .open)
            let entry = try await world.store.read { try $0.timeline(of: CaseID(1)) }.last
            #expect(entry?.what == .assigned)
            #expect(entry?.by == "ola")
            #expect(try await told(world) == ["case.assigned"])
            let data = try #require(try await world.bodies(.caseAssigned).first?["data"] as? [String: Any])
            #expect(data["by"] as? String == "ola")
            #expect((data["case"] as? [String: Any])?["owner"] as? String == "ola")
        }
    }

    @Test func `a note stays inside: on the timeline, in no event`() async throws {
        try await withCase { world, desk in
            _ = try await desk.note("called the warehouse", on: CaseID(1))
            #expect(try await world.timeline() == ["opened", "noted"])
            #expect(try await told(world) == [])
        }
    }

    @Test func `a reply stops the answer clock, resolving ends the case`() async throws {
        try await withCase { world, desk in
            let answered = try await desk.reply("We are sorry.", to: CaseID(1))
            #expect(answered.state == .answered)
            #expect(try await world.clock()?.state == .met)
            let resolved = try await desk.resolve(CaseID(1), why: "refunded")
            #expect(resolved.state == .resolved)
            #expect(try await world.timeline() == ["opened", "replied", "resolved"])
            #expect(try await told(world) == ["case.answered", "case.resolved"])
            let statement = try await world.store.read { try $0.timeline(of: CaseID(1)) }[1].statement
            #expect(statement == "We are sorry.")
        }
    }

    @Test func `each event of a case has a version of its own, rising`() async throws {
        try await withCase { world, desk in
            _ = try await desk.take(CaseID(1))
            _ = try await desk.reply("Sorry.", to: CaseID(1))
            _ = try await desk.resolve(CaseID(1), why: nil)
            var versions: [Int] = []
            for type in [EventType.caseOpened, .caseAssigned, .caseAnswered, .caseResolved] {
                let data = try #require(try await world.bodies(type).first?["data"] as? [String: Any])
                versions.append(try #require((data["case"] as? [String: Any])?["version"] as? Int))
            }
            #expect(versions == [1, 2, 3, 4])
            #expect(try await world.cases().map(\.version) == [4])
        }
    }

    @Test func `a mention that is dismissed leaves the inbox and dismisses its case`() async throws {
        try await withCase { world, desk in
            _ = try await desk.dismiss(MentionID(1), why: "a joke")
            #expect(try await world.store.read { try $0.mentionIDs(.inbox, now: ManualTime.monday) }.isEmpty)
            #expect(try await world.cases().map(\.state) == [.dismissed])
            #expect(try await told(world) == ["case.dismissed"])
            let data = try #require(try await world.bodies(.caseDismissed).first?["data"] as? [String: Any])
            #expect(data["why"] as? String == "a joke")
            try await world.visit(Review("r1", text: "Terrible, a broken lamp, and I want a refund!"))
            #expect(try await world.cases().map(\.state) == [.dismissed])
        }
    }

    @Test func `a case with another complaint in it outlives a dismissal`() async throws {
        try await withCase { world, desk in
            try await world.visit(Review("r1"), Review("r2", text: Review.complaint("r1") + " !"))
            #expect(try await world.mentions().map(\.caseID) == [CaseID(1), CaseID(1)])
            _ = try await desk.dismiss(MentionID(1), why: "a repeat")
            #expect(try await world.cases().map(\.state) == [.new])
            _ = try await desk.dismiss(MentionID(2), why: "a joke")
            #expect(try await world.cases().map(\.state) == [.dismissed])
        }
    }

    @Test func `confirming what was not flagged opens a case, once`() async throws {
        try await World.with { world in
            try await world.visit(.praise("p"))
            let desk = world.desk()
            let mention = try await desk.confirm(MentionID(1))
            #expect(mention.caseID == CaseID(1))
            #expect(mention.review?.decision == .confirmed)
            _ = try await desk.confirm(MentionID(1))
            #expect(try await world.cases().count == 1)
            #expect(try await world.events() == ["case.opened"])
        }
    }

    @Test func `confirming a complaint that was answered in public opens an answered case`() async throws {
        try await World.with { world in
            try await world.visit(
                Review(
                    "r1", published: "2026-01-05", reply: (text: "Sorry.", published: "2026-01-06T08:00:00Z"))
            )
            #expect(try await world.cases().isEmpty)
            _ = try await world.desk().confirm(MentionID(1))
            #expect(try await world.cases().map(\.state) == [.answered])
            #expect(try await world.clock()?.state == .met)
        }
    }

    @Test func `confirming what was dismissed by mistake gives it a case that is handled`() async throws {
        try await withCase { world, desk in
            _ = try await desk.dismiss(MentionID(1), why: "a joke")
            _ = try await desk.confirm(MentionID(1))
            #expect(try await world.cases().map(\.state) == [.open])
            #expect(try await world.clock()?.state == .running)
            #expect(try await told(world) == ["case.dismissed", "case.reopened"])
            #expect(try await world.timeline() == ["opened", "dismissed", "confirmed", "reopened"])
        }
    }

    @Test func `what is not there or not allowed is refused in a sentence, and changes nothing`() async throws
    {
        try await withCase { world, desk in
            _ = try await desk.resolve(CaseID(1), why: nil)
            let before = try await (world.timeline(), world.events())
            await refused("there is no case #9; `ombud case list` shows them") {
                try await desk.take(CaseID(9))
            }
            await refused("there is no mention m9; `ombud mention list` shows them") {
                try await desk.confirm(MentionID(9))
            }
            await refused(
                "case #1 is resolved and cannot be answered: reopen it first; ola was the last to act on it: "
                    + "resolved, \(world.time.now())"
            ) {
                try await desk.reply("x", to: CaseID(1))
            }
            await refused("there is no endpoint none in ombud.yaml; it has desk") {
                try await desk.test("none")
            }
            await refused("there is no alert evt_x; `ombud alert list` shows them") {
                try await desk.resend(EventID("evt_x"), to: nil)
            }
            #expect(try await !desk.enable("desk"))
            #expect(try await world.timeline() == before.0)
            #expect(try await world.events() == before.1)
        }
    }

    private func refused<T>(_ sentence: String, _ act: () async throws -> T) async {
        do {
            _ = try await act()
            Issue.record("it was not refused: \(sentence)")
        } catch let refusal as Desk.Refusal {
            #expect(refusal.description == sentence)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func `two desks that act at once both succeed or one is told why`() async throws {
        let folder = try TemporaryFolder()
        let time = ManualTime()
        let store = try SQLiteStore(path: folder.path("a.db"), now: time.now())
        try await World.with(time: time, store: store) { world in
            try await world.visit(Review("r1"))
            let second = try SQLiteStore(path: folder.path("a.db"), now: time.now())
            let desks = [world.desk("ola"), Desk(store: second, setup: world.setup, time: time, who: "jan")]
            await withTaskGroup(of: Void.self) { group in
                for round in 0..<20 {
                    for desk in desks {
                        group.addTask { _ = try? await desk.note("note \(round)", on: CaseID(1)) }
                    }
                }
            }
            #expect(try await world.timeline().filter { $0 == "noted" }.count == 40)
            let results = await withTaskGroup(of: Bool.self) { group in
                for desk in desks {
                    group.addTask { (try? await desk.resolve(CaseID(1), why: nil)) != nil }
                }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(results.count { $0 } == 1)
            #expect(try await world.events().filter { $0 == "case.resolved" }.count == 1)
            try await second.close()
        }
    }
}
