import Complaints
import Foundation
import Testing

struct NameScanTests {
    @Test(
        arguments: [
            ("Jan Kowalski", "Kowalski Jan", "X"), ("Jan Kowalski", "Kowalski, Jan", "X"),
            ("Jan Kowalski", "KOWALSKI  JAN", "X"), ("Jan Kowalski", "jan.kowalski@firm.pl", "X@firm.pl"),
            ("Jan Kowalski", "jan_kowalski, jan-kowalski", "X, X"), ("Jan Kowalski", "JanKowalski", "X"),
            ("Jan Kowalski", "Jan\nKowalski", "X"), ("Jan Kowalski", "Jan\u{A0}Kowalski", "X"),
            ("Jan Kowalski", "Jan, a Kowalski", nil), ("Jan Kowalski", "Jan ..... Kowalski", nil),
            ("Jan Kowalski", "Janina Kowalska", nil), ("Jan Kowalski", "Jan Jan Kowalski Jan", "Jan X Jan"),
            ("Jan Kowalski", "Jan, dear Kowalski", nil), ("Jan Kowalski", "j\u{E1}n-kowalsk\u{ED}", "X"),
            ("Żaneta Wójcik-Łoś", "Zaneta Wojcik Los", "X"),
            ("Żaneta Wójcik-Łoś", "z\u{17B}aneta", nil),
            ("Żaneta Wójcik-Łoś", "Żaneta Wójcik-Łoś".decomposedStringWithCanonicalMapping, "X"),
            ("Zaneta Wojcik", "ŻANETA WÓJCIK!", "X!"),
            ("Людмила Ёлкина", "людмила елкина и Елкина Людмила", "X и X"),
            ("Jan Maria Kowalski", "Kowalski Jan Maria; Maria Kowalski Jan", "X; X"),
            ("anna_1985", "ask Anna1985 or anna 1985", "ask X or X"),
            ("王小明", "我是王小明。", "我是X。"),
        ] as [(String, String, String?)])
    func `a name is found however it is written`(name: String, text: String, expected: String?) {
        #expect(PersonNames([name], replacement: "X").scrubbed(text) == expected)
    }

    @Test func `among words of their own a longer name is taken as one`() {
        let names = PersonNames(["Jan Kowalski"], replacement: "X")
        #expect(
            names.scrubbed("Jan Kowalski, dear Jan! Mr KOWALSKI and jan", alsoWords: true)
                == "X, dear X! Mr X and jan")
    }

    @Test(arguments: [
        "Żaneta%20Wójcik", "wojcik%2C%20zaneta", "W%C3%B3jcik%2C%20%C5%BBaneta", "%C5%BBaneta-W%C3%B3jcik",
        "%c5%bbaneta+W%c3%b3jcik", "%25C5%25BBaneta%2520W%25C3%25B3jcik", "%u017Baneta%20W%F3jcik",
        "&#x17B;aneta W&oacute;jcik", "&Zdot;aneta&nbsp;W&oacute;jcik", "&#379;aneta&#32;W&#xF3;jcik",
        "&#X17b;aneta,&#10;W\u{F3}jcik", "&amp;#379;aneta W&amp;oacute;jcik", "Zaneta W&oacutejcik",
        "\\u017baneta W\\u00F3jcik", "\\\\u017baneta\\nW\\u00f3jcik", "Żaneta\\tW%C3%B3jcik",
        "\\xC5\\xBBaneta W\\xc3\\xb3jcik", "=C5=BBaneta=20W=C3=B3jcik", "Z&#775;aneta%20Wo%CC%81jcik",
        "WÓJCIK%20ŻANETA", "&lt;Żaneta&gt; Wójcik".replacing("&lt;", with: ""), "ŻanetaW%C3%B3jcik",
        "\u{17B}a&shy;neta W\u{F3}j%C2%ADcik", "Żaneta%0AWójcik", "Żaneta&comma;&#32;Wójcik",
        "Żaneta\\/Wójcik", "Żaneta%E2%80%93Wójcik",
    ])
    func `and as programs write it, in any mixture, with nothing left of it`(writing: String) {
        let names = PersonNames(["Żaneta Wójcik"], replacement: "X")
        for (before, after) in [("", ""), ("q=", "&page=2"), ("<b>", "</b>"), ("see ", ".")] {
            let text = before + writing + after
            #expect(names.scrubbed(text) == before + "X" + after, "\(names.scrubbed(text) ?? "nothing")")
            #expect(names.scan.holds(Array(text.utf8)))
        }
    }

    @Test(
        arguments: [
            ("CORP\\nowak_82", "nowak_82", "CORP\\X"), ("a\\nnowak_82", "nowak_82", "a\\nX"),
            ("100%Ceasar Nowak", "Ceasar Nowak", "100%X"),
            ("id=42&name=Jan+Nowak", "Jan Nowak", "id=42&name=X"),
            ("Jan &Nowak;", "Jan Nowak", "X;"), ("Jan &am", "Jan Nowak", nil), ("Jan %E", "Jan Nowak", nil),
            ("Jan &#; \\u12 \\x1 %C5 =C5", "Jan Nowak", nil), ("\\", "Jan Nowak", nil),
            ("Jan%20%20%20%20Nowak", "Jan Nowak", nil), ("Jan%61 Nowak", "Jan Nowak", nil),
            ("&uuml;jan nowak", "Jan Nowak", nil), ("M&uuml;ller&nbsp;J&ouml;rg", "Jörg Müller", "X"),
            ("S&oslash;ren &Aring;s&szlig;", "Søren Åsß", "X"),
        ] as [(String, String, String?)])
    func `what only looks like an escape is read as it stands, too`(
        text: String, name: String, expected: String?
    ) {
        #expect(PersonNames([name], replacement: "X").scrubbed(text) == expected)
    }

    @Test func `bytes that are no text are walked, too`() {
        let scan = NameScan(["Jan Kowalski"])
        #expect(scan.holds([0xFF, 0xC3] + Array("xx Jan Kowalski".utf8) + [0xF0, 0x9F]))
        // Words of an index, with their lengths between them, are no name.
        #expect(!scan.holds(Array("jan".utf8) + [0, 8] + Array("kowalski".utf8)))
        #expect(!NameScan([]).holds(Array("Jan Kowalski".utf8)))
    }

    @Test(
        arguments: [
            ("Kowalski Jan", "Jan Kowalski", true), ("jan kowalski", "JAN KOWALSKI", true),
            ("Zaneta Wojcik", "Żaneta Wójcik", true), ("Ana", "Aña", false), ("Jan", "Jan Kowalski", false),
            ("Jan Kowalski", "jan.kowalski", true), ("Jan Kowalski", "Jan Nowak", false),
        ])
    func `a signature is the same in either order, and in full without its accents`(
        asked: String, signed: String, isSame: Bool
    ) {
        #expect(SignatureKeys([asked]).fit(signed) == isSame)
        #expect(
            SignatureKeys.usual(asked).contains(authorKey(signed) ?? "") == isSame || asked.contains("Zan"))
    }
}
