import Complaints
import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing

/// Which cases and mentions a filter means, and in which order they are listed.
struct QueueTests {
    private let now = ManualTime.monday

    /// Two cases that differ in what filters ask for.
    private func fill(_ session: any Session) throws -> (one: CaseID, other: CaseID) {
        try session.keepSources(
            [
                Source.make("forum", url: "https://forum.example/"),
                Source.make("shop", url: "https://shop.example/"),
            ],
            now: now)
        func add(
            _ source: SourceID, policy: String, score: Score, language: String, _ change: (inout Case) -> Void
        ) throws -> CaseID {
            var new = Case.make(opened: now)
            change(&new)
            let id = try session.addCase(new, policy: try session.keepPolicy(name: policy, body: "{}"))
            var mention = Mention.make(source: source, score: score)
            mention.language = language
            try session.setCase(id, of: try session.addMention(mention))
            return id
        }
        let one = try add(
            "forum", policy: "pl-consumer",
            score: Score(value: 0.7, isFlagged: true, topic: "refund", cause: "late"), language: "pl"
        ) {
            $0.state = .open
            $0.owner = "ola"
            $0.topic = "refund"
            $0.urgency = .high
            $0.nearest = now + .seconds(3600)
        }
        let other = try add(
            "shop", policy: "default",
            score: Score(value: 0.9, isFlagged: true, topic: "app", cause: "outage"), language: "en"
        ) {
            $0.subject = "Bolt"
            $0.state = .new
            $0.topic = "app"
            $0.opened = now + .seconds(60)
            $0.nearest = now + .seconds(30 * 3600)
        }
        try session.addTag(Tag(stored: "vip"), to: one, at: now, by: "ola")
        try session.addTag(Tag(stored: "later"), to: other, at: now, by: "ola")
        return (one, other)
    }

    private func filter(_ change: (inout CaseFilter) -> Void) -> CaseFilter {
        var filter = CaseFilter()
        change(&filter)
        return filter
    }

    @Test(arguments: Engine.allCases)
    func `each filter of cases means one case and not the other`(engine: Engine) async throws {
        let (now, hour) = (now, Duration.seconds(3600))
        let filters: [(String, CaseFilter)] = [
            ("state", filter { $0.states = [.open, .resolved] }),
            ("owner", filter { $0.owners = [.named("ola"), .named("jan")] }),
            ("subject", filter { $0.subjects = ["Acme"] }),
            ("source", filter { $0.sources = ["forum"] }),
            ("topic", filter { $0.topics = ["refund", "price"] }),
            ("cause", filter { $0.causes = ["late"] }),
            ("language", filter { $0.languages = ["pl"] }),
            ("policy", filter { $0.policies = ["pl-consumer"] }),
            ("tag", filter { $0.tags = [Tag(stored: "vip"), Tag(stored: "promo")] }),
            ("priority", filter { $0.priorities = [.urgent] }),
            ("due", filter { $0.due = [TimeSpan(from: now, until: now + hour + hour)] }),
            ("opened", filter { $0.opened = TimeSpan(from: now, until: now + .seconds(1)) }),
            (
                "several",
                filter {
                    $0.states = [.open]
                    $0.owners = [.nobody, .named("ola")]
                    $0.sources = ["forum", "shop"]
                    $0.priorities = [.urgent, .overdue]
                    $0.due = [TimeSpan(until: now), TimeSpan(from: now, until: now + hour + hour)]
                }
            ),
        ]
        try await engine.withStore { store in
            let now = now
            for (name, filter) in filters {
                let found = try await store.write { session in
                    let known = try session.cases()
                    let ids =
                        known.count == 2
                        ? (known[1].id, known[0].id) : try self.fill(session)
                    let found = try session.caseIDs(filter, now: now)
                    #expect(try session.caseCount(filter, now: now) == found.count)
                    return (found, ids.0)
                }
                #expect(found.0 == [found.1], "\(name)")
            }
            let nobodys = try await store.read { session in
                try session.caseIDs(self.filter { $0.owners = [.nobody] }, now: now)
            }
            #expect(nobodys == [CaseID(2)])
        }
    }

    @Test(arguments: Engine.allCases)
    func `each filter of mentions means one mention and not the other`(engine: Engine) async throws {
        func filter(_ change: (inout MentionFilter) -> Void) -> MentionFilter {
            var filter = MentionFilter.inbox
            change(&filter)
            return filter
        }
        let filters: [(String, MentionFilter)] = [
            ("owner", filter { $0.owners = [.named("ola")] }), ("source", filter { $0.sources = ["forum"] }),
            ("topic", filter { $0.topics = ["refund"] }), ("cause", filter { $0.causes = ["late"] }),
            ("language", filter { $0.languages = ["pl"] }),
            ("priority", filter { $0.priorities = [.urgent] }),
            ("due", filter { $0.due = [TimeSpan(until: now + .seconds(7200))] }),
        ]
        try await engine.withStore { store in
            let now = now
            _ = try await store.write { try self.fill($0) }
            for (name, filter) in filters {
                let (found, count) = try await store.read {
                    (try $0.mentionIDs(filter, now: now), try $0.mentionCount(filter, now: now))
                }
                #expect(found == [MentionID(1)] && count == 1, "\(name)")
            }
            let (confirmed, newest) = try await store.write { session in
                try session.setReview(.init(decision: .confirmed, at: now, by: "ola"), of: MentionID(1))
                var confirmed = MentionFilter()
                confirmed.review = .confirmed
                return (try session.mentionIDs(confirmed, now: now), try session.mentionIDs(now: now))
            }
            #expect(confirmed == [MentionID(1)] && newest == [MentionID(2), MentionID(1)])
        }
    }

    /// Every mix of urgency, deadline and reach: the store sorts as the rule compares.
    @Test(arguments: Engine.allCases)
    func `the order of the queue is that of the rule, what is over comes last`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            let deadlines: [Duration?] = [
                nil, .seconds(-60), .seconds(0), .seconds(7200), .seconds(7201), .seconds(28_800),
                .seconds(86_400), .seconds(86_401),
            ]
            try await store.write { session in
                for urgency in Score.Urgency.allCases {
                    for deadline in deadlines {
                        for reach in [1, 3, 10] {
                            var new = Case.make()
                            new.urgency = urgency
                            new.nearest = deadline.map { now + $0 }
                            new.reach = reach
                            _ = try session.makeCase(new)
                        }
                    }
                }
                _ = try session.makeCase(.make(state: .resolved))
                _ = try session.makeCase(.make(state: .dismissed))
            }
            let (found, reversed, levels) = try await store.read { session in
                (
                    try session.cases(try session.caseIDs(now: now)),
                    try session.caseIDs(order: CaseOrder(.priority, isReversed: true), now: now),
                    try Priority.Level.allCases.map { level in
                        try session.caseIDs(self.filter { $0.priorities = [level] }, now: now)
                    }
                )
            }
            let priorities = found.compactMap { $0.priority(now: now) }
            #expect(priorities.count == 72 && found.suffix(2).map(\.state) == [.dismissed, .resolved])
            for (a, b) in zip(priorities, priorities.dropFirst()) { #expect(!(b < a), "\(a) before \(b)") }
            #expect(reversed == found.reversed().map(\.id))
            for (level, ids) in zip(Priority.Level.allCases, levels) {
                #expect(
                    ids == found.filter { $0.priority(now: now)?.level == level }.map(\.id), "\(level)")
                #expect(!ids.isEmpty, "\(level)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `lists are sorted by what is asked for, either way, and cut`(engine: Engine) async throws {
        try await engine.withStore { store in
            let now = now
            let orders: [(CaseOrder.By, [Int64])] = [
                (.priority, [1, 2]), (.due, [1, 2]), (.opened, [2, 1]), (.updated, [1, 2]), (.score, [2, 1]),
            ]
            try await store.write { session in
                let ids = try self.fill(session)
                try session.addTimeline(
                    TimelineEntry(at: now + .seconds(90), what: .noted, note: "called"), of: ids.one)
            }
            for (by, expected) in orders {
                let (found, reversed, first) = try await store.read {
                    (
                        try $0.caseIDs(order: CaseOrder(by), now: now).map(\.number),
                        try $0.caseIDs(order: CaseOrder(by, isReversed: true), now: now).map(\.number),
                        try $0.caseIDs(order: CaseOrder(by), limit: 1, now: now).map(\.number)
                    )
                }
                #expect(found == expected && reversed == expected.reversed(), "\(by)")
                #expect(first == [expected[0]], "\(by)")
            }
        }
    }
}
