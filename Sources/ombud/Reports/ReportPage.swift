import Complaints
import Foundation

/// A report as people read it: aligned tables cut into blocks that fit the terminal, and bars beside them.
struct ReportPage {
    /// nil draws on a terminal alone: to a file, a pipe or a screen reader numbers say more.
    var plots: Bool?

    private var draws: Bool { plots ?? Screen.isTerminal }

    func show(_ tables: [FigureTable], _ scope: ReportScope) {
        let since = scope.since.map { minute($0, scope.zone) } ?? "the beginning"
        Screen.say("From \(since) to \(minute(scope.until, scope.zone)), \(scope.zone.name)")
        let plot = Plot.onScreen
        for table in tables {
            Screen.head("\n" + table.title)
            if draws, let picture = plot.hours(table) {
                for line in picture { Swift.print(line) }
                continue
            }
            for block in blocks(of: table) { Screen.print(block, whenEmpty: "") }
            for note in table.notes { Screen.say(wrapped(note)) }
            guard draws else { continue }
            for line in plot.bars(table) { Swift.print(line) }
        }
    }

    private func minute(_ instant: Instant, _ zone: Zone) -> String {
        zone.text(Instant(milliseconds: instant.milliseconds / 60_000 * 60_000))
    }

    /// Numbers to the right; columns without a figure left out; where the terminal is too narrow, the columns
    /// that name the rows come again.
    private func blocks(of table: FigureTable) -> [Table] {
        let all = table.columns.indices
        let lead = all.prefix { column in
            table.rows.allSatisfy { if case .text = $0[column] { true } else { $0[column] == .none } }
        }
        let shown = all.dropFirst(lead.count).filter { column in
            table.rows.contains { $0[column] != .none }
        }
        var cells: [Int: [String]] = [:]
        for column in Array(lead) + shown {
            let isNumber = table.rows.contains { $0[column].isNumber && $0[column] != .none }
            let texts = [table.columns[column].head] + table.rows.map { $0[column].shown.oneLine }
            let width = texts.map(\.columns).max() ?? 0
            cells[column] = texts.map { text in
                isNumber ? String(repeating: " ", count: width - text.columns) + text : text
            }
        }
        func width(_ columns: [Int]) -> Int {
            columns.reduce(0) { $0 + (cells[$1]?.map(\.columns).max() ?? 0) + 2 }
        }
        var blocks: [[Int]] = [[]]
        for column in shown {
            let last = blocks.count - 1
            let next = Array(lead) + blocks[last] + [column]
            if let limit = Screen.width, width(next) > limit + 2, !blocks[last].isEmpty {
                blocks.append([column])
            } else {
                blocks[last].append(column)
            }
        }
        return blocks.map { block in
            let columns = Array(lead) + block
            var made = Table()
            made.head = columns.map { cells[$0]?[0] ?? "" }
            made.rows = table.rows.indices.map { row in columns.map { cells[$0]?[row + 1] ?? "" } }
            return made
        }
    }

    /// In lines that fit the terminal.
    private func wrapped(_ note: String) -> String {
        guard let width = Screen.width else { return note }
        var lines: [String] = [""]
        for word in note.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.columns + 1 + String(word).columns > width {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = last + " " + word
            }
        }
        return lines.joined(separator: "\n")
    }
}
