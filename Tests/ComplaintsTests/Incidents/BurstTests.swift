import Testing

@testable import Complaints

/// When many complaints at once are more than chance.
@Suite struct BurstTests {
    /// 2026-03-02, 12:00 UTC.
    private static let noon = Instant(seconds: 1_772_452_800)
    private static let rule = BurstRule(.usual)

    /// Four weeks of so many complaints a day, evenly.
    private func history(
        _ perDay: Double, source: SourceID = "a", before end: Instant = noon
    ) -> Baseline.History {
        var hours: [Int64: Int] = [:]
        var due = 0.0
        let last = end.milliseconds / 3_600_000
        for hour in (last - 29 * 24)..<last {
            due += perDay / 24
            hours[hour] = Int(due)
            due -= Double(Int(due))
        }
        return .init(
            source: source, since: end - .seconds(29 * 86_400), hours: hours.filter { $0.value > 0 })
    }

    private func arrivals(
        _ count: Int, over length: Duration = .seconds(1800), until end: Instant = noon,
        topic: String? = "app",
        source: SourceID = "a", authors: Int? = nil, span: Duration = .zero, isBackfill: Bool = false
    ) -> [Arrival] {
        (0..<count).map { number in
            let back = length.inMilliseconds * Int64(count - 1 - number) / Int64(max(1, count))
            return Arrival(
                mention: MentionID(Int64(1000 + number)), source: source,
                at: Instant(milliseconds: end.milliseconds - back), span: span, isBackfill: isBackfill,
                author: Int64(number % (authors ?? count) + 1), topic: topic)
        }
    }

    @Test(arguments: [
        (0.0, 5, true), (0, 4, false), (2, 6, true), (24, 6, false), (24, 14, true), (240, 20, false),
        (240, 60, true),
    ])
    func `a burst is far above what is usual, and by five authors at least`(
        perDay: Double, count: Int, isBurst: Bool
    ) {
        let found = Self.rule.look(
            arrivals(count), baseline: Baseline([history(perDay)]), topics: ["app": 10, "service": 10])
        #expect((found != nil) == isBurst)
        if let found { #expect(found.count == count) }
    }

    @Test func `one angry author is no burst, however often they write`() {
        #expect(
            Self.rule.look(arrivals(40, authors: 3), baseline: Baseline([history(1)]), topics: [:]) == nil)
    }

    @Test func `complaints about one thing stand out where others hide them`() throws {
        let others = arrivals(60, over: .seconds(86_000), topic: "service").map { arrival in
            var arrival = arrival
            arrival.mention = MentionID(arrival.mention.number + 5000)
            arrival.author += 5000
            return arrival
        }
        let all = (others + arrivals(12)).sorted { $0.at < $1.at }
        let found = try #require(
            Self.rule.look(
                all, baseline: Baseline([history(60)]), topics: ["service": 950, "app": 20]))
        #expect(found.topic == "app")
        #expect(found.count == 12)
    }

    @Test func `what a first visit brings opens nothing and tells what is usual`() {
        let brought = arrivals(30, isBackfill: true)
        let hour = Self.noon.milliseconds / 3_600_000
        let seen = Baseline.History(
            source: "a", since: Self.noon - .seconds(1800), backfill: [hour - 1: 30])
        #expect(Self.rule.look(brought, baseline: Baseline([seen]), topics: [:]) == nil)
        // An hour later as many come again: that is what this source is like.
        let later = arrivals(30, until: Self.noon + .seconds(3600))
        #expect(Self.rule.look(brought + later, baseline: Baseline([seen]), topics: [:]) == nil)
    }

    @Test func `a list with an old post pinned to it is not taken for a quiet source`() {
        let hour = Self.noon.milliseconds / 3_600_000
        var pinned = Baseline.History(source: "a", since: Self.noon - .seconds(29 * 86_400))
        for back in Int64(1)...20 { pinned.backfill[hour - back] = 1 }
        let today = arrivals(
            14, over: .seconds(12 * 3600), until: Self.noon + .seconds(12 * 3600), topic: nil)
        #expect(Self.rule.look(today, baseline: Baseline([pinned]), topics: [:]) == nil)
    }

    @Test func `a new source is no burst of its subject`() {
        let hour = Self.noon.milliseconds / 3_600_000
        let busy = Baseline.History(
            source: "b", since: Self.noon - .seconds(20 * 3600),
            backfill: Dictionary((1...20).map { (hour - Int64($0), 2) }, uniquingKeysWith: +))
        let today = arrivals(
            30, over: .seconds(16 * 3600), until: Self.noon + .seconds(16 * 3600), topic: nil, source: "b")
        #expect(
            Self.rule.look(today, baseline: Baseline([history(1), busy]), topics: [:]) == nil)
    }

    @Test func `what may have been written at any time of a day counts for a day alone`() throws {
        let vague = arrivals(9, span: .seconds(12 * 3600))
        let found = try #require(
            Self.rule.look(vague, baseline: Baseline([history(0.2)]), topics: ["app": 3]))
        #expect(found.window == .seconds(86_400))
        #expect(
            Self.rule.look(
                arrivals(9, span: Arrival.unknownSpan), baseline: Baseline([history(0.2)]), topics: [:])
                == nil)
    }

    @Test func `switched off it finds nothing; a higher number asks for more`() {
        let baseline = Baseline([history(0)])
        func found(_ settings: IncidentSettings) -> Bool {
            BurstRule(settings).look(arrivals(7), baseline: baseline, topics: [:]) != nil
        }
        #expect(!found(IncidentSettings(isOn: false, atLeast: 5)))
        #expect(found(IncidentSettings(isOn: true, atLeast: 7)))
        #expect(!found(IncidentSettings(isOn: true, atLeast: 8)))
    }

    // MARK: When it was written

    @Test(
        arguments: [
            // published, last seen before, from the past, then: how far back, how vague, backfill
            ("2026-03-02T11:50:00Z", -900, false, 600, 0, false),
            ("2026-03-02T11:50:00Z", nil, false, 600, 0, true),
            ("2026-02-20T11:50:00Z", nil, false, 864_600, 0, true),
            (nil, -900, false, 0, 900, false), (nil, nil, false, 0, 316_224_000, true),
            (nil, -900, true, 0, 316_224_000, true),
            // A gap is read back: what was written in it came by itself.
            ("2026-03-02T11:50:00Z", -900, true, 600, 0, false),
            ("2026-03-02T11:40:00Z", -900, true, 1200, 0, true),
            // Another clock.
            ("2026-03-02T20:00:00Z", nil, false, 0, 316_224_000, true),
        ] as [(String?, Int64?, Bool, Int64, Int64, Bool)])
    func `a complaint counts by the time it was written`(
        published: String?, lastSeen: Int64?, isPast: Bool, back: Int64, span: Int64, isBackfill: Bool
    ) {
        let found = Arrival.time(
            published: published.flatMap { Instant(rfc3339: $0) }.map { StatedTime($0) },
            lastSeen: lastSeen.map { Self.noon + .seconds($0) }, isPast: isPast, now: Self.noon)
        #expect(found.at == Self.noon - .seconds(back))
        #expect(found.span == .seconds(span))
        #expect(found.isBackfill == isBackfill)
    }

    @Test func `a day without an hour is as vague as the visits leave it`() {
        let day = StatedTime(Instant(seconds: 1_772_409_600), precision: .day)
        let often = Arrival.time(
            published: day, lastSeen: Self.noon - .seconds(900), isPast: false, now: Self.noon)
        #expect(often.span == .seconds(900))
        let first = Arrival.time(published: day, lastSeen: nil, isPast: false, now: Self.noon)
        #expect(first.span == .seconds(12 * 3600))
    }

    // MARK: Chance

    @Test(arguments: [
        // Poisson: P(X >= 5 | 1) = 0.00366; P(X >= 10 | 2) = 4.65e-5. Geometric (spread 1): (m / (1 + m))^k.
        (5, 1.0, 0.0, 0.003_659_8), (10, 2, 0, 4.649_8e-5), (0, 3, 0, 1), (4, 1, 1, 0.0625),
        (10, 3, 1, 0.056_313_5), (1, 100, 0, 1), (3, 5, 0, 0.875_348),
    ])
    func `the chance of so many is that of the tables`(
        count: Int, mean: Double, spread: Double, chance: Double
    ) {
        let found = chanceOfAtLeast(count, mean: mean, spread: spread)
        #expect(abs(found - chance) < chance * 1e-3)
    }
}
