import Complaints
import Testing

@testable import Reading

/// Invented pages of the kinds that sites are made in, none with markup.
struct PatternTests {
    static let now = Instant(seconds: 1_780_000_000)

    static func page(
        _ body: String, title: String = "Acme", url: String = "https://site.example/page"
    ) throws -> Page {
        let html =
            "<html><head><title>\(title)</title></head><body><div id=top><ul class=nav><li><a href=/a>Home</a>"
            + "<li><a href=/b>Contact</a></ul></div>\(body)<div id=end>Acme Ltd, 2026</div></body></html>"
        return try read(PageInput(bytes: Array(html.utf8), url: url, now: now))
    }

    struct Wanted: Sendable, CustomTestStringConvertible {
        var kind: String
        var html: String
        /// author | day | rating | beginning of the text
        var records: [String]
        var replies: [String] = []
        var testDescription: String { kind }
    }

    static func line(_ record: Record) -> String {
        [
            record.author ?? "-", record.published.map { String($0.instant.description.prefix(10)) } ?? "-",
            record.rating.map { "\($0.value)" } ?? "-", String(record.text.prefix(18)),
        ].joined(separator: " | ")
    }

    @Test(arguments: PatternCases.sites)
    func `records of a page without markup are found with author, day, mark and text`(_ wanted: Wanted) throws
    {
        let page = try Self.page(wanted.html)
        #expect(page.records.map(Self.line) == wanted.records)
        #expect(page.records.allSatisfy { $0.via == .pattern })
        if !wanted.replies.isEmpty { #expect(page.records.compactMap { $0.reply?.text } == wanted.replies) }
    }

    @Test(arguments: PatternCases.others)
    func `pages without reviews give none`(_ wanted: Wanted) throws {
        let page = try Self.page(wanted.html)
        #expect(page.records.map(Self.line) == [])
    }

    @Test(arguments: PatternCases.sites)
    func `the rule that is proposed reads the same texts`(_ wanted: Wanted) throws {
        let html = "<html><body>\(wanted.html)</body></html>"
        let found = try reading(html)
        guard let rule = found?.rule else { return }
        let page = try read(
            PageInput(bytes: Array(html.utf8), url: "https://site.example/page", rule: rule, now: Self.now))
        let mine = Set((found?.records ?? []).map { $0.text.prefix(18) })
        #expect(mine.isSubset(of: Set(page.records.map { $0.text.prefix(18) })))
    }

    private func reading(_ html: String) throws -> PatternReading? {
        var found: PatternReading?
        try Array(html.utf8).withUnsafeBufferPointer { bytes in
            guard let document = try Document(html: bytes) else { return }
            found = try document.withRoot { (root) throws(ReadingFailure) in
                guard let root else { return nil }
                let context = ReadingContext(
                    links: Links(page: "https://site.example/page"), language: nil, zone: nil, now: Self.now)
                return PatternReading.read(root, title: nil, context: context, withRule: true)
            }
        }
        return found
    }

    @Test func `a review that is shown cut short and whole is one, with the whole text`() throws {
        let long = "The delivery came two weeks late and nobody answered the phone at all in that time."
        let body = ["Anna K.", "Peter", "Maria"].map {
            "<div class=review><b class=author>\($0)</b><span class=date>3 May 2025</span>"
                + "<p class=short>\($0): \(long.prefix(40))...</p><p class=full>\($0): \(long)</p></div>"
        }.joined()
        let page = try Self.page("<div class=reviews>\(body)</div>")
        #expect(page.records.map(\.text) == ["Anna K.: \(long)", "Peter: \(long)", "Maria: \(long)"])
    }

    @Test func `the same reviews drawn for narrow and wide windows are there once`() throws {
        func list(_ name: String) -> String {
            let items = (1...4).map {
                "<div class=review><span class=nick>User\($0)</span><time datetime=2025-03-0\($0)>March \($0), 2025</time>"
                    + "<p>Order number \($0)00 never came and the shop does not answer.</p></div>"
            }.joined()
            return "<div class=\(name)>\(items)</div>"
        }
        let page = try Self.page(list("mobile-only") + list("desktop-only"))
        #expect(page.records.count == 4)
    }

    @Test(arguments: [
        "<div>" + String(repeating: "<p><b>A</b> 1.1.2024 x</p>", count: 50_000) + "</div>",
        String(repeating: "<div class=review>1.1.2024 <b>Anna</b> text", count: 900),
        "<ul>"
            + String(repeating: "<li class=comment><time>1.1.2024</time><a href=/u/1>A</a>", count: 20_000),
        "<table>" + String(repeating: "<tr><td>1.1.2024<tr><td>some text here", count: 20_000),
        String(repeating: "<span class='a b c d e f g h star review'>5/5</span>", count: 30_000),
    ])
    func `hostile pages end`(_ html: String) throws {
        let page = try Self.page(html)
        #expect(page.records.count <= 5000)
    }
}
