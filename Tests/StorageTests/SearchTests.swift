import Complaints
import Storage
import TestSupport
import Testing

/// Full-text search over mentions and cases.
struct SearchTests {
    private static let now = ManualTime.monday

    @discardableResult
    private static func add(
        _ text: String, title: String? = nil, author: String? = "Anna", reply: String? = nil,
        source: SourceID = "a", days: Int64 = 0, in session: any Session
    ) throws -> MentionID {
        let content = Content(title: title, text: text, reply: reply.map { Reply(text: $0) })
        return try session.addMention(
            .make(
                source: source, author: author, published: StatedTime(now - .seconds(days * 86_400)),
                content: content,
                seen: now))
    }

    private static func found(
        _ query: String, scope: Search.Scope = .all, since: Instant? = nil, until: Instant? = nil,
        limit: Int = 50, in session: any Session
    ) throws -> [SearchHit] {
        try session.search(
            Search(try SearchQuery(query), since: since, until: until, scope: scope, limit: limit, now: now))
    }

    private static func mentions(_ query: String, in session: any Session) throws -> [Int64] {
        try found(query, scope: .mentions, in: session).compactMap { hit in
            if case .mention(let mention, _, _) = hit.place { return mention.id.number }
            return nil
        }
    }

    private static let texts: [(query: String, numbers: Set<Int64>)] = [
        ("zabka", [1]), ("ŻABKA", [1]), ("zabk*", [1, 2]), ("stroze", [2]), ("\"the parcel\"", [3]),
        ("parcel the", [3, 4]), ("\"parcel the\"", [4]), ("parcel -late", [3]),
        ("parcel NOT (late OR lost)", []),
        ("zabka OR stroze", [1, 2]), ("e-mail", [5]), ("jan@shop.example", [5]), ("#42", [5]), ("退款", [6]),
        ("款退", []), ("เงินคืน", [7]), ("author:piotr", [5]), ("piotr", [5]), ("text:piotr", []),
        ("title:refund", [6]), ("refund", [6]), ("reply:sorry", [4]), ("sorry", [4]), ("сбербанк", [8]),
        ("note:parcel", []), ("\"\"\" parcel", [3, 4]), ("source:b", [8]), ("parcel source:b", []),
        ("mention:3", [3]), ("parcel -mention:3", [4]), ("language:pl", []), ("nothing-of-it", []),
    ]

    @Test(arguments: Engine.allCases)
    func `mentions are found by their words, however they are written`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a", "b")
                try Self.add("W Żabce i w Żabka", in: session)
                try Self.add("Stróże z Żabkowa", in: session)
                try Self.add("The parcel is lost", in: session)
                try Self.add("A late parcel. The clerk", reply: "We are sorry", in: session)
                try Self.add("E-mail to jan@shop.example about #42", author: "Piotr", in: session)
                try Self.add("我要退款", title: "Refund!", in: session)
                try Self.add("ฉันต้องการเงินคืนตอนนี้", in: session)
                try Self.add("Сбербaнк не отвечает", source: "b", in: session)
                for (query, numbers) in Self.texts {
                    #expect(Set(try Self.mentions(query, in: session)) == numbers, "\(query)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `all that a mention ever said is found, once, and which wording it was`(engine: Engine) async throws
    {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a")
                let id = try Self.add("The courier shouted", in: session)
                let later = Content(text: "The courier was rude", reply: Reply(text: "Our apologies"))
                try session.reviseMention(
                    id, content: later, score: Score(value: 0.9, isFlagged: true),
                    seen: Self.now + .seconds(60))
                try session.setPresence(.vanished, of: id)
                func hit(_ query: String) throws -> (revision: Int, text: String)? {
                    let found = try Self.found(query, in: session)
                    #expect(found.count == 1, "\(query)")
                    guard case .mention(let mention, let revision, let content)? = found.first?.place else {
                        return nil
                    }
                    #expect(mention.presence == .vanished && mention.content == later)
                    return (revision, content.text)
                }
                #expect(try #require(try hit("shouted")) == (1, "The courier shouted"))
                #expect(try #require(try hit("rude")) == (2, "The courier was rude"))
                #expect(try #require(try hit("courier")).revision > 0)
                #expect(try #require(try hit("apologies")).revision == 2)
                #expect(try Self.found("shouted rude", in: session).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `cases are found by what staff wrote, and each once by its mentions`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a")
                let (one, two) = (try session.makeCase(.make(owner: "ola")), try session.makeCase())
                for text in ["parcel lost", "lost again"] {
                    try session.setCase(one, of: try Self.add(text, in: session))
                }
                try Self.add("lost without a case", in: session)
                func write(_ entry: TimelineEntry, _ id: CaseID) throws {
                    try session.addTimeline(entry, of: id)
                }
                try write(
                    TimelineEntry(at: Self.now, by: "ola", what: .noted, note: "Called the warehouse"), one)
                try write(
                    TimelineEntry(at: Self.now, by: "jan", what: .replied, statement: "We lost it"), two)
                try write(TimelineEntry(at: Self.now, what: .missed, note: "warehouse"), two)
                func cases(_ query: String, _ scope: Search.Scope) throws -> [CaseID] {
                    try Self.found(query, scope: scope, in: session).compactMap(\.caseID)
                }
                #expect(try cases("warehouse", .all) == [one])
                #expect(try cases("said:lost", .all) == [two])
                #expect(Set(try cases("lost", .cases)) == [one, two])
                #expect(try cases("lost", .cases).count == 2)
                #expect(try cases("lost", .notes) == [two])
                #expect(try Self.found("lost", scope: .mentions, in: session).count == 3)
                #expect(try Self.found("lost case:\(one.number)", in: session).count == 2)
                #expect(try cases("lost owner:OLA", .cases) == [one])
                #expect(try cases("lost -owner:ola", .cases) == [two])
                #expect(try cases("warehouse state:resolved", .all).isEmpty)
                try session.addTag(try Tag("vip"), to: two, at: Self.now, by: "ola")
                #expect(try cases("lost tag:vip", .all) == [two])
                #expect(try cases("case:\(two.number)", .notes) == [two])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the rarer and the newer come first, in a period, up to a limit`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a")
                for days in stride(from: Int64(0), through: 900, by: 100) {
                    try Self.add("lost parcel", days: days, in: session)
                }
                try Self.add("parcel parcel parcel", days: 5, in: session)
                let ages = try Self.found("lost", in: session).map { Self.now - $0.at }
                #expect(ages == ages.sorted() && ages.count == 10)
                #expect(try Self.mentions("parcel", in: session).first == 11)
                #expect(try Self.found("lost", limit: 3, in: session).count == 3)
                let (since, until) = (Self.now - .seconds(350 * 86_400), Self.now - .seconds(150 * 86_400))
                #expect(try Self.found("lost", since: since, until: until, in: session).count == 2)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was not committed is not found`(engine: Engine) async throws {
        struct Stop: Error {}
        try await engine.withStore { store in
            try await store.write { try $0.makeSource("a") }
            await #expect(throws: Stop.self) {
                try await store.write { session in
                    try Self.add("lost", in: session)
                    throw Stop()
                }
            }
            #expect(try await store.read { try Self.found("lost", in: $0).isEmpty })
        }
    }

    @Test func `a store from before is indexed by and by, the newest first, and is exact meanwhile`()
        async throws
    {
        try await Engine.memory.withStore { store in
            try await store.write { session in
                try session.makeSource("a")
                let id = try session.makeCase()
                for number in 1...25 { try Self.add("lost n\(number)", in: session) }
                let first = MentionID(1)
                try session.reviseMention(
                    first, content: Content(text: "found"), score: Score(value: 0.9, isFlagged: true),
                    seen: Self.now)
                for _ in 0..<3 {
                    try session.addTimeline(
                        TimelineEntry(at: Self.now, by: "ola", what: .noted, note: "old note"), of: id)
                }
                // As after the migration of a store that had them.
                for index in ["mention_words", "case_words"] {
                    try session.execute("INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
                }
                try session.execute("UPDATE search_fill SET below = 26, top = 25 WHERE what = 'mention'")
                try session.execute("UPDATE search_fill SET below = 4, top = 3 WHERE what = 'timeline'")
                let fill = try session.searchFill()
                #expect(fill.indexed == 0 && fill.all == 28 && !fill.isComplete)
                try Self.add("lost n26", in: session)
                try session.reviseMention(
                    first, content: Content(text: "found again"), score: Score(value: 0.9, isFlagged: true),
                    seen: Self.now)
                #expect(try Self.mentions("lost OR found", in: session) == [26])
                #expect(try session.fillSearch(limit: 10))
                #expect(Set(try Self.mentions("lost", in: session)) == Set(16...26))
                #expect(try session.searchFill().indexed == 10)
                while try session.fillSearch(limit: 10) {}
                #expect(Set(try Self.mentions("lost", in: session)) == Set(1...26))
                #expect(try Self.mentions("found", in: session) == [1])
                #expect(try Self.mentions("again", in: session) == [1])
                #expect(try Self.found("old", in: session).count == 3)
                #expect(try session.searchFill().isComplete)
                try session.reviseMention(
                    first, content: Content(text: "at last"), score: Score(value: 0.9, isFlagged: true),
                    seen: Self.now)
                #expect(try Self.mentions("last", in: session) == [1])
            }
        }
    }
}
