import Complaints
import Foundation

/// Tables of figures as programs read them: one JSON object a row, or one table of comma-separated values.
extension FigureTable {
    /// Keys are those of the columns; a share has the number that it is of beside it, as `KEY_of`.
    func lines(of report: String, _ scope: ReportScope) -> [JSON] {
        rows.map { row in
            let head: JSON = [
                "report": report, "table": name, "by": scope.by?.rawValue, "since": scope.since,
                "until": scope.until,
            ]
            return zip(columns, row).reduce(head) { line, cell in
                line + .object(cell.1.members(under: cell.0.key))
            }
        }
    }

    /// With a header, and CR LF at the end of each line (RFC 4180).
    var csv: String {
        let shares = Set(
            columns.indices.filter { column in
                rows.contains { if case .share = $0[column] { true } else { false } }
            })
        let head = columns.indices.flatMap { column in
            shares.contains(column)
                ? [columns[column].key, columns[column].key + "_of"] : [columns[column].key]
        }
        let lines = rows.map { row in
            columns.indices.flatMap { column -> [String] in
                let values = row[column].members(under: "").map { $0.1.csvText }
                return shares.contains(column) && values.count == 1 ? values + [""] : values
            }
        }
        return ([head] + lines).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }
}

extension Figure {
    fileprivate func members(under key: String) -> [(String, JSON)] {
        switch self {
        case .none: [(key, .null)]
        case .text(let text): [(key, .string(text))]
        case .count(let count): [(key, .integer(Int64(count)))]
        case .share(let share):
            [
                (key, share.value.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .null),
                (key + "_of", .integer(Int64(share.of))),
            ]
        case .length(let length): [(key, .number(Double(length.inMilliseconds) / 1000))]
        case .time(let time): [(key, time.json)]
        }
    }
}

extension JSON {
    fileprivate var csvText: String {
        switch self {
        case .null: ""
        case .string(let text): text.asCSV
        default: line
        }
    }
}

/// Lengths and shares as people read them.
extension Figure {
    /// A share of fewer says of how many: chance may have made it.
    private static let few = 20

    var shown: String {
        switch self {
        case .none: "-"
        case .text(let text): text
        case .count(let count): "\(count)"
        case .share(let share):
            share.value.map { $0.roundedShare + (share.of < Self.few ? " of \(share.of)" : "") } ?? "-"
        case .length(let length): length.shown
        case .time(let time): Times.short(time)
        }
    }

    var isNumber: Bool {
        switch self {
        case .text, .time: false
        case .none, .count, .share, .length: true
        }
    }

    /// What a bar is as long as.
    var size: Double? {
        switch self {
        case .count(let count): Double(count)
        case .share(let share): share.value
        case .length(let length): Double(length.inMilliseconds) / 1000
        case .none, .text, .time: nil
        }
    }
}

extension Double {
    /// Whole per cents, of which none says all or nothing where it is not.
    fileprivate var roundedShare: String {
        switch self {
        case 0, 1: percent
        case ..<0.01: "<1%"
        case 0.99...: ">99%"
        default: percent
        }
    }
}

extension Duration {
    /// Two units at most: `45 s`, `12 min`, `3 h 20`, `2 d 4 h`.
    fileprivate var shown: String {
        let seconds = abs(inMilliseconds / 1000)
        let sign = inMilliseconds <= -1000 ? "-" : ""
        switch seconds {
        case ..<60: return "\(sign)\(seconds) s"
        case ..<3600: return "\(sign)\(seconds / 60) min"
        case ..<172_800:
            let minutes = seconds / 60 % 60
            return "\(sign)\(seconds / 3600) h \(minutes < 10 ? "0" : "")\(minutes)"
        default: return "\(sign)\(seconds / 86_400) d \(seconds / 3600 % 24) h"
        }
    }
}
