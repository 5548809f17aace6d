import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "Alerts: list, show, resend, drop, test, acknowledge; endpoints: enable, disable; secrets.",
        subcommands: [
            AlertList.self, AlertShow.self, AlertResend.self, AlertTest.self, AlertEnable.self,
            AlertDisable.self, AlertSecret.self, AlertSilence.self, AlertAcknowledge.self,
            AlertDrop.self,
            AlertRoute.self, AlertPreview.self,
        ])
}

extension AlertFilter.State: ExpressibleByArgument {
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

struct AlertList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists alerts with their state, the newest first.",
        discussion: """
            Failing ones were tried and are tried again; disabled ones wait for an endpoint that is disabled. \
            Below the table stand the endpoints in trouble; with --endpoints all of them, and no alerts.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @OptionGroup var period: Period
    @Option(help: "Only in this state: \(AlertFilter.State.names).") var state: [AlertFilter.State] = []
    @Option(help: "Only those to this endpoint.") var endpoint: String?
    @Option(help: "Only of this type; * stands for any text: 'ombud.case.*'.") var type: String?
    @Option(help: "Only those that this digest told of, evt_...") var bundle: String?
    @Flag(help: "The endpoints and how they take alerts, instead of the alerts.") var endpoints = false

    func validate() throws { if let type { try EventTypeName.check(type) } }

    func perform() async throws {
        if endpoints { return try await listEndpoints() }
        var filter = AlertFilter(states: Set(state), endpoint: endpoint)
        filter.type = type
        filter.bundle = bundle.map { EventID($0) }
        let (bounds, limit) = (period.bounds(now: SystemTime().now()), cut.limit)
        (filter.since, filter.until) = bounds
        let meant = filter
        let (alerts, states) = try await place.withStore { _, store in
            try await store.read { (try $0.alerts(meant, limit: limit), try $0.endpointStates()) }
        }
        if printing.json {
            for alert in alerts {
                let standing: JSON = ["standing": Self.standing(of: alert, among: states)]
                print((alert.json + standing).line)
            }
            return
        }
        Screen.print(Self.table(alerts, among: states), whenEmpty: "No alerts.")
        let now = SystemTime().now()
        for state in states {
            guard let trouble = state.trouble(now: now) else { continue }
            Screen.say("\(state.name): \(trouble)")
        }
    }

    /// The word of `--state` that says most: `pending` alone is one that was not tried yet and will be.
    private static func standing(of alert: Alert, among states: [EndpointState]) -> String {
        guard alert.state == .pending else { return alert.state.rawValue }
        if states.contains(where: { $0.name == alert.endpoint && $0.disabledAt != nil }) { return "disabled" }
        return alert.attempts > 0 ? "failing" : alert.state.rawValue
    }

    static func table(_ alerts: [Alert], among states: [EndpointState]) -> Table {
        var table = Table("ALERT", "TYPE", "ABOUT", "ENDPOINT", "STATE", "TRIES", "NEXT", "ERROR")
        for alert in alerts {
            let standing = standing(of: alert, among: states)
            table.add(
                alert.event.text, alert.type.rawValue, alert.subject, alert.endpoint,
                standing, String(alert.attempts),
                standing == "disabled" ? "" : Times.short(alert.nextAttempt),
                alert.lastError ?? alert.heldBy ?? alert.bundle?.text ?? "")
        }
        return table
    }

    private func listEndpoints() async throws {
        let (names, states, counts, now) = try await place.withStore { wiring, store in
            let (states, counts) = try await store.read { (try $0.endpointStates(), try $0.alertCounts()) }
            return (wiring.configuration.endpoints.map(\.name), states, counts, wiring.time.now())
        }
        var table = Table("ENDPOINT", "STATE", "PENDING", "DEAD", "HELD", "DELIVERED", "LAST TAKEN", "")
        for name in names where endpoint == nil || endpoint == name {
            let state = states.first { $0.name == name } ?? EndpointState(name: name)
            let count = counts[name] ?? [:]
            if printing.json {
                print(state.json(count, now: now).line)
            } else {
                table.add(
                    name, state.word(now: now), String(count[.pending] ?? 0), String(count[.dead] ?? 0),
                    String(count[.held] ?? 0), String(count[.delivered] ?? 0),
                    Times.short(state.health.takenLast), state.trouble(now: now) ?? "")
            }
        }
        if !printing.json { Screen.print(table, whenEmpty: "No endpoints.") }
    }
}

struct AlertTest: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Sends ombud.test to an endpoint and says what it answered.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "Endpoints; all when none is named.") var endpoints: [String] = []

    func perform() async throws {
        let wiring = try place.wiring(needsSecrets: true)
        let names = endpoints.isEmpty ? wiring.setup.endpoints.filter(\.isEnabled).map(\.name) : endpoints
        guard !names.isEmpty else { throw Failure(.failed, "ombud.yaml has no endpoints to test") }
        let store = try wiring.openStore(.own)
        let desk = wiring.desk(store, who: person.who)
        let daemon = wiring.daemon(
            store: store, node: "test-\(getpid())", notifier: Notifier(environment: [:]),
            logger: Log.make(.error))
        var failed: [String] = []
        for name in names {
            let result = try await daemon.tryOnce(name, desk: desk)
            if printing.json {
                let line: JSON = [
                    "endpoint": name, "id": result.event, "delivered": result.isDelivered,
                    "answer": result.answer,
                ]
                print(line.line)
            } else {
                Screen.say("\(name): \(result.answer)")
            }
            if !result.isDelivered { failed.append(name) }
        }
        try await store.close()
        if !failed.isEmpty { throw Failure(.failed, "not delivered to \(failed.joined(separator: ", "))") }
    }
}

struct AlertEnable: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Sends again to an endpoint that was disabled, what waits for it at once.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "The endpoint's name.") var name: String

    func perform() async throws {
        try await place.atDesk(person) { desk in
            let isNew = try await desk.enable(name)
            if printing.json {
                let line: JSON = ["endpoint": name, "enabled": true, "changed": isNew]
                print(line.line)
            } else {
                Screen.say(
                    isNew
                        ? "\(name) is enabled; what waited for it goes out now"
                        : "\(name) was not disabled: nothing to do")
            }
        }
    }
}

struct AlertDisable: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Sends nothing to an endpoint until it is enabled; alerts wait.",
        discussion: "The other endpoints are told (ombud.endpoint.disabled).")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "Why, for those who wonder.") var why: String?
    @Argument(help: "The endpoint's name.") var name: String

    func perform() async throws {
        try await place.withStore { wiring, store in
            let names = wiring.setup.endpoints.map(\.name)
            guard names.contains(name) else { throw Desk.Refusal.noEndpoint(name, known: names) }
            try wiring.requireStore()
            let isNew = try await wiring.desk(store, who: person.who).disable(name, why: why)
            if printing.json {
                let line: JSON = ["endpoint": name, "enabled": false, "changed": isNew]
                print(line.line)
            } else {
                Screen.say(
                    (isNew ? "\(name) is disabled" : "\(name) was disabled before, which stays as it was")
                        + "; `ombud alert enable \(name)` ends that")
            }
        }
    }
}
