import Testing

@testable import Complaints

/// What may stand between the words of a name, and names that have signs themselves.
struct TermSignTests {
    @Test(
        arguments: [
            ("Blue Kite", "the sky was blue. Kite flew"), ("Blue Kite", "blue, kite"),
            ("Blue Kite", "blue; kite"),
            ("Blue Kite", "so blue! Kite on"), ("Blue Kite", "blue\n\nKite"),
            ("Blue Kite", "blue\r\n\r\nKite"),
            ("Blue Kite", "blue/kite"), ("Blue Kite", "blue (kite)"), ("Blue Kite", "blue: kite"),
            ("Blue Kite", "blue – kite"), ("Blue Kite", "blue… kite"), ("Blue Kite", "blue。kite"),
            ("Q&T", "q t"), ("Q&T", "q:t"), ("Q&T", "q/t"), ("Q&T", "at q. t."), ("7&7", "7:7"),
            ("7&7", "7,7 Mio"),
            ("7&7", "77"), ("K++", "a K minor"), ("I.ON", "i on"), ("Loop.io", "in the loop. Io said"),
            ("QR&T", "qrt"), ("Q&T", "qt"), ("X-Ray", "x. Ray"),
        ])
    func `what ends a sentence or parts its members ends a name`(name: String, text: String) {
        #expect(TermIndexTests.found([Term(name)], text).isEmpty)
    }

    @Test(
        arguments: [
            ("Blue Kite", "Blue\nKite"), ("Blue Kite", "Blue\r\nKite"), ("Blue Kite", "BLUE-KITE"),
            ("Blue Kite", "Blue  Kite"), ("Blue Kite", "Blue\u{A0}Kite"), ("Blue Kite", "blue–kite"),
            ("Blue Kite", "Blue \"Kite"), ("Blue Kite", "Blue® Kite"), ("Blue Kite", "blue_kite"),
            ("Dr Moll", "dr. Moll"), ("Dr. Moll", "Dr Moll"), ("Dr. Moll", "dr.moll"),
            ("E.Clair", "E. Clair"),
            ("К.Радио", "К Радио"), ("К.Радио", "крадио"), ("I.ON", "ion"), ("O'Hara", "Ohara"),
            ("Moll's", "Molls"), ("Moll's", "moll’s"), ("Q&T", "Q & T"), ("Q&T", "Q and T"),
            ("QR&T", "QRT"),
            ("Moll & Kite", "Moll Kite"), ("Moll & Kite", "Moll and Kite"), ("K++", "k++"),
            ("Yoohoo!", "Yoohoo!"),
            ("Yoohoo!", "yoohoo"), ("X-Ray", "x ray"), ("Loop.io", "loop.io"), ("Möll", "Moell"),
            ("Möllerei", "MOELLEREI"),
        ])
    func `a name is found with its usual signs and without them`(name: String, text: String) {
        #expect(TermIndexTests.found([Term(name)], "by " + text + " here") == [text])
    }

    @Test(
        arguments: [
            ("Moll's", "pl", "w Mollu", "Mollu"), ("Moll & Kite", "de", "bei Moll und Kite", "Moll und Kite"),
            ("Moll & Kite", "pl", "w Moll i Kite", "Moll i Kite"),
            ("Zielona Brama", "pl", "Zielono. Bramy", nil), ("Zielona Brama", "pl", "zielona, brama", nil),
        ] as [(String, String, String, String?)])
    func `signs and endings go together`(name: String, language: String, text: String, found: String?) {
        #expect(TermIndexTests.found([Term(name, inflect: language)], text) == (found.map { [$0] } ?? []))
    }
}
