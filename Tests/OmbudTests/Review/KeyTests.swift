import Testing

@testable import ombud

/// Bytes of a terminal become keys, however they are cut.
@Suite struct KeyTests {
    private static let table: [(String, [Key])] = [
        ("c", [.letter("c")]), ("żд漢😀", [.letter("ż"), .letter("д"), .letter("漢"), .letter("😀")]),
        ("\r", [.enter]), ("\u{7F}\u{08}", [.backspace, .backspace]), ("\u{03}", [.interrupt]),
        ("\u{1A}\u{0C}\u{04}", [.suspend, .redraw, .endOfInput]), ("\u{15}\u{17}", [.killLine, .killWord]),
        ("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[D", [.up, .down, .right, .left]),
        ("\u{1B}[5~\u{1B}[6~\u{1B}[3~\u{1B}[H\u{1B}OF", [.pageUp, .pageDown, .delete, .home, .end]),
        // Answers of the terminal, mouse, titles: none of their letters is a command.
        ("\u{1B}[?62;c\u{1B}[<0;3;4Md", [.letter("d")]), ("\u{1B}]11;rgb:dead/beef\u{07}n", [.letter("n")]),
        ("\u{1B}P1$r0m\u{1B}\\q", [.letter("q")]), ("\u{1B}x", []),
        ("\u{1B}[200~cdq\r\u{1B}[31m\u{1B}[201~u", [.paste("cdq\r [31m"), .letter("u")]),
    ]

    @Test(arguments: table.indices)
    func `keys are the same whole and byte by byte`(row: Int) {
        let (text, keys) = Self.table[row]
        var whole = KeyDecoder()
        #expect(whole.feed(text.utf8) == keys)
        var pieces = KeyDecoder()
        #expect(text.utf8.flatMap { pieces.feed([$0]) } == keys)
        #expect(!pieces.isWaiting)
    }

    @Test func `an escape that nothing follows is the key, and rubbish is nothing`() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]) == [] && decoder.isWaiting)
        #expect(decoder.flush() == [.escape])
        #expect(decoder.feed([0xFF, 0xC3, 0x28, 0xE2, 0x82]) == [.letter("(")])
        #expect(decoder.flush() == [] && !decoder.isWaiting)
        #expect(decoder.feed([0xC2, 0x9B, 0x63]) == [.letter("c")])
    }

    @Test func `a line is edited by letters as people see them`() {
        var line = LineEditor()
        for key in [Key.letter("e"), .letter("\u{301}"), .letter("x"), .left, .backspace, .letter("a")] {
            _ = line.take(key)
        }
        #expect(line.text == "ax")
        _ = line.take(.end)
        _ = line.take(.paste(" two\r\nwords \u{1B}[2J"))
        #expect(line.text == "ax two words  [2J")
        _ = line.take(.killWord)
        #expect(line.text == "ax two words  ")
        _ = line.take(.killLine)
        #expect(line.isEmpty)
    }
}
