import Complaints
import Storage
import TestSupport
import Testing

@testable import Monitor

/// What staff do on cases besides answering: hand out, state what is next, delay, wait, reopen, merge.
@Suite struct CaseActTests {
    /// Answer within eight hours, seen on the page within two days; resolve within ten, which waiting stops.
    private static let policy = Policy(
        name: "default",
        clocks: [
            ClockRule(name: "answer", within: .elapsed(.seconds(8 * 3600)), until: .reply),
            ClockRule(
                name: "resolve", within: .elapsed(.seconds(10 * 3600)), pause: .waiting, until: .resolve),
        ])

    private func withCase(
        _ policy: Policy = policy, _ work: (World, Desk) async throws -> Void
    ) async throws {
        try await World.with(policy: policy) { world in
            try await world.visit(Review("r1"))
            try await work(world, world.desk())
        }
    }

    private func refusal(_ work: () async throws -> Any) async -> String {
        do {
            _ = try await work()
            return "done"
        } catch { return "\(error)" }
    }

    private func entry(_ world: World, _ id: CaseID = CaseID(1)) async throws -> TimelineEntry? {
        try await world.store.read { try $0.timeline(of: id) }.last
    }

    @Test func `a case that is assigned is open, and its owner is told`() async throws {
        try await withCase { world, desk in
            let found = try await desk.assign(CaseID(1), to: "anna")
            #expect(found.owner == "anna" && found.state == .open)
            #expect(try await entry(world)?.note == "to anna")
            #expect(try await entry(world)?.by == "ola")
            #expect(try await world.events().last == "case.assigned")
        }
    }

    @Test func `a case lacks a next step until one is said, and keeps every one on its timeline`()
        async throws
    {
        try await withCase { world, desk in
            #expect(try await world.cases()[0].lacksNextStep)
            let due = world.time.now() + .seconds(3600)
            _ = try await desk.setNext("call her", due: .at(due), on: CaseID(1))
            let found = try await desk.setNext("write to the carrier", due: nil, on: CaseID(1))
            #expect(found.next == NextStep("write to the carrier"))
            #expect(try await world.cases()[0].next == NextStep("write to the carrier"))
            #expect(try await world.timeline() == ["opened", "next-step", "next-step"])
            let first = try await world.store.read { try $0.timeline(of: CaseID(1)) }[1]
            #expect(first.note == "call her" && first.time == due)
        }
    }

    @Test func `a next step in working days is due on the calendar of the case`() async throws {
        var policy = Self.policy
        policy.calendar = WorkingCalendar(
            name: "office", zone: "UTC",
            hours: Dictionary(
                uniqueKeysWithValues: (1...5).map { ($0, [WorkingCalendar.Span(start: 540, end: 1020)]) }))
        try await withCase(policy) { world, desk in
            let found = try await desk.setNext("call her", due: .after(.workingDays(2)), on: CaseID(1))
            let expected = NamedTime.after(.workingDays(2)).instant(
                now: world.time.now(), on: policy.calendar)
            #expect(found.next?.due == expected)
            #expect(found.next?.due?.description.hasSuffix("T17:00:00.000Z") == true)
        }
    }

    @Test func `a delay before the due time moves it, and is told`() async throws {
        try await withCase { world, desk in
            let until = world.time.now() + .seconds(20 * 3600)
            let outcome = try await desk.delay(
                CaseID(1), DelayRequest(until: .at(until), why: "parts", clock: "answer"))
            #expect(outcome.moved.map(\.name) == ["answer"] && outcome.late.isEmpty)
            #expect(try await world.clock("answer")?.due == until)
            #expect(try await world.clock("resolve")?.due != until)
            #expect(try await entry(world)?.clock == "answer")
            let data = try #require(try await world.bodies(.caseDelayed).first?["data"] as? [String: Any])
            #expect(data["why"] as? String == "parts" && data["by"] as? String == "ola")
            #expect((data["clock"] as? [String: Any])?["due"] as? String == until.description)
        }
    }

    @Test func `a delay without a clock moves every clock of the house`() async throws {
        try await withCase { world, desk in
            let until = world.time.now() + .seconds(20 * 3600)
            let outcome = try await desk.delay(CaseID(1), DelayRequest(until: .at(until), why: "parts"))
            #expect(outcome.moved.map(\.name) == ["answer", "resolve"])
            #expect(outcome.case.due == until)
        }
    }

    @Test func `a delay after the due time moves nothing: it is recorded as missed and delayed`() async throws
    {
        try await withCase { world, desk in
            world.time.advance(by: .seconds(9 * 3600))
            let due = try await world.clock("answer")?.due
            let outcome = try await desk.delay(
                CaseID(1),
                DelayRequest(until: .after(.elapsed(.seconds(86_400))), why: "parts", clock: "answer"))
            #expect(outcome.moved.isEmpty && outcome.late.map(\.name) == ["answer"])
            #expect(try await world.clock("answer")?.state == .missed)
            #expect(try await world.clock("answer")?.due == due)
            #expect(try await world.timeline() == ["opened", "delayed", "missed"])
            #expect(Array(try await world.events().suffix(2)) == ["case.missed", "case.delayed"])
        }
    }

    @Test func `a delay that moves nothing in time is refused with the reason of the proof`() async throws {
        try await withCase { world, desk in
            let soon = world.time.now() + .seconds(60)
            let sooner = await refusal {
                try await desk.delay(CaseID(1), DelayRequest(until: .at(soon), why: "x", clock: "answer"))
            }
            #expect(sooner.hasPrefix("no deadline of case #1 moves: answer: delay said"))
            #expect(sooner.contains("no later than"))
            let past = await refusal {
                try await desk.delay(CaseID(1), DelayRequest(until: .at(world.time.now()), why: "x"))
            }
            #expect(past.hasSuffix("has passed; a time to come is wanted"))
            #expect(
                await refusal {
                    try await desk.delay(CaseID(1), DelayRequest(until: nil, why: "x", kind: .extension))
                } == "no deadline of case #1 moves: no clock runs that it could move")
            #expect(
                await refusal {
                    try await desk.delay(CaseID(1), DelayRequest(until: .at(soon), why: "x", clock: "update"))
                } == "case #1 has no clock update; it has answer, resolve")
            let timeline = try await world.timeline()
            #expect(timeline == ["opened"])
        }
    }

    @Test func `an extension moves the clock of a law as far as that allows, once`() async throws {
        let law = Policy(
            name: "default",
            clocks: [
                ClockRule(
                    name: "statutory-answer", within: .calendarDays(30), until: .reply, law: "an act",
                    longest: .calendarDays(60))
            ])
        try await withCase(law) { world, desk in
            let before = try #require(try await world.clock("statutory-answer")?.due)
            _ = try await desk.delay(CaseID(1), DelayRequest(until: nil, why: "an expert", kind: .extension))
            let after = try await world.clock("statutory-answer")?.due
            #expect(after == before + .seconds(30 * 86_400))
            #expect(try await world.timeline() == ["opened", "extended"])
            #expect(
                await refusal {
                    try await desk.delay(CaseID(1), DelayRequest(until: nil, why: "more", kind: .extension))
                }.contains("the limit was extended already"))
        }
    }

    @Test func `waiting stops the clocks that may pause, resuming gives them what was left`() async throws {
        try await withCase { world, desk in
            let (answer, resolve) = (
                try await world.clock("answer")?.due, try await world.clock("resolve")?.due
            )
            #expect(try await desk.wait(CaseID(1), why: "asked for the order number").state == .waiting)
            #expect(try await world.clock("resolve")?.state == .paused)
            world.time.advance(by: .seconds(3600))
            #expect(try await desk.resume(CaseID(1), why: nil).state == .open)
            #expect(try await world.clock("answer")?.due == answer)
            #expect(try await world.clock("resolve")?.due == resolve.map { $0 + .seconds(3600) })
            #expect(try await world.timeline() == ["opened", "waiting", "resumed"])
        }
    }

    @Test func `a case that was answered while it waited still resumes`() async throws {
        try await withCase { world, desk in
            _ = try await desk.wait(CaseID(1), why: nil)
            _ = try await desk.reply("Please tell us the number.", to: CaseID(1))
            #expect(try await world.clock("resolve")?.state == .paused)
            #expect(try await desk.resume(CaseID(1), why: nil).state == .answered)
            #expect(try await world.clock("resolve")?.state == .running)
        }
    }

    @Test func `a reopened case has every clock anew and wants a next step`() async throws {
        try await withCase { world, desk in
            _ = try await desk.setNext("call her", due: nil, on: CaseID(1))
            _ = try await desk.resolve(CaseID(1), why: "refunded")
            world.time.advance(by: .seconds(3600))
            let found = try await desk.reopen(CaseID(1), why: "no money came")
            #expect(found.state == .open && found.lacksNextStep)
            #expect(try await world.clock("answer")?.due == world.time.now() + .seconds(8 * 3600))
            #expect(try await world.events().last == "case.reopened")
            #expect(try await entry(world)?.note == "no money came")
        }
    }

    @Test func `merged cases are the earliest that still wants something, with owner and next step`()
        async throws
    {
        try await World.with(policy: Self.policy) { world in
            try await world.visit(Review("r1"))
            try await world.visit(
                Review("r1"),
                Review("r2", text: "Terrible: the tram shut its door on my dog. I demand an apology!"))
            let desk = world.desk()
            _ = try await desk.assign(CaseID(2), to: "anna")
            _ = try await desk.setNext("call her", due: nil, on: CaseID(2))
            let found = try await desk.merge([CaseID(2), CaseID(1)], why: "one order")
            #expect(found.id == CaseID(1) && found.owner == "anna")
            #expect(found.next == NextStep("call her"))
            #expect(try await world.cases().map(\.state) == [.open, .merged])
            #expect(Set(try await world.mentions().map(\.cluster)).count == 1)
            #expect(
                await refusal { try await desk.merge([CaseID(1), CaseID(2)], why: nil) }
                    == "case #2 is merged and cannot be merged: it is merged already")
            #expect(
                await refusal { try await desk.merge([CaseID(1), CaseID(7)], why: nil) }
                    == "there is no case #7; `ombud case list` shows them")
        }
    }

    @Test func `a case is opened by hand for any mention, once, and the score learns nothing`() async throws {
        try await World.with { world in
            try await world.visit(.praise("p"))
            let desk = world.desk()
            let found = try await desk.open(for: MentionID(1), why: "asks for a call")
            #expect(found.id == CaseID(1) && found.state == .new)
            let entry = try #require(try await world.store.read { try $0.timeline(of: CaseID(1)) }.first)
            #expect(entry.what == .opened && entry.by == "ola" && entry.note == "asks for a call")
            #expect(try await world.store.read { try $0.standingDecisionCount() } == 0)
            #expect(
                await refusal { try await desk.open(for: MentionID(1), why: nil) }
                    == "m1 is in case #1 already, which is new")
            _ = try await desk.resolve(CaseID(1), why: nil)
            #expect(
                await refusal { try await desk.open(for: MentionID(1), why: nil) }
                    == "m1 is in case #1 already, which is resolved; `ombud case reopen 1` opens it again")
        }
    }

    @Test func `a dismissed mention is not opened behind the back of who dismissed it`() async throws {
        try await World.with { world in
            try await world.visit(.praise("p"))
            _ = try await world.desk("jan").dismiss(MentionID(1), why: "praise")
            #expect(
                await refusal { try await world.desk().open(for: MentionID(1), why: nil) }
                    .hasPrefix("jan dismissed m1; `ombud mention confirm m1`"))
        }
    }

    @Test func `what a case that is over forbids is refused in a sentence and changes nothing`() async throws
    {
        try await withCase { world, desk in
            _ = try await desk.resolve(CaseID(1), why: nil)
            let before = try await (world.timeline(), world.events())
            let acts: [(String, () async throws -> Any)] = [
                ("assigned", { try await desk.assign(CaseID(1), to: "anna") }),
                ("given a next step", { try await desk.setNext("call", due: nil, on: CaseID(1)) }),
                ("set to wait", { try await desk.wait(CaseID(1), why: nil) }),
                ("resumed", { try await desk.resume(CaseID(1), why: nil) }),
                (
                    "delayed",
                    {
                        try await desk.delay(
                            CaseID(1), DelayRequest(until: .after(.workingDays(2)), why: "x"))
                    }
                ),
            ]
            for (verb, act) in acts {
                #expect(
                    await refusal(act).hasPrefix("case #1 is resolved and cannot be \(verb): "), "\(verb)")
            }
            let after = try await (world.timeline(), world.events())
            #expect(before == after)
        }
    }

    // MARK: What the customer does later

    @Test func `a clock restarts on an edit of the complaint, not on one of our reply`() async throws {
        var policy = Self.policy
        policy.clocks[1].reactions.edit = .restart
        policy.clocks[1].reactions.ratingRaised = .close
        try await withCase(policy) { world, _ in
            let reply = (text: "We are sorry.", published: world.today)
            try await world.visit(Review("r1", reply: reply))
            let due = try await world.clock("resolve")?.due
            try await world.visit(
                Review("r1", reply: (text: "We are very sorry.", published: reply.published)))
            #expect(try await world.clock("resolve")?.due == due)
            try await world.visit(
                Review("r1", text: "Terrible shop, the lamp is broken. Refund!", reply: reply))
            #expect(try await world.clock("resolve")?.due == world.time.now() + .seconds(10 * 3600))
            try await world.visit(
                Review("r1", stars: 5, text: "Terrible shop, the lamp is broken. Refund!", reply: reply))
            #expect(try await world.clock("resolve")?.state == .off)
            #expect(
                try await world.timeline()
                    == ["opened", "reply-seen", "reply-edited", "edited", "reply-edited", "rating-raised"])
        }
    }

    @Test func `a customer who writes again follows up; the same words again are a mention`() async throws {
        try await withCase { world, _ in
            let first = Review("r1")
            let again = " Two more weeks went by, the hotline hangs up on me and nobody reads my letters."
            try await world.visit(first, Review("r2", author: first.author, text: first.text.uppercased()))
            #expect(try await world.timeline().last == "mentioned")
            try await world.visit(
                first, Review("r2", author: first.author, text: first.text.uppercased()),
                Review("r3", author: first.author, text: first.text + again))
            #expect(try await world.timeline().last == "followed-up")
        }
    }

    // MARK: The word of staff that no page confirmed

    @Test func `a reply that no page showed in time counts no more, and the loop says so by itself`()
        async throws
    {
        var policy = Self.policy
        policy.seenWithin = .seconds(3600)
        try await withCase(policy) { world, desk in
            _ = try await desk.reply("We are sorry.", to: CaseID(1))
            #expect(try await world.clock("answer")?.state == .met)
            #expect(try await world.cases()[0].lookAgain == world.time.now() + .seconds(3600))
            world.time.advance(by: .seconds(3600))
            try await world.checkDeadlines()
            #expect(try await world.clock("answer")?.state == .met)
            world.time.advance(by: .seconds(1))
            try await world.checkDeadlines()
            #expect(try await world.clock("answer")?.state == .running)
            #expect(try await world.cases().map(\.state) == [.open])
            #expect(try await world.cases()[0].lookAgain == nil)
            #expect(try await world.timeline() == ["opened", "replied", "reply-unseen"])
            #expect(try await world.events().last == "case.reply.vanished")
            world.time.advance(by: .seconds(8 * 3600))
            try await world.checkDeadlines()
            #expect(try await world.clock("answer")?.state == .missed)
        }
    }

    @Test func `a reply that was seen is not looked for again`() async throws {
        var policy = Self.policy
        policy.seenWithin = .seconds(3600)
        try await withCase(policy) { world, desk in
            _ = try await desk.reply("We are sorry.", to: CaseID(1))
            try await world.visit(Review("r1", reply: (text: "We are sorry.", published: world.today)))
            #expect(try await world.cases()[0].lookAgain == nil)
            world.time.advance(by: .seconds(2 * 3600))
            try await world.checkDeadlines()
            #expect(try await world.clock("answer")?.state == .met)
        }
    }
}
