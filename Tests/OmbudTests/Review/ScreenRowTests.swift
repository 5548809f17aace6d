import Complaints
import TestSupport
import Testing

@testable import ombud

/// The screen as rows, for states and sizes of all kinds.
@Suite struct ScreenRowTests {
    private func page(
        _ sheet: ReviewSheet, columns: Int = 80, rows: Int = 24,
        _ change: (inout ReviewState) -> Void = { _ in }
    ) -> ReviewPage.Rows {
        var state = ReviewState()
        _ = state.handle(.fetched([sheet.mention.id], left: 7))
        _ = state.handle(.shown(sheet, left: 7))
        change(&state)
        return ReviewPage(
            state: state, size: .init(columns: columns, rows: rows), now: ManualTime.monday
        ).rows
    }

    private static let texts = [
        "Terrible, nothing works.", String(repeating: "田中さんの荷物がまだ届きません。", count: 60),
        String(repeating: "لم يصل الطلب ولا أحد يرد. ", count: 80), String(repeating: "😡👨‍👩‍👧‍👦🇵🇱 ", count: 200),
        String(repeating: "x", count: 3000), "a\u{1B}[2J\u{1B}]0;title\u{07}b\u{9B}31m\n\n\nc\u{202E}d",
        "e\u{301}" + String(repeating: "\u{300}", count: 500), "",
    ]

    private static let sizes = [(80, 24), (40, 10), (200, 60), (47, 11), (120, 10)]

    @Test(arguments: texts)
    func `every row fits, whatever was written, and none sends what moves a cursor`(text: String) {
        for (columns, rows) in Self.sizes {
            for isDetailed in [false, true] {
                let shown = page(.make(3, text: text, title: "Broken"), columns: columns, rows: rows) {
                    $0.isDetailed = isDetailed
                }
                #expect(shown.lines.count == rows)
                #expect(shown.lines[0].text.contains("7 left"))
                for line in shown.lines { expectFit(line.encoded(width: columns), columns) }
            }
        }
    }

    private func expectFit(_ sent: String, _ columns: Int) {
        var plain = sent
        for style in ["0", "1", "2", "7"] { plain = plain.replacing("\u{1B}[\(style)m", with: "") }
        #expect(plain.columns <= columns, "\(plain)")
        let moves = plain.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
        #expect(!moves, "\(plain.debugDescription)")
    }

    @Test func `the page says whose words, what speaks for a complaint, and what can be done`() {
        let text = page(.make(3, title: "Broken")).lines.map(\.text).joined(separator: "\n")
        for part in [
            "m3  Acme  acme-opinions".replacing("  ", with: " "), "7 left", "Anna", "Broken", "nothing works",
            "93%", "says \"nothing works\" +1.2", "about delivery", "none yet; confirming opens one",
            "https://reviews.example/3", "nothing archived", "c confirm", "? help",
        ] { #expect(text.contains(part), "\(part) is missing in\n\(text)") }
    }

    @Test func `a long text scrolls to its end and no further, and leaves room for the facts`() {
        let sheet = ReviewSheet.make(3, text: (1...90).map { "line \($0)" }.joined(separator: "\n"))
        let top = page(sheet)
        #expect(top.lines.contains { $0.text.contains("more lines, space") })
        #expect(top.lines.contains { $0.text.contains("score") })
        let end = page(sheet) { $0.scroll = 10_000 }
        #expect(end.lines.contains { $0.text == " line 90" })
        #expect(!end.lines.contains { $0.text.contains("more line") })
        #expect(end.scroll < 90)
    }

    @Test func `below the least size it says so`() {
        let text = page(.make(3), columns: 30, rows: 8).lines.map(\.text).joined(separator: " ")
        #expect(text.contains("40x10 is the least"))
        #expect(page(.make(3), columns: 1, rows: 1).lines.count == 1)
    }

    @Test func `who types sees the cursor behind the last letter, also of wide ones`() {
        let asked = page(.make(3)) { state in
            _ = state.take(.letter("d"))
            for letter in "田中" { _ = state.take(.letter(letter)) }
        }
        #expect(asked.cursor?.row == 22)
        #expect(asked.cursor?.column == "Why is it no complaint: ".count + 4)
        #expect(asked.lines.contains { $0.text.hasPrefix(" 1 praise") })
        #expect(page(.make(3)).cursor == nil)
    }

    @Test func `line by line tells the same, and nothing that moves`() {
        let plain = ReviewPlain(now: ManualTime.monday)
        let lines = plain.lines(of: .make(3, text: "a\u{1B}[2Jb\nc"), left: 7)
        #expect(lines.contains("m3, Acme, acme-opinions, 7 left"))
        #expect(lines.contains("a [2Jb") && lines.contains("c"))
        #expect(lines.contains { $0.hasPrefix("score: 93%") })
        #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 })
    }
}
