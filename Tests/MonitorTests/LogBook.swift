import Logging
import Synchronization

/// A log that a test reads.
final class LogBook: Sendable {
    private let said = Mutex<[(level: Logger.Level, text: String)]>([])

    /// From a level up.
    func lines(_ level: Logger.Level = .notice) -> [String] {
        said.withLock { $0.filter { $0.level >= level }.map(\.text) }
    }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(book: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            book.said.withLock { $0.append((event.level, event.message.description)) }
        }
    }
}
