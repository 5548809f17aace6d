import Complaints
import Testing

@testable import Reading

/// Rules found from what is known of a page's records.
struct ProposalTests {
    static let texts = [
        "Parcel came open and half of the tea was gone.", "Waited three weeks, then it was cancelled.",
        "Quick delivery, kind courier, thank you very much.",
        "The refund never came, nobody answers my mails.",
    ]
    static let names = ["Ann Lee", "Bo Marsh", "Cy Young", "Di Port"]

    static let records = texts.indices.map { i in
        Record(
            id: "r\(i)", author: names[i],
            published: StatedTime(Instant(rfc3339: "2026-03-0\(i + 1)T00:00:00Z") ?? .min, precision: .day),
            rating: Rating(value: Double(i + 1), best: 5), text: texts[i], via: .jsonLD)
    }

    /// Classes as a build tool makes them, and those that people gave.
    static func page(item: String = "entry", author: String = "who", body: String = "what") -> [UInt8] {
        let items = texts.indices.map { i in
            """
            <div class="\(item) css-\(i)x9Z1" data-id="r\(i)">
              <div class="top"><b class="\(author)">\(names[i])</b>
              <time datetime="2026-03-0\(i + 1)">\(i + 1) March</time>
              <i class="stars stars-\(i + 1)" title="\(i + 1) of 5"></i></div>
              <div class="\(body)"><p>\(texts[i])</p></div><a href="#">Reply</a>
            </div>
            """
        }
        return Array(
            """
            <html lang="en"><body><ul class="menu"><li>Home<li>Shop<li>About us and more</ul>
            <section id="list">\(items.joined())</section><div class="foot">Imprint</div></body></html>
            """.utf8)
    }

    static func input(_ bytes: [UInt8]) -> PageInput {
        PageInput(
            bytes: bytes, url: "https://shop.example/reviews", contentType: "text/html",
            now: Instant(seconds: 1_780_000_000))
    }

    @Test func `a rule is found that reads every field of every known record`() throws {
        let proposal = try #require(try proposeRule(for: Self.input(Self.page()), examples: Self.records))
        #expect(proposal.shown == 4 && proposal.records.count == 4)
        for field in proposal.fields { #expect(field.right == 4 && field.of == 4, "\(field)") }
        #expect(proposal.rule.each == ".entry")
        #expect(!proposal.rule.yaml().contains("css-"))
        for (record, known) in zip(proposal.records, Self.records) {
            #expect(record.author == known.author && record.text == known.text && record.id == known.id)
        }
    }

    @Test func `a record that nobody knew is read as well`() throws {
        let proposal = try #require(
            try proposeRule(for: Self.input(Self.page()), examples: Array(Self.records.prefix(3))))
        #expect(proposal.shown == 3 && proposal.records.count == 4)
        #expect(proposal.records.last?.author == Self.names.last)
    }

    @Test func `of an old rule only what does not hold any more is replaced`() throws {
        let old = Rule(
            each: "div.entry", author: ".author-name", published: "time", text: "div.what > p")
        let proposal = try #require(
            try proposeRule(for: Self.input(Self.page()), examples: Self.records, keeping: old))
        #expect(proposal.rule.each == old.each && proposal.rule.text == old.text)
        #expect(proposal.rule.published == old.published)
        #expect(proposal.rule.author == ".who")
    }

    @Test(arguments: [("card", "name", "words"), ("item-3f9a1", "n_k3d9f", "Body__x1Y2z")])
    func `a page built anew is read again from what the store knows`(
        item: String, author: String, body: String
    ) throws {
        let page = Self.page(item: item, author: author, body: body)
        let old = Rule(each: "div.entry", author: ".who", text: ".what")
        let proposal = try #require(
            try proposeRule(for: Self.input(page), examples: Self.records, keeping: old))
        #expect(proposal.records.count == 4)
        #expect(proposal.records.map(\.author) == Self.names.map(Optional.some))
        #expect(proposal.records.map(\.text) == Self.texts)
    }

    @Test func `a page that shows none of them gives no rule`() throws {
        let other = Array("<html><body><p>Nothing of that kind stands on this page.</p></body></html>".utf8)
        #expect(try proposeRule(for: Self.input(other), examples: Self.records) == nil)
    }

    @Test(
        arguments: [
            ("comment-body", ".comment-body"), ("css-1x2y3z", nil), ("comment-4711", nil), ("_3Xf9q", nil),
            ("Review_author__x1Y2z", "[class*=\"Review_author__\"]"), ("who:name", ".who\\:name"),
        ] as [(String, String?)])
    func `a class names an element where people gave it`(name: String, selector: String?) throws {
        let page = Array("<html><body><div class='\(name)'>x</div></body></html>".utf8)
        let names = try withTree(page, limits: ReadingLimits()) { root in
            VisibleLetters(root: root).elements.last?.node.stableNames.map(\.selector) ?? []
        }
        let classes = (names ?? []).filter { $0.hasPrefix(".") || $0.hasPrefix("[class") }
        #expect(classes == [selector].compactMap { $0 })
    }

    @Test func `letters are compared without case, spaces and punctuation`() {
        #expect(VisibleLetters.key("It’s  “Quick”,\u{A0}OK!") == VisibleLetters.key("its quick ok"))
        #expect(VisibleLetters.key("Żółć 1") == Array("Żółć1".utf8))
    }
}
