import ArgumentParser
import Complaints
import Foundation
import Logging
import Monitor
import Settings
import Synchronization

/// The daemon's log: a line a decision on standard error, each written at once.
///
/// Form and least level change with a reload.
final class ServiceLog: Sendable {
    private struct State {
        var format: LogSettings.Format
        var level: Logger.Level
    }

    private let state: Mutex<State>
    private let time = SystemTime()
    private let asked: LogSettings.Format?
    private let askedLevel: LogLevel?
    private let environment: [String: String]

    /// - Parameters:
    ///   - format: asked for on the command line; it wins over the settings, as `level` does.
    ///   - environment: `$JOURNAL_STREAM` tells whether standard error goes to the journal.
    init(
        _ settings: LogSettings, format: LogSettings.Format? = nil, level: LogLevel? = nil,
        environment: [String: String]
    ) {
        asked = format
        askedLevel = level
        self.environment = environment
        state = Mutex(State(format: .logfmt, level: .info))
        set(settings)
    }

    /// Takes over other settings.
    func set(_ settings: LogSettings) {
        let usual: LogSettings.Format = Self.isJournal(environment) ? .journal : .logfmt
        let level = askedLevel?.rawValue ?? settings.level.rawValue
        state.withLock {
            $0.format = asked ?? settings.format ?? usual
            $0.level = Logger.Level(rawValue: level) ?? .info
        }
    }

    var logger: Logger { Logger(label: "ombud") { _ in Handler(log: self) } }

    var level: Logger.Level { state.withLock { $0.level } }

    func write(_ level: Logger.Level, _ message: String, _ fields: [(key: String, value: String)]) {
        let line = LogLine(time: time.now(), level: level, message: message, fields: fields)
        let bytes = Array((line.written(as: state.withLock { $0.format }) + "\n").utf8)
        var written = 0
        // Where nobody reads any more, nothing can be said either.
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count)
            }
            if count > 0 { written += count } else if errno != EINTR { return }
        }
    }

    /// Whether standard error is the very stream that systemd connected to the journal: `DEVICE:INODE`.
    static func isJournal(_ environment: [String: String]) -> Bool {
        guard let stream = environment["JOURNAL_STREAM"] else { return false }
        var info = stat()
        guard fstat(STDERR_FILENO, &info) == 0 else { return false }
        return stream == "\(info.st_dev):\(info.st_ino)"
    }

    private struct Handler: LogHandler {
        let log: ServiceLog
        var metadata: Logger.Metadata = [:]
        private var own: Logger.Level?

        init(log: ServiceLog) { self.log = log }

        var logLevel: Logger.Level {
            get { own ?? log.level }
            set { own = newValue }
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            log.write(
                event.level, event.message.description,
                all.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value.description) })
        }
    }
}

extension LogSettings.Format: ExpressibleByArgument {}

enum Log {
    /// For commands that people run: what goes wrong inside, as the daemon would log it.
    static func make(_ level: LogLevel) -> Logger {
        ServiceLog(LogSettings(), format: .logfmt, level: level, environment: [:]).logger
    }
}
