import Foundation

/// A table made for a terminal: aligned, cut to its width; the last column takes what is left.
struct Table {
    var head: [String]
    var rows: [[String]] = []
    /// Columns that are left out where the terminal is narrow, the first ones first, until the last column has
    /// room for `leastText`.
    var spare: [String] = []

    /// So much of a text tells what it is about.
    private static let leastText = 24

    init(_ head: String...) { self.head = head }

    mutating func add(_ row: String...) { rows.append(row.map(\.oneLine)) }

    func text(width: Int?) -> String {
        let full = head.indices.map { column in
            ([head] + rows).map { $0[column].columns }.max() ?? 0
        }
        let kept = kept(full, width: width)
        let widths = kept.map { full[$0] }
        return ([head] + rows).map { all in
            let row = kept.map { all[$0] }
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

    private func kept(_ widths: [Int], width: Int?) -> [Int] {
        var kept = Array(head.indices)
        guard let width, let last = widths.last else { return kept }
        let least = min(last, Self.leastText)
        for name in spare where kept.dropLast().reduce(least, { $0 + widths[$1] + 2 }) > width {
            kept.removeAll { head[$0] == name }
        }
        return kept
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

    /// A line that is safe already, and may have marks of its own.
    static func print(_ line: String) { Swift.print(line) }

    static func head(_ text: String) { Swift.print(bold(text.safe)) }

    static func print(_ table: Table, whenEmpty: String) {
        Swift.print(table.rows.isEmpty ? whenEmpty : table.text(width: width))
    }
}
