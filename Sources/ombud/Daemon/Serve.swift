import ArgumentParser
import Complaints
import Foundation
import Logging
import Monitor
import Reading
import ServiceLifecycle
import Settings
import SQLiteStorage
import Storage
import UnixSignals

struct Serve: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the daemon in the foreground.",
        discussion: """
            Speaks sd_notify when $NOTIFY_SOCKET is set. SIGHUP reloads the configuration (a faulty one is \
            refused and the old one stays), SIGTERM and SIGINT end it in order. `listen` in ombud.yaml opens \
            /metrics, /healthz and /readyz.
            """)

    @OptionGroup var place: Place
    @Option(help: "The least that is logged: debug, info, notice, warning, error (else `log` in ombud.yaml).")
    var logLevel: LogLevel?
    @Option(help: "How a line is logged: logfmt, json, journal (else `log`, else what fits where it goes).")
    var logFormat: LogSettings.Format?

    func perform() async throws {
        shareHeaps()
        let environment = ProcessInfo.processInfo.environment
        let wiring = try place.wiring(needsSecrets: true, judges: true)
        let log = ServiceLog(
            wiring.configuration.log, format: logFormat, level: logLevel, environment: environment)
        let logger = log.logger
        for warning in wiring.configuration.warnings { logger.warning("\(warning)") }
        // Before the store is touched: another daemon may be working on an older schema.
        let lock = try wiring.lock()
        let notifier = Notifier(environment: environment)
        let isOlder = wiring.storeIsOlder
        notifier.takingTime(
            isOlder ? "bringing the store up to date" : "opening the store", isLong: isOlder)
        let store = try wiring.openStore(.own)
        let daemon = wiring.daemon(store: store, node: "serve", notifier: notifier, logger: logger)
        let door = ServiceDoor(daemon.pages, logger: logger)
        try await door.open(wiring.configuration.listen)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: Running(daemon: daemon)),
                    .init(
                        service: Reloading(
                            daemon: daemon, place: place, notifier: notifier, door: door, log: log)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        await door.close()
        try await store.close()
        logger.notice("stopped")
        _ = consume lock
    }
}

private struct Running: Service, CustomStringConvertible {
    let daemon: Daemon
    /// In the log, instead of all that it holds.
    var description: String { "daemon" }
    func run() async throws { try await daemon.run() }
}

/// SIGHUP: the new configuration takes over when it is faultless.
private struct Reloading: Service, CustomStringConvertible {
    let daemon: Daemon
    let place: Place
    let notifier: Notifier
    let door: ServiceDoor
    let log: ServiceLog
    var description: String { "reload" }

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() {
            notifier.reloading()
            do {
                let setup = try place.wiring(needsSecrets: true, judges: true).setup
                guard setup.configuration.store == daemon.current.value.configuration.store else {
                    throw Failure(
                        .badConfiguration,
                        "`store` names another store than the one in use: that takes a restart, since cases, alerts and "
                            + "what is known stay behind in the one before")
                }
                // What cannot be opened is a fault of the new settings like any other.
                try await door.move(to: setup.configuration.listen)
                try await daemon.reload(setup)
                log.set(setup.configuration.log)
                for warning in setup.configuration.warnings { log.logger.warning("\(warning)") }
                notifier.ready("watching \(counted(setup.configuration.sources.count, "source"))")
            } catch {
                await daemon.refused(Failure(error).message)
                notifier.ready("the new configuration was refused; the old one is in force")
            }
        }
    }
}

enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug, info, notice, warning, error
}

extension Wiring {
    /// Whether the daemon has to bring it up to date first, which may take long.
    fileprivate var storeIsOlder: Bool {
        if case .sqlite(let path) = configuration.store { SQLiteStore.isOlder(path: path) } else { false }
    }

    /// Held for as long as the daemon runs.
    func lock() throws -> InstanceLock {
        switch configuration.store {
        case .sqlite(let path): return try InstanceLock(path: path + ".lock")
        case .postgres: throw Failure(.unreachable, "the PostgreSQL store is not there yet")
        }
    }
}
