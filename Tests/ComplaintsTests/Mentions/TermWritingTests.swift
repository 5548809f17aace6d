import Testing

@testable import Complaints

/// Names as people write them: tags, hyphens, other letters, accents; and why they are taken for the name.
struct TermWritingTests {
    @Test(
        arguments: [
            ("Acme", nil, "stop #AcmeFails now", "Acme"), ("Acme", nil, "#acmefail", "acme"),
            ("Acme", nil, "#boycottacme", "acme"), ("Acme", nil, "#acme2024", "acme"),
            ("Acme", nil, "@acme_pl odpowiedz", "acme"), ("IKEA", nil, "#IKEAFail", "IKEA"),
            ("Acme Foods", nil, "#NoAcmeFoods", "AcmeFoods"), ("Zabka", "pl", "#NieLubieŻabki", "Żabki"),
            ("Волна", "ru", "#ВолнаОбман", "Волна"), ("Волна", "ru", "#волнаобман", "волна"),
            ("Сбербанк", nil, "мой Сбер-банк", "Сбер-банк"), ("Loreal", nil, "by L'Oréal", "L'Oréal"),
            ("ZUS", "pl", "pismo z ZUS-u przyszło", "ZUS-u"), ("Orange", "pl", "nie ma Orange'a", "Orange'a"),
            ("PKO", "pl", "konto PKO-wskie", "PKO-wskie"), ("ВТБ", "ru", "в ВТБ-шный банк", "ВТБ-шный"),
            ("IKEA", "fi", "IKEA:n sohva", "IKEA:n"), ("Kafo", "tr", "Kafo'nun ürünü", "Kafo'nun"),
            ("Comet", nil, "мой \u{441}omet", "\u{441}omet"),
            ("Tacko", nil, "\u{442}\u{430}\u{441}\u{43A}o", "таскo"),
            ("Acme", nil, "\u{200B}Acme", "Acme"), ("Łoś", nil, "LOS", "LOS"),
        ] as [(String, String?, String, String)])
    func `a name is found as people write it`(name: String, language: String?, text: String, found: String) {
        #expect(TermIndexTests.found([Term(name, inflect: language)], text) == [found])
    }

    @Test(
        arguments: [
            ("Orange", nil, "#orangejuice"), ("Acme", nil, "acmefail"), ("Shed", nil, "she'd go"),
            ("Well", nil, "we'll see"), ("Mucha", "pl", "muszę iść"), ("Era", "pl", "er"),
            ("Lot", "pl", "Lotos"), ("Ника", "ru", "никто никак"),
        ] as [(String, String?, String)])
    func `what only looks like a name is none`(name: String, language: String?, text: String) {
        #expect(TermIndexTests.found([Term(name, inflect: language)], text).isEmpty)
    }

    @Test(
        arguments: [
            (Term("Żabka", inflect: "pl"), "w Żabce", "dative of Żabka"),
            (Term("Żabka", inflect: "pl"), "do #żabki", "genitive of Żabka, hashtag"),
            (
                Term("Сбербанк", inflect: "ru", transliterate: true), "в sberbanke",
                "locative of Сбербанк, transliterated"
            ),
            (Term("Acme"), "\u{410}cme", "the name itself, look-alike letters"),
            (Term("Decathlon", typos: 1), "Decatlon", "the name itself, one typing mistake"),
            (Term("Acme Foods"), "@AcmeFoods", "the name itself, handle, written as one word"),
            (Term("Acme"), "ACME", "the name itself, in other capitals"),
            (Term("Acme"), "Acme", "the name itself"),
        ])
    func `a match is explained`(term: Term, text: String, form: String) throws {
        let watchlist = Watchlist(subject: "it", terms: [Term("Other"), term])
        let match = try #require(TermIndex([watchlist]).outcome(of: 0, in: text).matches.first)
        let why = explain(match, by: watchlist, in: text)
        #expect(why.form == form)
        #expect(why.rule.hasPrefix("terms[1]: \(term.text)"))
    }

    @Test func `one index serves every watchlist, each by its own rules`() {
        let index = TermIndex([
            Watchlist(subject: "A", terms: [Term("Alfa")], exclude: ["Alfa Romeo"]),
            Watchlist(subject: "B", terms: [Term("Beta"), Term("Alfa Beta")]),
            Watchlist(subject: "C", terms: [Term("Romeo")], require: ["car"]),
        ])
        let outcomes = index.outcomes(in: "My Alfa Romeo and Alfa Beta")
        #expect(outcomes[0]?.matches.map(\.found) == ["Alfa"])
        #expect(outcomes[1]?.matches.map(\.term) == ["Alfa Beta"])
        #expect(outcomes[2]?.ruledOut == "none of the required words is near: car")
        #expect(index.outcome(of: 2, in: "Romeo sold a car").matches.map(\.subject) == ["C"])
        #expect(index.outcomes(in: "nothing here").isEmpty)
        #expect(index.hits(in: "beta, alfa").count == 2)
    }
}
