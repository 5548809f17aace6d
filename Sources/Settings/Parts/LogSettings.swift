/// How `log` is written: the form of the daemon's lines and the least that is told.
import Complaints

/// What the daemon says of itself, a line a decision.
public struct LogSettings: Hashable, Sendable {
    /// How a line is written.
    public enum Format: String, CaseIterable, Sendable {
        /// `time=... level=... msg="..." source=forum`.
        case logfmt
        /// One JSON object a line.
        case json
        /// `<6>` before the message: the priority that journald takes off again.
        case journal
    }

    public enum Level: String, CaseIterable, Sendable {
        case debug, info, notice, warning, error
    }

    /// nil chooses by where the lines go: `journal` to the journal, `logfmt` elsewhere.
    public var format: Format?
    public var level: Level

    public init(format: Format? = nil, level: Level = .info) {
        self.format = format
        self.level = level
    }
}

extension Section {
    func logSettings() -> LogSettings {
        LogSettings(format: choice("format"), level: choice("level") ?? .info)
    }
}
