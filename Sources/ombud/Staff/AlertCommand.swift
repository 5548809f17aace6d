import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Alerts: list, resend, test, enable.",
        subcommands: [
            AlertList.self, AlertResend.self, AlertTest.self, AlertEnable.self, AlertShow.self,
            AlertSilence.self, AlertRoute.self, AlertPreview.self,
        ])
}

extension Alert.State: ExpressibleByArgument {}

struct AlertList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists alerts with their state, the newest first.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @Option(help: "pending, delivered or dead.") var state: Alert.State?
    @Option(help: "Only those to this endpoint.") var endpoint: String?

    func perform() async throws {
        let (state, endpoint, limit) = (state, endpoint, cut.limit)
        let alerts = try await place.withStore { _, store in
            try await store.read { try $0.alerts(state: state, endpoint: endpoint, limit: limit) }
        }
        if printing.json {
            for alert in alerts { print(alert.json.line) }
            return
        }
        var table = Table("ALERT", "TYPE", "ABOUT", "ENDPOINT", "STATE", "TRIES", "NEXT", "ERROR")
        for alert in alerts {
            table.add(
                alert.event.text, alert.type.rawValue, alert.subject, alert.endpoint, alert.state.rawValue,
                String(alert.attempts), Times.short(alert.nextAttempt), alert.lastError ?? "")
        }
        Screen.print(table, whenEmpty: "No alerts.")
    }
}

struct AlertResend: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend", abstract: "Sends an event again, the same bytes under the same id.",
        discussion: "The running daemon sends it; it may be a dead letter or one that was delivered.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "Only to this endpoint.") var endpoint: String?
    @Argument(help: "The alert's id, evt_...") var ids: [String]

    func perform() async throws {
        try await place.atDesk(person) { desk in
            for id in ids {
                let count = try await desk.resend(EventID(id), to: endpoint)
                if printing.json {
                    let line: JSON = ["id": id, "endpoints": count]
                    print(line.line)
                } else {
                    Screen.say("\(id) goes out again to \(count) endpoint\(count == 1 ? "" : "s")")
                }
            }
        }
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
        commandName: "enable", abstract: "Sends again to an endpoint that was disabled (410 Gone).")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "The endpoint's name.") var name: String

    func perform() async throws {
        try await place.atDesk(person) { desk in
            try await desk.enable(name)
            if printing.json {
                let line: JSON = ["endpoint": name, "enabled": true]
                print(line.line)
            } else {
                Screen.say("\(name) is enabled; what waited for it goes out now")
            }
        }
    }
}
