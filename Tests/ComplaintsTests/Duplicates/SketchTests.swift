import Testing

@testable import Complaints

struct SketchTests {
    @Test(
        arguments: [
            ("Żabka zamknięta!", "zabka   ZAMKNIETA"), ("a-b c", "ABC"), ("Ещё раз", "еще РАЗ."),
            ("x\u{200B}y", "xy"),
        ])
    func `a fingerprint sees letters and digits only`(a: String, b: String) {
        #expect(textFingerprint(a) == textFingerprint(b))
    }

    @Test func `fingerprints are stored, so they never change`() {
        #expect(textFingerprint("") == Int64(bitPattern: 0xcbf2_9ce4_8422_2325))
        #expect(textFingerprint("a") == Int64(bitPattern: 0xaf63_dc4c_8601_ec8c))
        #expect(textFingerprint("foobar") == Int64(bitPattern: 0x8594_4171_f739_67e8))
    }

    @Test func `another word makes another fingerprint`() {
        #expect(textFingerprint("order 1177") != textFingerprint("order 1178"))
    }

    @Test func `near copies meet under a band key and strangers do not`() {
        let words = (0..<400).map { "word\(String($0 * 7919 % 1009, radix: 36))" }
        var met = 0
        var strangers = 0
        for start in 0..<40 {
            let text = words[(start * 7)..<(start * 7 + 60)].joined(separator: " ")
            var changed = Array(words[(start * 7)..<(start * 7 + 60)])
            for place in stride(from: start % 9, to: 60, by: 9) { changed[place] = "other\(place)" }
            let other = (0..<60).map { "strange\(String(($0 + start * 61) * 104_729 % 7919, radix: 36))" }
            let keys = Set(bandKeys(of: shingleSketch(text)))
            if !keys.isDisjoint(with: bandKeys(of: shingleSketch(changed.joined(separator: " ")))) {
                met += 1
            }
            if !keys.isDisjoint(with: bandKeys(of: shingleSketch(other.joined(separator: " ")))) {
                strangers += 1
            }
        }
        #expect(met >= 39)
        #expect(strangers <= 2)
    }

    @Test func `a sketch estimates the share of wording in common`() {
        let a = shingleSketch(CompareTests.story)
        #expect(sketchSimilarity(a, a) == 1)
        let b = shingleSketch(CompareTests.story.replacing("washing machine", with: "coffee grinder"))
        #expect((0.6...0.95).contains(sketchSimilarity(a, b)))
        #expect(sketchSimilarity(a, shingleSketch("Quite another matter altogether")) < 0.1)
    }

    @Test(arguments: ["a中a文б", "ß", "ĳ", "Straße", "x", "日本語のテキスト", "\u{301}a", "a\u{200B}b", "🙂 ok 🙂"])
    func `a sketch is made of any letters, and sees no case`(text: String) {
        #expect(shingleSketch(text).count == 96)
        #expect(shingleSketch(text) == shingleSketch("  " + text.uppercased().lowercased() + "!"))
    }

    @Test func `a text without letters has no sketch and no keys`() {
        #expect(shingleSketch("... !").isEmpty)
        #expect(bandKeys(of: []).isEmpty)
        #expect(bandKeys(of: shingleSketch("ok")).count == 32)
    }
}
