import Testing

@testable import ombud

/// Columns of every script, and where lines break.
@Suite struct TextWidthTests {
    @Test(
        arguments: [
            ("abc", 3), ("żółć", 4), ("z\u{307}o\u{301}", 2), ("田中太郎", 8), ("ｱｲｳ", 3), ("ＡＢ", 4),
            ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("مرحبا", 5), ("مَرْحَبًا", 5), ("שלום", 4), ("สวัสดี", 4),
            ("нет", 3), ("😡", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇵🇱", 2), ("❤️", 2), ("❤", 1), ("✅", 2), ("☎", 1),
            ("a\u{200B}b\u{200D}c", 3), ("\u{2068}a\u{2069}", 1), ("\u{FEFF}x", 1), ("", 0), ("。", 2),
            ("…", 1),
            ("𠀀", 2), ("1️⃣", 2),
        ])
    func `a text takes its columns`(text: String, columns: Int) { #expect(text.columns == columns) }

    @Test(
        arguments: [
            ("one two three", 7, ["one two", "three"]), ("", 5, [""]), ("a\n\nb", 5, ["a", "", "b"]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("x abcdefghij", 4, ["x", "abcd", "efgh", "ij"]),
            ("田中太郎", 5, ["田中", "太郎"]), ("価格は1234円です", 8, ["価格は", "1234円で", "す"]),
            ("well-known thing", 12, ["well-known", "thing"]), ("😡😡😡", 4, ["😡😡", "😡"]),
            ("one  two", 4, ["one", "two"]),
        ] as [(String, Int, [String])])
    func `a line breaks at blanks, beside wide letters, and else where it must`(
        text: String, width: Int, lines: [String]
    ) {
        #expect(text.wrapped(to: width) == lines)
        for line in text.wrapped(to: width) { #expect(line.columns <= width) }
    }

    @Test func `what a page says moves no cursor, forges no line and turns no direction`() {
        let text = "a\u{1B}[2Jb\u{9B}31m\u{07}\u{202E}c\u{2066}\u{2028}d\u{7F}\r\te"
        #expect(text.safe == "a [2Jb 31m  c  d   e")
        #expect(!text.safe.unicodeScalars.contains { $0.value < 0x20 })
        #expect("مرحبا".isolated == "\u{2068}مرحبا\u{2069}")
        #expect("abc".isolated == "abc")
    }

    @Test func `a cut text says that it is cut, and fits`() {
        #expect("田中太郎".cut(to: 6) == "田中…")
        #expect("abc".cut(to: 3) == "abc")
        #expect("👨‍👩‍👧‍👦👨‍👩‍👧‍👦".cut(to: 3) == "👨‍👩‍👧‍👦…")
    }
}
