import Complaints
import Testing

@testable import Reading

struct ControlsTests {
    @Test(
        arguments: [
            ("Terrible \0 broken", "Terrible  broken"), ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
            ("one\r\ntwo\rthree\n\nfour\tfive", "one\ntwo\nthree\n\nfour\tfive"), ("\u{9B}2J\u{7F}x", "2Jx"),
            ("Żółć  «чайник» 🫖\u{2028}", "Żółć  «чайник» 🫖\u{2028}"),
        ])
    func `control characters are dropped, tabs and line breaks stay`(text: String, wanted: String) {
        #expect(text.withoutControls == wanted)
    }

    @Test func `no part of a record brings a control character in`() throws {
        let json = #"""
            {"@type":"Review","identifier":"a\u0000b","author":"An\u001bna","name":"No\u0000 parcel",
            "reviewBody":"Never\u0000 came","comment":{"@type":"Comment","text":"Sor\u0000ry"}}
            """#
        let page = try read(
            PageInput(
                bytes: Array("<script type='application/ld+json'>\(json)</script>".utf8),
                url: "https://shop.example/reviews", contentType: "text/html", rule: nil,
                now: Instant(seconds: 1_772_000_000)))
        let record = try #require(page.records.first)
        #expect(record.id == "ab")
        #expect(record.author == "Anna")
        #expect(record.title == "No parcel")
        #expect(record.text == "Never came")
        #expect(record.reply?.text == "Sorry")
    }
}
