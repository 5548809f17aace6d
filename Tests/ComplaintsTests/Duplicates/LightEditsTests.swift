import Testing

@testable import Complaints

struct LightEditsTests {
    @Test(
        arguments: [
            ("at 9:30 a well-known shop", 5), ("a.b c", 2), ("wait ... what", 2), ("", 0), ("退款 太慢", 4),
            ("товар, цена.Ужас", 2), ("  line\nline ", 2),
        ])
    func `a word is what stands between spaces, or a sign`(text: String, count: Int) {
        #expect(ComparedWords(text).written().count == count)
    }

    @Test(
        arguments: [
            ("one two three four", "one two three four", 0.0, 0, 0, 0),
            ("one two three four", "one two thrae four", 0.125, 1, 0, 0),
            ("one two three four", "one two of four", 0.25, 1, 1, 0),
            ("one went on four", "one went onto four", 0.25, 1, 1, 1),
            ("one went home four", "one four", 0.5, 2, 2, 0),
            ("one two three four", "one three two four", 0.125, 1, 0, 0),
            ("big dog big cat big hen", "grand dog grand cat grand hen", 0.5, 1, 3, 2),
        ])
    func `edits are counted by their kinds`(
        a: String, b: String, changed: Double, longest: Int, odd: Int, kin: Int
    ) throws {
        let edits = try #require(LightEdits(ComparedWords(a), ComparedWords(b)))
        #expect(edits.changed == changed)
        #expect(edits.longest == longest)
        #expect(edits.odd == odd)
        #expect(edits.kin == kin)
    }

    @Test func `a capital and a mark belong to the word as it stands between spaces`() {
        let written = ComparedWords("At 9:30, however, nobody (of Bank-Polski) came… 5!").written()
        #expect(written.map(\.hasMark) == [false, true, true, false, false, true, true, true])
        #expect(written.map(\.isCapital) == [true, false, false, false, false, true, false, false])
    }

    private static let told = """
        The branch closed my account without a letter and kept the savings for seven weeks while every clerk sent me
        to another desk and then back to the first one, and nobody there could name the rule.
        """

    @Test(
        arguments: [
            // Swapped, left out, put in, mended.
            ("my account without a letter", "account my without a letter and and"), ("seven", ""),
            ("every clerk", "every green clerk"), ("savings", "savigns"),
        ])
    func `a light edit anywhere leaves it a copy`(from: String, to: String) throws {
        let edited = Self.told.replacing(from, with: to)
        #expect(edited != Self.told)
        #expect(try #require(LightEdits(ComparedWords(Self.told), ComparedWords(edited))).isCopy)
    }

    @Test(
        arguments: [
            "RT @anna: the card was charged twice and nobody answers",
            "the card was charged twice and nobody answers",
            "#fail #bank the card was charged twice and nobody answers #help",
            "the card was charged twice and nobody answers @bank #bank",
        ])
    func `tags and names around a post are not its words`(text: String) {
        #expect(ComparedWords(text).words.count == 8)
    }

    @Test func `tags alone, and tags within a sentence, are words`() {
        #expect(ComparedWords("#fail #bank #card").words.count == 3)
        #expect(ComparedWords("my #bank took the #card and kept it").words.count == 8)
    }
}
