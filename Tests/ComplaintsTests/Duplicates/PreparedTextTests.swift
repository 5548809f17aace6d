import Testing

@testable import Complaints

/// The short ways to "these are two complaints" never miss one.
struct PreparedTextTests {
    private static let stories = [
        "I ordered a kettle for the office on 3 March and it broke after two days, nobody answers my e-mails.",
        "Order number 4471182, kettle. The courier left the box in the rain and support hung up when I called.",
        "Czekam na zwrot pieniędzy za ekspres do kawy od 14 dni, zamówienie 88213377, infolinia milczy.",
        "Заказ 55120934 не доставили, курьер не приехал в понедельник, деньги за чайник не возвращают уже две недели.",
        "RT @anna: the bank took 1200 zł from my account on Monday and the branch in Mill Street knows nothing",
        "Great price for a kettle of this class, I would buy it again.", "Never again!",
    ]
    private static let names: [String?] = [
        nil, "Anna Kos", "anna_kos82", "Jan Kowalski", "J. Kowalski", "Jan Kowalski 82", "Maria Nowak",
        "Ewa Kos",
        "klient", "Żaneta Wójcik", "zaneta wojcik", "Олег Петров", "angry_customer",
    ]
    private static let sites: [String?] = [nil, "a.example", "b.example"]

    /// Changed here and there, the same in every run.
    private static func texts(seed: UInt64) -> [ComparedText] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func chance(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % most
        }
        return (0..<24).map { _ in
            var words = stories[chance(stories.count)].split(separator: " ").map(String.init)
            for _ in 0..<chance(words.count) {
                let at = chance(words.count)
                switch chance(5) {
                case 0: words[at] = "\(chance(4000))"
                case 1 where words.count > 2: words.remove(at: at)
                case 2: words[at] = words[chance(words.count)]
                case 3:
                    words += stories[chance(stories.count)].split(separator: " ").prefix(4).map(String.init)
                default: break
                }
            }
            return ComparedText(
                text: words.joined(separator: " "), author: names[chance(names.count)],
                published: Instant(milliseconds: Int64(chance(500)) * 86_400_000),
                site: sites[chance(sites.count)])
        }
    }

    @Test(arguments: 1...30)
    func `a twin is found by the short way exactly where the long way finds one`(seed: UInt64) {
        let texts = Self.texts(seed: seed)
        for (index, text) in texts.enumerated() {
            var (short, long) = (ComparedOnce(text), ComparedOnce(text))
            for other in texts[index...] {
                let expected = long.compare(other)
                let prepared = PreparedText(other)
                let found = short.twin(prepared)
                #expect((found != nil) == expected.verdict.isSameComplaint, "\(text) | \(other)")
                if let found {
                    #expect(found.verdict == expected.verdict && found.why == expected.why)
                    #expect(short.glance.mayBeOneComplaint(with: prepared.glance), "\(text) | \(other)")
                }
            }
        }
    }

    @Test func `most texts are told apart at a glance`() {
        let glances = Self.stories.map {
            PreparedText(ComparedText(text: $0, author: "Anna Kos \($0.count)")).glance
        }
        #expect(glances[0].mayBeOneComplaint(with: glances[0]))
        let others = Self.stories.map { PreparedText(ComparedText(text: $0, author: "Olga Petrenko")).glance }
        #expect(!glances[0].mayBeOneComplaint(with: others[2]))
        #expect(!glances[2].mayBeOneComplaint(with: others[3]))
    }

    @Test(arguments: [
        ("Read more", true), ("it broke. Read more...", true), ("CZYTAJ WIĘCEJ", true), ("Подробнее", true),
        ("ещё Читать далее", true), ("weiterlesen…", true), ("[edited] it broke", true),
        ("it broke [EDITED] .", true),
        ("it broke", false), ("сломался чайник", false), ("", false), (" . ", false), ("żółć", false),
        ("see more\r\n", true),
        ("so much more", false), ("číst dále", true), ("ein Leser", false),
    ])
    func `what sites put behind a text is seen by its last letters`(text: String, isThere: Bool) {
        #expect((SiteFurniture.removed(from: text) != nil) == isThere)
    }

    @Test func `a row of hashes is sorted, each once`() {
        var state: UInt64 = 7
        for count in [0, 1, 2, 5, 16, 100, 3000] {
            var found = (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return state
            }
            found += found.prefix(count / 3)
            #expect(Shingles.sortedOnce(found) == Set(found).sorted())
        }
        #expect(Shingles.sortedOnce(Array(repeating: 5, count: 100)) == [5])
    }

    @Test(arguments: [
        "Anna Maria Kos", "JanKowalski82", "jan_kowalski", "Żaneta O’Hara-Wójcik", "Æther Straße",
        "Иван Петров", "ИванПетров",
        "Ελένη Παπαδοπούλου", "A B", "anna", "Anna\r\nKos", "Zoë\u{301} Nöel", "ǅ Ab Cde", "ªbc Def Ghi",
        "李 明", "Anna  Kos ", "1a2b3c",
    ])
    func `a name is read by tables as its characters say`(name: String) {
        let (plain, any) = (NameReading(name), NameReading(inAnyScript: name))
        #expect(plain.parts == any.parts && plain.isInFull == any.isInFull)
    }
}
