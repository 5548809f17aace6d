import ArgumentParser
import Complaints
import Foundation
import Logging
import Monitor
import Reading
import Settings
import SQLiteStorage
import Storage

/// Builds everything that is passed in elsewhere: configuration, store, time, chance.
struct Wiring {
    let configuration: Configuration
    let setup: Setup
    let time = SystemTime()

    /// Without a model for the commands that judge no text.
    init(configuration: Configuration, model: ComplaintModel?) {
        self.configuration = configuration
        let time = time
        setup = Setup(configuration, model: model, time: time, makeID: { newEventID(now: time.now()) })
    }

    func openStore(_ opening: SQLiteStore.Opening) throws -> SQLiteStore {
        switch configuration.store {
        case .sqlite(let path): return try SQLiteStore(path: path, now: time.now(), opening: opening)
        case .postgres: throw Self.noPostgres
        }
    }

    static let noPostgres = Failure(
        .unreachable, "the PostgreSQL store is not there yet; use `store: sqlite:PATH`")

    /// Where somebody acts; what they change stands in the audit under the command's name.
    func desk(_ store: any Store, who: String, along: Along = Along()) -> Desk {
        Desk(store: store, setup: setup, time: time, who: who, command: commandName(), along: along)
    }

    /// What is handed out leaves a line, too, before the first of it is written.
    func noteExport(
        _ store: any Store, by who: String, _ note: String, of subject: EventSubject? = nil
    )
        async throws
    {
        let line = AuditLine(
            at: time.now(), who: who, command: commandName(), subject: subject?.description, note: note)
        try await store.write { try $0.addAudit(line) }
    }

    func daemon(store: any Store, node: String, notifier: Notifier, logger: Logger) -> Daemon {
        Daemon(
            setup: setup, store: store, time: time, node: node, notifier: notifier, logger: logger,
            version: Ombud.configuration.version, chance: { Double.random(in: 0..<1) })
    }
}

/// Where the configuration is, and which store: the options of every command that needs them.
struct Place: ParsableArguments {
    @Option(help: "Folder that holds ombud.yaml (else $OMBUD_CONFIG, /etc/ombud, ./config).")
    var config: String?

    @Option(help: "Store to use instead of the configured one: sqlite:PATH.")
    var store: String?

    /// - Parameter trying: a watchlist file that stands in for the one it is another version of.
    func wiring(
        needsSecrets: Bool = false, isService: Bool = true, judges: Bool = false, trying: URL? = nil
    ) throws -> Wiring {
        Wiring(
            configuration: try loadConfiguration(
                folder: try folder(), environment: ProcessInfo.processInfo.environment, storeOverride: store,
                needsSecrets: needsSecrets, isService: isService, trying: trying,
                selectorFault: { selectorFault($0) }),
            model: judges ? try ShippedModel.load() : nil)
    }

    func folder() throws -> URL {
        guard let config else { return try Self.usualFolder() }
        let url = URL(fileURLWithPath: config)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
            throw Failure(
                .usage,
                "--config \(config) is a file; name the folder that holds ombud.yaml: --config "
                    + url.deletingLastPathComponent().relativePath)
        }
        return url
    }

    /// Where the configuration is when nobody says.
    static func usualFolder() throws -> URL {
        if let path = ProcessInfo.processInfo.environment["OMBUD_CONFIG"], !path.isEmpty {
            return URL(fileURLWithPath: path)
        }
        for path in ["/etc/ombud", "config"]
        where FileManager.default.fileExists(atPath: path + "/ombud.yaml") {
            return URL(fileURLWithPath: path)
        }
        throw Failure(
            .badConfiguration,
            "no ombud.yaml in /etc/ombud or ./config; name its folder with --config DIR or $OMBUD_CONFIG")
    }

    /// Opens the store as the daemon left it and does something with it.
    func withStore<T>(
        judges: Bool = false, trying: URL? = nil, _ work: (Wiring, SQLiteStore) async throws -> T
    ) async throws -> T {
        let wiring = try wiring(judges: judges, trying: trying)
        try mind(wiring.configuration.store)
        let store = try wiring.openStore(.join)
        let result = try await work(wiring, store)
        try await store.close()
        return result
    }

    /// Opens the store to read it, and reads no more of the settings than where it is.
    func reading<T>(_ work: (SQLiteStore, Instant) async throws -> T) async throws -> T {
        let location = try loadStoreLocation(folder: try folder(), override: store)
        try mind(location)
        guard case .sqlite(let path) = location else { throw Wiring.noPostgres }
        let now = SystemTime().now()
        let store = try SQLiteStore(path: path, now: now, opening: .join)
        let result = try await work(store, now)
        try await store.close()
        return result
    }

    /// A path that was mistyped on the command line finds an empty store nowhere.
    private func mind(_ location: StoreLocation) throws {
        if store != nil, case .sqlite(let path) = location, path != ":memory:",
            !FileManager.default.fileExists(atPath: path),
            FileManager.default.fileExists(
                atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
        {
            throw Failure(.unreachable, "there is no store \(path); mind the path given with --store")
        }
    }
}

extension Wiring {
    /// For what makes something of nothing: a store that is not there yet would forget it at once.
    func requireStore() throws {
        guard case .sqlite(let path) = configuration.store, path != ":memory:" else { return }
        var info = stat()
        guard stat(path, &info) != 0 || (info.st_size == 0 && info.st_mode & S_IFMT == S_IFREG) else {
            return
        }
        throw Failure(.unreachable, "there is no store \(path) yet; `ombud serve` makes it")
    }
}

/// `--json`, and who acts.
struct Printing: ParsableArguments {
    @Flag(help: "One JSON object a line, instead of a table.")
    var json = false
}

struct Person: ParsableArguments {
    @Option(name: .customLong("as"), help: "Who does it (else $OMBUD_USER, else the login name).")
    var name: String?

    func validate() throws {
        if let name {
            try refuseUnfitName(name, "--as")
            if ["me", "nobody", "-"].contains(name.lowercased()) {
                throw ValidationError("--as \(name): that stands for others; a name is wanted")
            }
        }
        try refuseUnfitName(who, "your name, from $OMBUD_USER or the login,")
    }

    var who: String {
        let environment = ProcessInfo.processInfo.environment
        for candidate in [name, environment["OMBUD_USER"], environment["LOGNAME"], environment["USER"]] {
            if let candidate, !candidate.isEmpty { return candidate }
        }
        return NSUserName()
    }
}
