import Complaints
import Foundation
import Testing

@testable import Reading

private let polish = "Zażółć gęślą jaźń, a paczka wciąż nie dotarła do źle oznaczonego węzła."
private let russian = "Банк списал деньги без согласия, служба поддержки не отвечает третий день."
private let czech = "Zboží přišlo poškozené, reklamaci už měsíc nikdo neřeší a řidič se choval hrubě."

private func bytes(_ text: String, in label: String) -> [UInt8] {
    guard let encoding = Encoding(label: label) else { return [] }
    // Each byte of a single-byte encoding is looked up by what it reads as.
    var table: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8(0)...255 {
        let scalar = String(decoding: utf8([byte], from: encoding), as: UTF8.self).unicodeScalars.first
        if let scalar, table[scalar] == nil { table[scalar] = byte }
    }
    return text.unicodeScalars.map { $0 == " " ? 0x20 : table[$0] ?? UInt8(ascii: "?") }
}

struct DecodingTests {
    static let labels = [
        ("windows-1250", polish, "windows-1250"), ("iso-8859-2", polish, "iso-8859-2"),
        ("latin2", czech, "iso-8859-2"),
        ("cp1251", russian, "windows-1251"), ("KOI8-R", russian, "koi8-r"),
        ("ISO-8859-5", russian, "iso-8859-5"),
        ("ibm866", russian, "ibm866"), ("x-mac-cyrillic", russian, "x-mac-cyrillic"),
        ("iso-8859-1", "Très déçu, le colis n'est jamais arrivé.", "windows-1252"),
    ]

    @Test(arguments: labels)
    func `a stated encoding is read, under the name that browsers give it`(
        label: String, text: String, name: String
    ) {
        let body = bytes(text, in: label)
        for type in ["text/html; charset=\(label)", "text/html;charset=\"\(label)\""] {
            let decoded = decode(body, contentType: type)
            #expect(decoded.encoding == name)
            #expect(decoded.text == text)
        }
        let meta = Array("<meta http-equiv=Content-Type content='text/html; charset=\(label)'>".utf8) + body
        #expect(decode(meta, contentType: "text/html").encoding == name)
        let declared = Array("<?xml version='1.0' encoding='\(label)'?>".utf8) + body
        #expect(decode(declared, contentType: nil).encoding == name)
    }

    static let unlabelled = [
        ("windows-1250", polish), ("iso-8859-2", polish), ("windows-1250", czech), ("iso-8859-2", czech),
        ("windows-1251", russian), ("koi8-r", russian), ("iso-8859-5", russian), ("ibm866", russian),
        ("windows-1252", "Très déçu, le colis n'est jamais arrivé à Besançon."), ("utf-8", polish),
    ]

    @Test(arguments: unlabelled)
    func `an encoding that nobody states is told by the letters`(name: String, text: String) {
        let body = name == "utf-8" ? Array(text.utf8) : bytes(text, in: name)
        let decoded = decode(body, contentType: "text/html")
        #expect(decoded.encoding == name)
        #expect(decoded.text == text)
    }

    @Test func `a declaration that the bytes contradict is not believed`() {
        #expect(decode(Array(russian.utf8), contentType: "text/html; charset=windows-1251").text == russian)
        #expect(
            decode(bytes(russian, in: "windows-1251"), contentType: "text/html; charset=utf-8").text
                == russian)
    }

    @Test func `UTF-16 is read with and without its mark`() {
        let wide = "<p>Opinie</p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(
            decode([0xFF, 0xFE] + wide, contentType: nil)
                == DecodedText(encoding: "utf-16le", text: "<p>Opinie</p>"))
        #expect(decode(wide, contentType: nil).encoding == "utf-16le")
    }

    @Test func `a page in windows-1251 gives Russian records`() throws {
        let html =
            "<meta charset=windows-1251><div itemscope itemtype='http://schema.org/Review'>"
            + "<b itemprop=author>Иван</b><p itemprop=reviewBody>\(russian)</p></div>"
        let page = try read(
            PageInput(
                bytes: bytes(html, in: "windows-1251"), url: "https://bank.example/", now: Instant(seconds: 0)
            ))
        #expect(page.encoding == "windows-1251")
        #expect(page.records.first?.author == "Иван")
        #expect(page.records.first?.text == russian)
    }
}

struct HostileInputTests {
    static let now = Instant(seconds: 1_772_000_000)
    static let review =
        "<script type='application/ld+json'>{\"@type\":\"Review\",\"author\":\"A\",\"reviewBody\":\"B\"}</script>"

    static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    static let bodies: [(String, String)] = [
        ("a few hundred nested elements", repeated("<div>", 900) + review),
        ("stray end tags inside them", review + repeated("<div>", 900) + repeated("</x>", 300_000)),
        ("a tag with 100,000 attributes", review + "<p " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">"),
        (
            "nested microdata items",
            review + repeated("<div itemprop=review itemscope itemtype='http://schema.org/Review'>", 900)
        ),
        ("nested JSON", review + "<script type='application/ld+json'>" + repeated("[", 100_000)),
        (
            "nested JSON objects",
            review + "<script type='application/ld+json'>" + repeated("{\"a\":", 100_000)
        ),
        ("an open tag", review + "<p " + repeated("a", 1_000_000)),
        ("an open comment", review + "<!--" + repeated("-", 1_000_000)),
        ("nothing but less-than signs", review + repeated("<", 1_000_000)),
        ("nothing but ampersands", review + repeated("&", 1_000_000)),
        ("NUL bytes", review + repeated("\0", 100_000)),
        ("an attribute without end", review + "<a href=\"" + repeated("x", 1_000_000)),
        ("many open tables", review + repeated("<table><tr><td>", 200)),
        (
            "a block of JSON-LD of 5 MB",
            review + "<script type='application/ld+json'>[" + repeated("{\"a\":1},", 500_000)
        ),
    ]

    /// Megabytes, of which a test's name shows the beginning.
    struct Hostile: Sendable, CustomTestStringConvertible {
        let text: String
        init(_ text: String) { self.text = text }
        var testDescription: String { "\(text.prefix(40))... (\(text.utf8.count) bytes)" }
    }

    @Test(.timeLimit(.minutes(5)), arguments: bodies.map { ($0.0, Hostile($0.1)) })
    func `a hostile page is read, and ends`(what: String, html: Hostile) throws {
        let page = try read(PageInput(bytes: Array(html.text.utf8), url: "https://a.example/", now: Self.now))
        #expect(page.records.first?.text == "B")
    }

    static let refused: [(Hostile, ReadingFailure)] = [
        (Hostile(review + repeated("<div>", 50_000)), .tooDeep(limit: 1000)),
        (Hostile(review + repeated("<b><i>", 25_000)), .tooDeep(limit: 1000)),
        (Hostile(review + repeated("<div>", 20_000) + repeated("</x>", 20_000)), .tooDeep(limit: 1000)),
        (Hostile(repeated("<table><tr><td>", 10_000)), .tooDeep(limit: 1000)),
        (Hostile(repeated("[", 100_000)), .tooDeep(limit: 200)),
        (Hostile(repeated("{\"a\":", 100_000)), .tooDeep(limit: 200)),
        (Hostile("<rss><channel><item>" + repeated("<a>", 50_000)), .tooDeep(limit: 1000)),
        (Hostile(repeated("<a href=x>y</a>", 1_000_000)), .tooManyLinks(limit: 100_000)),
        (Hostile(repeated("<i>", 3) + repeated("<p>x", 1_500_000)), .tooManyTags(limit: 1_000_000)),
        (
            Hostile(repeated("<p " + (0..<500).map { "a\($0) " }.joined() + ">", 2100)),
            .tooManyTags(limit: 1_000_000)
        ),
    ]

    @Test(.timeLimit(.minutes(5)), arguments: refused)
    func `a page beyond its limits is refused with its reason, soon`(body: Hostile, failure: ReadingFailure) {
        let input = PageInput(bytes: Array(body.text.utf8), url: "https://a.example/", now: Self.now)
        #expect(throws: failure) { _ = try read(input) }
        #expect(failure.description.contains(failure == .tooDeep(limit: 200) ? "200" : "000"))
    }

    @Test func `limits are the source's own`() throws {
        let html = Self.repeated("<div>", 40) + Self.repeated("<a href=x>y</a>", 40)
        var input = PageInput(bytes: Array(html.utf8), url: "https://a.example/", now: Self.now)
        #expect(try read(input).linkCount == 40)
        input.limits = ReadingLimits(depth: 30)
        #expect(throws: ReadingFailure.tooDeep(limit: 30)) { _ = try read(input) }
        input.limits = ReadingLimits(FetchLimits(links: 30))
        #expect(throws: ReadingFailure.tooManyLinks(limit: 30)) { _ = try read(input) }
        input.limits = ReadingLimits(nodes: 100)
        #expect(throws: ReadingFailure.tooManyTags(limit: 100)) { _ = try read(input) }
    }

    @Test func `a thread of 512 KB suffices for what is deep`() async throws {
        let bodies =
            Self.bodies.map(\.1) + Self.refused.map(\.0.text) + [
                "<script type='application/ld+json'>" + Self.repeated("{\"@graph\":[", 99)
                    + Self.repeated("]}", 99)
            ]
        let inputs = bodies.map { PageInput(bytes: Array($0.utf8), url: "https://a.example/", now: Self.now) }
        let count = await withCheckedContinuation { done in
            let thread = Thread {
                done.resume(returning: inputs.count { (try? read($0)) != nil })
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(count == Self.bodies.count + 1)
    }

    @Test(.timeLimit(.minutes(5)))
    func `entities that multiply do not`() throws {
        var dtd = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">"
        for i in 1...30 { dtd += "<!ENTITY a\(i) \"&a\(i - 1);&a\(i - 1);&a\(i - 1);\">" }
        let feed =
            dtd
            + "]><rss><channel><item><title>x</title><guid>1</guid><description>&a30;</description></item></channel></rss>"
        let page = try read(PageInput(bytes: Array(feed.utf8), url: "https://a.example/", now: Self.now))
        #expect(page.records.allSatisfy { $0.text.utf8.count < 100_000 })
    }

    @Test func `an empty body and a picture are refused with a reason`() {
        for (bytes, reason) in [
            ([], "empty"), (Array("  \n".utf8), "empty"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"),
        ] {
            do throws(ReadingFailure) {
                _ = try read(PageInput(bytes: bytes, url: "https://a.example/", now: Self.now))
                Issue.record("\(reason) was read")
            } catch {
                #expect(error.description.contains(reason))
            }
        }
    }

    @Test func `any bytes are read without a crash`() {
        // A small generator with a fixed seed: the same bytes in every run.
        var state: UInt64 = 42
        let pieces = [
            "<div itemscope itemtype='http://schema.org/Review'>", "<rss><channel><item>", "{\"@graph\":[",
            "&#x110000;",
            "<![CDATA[", "]]>", "<meta charset=koi8-r>", "</", "<script type=application/ld+json>", "\"",
            "</script>", "%",
        ]
        for _ in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let value = Int(state >> 33)
                if value % 3 == 0 {
                    bytes += Array(pieces[value / 3 % pieces.count].utf8)
                } else {
                    bytes.append(UInt8(value % 256))
                }
            }
            if let page = try? read(PageInput(bytes: bytes, url: "https://a.example/", now: Self.now)) {
                #expect(page.records.count < 60)
            }
        }
    }
}
