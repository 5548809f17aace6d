import CTerminal
import Foundation

/// The terminal while a review has it: alternate screen, keys one by one, only rows that changed are sent.
struct TerminalScreen {
    private(set) var size = ReviewPage.Size(columns: 80, rows: 24)
    private var shown: [String] = []

    /// Alternate screen, no wrapping at the right edge, pasted text marked as such.
    private static let entering = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?2004h\u{1B}[?25l\u{1B}[2J"
    private static let leaving = "\u{1B}[0m\u{1B}[?25h\u{1B}[?2004l\u{1B}[?7h\u{1B}[?1049l"

    /// - Returns: the descriptor on which signals come; nil where the terminal cannot be had.
    static func open() -> Int32? {
        let signals = ombud_terminal_guard(STDIN_FILENO, STDOUT_FILENO, leaving)
        return signals < 0 ? nil : signals
    }

    /// Also after somebody else had the terminal: then everything is drawn anew.
    mutating func enter() {
        _ = ombud_terminal_raw()
        shown = []
        measure()
        Self.send(Self.entering)
    }

    static func leave() { ombud_terminal_restore() }

    mutating func measure() {
        var found = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &found) == 0, found.ws_col > 0, found.ws_row > 0 else {
            return
        }
        size = .init(columns: Int(found.ws_col), rows: Int(found.ws_row))
        shown = []
    }

    mutating func show(_ rows: ReviewPage.Rows) {
        let lines = rows.lines.prefix(size.rows).map { $0.encoded(width: size.columns) }
        var text = "\u{1B}[?25l" + (shown.isEmpty ? "\u{1B}[2J" : "")
        for (row, line) in lines.enumerated() where !shown.indices.contains(row) || shown[row] != line {
            text += "\u{1B}[\(row + 1);1H\(line)\u{1B}[K"
        }
        shown = lines
        if let cursor = rows.cursor { text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h" }
        Self.send(text)
    }

    /// Asks the terminal at the other end to take a text to its clipboard (OSC 52).
    static func copy(_ text: String) {
        send("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}")
    }

    private static func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR || errno == EAGAIN { continue }
            // The terminal is gone; the reader of keys tells so.
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
