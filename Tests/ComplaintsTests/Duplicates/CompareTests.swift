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
        #expect(result.why.contains("another fact"))
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

    @Test func `the second order of one author is another complaint`() {
        let text = "Order 1177 never arrived, support does not answer my letters at all, shame on you."
        let a = ComparedText(text: text, author: "Anna", site: "a.example")
        let b = ComparedText(text: text.replacing("1177", with: "2288"), author: "Anna", site: "a.example")
        #expect(compare(a, b).verdict == .related)
    }

    @Test func `empty texts are different`() {
        #expect(compare(ComparedText(text: ""), ComparedText(text: "")).verdict == .different)
    }

    @Test(.needsCases("text/pairs.jsonl"))
    func `paraphrases are not merged`() throws {
        var pairs = 0
        var merged = 0
        for line in try Cases.lines("text/pairs.jsonl").enumerated() where line.offset % 7 == 0 {
            let pair = try JSONDecoder().decode(Pair.self, from: line.element)
            guard ComparedText(text: pair.a).text != pair.b else { continue }
            pairs += 1
            if compare(ComparedText(text: pair.a), ComparedText(text: pair.b)).verdict.isSameComplaint {
                merged += 1
            }
        }
        #expect(pairs > 1000)
        #expect(Double(merged) <= 0.02 * Double(pairs))
    }

    private struct Pair: Decodable {
        var a: String
        var b: String
    }
}
