import Foundation
import Testing
import TestSupport

@testable import Complaints

struct TermIndexTests {
    static func found(
        _ terms: [Term], _ text: String, require: [String] = [], exclude: [String] = []
    ) -> [String] {
        TermIndex([Watchlist(subject: "it", terms: terms, require: require, exclude: exclude)])
            .outcome(of: 0, in: text).matches.map(\.found)
    }

    @Test(
        arguments: [
            ("Żabka", "zabka znowu zamknięta", "zabka"),
            ("Zabka", "Moja ŻABKA!", "ŻABKA"),
            ("Łódź Wood", "sklep lodz-wood w centrum", "lodz-wood"),
            ("Straße", "die STRASSE ist zu", "STRASSE"),
            ("Ørsted", "orsted bill", "orsted"),
            ("Đuro", "kod duro je", "duro"),
            ("Acme", "Ac\u{200B}me lies", "Ac\u{200B}me"),
            ("Acme", "A\u{AD}cme lies", "A\u{AD}cme"),
            ("Acme", "\u{410}cme lies", "\u{410}cme"),
            ("Acme", "why, #acme?", "acme"),
            ("Acme", "@ACME help", "ACME"),
            ("Acme", "Acme's desk", "Acme"),
            ("Acme Foods", "acme   \n foods", "acme   \n foods"),
            ("Acme Foods", "at #AcmeFoods today", "AcmeFoods"),
            ("Acme", "Acme\u{301} x", "Acme\u{301}"),
            ("东京电力", "我对东京电力很失望", "东京电力"),
            ("Ｆｕｌｌ", "full width", "full"),
        ])
    func `a name is found however it is written`(term: String, text: String, name: String) {
        #expect(Self.found([Term(term)], text) == [name])
    }

    @Test(
        arguments: [
            ("Acme", "Acmeology is a science"), ("Lot", "Lotos"), ("Acme Foods", "acme and foods"),
            ("Acme Foods", "acmefoods"), ("", "anything"), ("Acme", ""), ("...", "dots ..."),
        ])
    func `part of another word is no match`(term: String, text: String) {
        #expect(Self.found([Term(term)], text).isEmpty)
    }

    @Test(
        arguments: [
            ("Żabka", "Żabki Żabce Żabkę Żabką Żabek Żabkom Żabkami Żabkach zabke"),
            ("Biedronka", "Biedronki Biedronce Biedronkę"), ("Saga", "Sagi Sadze Sagą"),
            ("Mucha", "Muchy Musze"),
            ("Opera", "Opery Operze Operą"), ("Skała", "Skały Skale"), ("Dworek", "Dworku Dworka Dworkiem"),
            ("Kraków", "Krakowa Krakowie Krakowem"), ("Goniec", "Gońca Gońcowi"),
            ("Poczta", "Poczcie Pocztą"),
            ("Chata Polska", "Chaty Polskiej"), ("Delikatesy", "Delikatesów Delikatesach"),
            ("Allegro", "Allegra Allegrze"), ("Solidarność", "Solidarności"), ("Lidl", "Lidla Lidlu Lidlem"),
        ])
    func `Polish names are found in every case`(name: String, forms: String) {
        let wanted = name.contains(" ") ? [forms] : forms.split(separator: " ").map(String.init)
        for form in wanted { #expect(Self.found([Term(name, inflect: "pl")], "w " + form + ".") == [form]) }
    }

    @Test(
        arguments: [
            ("Сбербанк", "Сбербанка Сбербанку Сбербанком Сбербанке"),
            ("Точка", "Точки Точке Точку Точкой точек"),
            ("Почта", "Почты Почте Почтой"), ("Московский", "Московского Московскому Московским Московском"),
            ("Согласие", "Согласия Согласию Согласием Согласии"), ("Связной", "Связного Связному Связным"),
            ("Перекрёсток", "Перекрестка Перекрёстку"), ("Россия", "России Россию Россией"),
            ("Деньги", "Деньгами Деньгах Денег"), ("Жизнь", "Жизни Жизнью"),
        ])
    func `Russian names are found in every case`(name: String, forms: String) {
        for form in forms.split(separator: " ").map(String.init) {
            #expect(Self.found([Term(name, inflect: "ru")], "в " + form + "!") == [form])
        }
    }

    @Test(
        arguments: [
            ("Żabka", "pl", "ząbki bolą"), ("Łoś", nil, "łös"), ("Mąka", "pl", "męka pańska"),
        ])
    func `other accents make another word`(name: String, inflect: String?, text: String) {
        #expect(Self.found([Term(name, inflect: inflect)], text).isEmpty)
    }

    @Test func `a name written without accents finds the word with them`() {
        #expect(Self.found([Term("Zabka", inflect: "pl")], "w Żabce") == ["Żabce"])
    }

    @Test func `without inflection only the name itself counts`() {
        #expect(Self.found([Term("Żabka")], "w Żabce").isEmpty)
    }

    @Test(
        arguments: [
            ("Сбербанк", "Sberbank is slow", "Sberbank"), ("Яндекс", "my Yandex", "Yandex"),
            ("Yandex", "мой Яндекс", "Яндекс"), ("Тинькофф", "Tinkoff", "Tinkoff"),
            ("Sberbank", "в Сбербанке", "Сбербанке"),
        ])
    func `a name is found in the other alphabet`(name: String, text: String, found: String) {
        #expect(Self.found([Term(name, inflect: "ru", transliterate: true)], text) == [found])
    }

    @Test(
        arguments: [
            ("Decathlon", "Decatlon", true), ("Decathlon", "Decathhlon", true),
            ("Decathlon", "Decahtlon", true),
            ("Decathlon", "Dekathlon", true), ("Decathlon", "Dekatlon", false), ("Ikea", "Ikes", false),
        ])
    func `one typing mistake is forgiven in a longer name`(name: String, written: String, isFound: Bool) {
        #expect(Self.found([Term(name, typos: 1)], "at " + written).isEmpty == !isFound)
        #expect(Self.found([Term(name)], "at " + written).isEmpty)
    }

    @Test func `an excluded phrase takes its match away and says so`() {
        let index = TermIndex([
            Watchlist(subject: "Acme", terms: [Term("Acme")], exclude: ["Acme Corporation of cartoons"])
        ])
        let out = index.outcome(of: 0, in: "The Acme Corporation of Cartoons sold me an anvil.")
        #expect(out.matches.isEmpty)
        #expect(out.ruledOut == "excluded by \"Acme Corporation of cartoons\"")
        #expect(index.outcome(of: 0, in: "Acme Corporation sold me an anvil.").ruledOut == nil)
    }

    @Test func `a required word must stand near the name`() {
        let watchlist = Watchlist(
            subject: "Lotos", terms: [Term("Lotos", inflect: "pl")], require: ["stacja", "paliwo"])
        let index = TermIndex([watchlist])
        #expect(index.outcome(of: 0, in: "Kolejka na stacji Lotosu").matches.map(\.found) == ["Lotosu"])
        let out = index.outcome(of: 0, in: "Kwiat lotosu kwitnie")
        #expect(out.matches.isEmpty)
        #expect(out.ruledOut == "none of the required words is near: stacja, paliwo")
    }

    @Test func `offsets count the scalars of the original text`() throws {
        let text = "👩‍👧 e\u{301} #Acme, ACME"
        let matches = TermIndex([Watchlist(subject: "Acme", terms: [Term("acme")])]).outcome(of: 0, in: text)
            .matches
        let scalars = Array(text.unicodeScalars)
        #expect(matches.count == 2)
        for match in matches {
            let part = scalars[match.start..<match.end].map(Character.init)
            #expect(String(part) == match.found)
        }
        #expect(matches.first?.start == 8)
    }

    @Test func `the longest of two terms is taken`() {
        let terms = [Term("Alfa"), Term("Alfa Bank")]
        let matches = TermIndex([Watchlist(subject: "A", terms: terms)]).outcome(
            of: 0, in: "Alfa Bank and Alfa"
        )
        .matches
        #expect(matches.map(\.term) == ["Alfa Bank", "Alfa"])
    }

    @Test(.needsCases("text/match.jsonl"))
    func `real sentences with inflected names and traps are matched`() throws {
        var (right, wrong, missed) = (0, 0, 0)
        for line in try Cases.lines("text/match.jsonl") {
            let sentence = try JSONDecoder().decode(Sentence.self, from: line)
            let out = TermIndex([sentence.input.watchlist.value]).outcome(of: 0, in: sentence.input.text)
            if sentence.expected.ruled_out != nil {
                #expect(out.ruledOut != nil, "\(sentence.input.text)")
                continue
            }
            var found = out.matches
            for spans in sentence.expected.spans ?? [] {
                if let index = found.firstIndex(where: { spans.contains([$0.start, $0.end]) }) {
                    found.remove(at: index)
                    right += 1
                } else {
                    missed += 1
                }
            }
            wrong += found.count
        }
        #expect(Double(right) / Double(max(1, right + missed)) >= 0.97)
        #expect(Double(right) / Double(max(1, right + wrong)) >= 0.98)
    }

    private struct Sentence: Decodable {
        var input: Input
        var expected: Expected

        struct Input: Decodable {
            var text: String
            var watchlist: Words
        }
        struct Expected: Decodable {
            var spans: [[[Int]]]?
            var ruled_out: Bool?
        }
        struct Words: Decodable {
            var subject: String
            var terms: [Word]
            var require: [String]?
            var exclude: [String]?
            var value: Watchlist {
                Watchlist(
                    subject: subject, terms: terms.map { Term($0.term, inflect: $0.inflect) },
                    require: require ?? [],
                    exclude: exclude ?? [])
            }
        }
        struct Word: Decodable {
            var term: String
            var inflect: String?
        }
    }
}
