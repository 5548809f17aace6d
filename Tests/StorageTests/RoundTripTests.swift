import Complaints
import Storage
import TestSupport
import Testing

/// What is stored comes back as it was.
@Suite struct RoundTripTests {
    private let now = ManualTime.monday

    private func rich() -> Mention {
        var mention = Mention.make(
            author: "Żaneta \u{1F621}",
            published: StatedTime(now - .seconds(3600), precision: .day, offset: 7200),
            content: Content(
                title: "Fatalnie", text: "Nie działa.\n'; DROP TABLE mention; --\u{1}x",
                rating: Rating(value: 1.5, best: 6, worst: 0.5),
                reply: Reply(
                    author: "Acme", published: StatedTime(now, precision: .minute), text: "Przepraszamy.")),
            score: Score(
                value: 0.875, isFlagged: true, urgency: .high, topic: "delivery", cause: "late",
                isLegal: true,
                language: "pl",
                reasons: [
                    .init(what: "says \"nie\tdziała\"", weight: 1.25),
                    .init(what: "1 of 6 stars", weight: -0.5),
                ]))
        mention.siteID = "r-7"
        mention.url = "https://shop.example/r/7"
        mention.language = "pl"
        return mention
    }

    @Test(arguments: Engine.allCases)
    func `a mention with all it has`(engine: Engine) async throws {
        try await engine.withStore { store in
            let new = rich()
            let stored = try await store.write { session in
                try session.makeSource("acme-opinions")
                let id = try session.addMention(new)
                return try session.mention(id)
            }
            var expected = new
            expected.id = MentionID(1)
            expected.cluster = ClusterID(1)
            #expect(stored == expected)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a zero byte in a text does not cut it off`(engine: Engine) async throws {
        try await engine.withStore { store in
            let text = try await store.write { session in
                try session.makeSource("acme-opinions")
                let id = try session.addMention(.make(content: Content(text: "Bad\0 shop.")))
                return try session.mention(id)?.content.text
            }
            #expect(text == "Bad shop.")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a mention with as little as there is`(engine: Engine) async throws {
        try await engine.withStore { store in
            let new = Mention.make(
                author: nil, content: Content(text: ""), score: Score(value: 0, isFlagged: false))
            let stored = try await store.write { session in
                try session.makeSource("acme-opinions")
                return try session.mention(try session.addMention(new))
            }
            var expected = new
            expected.id = MentionID(1)
            expected.cluster = ClusterID(1)
            #expect(stored == expected)
        }
    }

    @Test(arguments: Engine.allCases)
    func `every wording of a mention stays as a revision`(engine: Engine) async throws {
        try await engine.withStore { store in
            let (first, later) = (rich(), now + .seconds(60))
            let edited = Content(text: "Działa już.", rating: Rating(value: 5))
            let (mention, revisions) = try await store.write { session in
                try session.makeSource("acme-opinions")
                let id = try session.addMention(first)
                try session.reviseMention(
                    id, content: edited, score: Score(value: 0.1, isFlagged: false, urgency: .low),
                    seen: later)
                return (try session.mention(id), try session.revisions(of: id))
            }
            #expect(
                revisions == [
                    Revision(number: 1, seen: now, content: first.content),
                    Revision(number: 2, seen: later, content: edited),
                ])
            #expect(mention?.content == edited)
            #expect(mention?.revisionCount == 2)
            #expect(mention?.changed == later)
            #expect(mention?.firstSeen == now)
            #expect(mention?.score.isFlagged == false)
        }
    }

    @Test(arguments: Engine.allCases)
    func `presence, case, cluster and decision of a mention`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            let mention = try await store.write { session in
                try session.makeSource("acme-opinions")
                let (a, b) = (try session.addMention(.make()), try session.addMention(.make()))
                try session.setPresence(.vanished, of: b)
                try session.setCase(try session.makeCase(), of: b)
                try session.setCluster(ClusterID(a.number), of: b)
                try session.setReview(.init(decision: .dismissed, at: now, by: "ola", why: "a test"), of: b)
                #expect(try session.mentions(in: ClusterID(a.number)).map(\.id) == [a, b])
                #expect(try session.mentions(of: CaseID(1)).map(\.id) == [b])
                #expect(try session.mentionIDs(.inbox, now: ManualTime.monday) == [a])
                return try session.mention(b)
            }
            #expect(mention?.presence == .vanished)
            #expect(mention?.caseID == CaseID(1))
            #expect(mention?.review == .init(decision: .dismissed, at: now, by: "ola", why: "a test"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a case with clocks, warnings and timeline`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                var found = Case.make(state: .open, owner: "ola", due: now + .seconds(60))
                found.posted = now - .seconds(60)
                found.urgency = .high
                found.topic = "refund"
                found.id = try session.makeCase(found)
                #expect(try session.case(found.id) == found)
                found.state = .answered
                found.owner = nil
                found.version = 9
                found.due = nil
                try session.update(found)
                #expect(try session.case(found.id) == found)
                #expect(try session.policyBody(of: found.id) == "{}")

                let running = ClockReading(name: "answer", due: now + .seconds(60), state: .running)
                let off = ClockReading(name: "resolve", due: nil, state: .off)
                try session.keepClock(running, place: 0, of: found.id)
                try session.keepClock(off, place: 1, of: found.id)
                #expect(try session.clocks(of: found.id) == [running, off])
                #expect(try session.nextDeadline() == now + .seconds(60))
                let met = ClockReading(name: "answer", due: now + .seconds(60), state: .met, stoppedAt: now)
                try session.keepClock(met, place: 0, of: found.id)
                #expect(try session.clocks(of: found.id) == [met, off])
                #expect(try session.nextDeadline() == nil)

                let entries =
                    TimelineEntry.What.allCases.map {
                        TimelineEntry(at: now, by: "ola", what: $0, note: "n", statement: "s", time: now)
                    } + [TimelineEntry(at: now, what: .opened)]
                for entry in entries { try session.addTimeline(entry, of: found.id) }
                #expect(try session.timeline(of: found.id) == entries)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same policy is kept once, another wording beside it`(engine: Engine) async throws {
        try await engine.withStore { store in
            let ids = try await store.write { session in
                try ["{}", "{}", "{1}"].map { try session.keepPolicy(name: "default", body: $0) }
            }
            #expect(ids[0] == ids[1])
            #expect(ids[1] != ids[2])
        }
    }

    @Test(arguments: Engine.allCases)
    func `warnings given stay, others are replaced`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                let id = try session.makeCase()
                let due = now + .seconds(100)
                let warnings = [10, 20, 30].map { (clock: "answer", at: now + .seconds($0), due: due) }
                try session.keepWarnings(warnings, of: id, now: now)
                #expect(try session.nextDeadline() == now + .seconds(10))
                try session.markWarned(id, clock: "answer", upTo: now + .seconds(20), now: now)
                try session.keepWarnings(warnings, of: id, now: now)
                #expect(try session.casesToWarn(now: due, limit: 9) == [id])
                let left = try session.warningsDue(of: id, now: due)
                #expect(left.map(\.at) == [now + .seconds(30)])
                try session.keepWarnings([], of: id, now: now)
                #expect(try session.warningsDue(of: id, now: due).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `pages, places on a list, hosts, identities`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeSource("acme-opinions", "other")
                let source: SourceID = "acme-opinions"
                var page = PageState(
                    url: "https://a.example/", etag: "\"x\"", lastModified: "Mon", bodyHash: .min,
                    readAs: .max,
                    next: "https://a.example/2", isFeed: true, records: 3)
                try session.keep(page, of: source)
                try session.keep(page, of: "other")
                page.etag = nil
                page.bodyHash = nil
                try session.keep(page, of: source)
                #expect(try session.pageStates(of: source) == [page])
                try session.forgetPage(page.url, of: source)
                #expect(try session.pageStates(of: source).isEmpty)
                #expect(try session.pageStates(of: "other").count == 1)

                let (a, b) = (try session.addMention(.make()), try session.addMention(.make()))
                let first = Listing([
                    ListedPage(
                        url: "p", readAs: 7,
                        entries: [
                            Listed(mention: b, print: -5), Listed(mention: nil, print: .max),
                            Listed(mention: a, print: .min, missing: 2),
                        ]),
                    ListedPage(url: "q", entries: [Listed(mention: a)]),
                    ListedPage(url: "d", isDetail: true, entries: [Listed(mention: a)]),
                ])
                try session.keep(first, of: source, before: Listing())
                #expect(try session.listing(of: source) == first)
                let second = Listing([first.pages[1], first.pages[2]])
                try session.keep(second, of: source, before: first)
                #expect(try session.listing(of: source) == second)
                let others = try session.listing(of: "other")
                #expect(others.isEmpty)

                try session.keepRobots(Array("x".utf8), status: 200, of: "https://a.example", fetched: now)
                try session.holdHost("a.example", until: now + .seconds(60))
                try session.holdHost("a.example", until: now + .seconds(30))
                #expect(try session.host("https://a.example")?.robots == Array("x".utf8))
                #expect(try session.heldHosts(now: now) == ["a.example": now + .seconds(60)])
                #expect(try session.heldHosts(now: now + .seconds(60)).isEmpty)

                try session.keepIdentity(Identity(strong: ["s"], weak: ["w"]), of: a)
                try session.keepIdentity(Identity(strong: ["s"], weak: []), of: b)
                let known = try session.knownMentions(["s", "w", "x"] + (0..<2000).map { "none\($0)" })
                #expect(known.mapValues(\.id) == ["s": b, "w": a])
                #expect(known["w"]?.source == source)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an alert goes from pending to delivered or dead, with each attempt on record`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let now = now
            try await store.write { session in
                try session.makeEvent("evt_1", to: ["desk", "chat"])
                let due = try session.claimDueAlerts(
                    endpoint: "desk", now: now, limit: 9, lease: now + .seconds(9))
                #expect(due.map(\.event.text) == ["evt_1"])
                #expect(due[0].body == Array("{\"id\":\"evt_1\"}".utf8))
                try session.addDeliveries([
                    Delivery(alert: due[0].number, at: now, status: 500, error: nil, took: .seconds(1))
                ])
                try session.retryAlert(
                    due[0].number, at: now + .seconds(5), error: "it answered 500", now: now)
                #expect(
                    try session.hasDueAlert(endpoint: "desk", now: now, lease: now + .seconds(9)) == false)
                try session.addDeliveries([
                    Delivery(alert: due[0].number, at: now, status: 200, error: nil, took: .seconds(1))
                ])
                try session.markDelivered([(due[0].number, now + .seconds(6))])
                let alert = try #require(try session.alerts(endpoint: "desk").first)
                #expect(alert.state == .delivered)
                #expect(alert.attempts == 2)
                #expect(alert.delivered == now + .seconds(6))
                #expect(alert.nextAttempt == nil && alert.lastError == nil)
                #expect(alert.type == .caseOpened && alert.subject == "case/1")
                #expect(try session.deliveries(of: EventID("evt_1"), to: "desk").map(\.status) == [500, 200])

                let other = try #require(try session.alerts(endpoint: "chat").first)
                try session.markDead(other.number, error: "gone")
                #expect(try session.alerts(state: .dead).map(\.endpoint) == ["chat"])
                try session.resend([other.number], now: now)
                #expect(try session.alerts(state: .pending).map(\.endpoint) == ["chat"])
                // The event went to `desk` already: it is not sent there a second time.
                #expect(try session.strandedAlerts(known: ["desk"]).map(\.endpoint) == ["chat"])
                #expect(try session.resend([other.number], to: "desk", now: now) == 0)
                #expect(try session.alerts(endpoint: "chat").map(\.state) == [.dropped])
                #expect(try session.strandedAlerts(known: ["desk"]).isEmpty)
                #expect(try session.resend([other.number], to: "room", now: now) == 1)
                #expect(try session.alerts(state: .pending).map(\.endpoint) == ["room"])
                #expect(try session.strandedAlerts(known: ["room"]).isEmpty)
                try session.drop([other.number, alert.number])
                #expect(
                    try session.alerts().map(\.state).sorted { $0.rawValue < $1.rawValue } == [
                        .delivered, .dropped,
                    ])
            }
        }
    }
}
