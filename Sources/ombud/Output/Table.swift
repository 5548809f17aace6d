import Foundation

/// A table made for a terminal: aligned, cut to its width; the last column takes what is left.
struct Table {
    var head: [String]
    var rows: [[String]] = []

    init(_ head: String...) { self.head = head }

    mutating func add(_ row: String...) { rows.append(row.map(\.oneLine)) }

    func text(width: Int?) -> String {
        let widths = head.indices.map { column in
            ([head] + rows).map { $0[column].columns }.max() ?? 0
        }
        return ([head] + rows).map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                if column < row.count - 1 {
                    line += String(repeating: " ", count: widths[column] - cell.columns + 2)
                }
            }
            while line.last == " " { line.removeLast() }
            return width.map { line.cut(to: $0) } ?? line
        }.joined(separator: "\n")
    }
}

extension String {
    /// Fit for a terminal: what a page says must not move the cursor, clear the screen or forge output.
    /// Control characters but the line break, and marks that reverse the writing direction, become a blank.
    var safe: String {
        guard unicodeScalars.contains(where: \.isUnsafe) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.isUnsafe ? " " : $0 }))
    }

    var oneLine: String { safe.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Columns that a terminal gives it: wide characters take two, combining ones none.
    var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

    func cut(to width: Int) -> String {
        guard columns > width, width > 1 else { return self }
        var kept = ""
        var used = 0
        for character in self {
            let next = String(character).columns
            if used + next > width - 1 { break }
            kept.append(character)
            used += next
        }
        return kept + "…"
    }
}

extension Unicode.Scalar {
    fileprivate var isUnsafe: Bool {
        switch value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    fileprivate var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

/// Standard output as a terminal.
enum Screen {
    static let isTerminal = isatty(STDOUT_FILENO) == 1

    /// nil when the output is not a terminal: then nothing is cut.
    static var width: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Rows; nil when the output is not a terminal.
    static var height: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
        return Int(size.ws_row)
    }

    static let hasColour = isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

    static func bold(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// Text for a person: what came from a page is made safe.
    static func say(_ text: String) { Swift.print(text.safe) }

    static func head(_ text: String) { Swift.print(bold(text.safe)) }

    static func print(_ table: Table, whenEmpty: String) {
        Swift.print(table.rows.isEmpty ? whenEmpty : table.text(width: width))
    }
}
