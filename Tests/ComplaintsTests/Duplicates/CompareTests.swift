import Foundation
import Testing
import TestSupport

@testable import Complaints

struct CompareTests {
    static let story = """
        I ordered a washing machine on 3 March and paid 1299 at once. It came with a cracked drum, the courier left
        it in the hall and drove away. Since then I have called the hotline eleven times, each time somebody else
        promised to call back, and nobody ever did. I want my money back and I want somebody to collect this thing.
        """

    @Test func `the same words by the same author on the same site are the same`() {
        let a = ComparedText(text: Self.story, author: "Anna K.", site: "reviews.example")
        let b = ComparedText(text: Self.story.uppercased(), author: "anna k", site: "Reviews.example")
        #expect(compare(a, b).verdict == .same)
        #expect(compare(a, b).similarity == 1)
    }

    @Test func `the same author on another site is a cross-post, with other boilerplate too`() {
        let a = ComparedText(text: Self.story, author: "Anna K.", site: "reviews.example")
        let b = ComparedText(
            text: "Posted on my page as well.\n" + Self.story + "\nThanks for reading!", author: "Anna K.",
            site: "forum.example")
        #expect(compare(a, b).verdict == .crossPost)
    }

    @Test func `an edited text of the same author is edited`() {
        let longer =
            Self.story + " Update: still nothing, and now the shop does not pick up the phone at all."
        let a = ComparedText(text: Self.story, author: "Anna K.", site: "reviews.example")
        let b = ComparedText(text: longer, author: "Anna K.", site: "reviews.example")
        #expect(compare(a, b).verdict == .edited)
    }

    @Test(
        arguments: [
            ("3 March", "9 April"), ("1299", "850"), ("eleven times", "in Cracow"),
        ])
    func `another customer's copy with another fact is different`(from: String, to: String) {
        var copied = Self.story.replacing(from, with: to)
        if to == "in Cracow" { copied = copied.replacing("in the hall", with: "in Berlin") }
        let mine = to == "in Cracow" ? Self.story.replacing("in the hall", with: "in Paris") : Self.story
        let result = compare(
            ComparedText(text: mine, author: "Anna K.", site: "a.example"),
            ComparedText(text: copied, author: "Piotr", site: "a.example"))
        #expect(result.verdict == .different)
        #expect(result.why.contains("another "))
        #expect(result.why.contains(" / "))
    }

    @Test func `short words that anybody may write are never the same`() {
        for text in ["Terrible service", "Nie polecam!", "Ужасный банк, не рекомендую никому"] {
            let result = compare(
                ComparedText(text: text, author: "Anna", site: "a.example"),
                ComparedText(text: text, author: "Piotr", site: "a.example"))
            #expect(result.verdict == .different)
            #expect(compare(ComparedText(text: text), ComparedText(text: text)).verdict == .different)
        }
    }

    @Test func `nobody's name is nobody's proof`() {
        let result = compare(
            ComparedText(text: "Bad, bad, bad shop here", author: "Anonymous", site: "a.example"),
            ComparedText(text: "Bad, bad, bad shop here", author: "anonymous", site: "a.example"))
        #expect(result.verdict == .different)
    }

    @Test func `a long text copied word for word is the same even under another name`() {
        let a = ComparedText(text: Self.story, author: "Anna K.", site: "a.example")
        let b = ComparedText(text: Self.story, author: "anka77", site: "b.example")
        #expect(compare(a, b).verdict == .crossPost)
    }

    @Test(
        arguments: [
            ("Anna K.", "anka77", "a.example", SameVerdict.related),
            ("Anna K.", "anka77", "b.example", .crossPost),
            ("Anna Kos", "Piotr Zet", "b.example", .related),
            ("Anna Kos", "Jan Kos", "b.example", .crossPost),
            ("Anna Kos", "Jan Kos", "a.example", .related), (nil, "Piotr Zet", "a.example", .same),
        ] as [(String?, String, String, SameVerdict)])
    func `two customers of one site, or by their full names, each have a complaint of their own`(
        one: String?, other: String, site: String, verdict: SameVerdict
    ) {
        let result = compare(
            ComparedText(text: Self.story, author: one, site: "a.example"),
            ComparedText(text: Self.story, author: other, site: site))
        #expect(result.verdict == verdict, "\(result)")
    }

    @Test func `who passes a post on has no complaint of his own`() {
        let a = ComparedText(text: Self.story, author: "Anna Kos", site: "a.example")
        let passed = ComparedText(text: "RT @annakos: " + Self.story, author: "Piotr Zet", site: "a.example")
        #expect(compare(a, passed).verdict.isSameComplaint)
        #expect(
            compare(a, ComparedText(text: Self.story, author: "Piotr Zet", site: "a.example")).verdict
                == .related)
    }

    @Test func `an order that two names tell of in other words is for staff to look at`() {
        let a =
            "The stove of order 483920 leaks gas, I was told to wait for a fitter and paid £1,249 for that."
        let b = "My husband bought a cooker here for £1,249. It smells. Order 483920, nobody has come since."
        for (names, verdict) in [
            (("Anna Kos", "Piotr Zet"), SameVerdict.related), (("Anna Kos", "anna.kos"), .edited),
        ] {
            let result = compare(
                ComparedText(text: a, author: names.0, site: "a.example"),
                ComparedText(text: b, author: names.1, site: "a.example"))
            #expect(result.verdict == verdict, "\(result)")
        }
        // The same words about the same order are one complaint, whoever of the house posts them.
        #expect(
            compare(
                ComparedText(text: a, author: "Anna Kos", site: "a.example"),
                ComparedText(text: a + " Shame!", author: "Piotr Kos", site: "a.example")
            ).verdict.isSameComplaint)
    }

    @Test func `a hotline that two customers name makes no one of them`() {
        let a =
            "The hotline 800 123 456 hangs up after an hour of music and my card is still blocked, please help."
        let b =
            "The hotline 800 123 456 hangs up after an hour of music and my card is still blocked, please do help."
        #expect(
            compare(
                ComparedText(text: a, author: "Anna Kos", site: "a.example"),
                ComparedText(text: b, author: "Piotr Zet", site: "a.example")
            ).verdict == .related)
    }

    @Test(
        arguments: [
            ("by Mrs Hill", "by Mr Barnes"), ("in Mill Street", "in Station Road"),
            ("von Frau Hahn", "von Herrn Vogt"),
            ("Filiale Bahnhofstraße", "Filiale Lindenallee"), ("przez panią Kos", "przez pana Zawadę"),
            ("przy ulicy Polnej", "przy ulicy Długiej"), ("на улице Мира", "на улице Ленина"),
            ("par Madame Petit", "par Monsieur Morel"), ("rue Pasteur", "rue Voltaire"),
            ("calle Luna", "calle Mayor"), ("la señora Ruiz", "el señor Vega"),
        ])
    func `a copy that names another clerk or street is another complaint`(from: String, to: String) {
        let copied = { (slot: String) in
            "They took my papers \(slot), lost them twice, sent me home without an answer, and now they say that I never "
                + "handed anything in, which is a lie that three people can tell you about."
        }
        #expect(
            compare(ComparedText(text: copied(from)), ComparedText(text: copied(to))).verdict == .different)
    }

    @Test func `the second order of one author is another complaint`() {
        let text = "Order 1177 never arrived, support does not answer my letters at all, shame on you."
        let a = ComparedText(text: text, author: "Anna", site: "a.example")
        let b = ComparedText(text: text.replacing("1177", with: "2288"), author: "Anna", site: "a.example")
        #expect(compare(a, b).verdict == .related)
    }

    @Test func `empty texts are different`() {
        #expect(compare(ComparedText(text: ""), ComparedText(text: "")).verdict == .different)
    }

    /// A story in each language with a slot for a date, a sum, an order and a place, and other fillings of them.
    static let stories: [(text: String, slots: [(String, String)])] = [
        (
            """
            I ordered a lamp on 3 March in Leeds and paid £1,200 at once, order 483920. It came broken, the courier \
            left it at the gate and nobody in the shop wants to hear of it any more, whatever I write to them.
            """, [("3 March", "9 April"), ("£1,200", "£950"), ("483920", "771203"), ("Leeds", "Bristol")]
        ),
        (
            """
            Zamówiłam lampę 3 marca w sklepie w Krakowie i zapłaciłam od razu 1 200,50 zł, zamówienie nr 483920. Przyszła \
            pęknięta, kurier zostawił ją pod bramą i nikt już nie chce o tym słyszeć, cokolwiek do nich piszę od tygodni.
            """,
            [
                ("3 marca", "9 kwietnia"), ("1 200,50 zł", "950 zł"), ("483920", "771203"),
                ("Krakowie", "Poznaniu"),
            ]
        ),
        (
            """
            Заказал лампу 3 марта в магазине в Казани и сразу отдал 1200 руб., номер 483920. Пришла разбитая, курьер \
            оставил её у ворот, и никто больше не хочет об этом слышать, сколько бы я им ни писал уже которую неделю.
            """,
            [("3 марта", "9 апреля"), ("1200 руб.", "950 руб."), ("483920", "771203"), ("Казани", "Перми")]
        ),
        (
            """
            Ich habe am 3. März in Leipzig eine Lampe bestellt und sofort 1.200,50 EUR bezahlt, Bestellung 483920. Sie kam \
            zerbrochen an, der Bote ließ sie vor dem Tor stehen, und niemand will mehr davon hören, was ich auch schreibe.
            """,
            [
                ("3. März", "9. April"), ("1.200,50 EUR", "950,00 EUR"), ("483920", "771203"),
                ("Leipzig", "Dresden"),
            ]
        ),
        (
            """
            Objednala jsem lampu 3. března v obchodě v Brně a hned zaplatila 1 200 Kč, objednávka č. 483920. Přišla rozbitá, \
            kurýr ji nechal před vraty a nikdo už o tom nechce slyšet, ať jim píšu cokoli a kamkoli už několik týdnů.
            """, [("3. března", "9. dubna"), ("1 200 Kč", "950 Kč"), ("483920", "771203"), ("Brně", "Plzni")]
        ),
    ]

    @Test(arguments: stories.indices)
    func `in every language another fact makes another complaint of a copy, whoever wrote it`(index: Int) {
        let (text, slots) = Self.stories[index]
        for (from, to) in slots {
            let copied = text.replacing(from, with: to)
            #expect(copied != text)
            for author in [nil, "Piotr Zet"] {
                let result = compare(
                    ComparedText(text: text, author: "Anna K.", site: "a.example"),
                    ComparedText(text: copied, author: author, site: "a.example"))
                #expect(result.verdict == .different, "\(from) \(to): \(result)")
                #expect(result.why.contains(" / "))
            }
        }
    }

    @Test(arguments: stories.indices)
    func `in every language a copy with light edits or without a fact is the same complaint`(index: Int) {
        let (text, slots) = Self.stories[index]
        var words = text.split(separator: " ")
        words[words.count - 3] = "xyzq"
        words[words.count - 9] = "qqzy"
        let edits = [
            words.joined(separator: " "), text.uppercased(), text.replacing(slots[1].0, with: ""),
            text + " UPDATE: still nothing, and now they do not pick up the phone at all, I wait and wait.",
            text + "\nRead more", "> " + words.reversed().joined(separator: " ") + "\n" + text,
        ]
        for edited in edits {
            let result = compare(
                ComparedText(text: text, site: "a.example"), ComparedText(text: edited, site: "a.example"))
            #expect(result.verdict.isSameComplaint, "\(edited): \(result)")
        }
    }

    @Test func `another complaint below its own words is only quoted`() {
        let answer =
            "That is how it was with us, only that ours never came at all and we are still waiting for it."
        let quoted =
            Self.story.split(separator: "\n").map { "> " + $0 }.joined(separator: "\n") + "\n" + answer
        let result = compare(
            ComparedText(text: Self.story, author: "Anna K."), ComparedText(text: quoted, author: "Piotr"))
        #expect(result.verdict == .different)
    }

    @Test func `a name written otherwise is one customer on two sites`() {
        let shorter = Self.story.replacing("each time somebody else promised", with: "they always promised")
        for name in ["Jan K.", "jan_kowalski", "JanKowalski82", "J. Kowalski"] {
            let result = compare(
                ComparedText(text: Self.story, author: "Jan Kowalski", site: "a.example"),
                ComparedText(text: shorter, author: name, site: "b.example"))
            #expect(result.verdict == .crossPost, "\(name): \(result)")
        }
    }

    @Test func `two texts that share one sentence are two`() {
        let shared =
            "The clerk took my card, went away with it for an hour and said that the system had been down."
        let a = "We came for a loan on a rainy day and left without one. " + shared
        let b =
            shared + " Afterwards nobody could say what it had been good for, and my wife had to come again."
        #expect(!compare(ComparedText(text: a), ComparedText(text: b)).verdict.isSameComplaint)
    }

    @Test(.needsCases("text/pairs.jsonl"))
    func `paraphrases are not merged, whether they say the same or something else`() throws {
        var counts: [String: (pairs: Int, merged: Int)] = [:]
        for line in try Cases.lines("text/pairs.jsonl") {
            let pair = try JSONDecoder().decode(Pair.self, from: line)
            let kind = "\(pair.src), dup \(pair.dup)"
            let result = compare(ComparedText(text: pair.a), ComparedText(text: pair.b))
            counts[kind, default: (0, 0)].pairs += 1
            if result.verdict.isSameComplaint { counts[kind, default: (0, 0)].merged += 1 }
        }
        #expect(counts.count == 4)
        for (kind, count) in counts {
            #expect(count.pairs > 1000)
            #expect(Double(count.merged) <= 0.02 * Double(count.pairs), "\(kind): \(count)")
        }
    }

    @Test
    func `a copy with any words here and there is one complaint, a retelling in words of the like is not`() {
        let told = """
            The branch closed my account without a letter and kept the savings for seven weeks while every clerk sent
            me to another desk and then back to the first one.
            """
        let edited = told.replacing("letter", with: "of").replacing("while", with: "garden")
        let retold = told.replacing("closed", with: "terminated").replacing("kept", with: "withheld")
            .replacing("clerk", with: "employee").replacing("sent", with: "directed").replacing(
                "desk", with: "counter")
        #expect(compare(ComparedText(text: told), ComparedText(text: edited)).verdict.isSameComplaint)
        #expect(!compare(ComparedText(text: told), ComparedText(text: retold)).verdict.isSameComplaint)
    }

    private struct Pair: Decodable {
        var src: String
        var a: String
        var b: String
        var dup: Int
    }
}
