import ArgumentParser
import Complaints
import Foundation
import Logging
import Monitor
import Reading
import ServiceLifecycle
import Settings
import Storage
import UnixSignals

struct Serve: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the daemon in the foreground.",
        discussion: """
            Speaks sd_notify when $NOTIFY_SOCKET is set. SIGHUP reloads the configuration (a faulty one is \
            refused and the old one stays), SIGTERM and SIGINT end it in order.
            """)

    @OptionGroup var place: Place
    @Option(help: "The least that is logged: debug, info, notice, warning, error.")
    var logLevel: LogLevel = .info

    func perform() async throws {
        shareHeaps()
        let wiring = try place.wiring(needsSecrets: true, judges: true)
        let logger = Log.make(logLevel)
        for warning in wiring.configuration.warnings { logger.warning("\(warning)") }
        // Before the store is touched: another daemon may be working on an older schema.
        let lock = try wiring.lock()
        let store = try wiring.openStore(.own)
        let notifier = Notifier(environment: ProcessInfo.processInfo.environment)
        let daemon = wiring.daemon(store: store, node: "serve", notifier: notifier, logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: Running(daemon: daemon)),
                    .init(
                        service: Reloading(
                            daemon: daemon, place: place, notifier: notifier, logger: logger)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try await store.close()
        logger.notice("stopped")
        _ = consume lock
    }
}

private struct Running: Service {
    let daemon: Daemon
    func run() async throws { try await daemon.run() }
}

/// SIGHUP: the new configuration takes over when it is faultless.
private struct Reloading: Service {
    let daemon: Daemon
    let place: Place
    let notifier: Notifier
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() {
            notifier.reloading()
            do {
                try await daemon.reload(try place.wiring(needsSecrets: true, judges: true).setup)
                notifier.ready("watching \(daemon.current.value.configuration.sources.count) sources")
            } catch {
                logger.error("the new configuration is refused, the old one stays: \(Failure(error).message)")
                notifier.ready("the new configuration was refused; the old one is in force")
            }
        }
    }
}

enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug, info, notice, warning, error
}

enum Log {
    /// One line a decision on standard error; systemd adds the time.
    static func make(_ level: LogLevel) -> Logger {
        var logger = Logger(label: "ombud") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: level.rawValue) ?? .info
        return logger
    }
}

extension Wiring {
    /// Held for as long as the daemon runs.
    func lock() throws -> InstanceLock {
        switch configuration.store {
        case .sqlite(let path): return try InstanceLock(path: path + ".lock")
        case .postgres: throw Failure(.unreachable, "the PostgreSQL store is not there yet")
        }
    }
}
