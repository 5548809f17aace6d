import Testing

@testable import Complaints

/// What the complaints of a burst share, and what an incident is called.
@Suite struct LikenessTests {
    private static let noon = Instant(seconds: 1_772_452_800)
    /// Complaints of other days.
    private static let before: [String] = (0..<30).map { number in
        let things = ["lamp", "chair", "kettle", "blanket", "mirror", "clock"]
        let ends = ["came broken", "never came", "was too dear", "smells", "is the wrong one"]
        return "The \(things[number % 6]) \(ends[number % 5]) and nobody in this shop cares, a refund please"
    }

    private func look(
        _ texts: [String], topic: String? = nil, topics: [String: Int] = ["service": 20], names: Int? = nil
    ) -> LikenessRule.Finding? {
        let told = texts.enumerated().map { number, text in
            LikenessRule.Told(
                Arrival(
                    mention: MentionID(Int64(number + 1)), source: "a", at: Self.noon, span: .zero,
                    isBackfill: false, author: Int64(number % (names ?? texts.count) + 1), topic: topic),
                text: text)
        }
        let burst = BurstRule.Burst(
            source: nil, topic: nil, from: Self.noon, until: Self.noon, window: .seconds(3600),
            arrivals: told.map(\.arrival), count: texts.count, expected: 0.2, chance: 1e-9)
        return LikenessRule(.usual).look(burst, told: told, before: Self.before, topics: topics)
    }

    private static let outage = [
        "I cannot log in since this morning, the screen stays white", "Login is dead again",
        "Is anybody else stuck at the login?", "My mother waits for her parcel and the login does nothing",
        "White page after login, terrible", "It says error when I log in: please help, login fails",
        "Third time this week that logging in fails, shame",
    ]

    @Test func `customers in their own words share a word that nobody used before`() throws {
        let found = try #require(look(Self.outage))
        #expect(found.likeness.words.contains("login"))
        #expect(!found.likeness.isOneWording)
        #expect(found.members.count >= 5)
        let incident = incident(found)
        #expect(incident.kind == .outage)
        #expect(incident.why == "7 complaints within 1h, where 0.2 are usual; they share “login”")
    }

    @Test func `inflected words are one word`() throws {
        let found = try #require(
            look([
                "Paczkomat znowu nie działa", "Stoję przy paczkomacie i nic",
                "Zepsute paczkomaty w całym mieście",
                "Do paczkomatu nie da się nic włożyć", "Co się dzieje z paczkomatami?",
            ]))
        #expect(found.likeness.words.count == 1)
        #expect(found.likeness.words[0].hasPrefix("paczkomat"))
    }

    @Test func `the same of many products is a bad batch`() throws {
        let found = try #require(look(Self.outage, topic: "product"))
        #expect(found.likeness.topic == "product")
        #expect(incident(found).kind == .batch)
    }

    @Test func `nearly equal texts under several names are an attack`() throws {
        let texts = (0..<8).map {
            "Never buy anything here, they cheat old people and laugh about it, number \($0), warn your friends!"
        }
        let found = try #require(look(texts))
        #expect(found.likeness.isOneWording)
        #expect(incident(found).kind == .attack)
        #expect(incident(found).why.contains("they may not be customers"))
        #expect(look(texts, names: 1) == nil)
    }

    @Test func `complaints that have nothing in common are no incident`() {
        let strangers = [
            "Soup was cold", "My parcel lies in Gdynia since Easter", "Rude man on line two",
            "Charged twice for one ticket!", "Shoes fell apart after walking home", "Noise until midnight",
            "You lost my passport copy", "Kein Rückruf seit Wochen",
        ]
        #expect(look(strangers) == nil)
    }

    @Test func `what comes later belongs to it by a word, or by the topic`() {
        let reader = LikenessReader(Likeness(topic: "app", words: ["login", "white"]))
        #expect(reader.shares(topic: nil, text: "still no LOGIN for me"))
        #expect(reader.shares(topic: "app", text: "what is this"))
        #expect(!reader.shares(topic: "service", text: "the queue was endless"))
        #expect(!LikenessReader(Likeness()).shares(topic: nil, text: "anything"))
    }

    private func incident(_ found: LikenessRule.Finding) -> Incident {
        let burst = BurstRule.Burst(
            source: nil, topic: nil, from: Self.noon, until: Self.noon, window: .seconds(3600),
            arrivals: found.members, count: 7, expected: 0.2, chance: 1e-9)
        return Incident(burst, found, subject: "Acme", usualRate: 0.1, now: Self.noon)
    }

    @Test(
        arguments: [
            // Hours since it opened; hours back at which complaints were written.
            (1.0, [], false), (5, [4.5], true), (7, [6.5], true), (7, [0.5, 1, 1.5], false),
            (7, [4, 4.5, 5], false),
            (7, [2, 5], true), (48, [], true),
        ] as [(Double, [Double], Bool)])
    func `it is over when it was calm twice over`(since: Double, back: [Double], isOver: Bool) throws {
        var incident = incident(try #require(look(Self.outage)))
        incident.opened = Self.noon - .milliseconds(Int64(since * 3_600_000))
        let times = back.map { Self.noon - .milliseconds(Int64($0 * 3_600_000)) }
        #expect(incident.isOver(times, now: Self.noon) == isOver)
    }
}
