import Complaints
import Foundation
import Testing

struct ByteNeedlesTests {
    @Test(
        arguments: [
            (["abc"], "xxabcxx", "xx-xx"), (["abc", "bcd"], "abcd", "-"), (["a"], "banana", "b-n-n-"),
            (["ab"], "ab", "-"), (["abc"], "ab", nil), ([], "abc", nil), (["", "x"], "y", nil),
            (["https://a.example/1", "https://a.example/2"], "see https://a.example/2.", "see -."),
            (["żółć"], "a żółć b", "a - b"), (["abcabc"], "abcabcabc", "-"),
            (["aaaa", "aaaaaaaa"], "xaaaaaaaay", "x-y"), (["one", "two"], "onetwo", "--"),
        ] as [([String], String, String?)])
    func `what overlaps is replaced as one`(needles: [String], text: String, expected: String?) {
        #expect(ByteNeedles(needles).replacing(in: text, with: "-") == expected)
    }

    /// Against the plain search of the standard library, over many small alphabets, where much overlaps.
    @Test(arguments: 1...8) func `nothing is missed`(seed: Int) {
        var chance = SplitMix(state: UInt64(seed))
        func word(_ length: Int) -> String {
            String((0..<length).map { _ in "abc".randomElement(using: &chance) ?? "a" })
        }
        for _ in 0..<60 {
            let texts = (0..<Int.random(in: 1...12, using: &chance)).map { _ in
                word(Int.random(in: seed...seed + 5, using: &chance))
            }
            let needles = ByteNeedles(texts)
            let text = word(Int.random(in: 0...120, using: &chance))
            let expected = Set(needles.texts.filter { text.contains($0) })
            #expect(Set(needles.all(in: Array(text.utf8)).map { needles.texts[$0] }) == expected, "\(text)")
            #expect(needles.stand(in: text) == !expected.isEmpty)
        }
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return value ^ value >> 31
        }
    }
}
