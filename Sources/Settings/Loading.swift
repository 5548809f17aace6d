/// The way from files to a checked configuration: every fault of every file at once, or values.
import Complaints
import Foundation

/// Reads `ombud.yaml`, policies, calendars and watchlists, and checks them together.
///
/// - `storeOverride` is the `--store` of a command.
/// - `selectorFault` says what is wrong with a CSS, XPath or JSONPath selector, nil when nothing is.
/// - `needsSecrets: false` is for commands that deliver nothing: a secret that this user cannot read
///   becomes a warning.
/// - `isService: false` is for a check by hand, where systemd's credentials are not to be seen: that they
///   are missing is a warning. That nobody can be reached by the `user-agent` is a fault there, where other
///   people's sites are polled; the daemon starts all the same.
/// - `trying` is a watchlist file that stands in for those of the same subject or with a source of the same name.
/// - `now` is when `backfill: 90d` counts back from.
public func loadConfiguration(
    folder: URL, environment: [String: String], storeOverride: String? = nil, needsSecrets: Bool = true,
    isService: Bool = true, trying: URL? = nil, now: Instant = presentInstant(),
    selectorFault: ((String) -> String?)? = nil
) throws(Faults) -> Configuration {
    let findings = Findings(selectorFault: selectorFault)
    let folder = Files.folder(folder)
    let secrets = SecretPlaces(
        folder: folder, environment: environment, areNeeded: needsSecrets, isService: isService)
    let loader = Loader(folder: folder, findings: findings)

    let calendars = loader.calendars()
    let policies = loader.policies(calendars: calendars, statutes: loader.statutes())
    var configuration = Configuration(folder: folder, instance: defaultInstance())
    configuration.policies = policies.values
    configuration.templates = loader.templates()
    var watchlistFolder = loader.usualWatchlistFolder()
    let root = loader.root()
    var fetchLacksSecret = false
    if let root {
        root.fill(
            &configuration, calendars: calendars, secrets: secrets, fetchLacksSecret: &fetchLacksSecret)
        if let stated = root.scalar("watchlists", wanted: "a folder") {
            let url = Files.url(stated, from: folder)
            if !Files.isFolder(url) {
                root.fault("watchlists", "there is no folder \(Files.shown(url)); make it")
            }
            watchlistFolder = url
        }
    }
    var neighbours = Neighbours(
        policies: policies.names, calendars: calendars, fetch: configuration.fetch.options,
        fetchLacksSecret: fetchLacksSecret, incidents: configuration.incidents, secrets: secrets, now: now)
    configuration.watchlistFolder = watchlistFolder
    configuration.watchlists = apart(
        loader.watchlists(in: watchlistFolder, trying: trying, among: &neighbours))
    let subjects = Set(configuration.watchlists.map(\.subject))
    for colleague in configuration.team.people {
        for subject in colleague.subjects.subtracting(subjects).sorted() {
            root?.warn("staff", "no watchlist has the subject `\(subject)` that \(colleague.name) works for")
        }
    }
    for idle in configuration.idleRouteNames() { root?.warn("routes", idle) }
    configuration.lackingSecrets = neighbours.lackingSecrets
    if let storeOverride {
        let document = Document(file: "--store", findings: findings)
        configuration.store =
            document.store(storeOverride, at: .start, relativeTo: nil) ?? configuration.store
    }
    configuration.evidence = root.flatMap { $0.evidence(for: configuration.store, folder: folder) }
    if configuration.userAgent.contains("//example.org/"), !configuration.sources.isEmpty {
        let isOthers =
            !isService
            && configuration.sources.contains { source in
                WebURL(source.url).map { isSomebodys($0.host) } ?? false
            }
        let file = Files.shown(folder.appending(path: "ombud.yaml"))
        let place = root?.place(of: "user-agent") ?? .start
        let fault = Fault(
            file: file, line: place.line, column: place.column,
            message: root?.has("user-agent") == true
                ? "`user-agent` still names example.org; put a contact of yours in its place"
                : "there is no `user-agent`, and the usual one names example.org; name a contact of yours, such "
                    + "as `user-agent: \"Ombud/1.0 (+https://YOUR.SITE/contact)\"`")
        if isOthers { findings.add(fault) } else { findings.warn(fault) }
    }
    guard findings.faults.isEmpty else { throw Faults(findings.faults) }
    configuration.warnings = Faults(findings.warnings).faults
    return configuration
}

/// Where the store is, of `ombud.yaml` alone: whoever only reads the store waits for no watchlist, and a fault in
/// one, or in another key, keeps nobody from the queue. Where the file says nothing of it, a fault in it may be why.
///
/// - Parameter override: what is written here is used instead of what the file says.
public func loadStoreLocation(folder: URL, override: String? = nil) throws(Faults) -> StoreLocation {
    let findings = Findings(selectorFault: nil)
    let folder = Files.folder(folder)
    let loader = Loader(folder: folder, findings: findings)
    var location: StoreLocation?
    if let root = loader.root(), let text = root.scalar("store", wanted: "sqlite:PATH or a postgres:// URL"),
        let stated = root.document.store(text, at: root.place(of: "store"), relativeTo: folder)
    {
        location = stated
    }
    if let override {
        let document = Document(file: "--store", findings: findings)
        guard let wanted = document.store(override, at: .start, relativeTo: nil) else {
            throw Faults(findings.faults.filter(\.isOfOption))
        }
        location = wanted
    }
    if let location { return location }
    guard findings.faults.isEmpty else { throw Faults(findings.faults) }
    return .standard
}

/// What a policy may name: the calendars and statute packs of a configuration folder.
public struct PolicyNeighbours: Sendable {
    public var calendars: [String: WorkingCalendar]
    /// The clock that each pack gives.
    public var statutes: [String: ClockRule]

    public init(calendars: [String: WorkingCalendar] = [:], statutes: [String: ClockRule] = [:]) {
        self.calendars = calendars
        self.statutes = statutes
    }

    /// Reads them alone, for policies that are tried out.
    public init(folder: URL) throws(Faults) {
        let findings = Findings()
        let loader = Loader(folder: Files.folder(folder), findings: findings)
        calendars = loader.calendars().compactMapValues { $0 }
        statutes = loader.statutes().compactMapValues { $0 }
        guard findings.faults.isEmpty else { throw Faults(findings.faults) }
    }
}

/// Reads one policy from YAML or JSON text.
public func readPolicy(
    _ text: String, file: String, among neighbours: PolicyNeighbours = PolicyNeighbours()
) throws(Faults) -> Policy {
    try readAlone(text, file: file, table: .policy) {
        $0.policy(
            named: baseName(file), calendars: neighbours.calendars.mapValues { $0 },
            statutes: neighbours.statutes.mapValues { $0 })
    }
}

/// Reads one watchlist from YAML or JSON text, for trying its terms: its `policy` may be any name.
public func readWatchlist(
    _ text: String, file: String, selectorFault: ((String) -> String?)? = nil
) throws(Faults) -> Watchlist {
    try readAlone(text, file: file, table: .watchlist, selectorFault: selectorFault) {
        var neighbours = Neighbours(secrets: .closed, now: presentInstant())
        return $0.watchlist(among: &neighbours, isTrial: true)
    }
}

/// Reads one rule from YAML or JSON text, for trying it on a page: with the faults that a source's has.
public func readRule(
    _ text: String, file: String, selectorFault: ((String) -> String?)? = nil
) throws(Faults) -> Rule {
    try readAlone(text, file: file, table: .rule, selectorFault: selectorFault) { $0.rule() }
}

/// What the machine's clock shows.
public func presentInstant() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}

private func readAlone<Value>(
    _ text: String, file: String, table: KeyTable, selectorFault: ((String) -> String?)? = nil,
    _ read: (Section) -> Value?
) throws(Faults) -> Value {
    let document = Document(file: file, findings: Findings(selectorFault: selectorFault))
    let value = document.section(Data(text.utf8), table).flatMap(read)
    guard let value, document.findings.faults.isEmpty else { throw Faults(document.findings.faults) }
    return value
}

/// `https://HOST/ombud`, or a URN where the machine has no usable name.
private func defaultInstance() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "urn:ombud:localhost" }
    let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let isHost =
        !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
    return isHost ? "https://\(name.lowercased())/ombud" : "urn:ombud:localhost"
}

/// `acme` of `watchlists/acme.yaml`.
func baseName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".yaml")
        ? String(name.dropLast(5)) : name.hasSuffix(".yml") ? String(name.dropLast(4)) : name
}
