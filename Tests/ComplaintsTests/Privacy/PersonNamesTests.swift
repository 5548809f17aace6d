import Complaints
import Testing

struct PersonNamesTests {
    @Test(
        arguments: [
            ("Dear Jan Kowalski, sorry.", "Dear X, sorry."), ("JAN KOWALSKI wrote", "X wrote"),
            ("jan kowalski", "X"), ("Jan Kowalskiego nie znam", nil), ("Ajan Kowalski", nil),
            ("Jan Kowalski2", nil), ("Dear Jan,", nil), ("(Jan Kowalski)", "(X)"),
            ("Jan Kowalski i Jan Kowalski", "X i X"), ("nobody", nil),
        ] as [(String, String?)])
    func `a name is replaced where it stands as a whole`(text: String, expected: String?) {
        #expect(PersonNames(["Jan  Kowalski "], replacement: "X").scrubbed(text) == expected)
    }

    @Test func `in what is about the person alone, the words of the name go too`() {
        let names = PersonNames(["Jan Kowalski"], replacement: "X")
        #expect(names.scrubbed("Dear Jan, Mr Kowalski", alsoWords: true) == "Dear X, Mr X")
        #expect(names.scrubbed("January", alsoWords: true) == nil)
    }

    @Test(arguments: [
        ("Jan Kowalski", true), ("jkowal82", true), ("night_owl", true), ("a@b.example", true),
        ("Anna", false),
        ("Guest", false), ("J K", false), ("the", false), ("a1", false), ("12345", false), ("4.5", false),
    ])
    func `a first name alone is not looked for in what others wrote`(name: String, isEverywhere: Bool) {
        #expect((NameReach(name) == .everywhere) == isEverywhere)
    }

    @Test func `a text is told by its stretches of eight words, a short one by nothing`() {
        let words = (1...20).map { "word\($0)" }.joined(separator: " ")
        #expect(tellingPhrases(words).count == 4)
        // Wherever a quote of eleven words begins, it holds one of them.
        for start in 1...10 {
            let quote = (start...start + 10).map { "word\($0)" }.joined(separator: " ")
            #expect(tellingPhrases(words).contains { quote.contains($0) }, "\(start)")
        }
        #expect(tellingPhrases(words).allSatisfy(words.contains))
        #expect(tellingPhrases("Too bad") == [])
        #expect(tellingPhrases("It never came, and nobody answers").count == 1)
    }

    @Test func `letters alone are the same whatever stands between them`() {
        #expect(lettersOnly("Jan\n <b>K</b>owalski, 82") == "janbkbowalski82")
        #expect(lettersOnly("ŻÓŁĆ 7") == "żółć7")
    }

    @Test(
        arguments: [
            ("2024-01-01", true), ("2026-03-01", false), (nil, false),
        ] as [(String?, Bool)])
    func `what is older than mentions are kept is not taken in`(published: String?, isTooOld: Bool) {
        let retention = Retention(mentions: .seconds(365 * 86_400))
        let now = Instant(rfc3339: "2026-03-02T10:00:00Z") ?? Instant(milliseconds: 0)
        let stated = published.flatMap { Instant(rfc3339: $0 + "T00:00:00Z") }
            .map { StatedTime($0, precision: .day) }
        #expect(retention.isTooOld(stated, now: now) == isTooOld)
        #expect(!Retention().isTooOld(stated, now: now))
    }
}
