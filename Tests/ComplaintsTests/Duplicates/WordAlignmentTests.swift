import Testing

@testable import Complaints

struct WordAlignmentTests {
    private func words(_ text: String) -> [UInt64] {
        text.split(separator: " ").map { Fold64.of($0.unicodeScalars.map(\.value)) }
    }

    @Test(
        arguments: [
            ("a b c d", "a b c d", 4, []), ("a b c d", "a x c d", 3, ["1..<2|1..<2"]),
            ("a b c", "a b c d e", 3, ["3..<3|3..<5"]), ("x a b c", "a b c", 3, ["0..<1|0..<0"]),
            ("a b c d e f", "a c d x f", 4, ["1..<2|1..<1", "4..<5|3..<4"]),
            ("a b", "c d", 0, ["0..<2|0..<2"]),
            ("", "a b", 0, ["0..<0|0..<2"]), ("", "", 0, []),
        ])
    func `words in the same order, and the gaps between`(
        a: String, b: String, matched: Int, gaps: [String]
    ) throws {
        let alignment = try #require(WordAlignment(words(a), words(b)))
        #expect(alignment.matched == matched)
        #expect(alignment.gaps.map { "\($0.left)|\($0.right)" } == gaps)
    }

    @Test func `the gaps and the matches are the whole of both texts`() throws {
        var state: UInt64 = 7
        func next(_ below: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % below
        }
        for _ in 0..<300 {
            let a = (0..<Int(next(30))).map { _ in next(6) }
            let b = (0..<Int(next(30))).map { _ in next(6) }
            let alignment = try #require(WordAlignment(a, b))
            #expect(alignment.gaps.reduce(alignment.matched) { $0 + $1.left.count } == a.count)
            #expect(alignment.gaps.reduce(alignment.matched) { $0 + $1.right.count } == b.count)
            var (x, y) = (0, 0)
            for gap in alignment.gaps {
                #expect(Array(a[x..<gap.left.lowerBound]) == Array(b[y..<gap.right.lowerBound]))
                (x, y) = (gap.left.upperBound, gap.right.upperBound)
            }
            #expect(Array(a[x...]) == Array(b[y...]))
        }
    }

    @Test func `texts with nothing in common and no end are not aligned`() {
        #expect(WordAlignment((0..<900).map { UInt64($0) }, (1000..<1900).map { UInt64($0) }) == nil)
    }
}
