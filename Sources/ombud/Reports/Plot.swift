import Complaints
import Foundation

/// Figures drawn with characters: bars, and a map of the hours of a week.
struct Plot {
    var width: Int
    /// Eighths of a block; number signs where the terminal may not show them.
    var hasBlocks: Bool
    var hasColour: Bool

    static var onScreen: Plot {
        Plot(
            width: Screen.width ?? 80, hasBlocks: canShowBlocks(ProcessInfo.processInfo.environment),
            hasColour: Screen.hasColour)
    }

    /// By the locale, of which the first that is set decides (POSIX, 8.2).
    static func canShowBlocks(_ environment: [String: String]) -> Bool {
        guard environment["TERM"] != "dumb" else { return false }
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let name = (locale ?? "").lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }

    /// A bar for each row, with an axis below; nothing where there is less than two to compare.
    func bars(_ table: FigureTable) -> [String] {
        guard let key = table.plotted, let column = table.columns.firstIndex(where: { $0.key == key }),
            table.rows.count > 1
        else { return [] }
        let sizes = table.rows.map { $0[column].size }
        let isShare = table.rows.contains { if case .share = $0[column] { true } else { false } }
        let most = isShare ? 1 : sizes.compactMap { $0 }.max() ?? 0
        guard most > 0 else { return [] }
        let names = table.rows.map { row in
            row[..<column].prefix { if case .text = $0 { true } else { $0 == .none } }.map(\.shown)
                .joined(separator: " ").oneLine
        }
        let values = table.rows.map { $0[column].shown }
        let valueWidth = values.map(\.columns).max() ?? 0
        let nameWidth = min(names.map(\.columns).max() ?? 0, max(8, width / 3))
        let room = width - nameWidth - valueWidth - 4
        guard room >= 8 else { return [] }
        var lines = [""]
        lines += table.rows.indices.map { row in
            let bar = bar(sizes[row].map { $0 / most } ?? 0, room: room)
            let value = values[row]
            let gap = String(repeating: " ", count: valueWidth - value.columns)
            return padded(names[row].cut(to: nameWidth), nameWidth) + " " + gap + value + " " + edge
                + painted(bar)
        }
        let end = isShare ? "100%" : table.rows[sizes.firstIndex { $0 == most } ?? 0][column].shown
        let head = table.columns[column].head.lowercased()
        let rule = String(repeating: hasBlocks ? "─" : "-", count: max(0, room - end.columns))
        lines.append(
            padded(head.cut(to: nameWidth + valueWidth + 1), nameWidth + valueWidth + 1) + " 0" + rule + end)
        return lines
    }

    private var edge: String { hasBlocks ? "▏" : "|" }

    private func bar(_ share: Double, room: Int) -> String {
        let clipped = min(max(share, 0), 1)
        guard hasBlocks else {
            let count = Int((clipped * Double(room)).rounded())
            return String(repeating: "#", count: clipped > 0 ? max(1, count) : 0)
        }
        let eighths = Int((clipped * Double(room * 8)).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let all = clipped > 0 ? max(1, eighths) : 0
        return String(repeating: "█", count: all / 8) + parts[all % 8]
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.columns))
    }

    private func painted(_ text: String) -> String {
        hasColour && !text.isEmpty ? "\u{1B}[36m\(text)\u{1B}[0m" : text
    }
}

// MARK: - Hours

extension Plot {
    private static let blocks = ["·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let letters = [".", ":", "-", "=", "+", "*", "#", "%", "@"]

    /// A line for each weekday, a column for each hour; nil for a table that is not about hours.
    func hours(_ table: FigureTable) -> [String]? {
        let keys = table.columns.map(\.key)
        guard let day = keys.firstIndex(of: "weekday"), let hour = keys.firstIndex(of: "hour"),
            let column = table.plotted.flatMap({ keys.firstIndex(of: $0) })
        else { return nil }
        var counts: [String: [Int]] = [:]
        for row in table.rows {
            guard case .text(let name) = row[day], case .count(let at) = row[hour],
                case .count(let count) = row[column]
            else { continue }
            counts[name, default: [Int](repeating: 0, count: 24)][at] = count
        }
        let most = counts.values.flatMap { $0 }.max() ?? 0
        let signs = hasBlocks ? Self.blocks : Self.letters
        let cell = width >= 4 + 48 + 8 ? 2 : 1
        let ruler = stride(from: 0, to: 24, by: 6).map { padded("\($0)", 6 * cell) }.joined()
        var lines = ["    " + ruler]
        for weekday in Weekday.allCases {
            let row = counts[weekday.rawValue] ?? [Int](repeating: 0, count: 24)
            let drawn = row.map { count -> String in
                let level = count == 0 ? 0 : max(1, (count * 8 + most - 1) / max(most, 1))
                return String(repeating: signs[min(level, 8)], count: cell)
            }.joined()
            lines.append("\(weekday.rawValue.prefix(3)) " + painted(drawn) + " \(row.reduce(0, +))")
        }
        return lines + ["\(keys[column]) each hour; the fullest stands for \(most)"]
    }
}
