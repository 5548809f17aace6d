import Complaints
import Testing

/// Where in a text it stands.
struct SnippetTests {
    /// What is marked, as it is written in the text.
    private func marked(
        _ text: String, _ query: String, width: Int = 160
    ) throws -> (snippet: Snippet, marked: [String]) {
        let snippet = Snippet(of: text, for: try SearchQuery(query).wanted, width: width)
        let scalars = Array(snippet.text.unicodeScalars)
        return (snippet, snippet.marks.map { String(String.UnicodeScalarView(scalars[$0])) })
    }

    @Test(arguments: [
        ("W Żabce przy rynku", "zabce", ["Żabce"]),
        ("Zażółć gęślą jaźń", "zazolc jazn", ["Zażółć", "jaźń"]),
        ("Cafe\u{301} au lait", "café", ["Cafe\u{301}"]),
        ("Straße 5", "strasse", ["Straße"]),
        ("Reklamacja i reklamacje", "reklamac*", ["Reklamacja", "reklamacje"]),
        ("write an e-mail, or an e mail", "e-mail", ["e-mail", "e mail"]),
        ("我要退款谢谢", "退款", ["退款"]),
        ("ฉันต้องการเงินคืนตอนนี้", "เงินคืน", ["เงินคืน"]),
        ("Сбербaнк не отвечает", "сбербанк", ["Сбербaнк"]),
        ("late, so late", "late", ["late", "late"]),
    ])
    func `what was found is marked as it is written`(text: String, query: String, expected: [String]) throws {
        #expect(try marked(text, query).marked == expected)
    }

    @Test func `of a long text the part is shown where most of it stands, on one line`() throws {
        let filler = String(repeating: "word after word ", count: 60)
        let text = "parcel\n" + filler + "the parcel\nnever came " + filler
        let found = try marked(text, "parcel came", width: 100)
        #expect(found.marked == ["parcel", "came"])
        #expect(found.snippet.text.hasPrefix("…") && found.snippet.text.hasSuffix("…"))
        #expect(!found.snippet.text.contains("\n"))
        #expect(found.snippet.text.unicodeScalars.count <= 110)
        #expect(found.snippet.found == 2)
    }

    @Test func `marks stay in the text, whatever is cut`() throws {
        var chance = Lehmer(seed: 3)
        let pieces = [
            "żółw ", "late ", "😀👍🏽 ", "退款", "e\u{301} ", "\n", "рaрсеl ", "न्याय ",
            "very-long-word-without-a-break",
        ]
        for _ in 0..<400 {
            let text = (0..<60).map { _ in pieces[Int(chance.next() % UInt64(pieces.count))] }.joined()
            let snippet = Snippet(
                of: text, for: try SearchQuery("late OR 退款 OR zolw").wanted,
                width: 40 + Int(chance.next() % 60))
            let count = snippet.text.unicodeScalars.count
            #expect(snippet.marks.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count && !$0.isEmpty })
            #expect(
                zip(snippet.marks, snippet.marks.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
    }
}
