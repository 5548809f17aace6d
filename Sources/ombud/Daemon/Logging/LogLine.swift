import Complaints
import Logging
import Settings

/// One decision as one line of bytes, whatever stands in it: no value can begin another line or another field.
struct LogLine {
    var time: Instant
    var level: Logger.Level
    var message: String
    /// In the order they are written.
    var fields: [(key: String, value: String)]

    func written(as format: LogSettings.Format) -> String {
        switch format {
        case .logfmt:
            let head = [
                ("time", time.description), ("level", level.rawValue), ("msg", message),
            ]
            return (head + fields).map { "\($0.0)=\(Self.quoted($0.1))" }.joined(separator: " ")
        case .json:
            let head: [(String, JSON)] = [
                ("time", .string(time.description)), ("level", .string(level.rawValue)),
                ("msg", .string(message)),
            ]
            let taken = Set(head.map(\.0))
            return JSON.object(
                head + fields.map { (taken.contains($0.key) ? "_" + $0.key : $0.key, .string($0.value)) }
            ).line
        case .journal:
            // The journal has the time itself.
            let tail = fields.map { " \($0.key)=\(Self.quoted($0.value))" }.joined()
            return "<\(level.priority)>" + Self.escaped(message, quotes: false) + tail
        }
    }

    /// Bare where it cannot be mistaken.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value < 0x7F && $0 != "\"" && $0 != "=" && $0 != "\\"
            }
        return isPlain ? text : "\"\(escaped(text, quotes: true))\""
    }

    /// Every control character and every line break that Unicode knows.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\"" where quotes: result += "\\\""
            case "\\" where quotes: result += "\\\\"
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Logger.Level {
    /// syslog(3)'s number, as sd-daemon(3) puts it before a line.
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
