import Testing

@testable import Complaints

struct DuplicatePairsTests {
    private func found(_ texts: [ComparedText]) -> [DuplicatePairs.Pair] {
        var pairs = DuplicatePairs()
        for text in texts { pairs.add(text) }
        var found: [DuplicatePairs.Pair] = []
        pairs.find { found.append($0) }
        return found
    }

    private func letters(_ number: Int) -> String {
        String(
            String.UnicodeScalarView(
                String(number + 30_000).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0x35) }))
    }

    private func story(_ number: Int) -> String {
        (0..<45).map { letters((number * 45 + $0) * 7919 % 100_003) }.joined(separator: " ")
    }

    @Test func `near copies are found among strangers, by their places`() {
        var texts = (0..<300).map { ComparedText(text: story($0)) }
        for copy in [7, 150, 299] {
            var words = story(copy).split(separator: " ")
            for place in [3, 17, 30, 41] { words[place] = "otherwise" }
            texts.append(ComparedText(text: words.joined(separator: " ")))
        }
        let pairs = found(texts)
        #expect(pairs.map { [$0.first, $0.second] } == [[7, 300], [150, 301], [299, 302]])
        #expect(pairs.allSatisfy { $0.verdict.isSameComplaint && $0.similarity > 0.5 })
    }

    @Test func `of a thousand equal texts every one is linked, and few are compared`() {
        let pairs = found((0..<1000).map { _ in ComparedText(text: story(1)) })
        #expect(pairs.count <= 1000 * DuplicatePairs.mostCandidates)
        var root = Array(0..<1000)
        for pair in pairs { root[pair.second] = min(root[pair.second], root[pair.first]) }
        #expect(root.allSatisfy { $0 == 0 })
    }

    @Test func `one customer who tells a story in other words is found by the name`() {
        let pairs = found([
            ComparedText(
                text: "Ordered a kettle on 3 March, order 483920, it leaks. They owe me 349 zł.",
                author: "Ewa Nowak",
                site: "a.example"),
            ComparedText(text: story(5), author: "Piotr", site: "a.example"),
            ComparedText(
                text:
                    "My money, 349 PLN, is gone: what came on the third of last month drips (order 483920).",
                author: "ewa nowak", site: "b.example"),
        ])
        #expect(pairs.map { [$0.first, $0.second] } == [[0, 2]])
        #expect(pairs.first?.verdict == .crossPost)
        #expect(pairs.first?.why.contains("483920") == true)
    }

    @Test func `what many names post is nobody's own`() {
        let petition =
            "We ask the bank to take back its new fees for accounts of children, which nobody was told of "
            + "in time, which no other bank in the country takes, and which hit those who have the least."
        let pairs = found(
            (0..<12).map {
                ComparedText(
                    text: petition, author: letters($0 * 7919) + " " + letters($0 * 104_729),
                    site: "p.example")
            })
        #expect(!pairs.isEmpty)
        #expect(pairs.allSatisfy { !$0.verdict.isSameComplaint })
    }

    @Test func `a company's questions do not make two answers alike`() {
        let form = { (pro: String, con: String) in
            "What did you like about the product that you bought in our shop: \(pro). What would you like us to do "
                + "better when you visit us the next time, dear customer: \(con)."
        }
        var texts = (0..<10).map {
            ComparedText(
                text: form("thing \($0) a b c", "thing \($0) d e f"),
                author: letters($0 * 7919) + " " + letters($0 * 104_729), site: "s.example")
        }
        texts.append(
            ComparedText(text: form("the colour of the lid", "send it whole"), author: nil, site: "s.example")
        )
        texts.append(
            ComparedText(text: form("a quick answer by mail", "do not shout"), author: nil, site: "s.example")
        )
        let merged = found(texts).filter(\.verdict.isSameComplaint)
        #expect(merged.isEmpty, "\(merged)")
    }
}
