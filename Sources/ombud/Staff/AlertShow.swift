import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

struct AlertShow: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows an alert with every attempt to deliver it.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Option(help: "Only what went to this endpoint.") var endpoint: String?
    @Flag(help: "Also the body, byte for byte as it is sent.") var body = false
    @Argument(help: "The alert's id, evt_...") var id: String

    func perform() async throws {
        let (event, endpoint) = (EventID(id), endpoint)
        let (alerts, bytes) = try await place.reading { store, _ in
            try await store.read { session in
                let found = try session.alerts(of: event).filter {
                    endpoint == nil || $0.endpoint == endpoint
                }
                let shown = try found.map {
                    ShownAlert(
                        alert: $0, deliveries: try session.deliveries(of: event, to: $0.endpoint),
                        state: try session.endpointState($0.endpoint))
                }
                return (shown, try session.eventBody(event))
            }
        }
        guard let first = alerts.first?.alert else { throw Desk.Refusal.noEvent(id) }
        let text = String(decoding: bytes ?? [], as: UTF8.self)
        if printing.json {
            var object: JSON = [
                "id": first.event, "type": first.type.rawValue, "subject": first.subject, "time": first.time,
                "alerts": JSON.array(alerts.map(\.json)),
            ]
            if body { object = object + ["body": text] }
            return print(object.line)
        }
        Screen.head("\(first.event) \(first.type.rawValue)")
        Screen.say("about \(first.subject), \(Times.short(first.time))")
        if let url = first.url { Screen.say(url) }
        for shown in alerts { shown.say() }
        if body { Screen.say("\n" + text) }
    }
}

/// An alert to one endpoint, with what was tried.
private struct ShownAlert: Sendable {
    var alert: Alert
    var deliveries: [Delivery]
    var state: EndpointState?

    var json: JSON {
        [
            "endpoint": alert.endpoint, "state": alert.state.rawValue, "attempts": alert.attempts,
            "next_attempt": alert.nextAttempt, "error": alert.lastError, "delivered": alert.delivered,
            "held_by": alert.heldBy, "bundle": alert.bundle, "endpoint_disabled": state?.isDisabled ?? false,
            "deliveries": JSON.array(
                deliveries.map {
                    [
                        "at": $0.at, "status": $0.status, "error": $0.error,
                        "took_ms": Int($0.took.inMilliseconds),
                    ]
                }),
        ]
    }

    func say() {
        var line = "\n\(alert.endpoint): \(alert.state.rawValue)"
        switch alert.state {
        case .delivered: line += " \(Times.short(alert.delivered))"
        case .pending: line += ", next attempt \(Times.short(alert.nextAttempt))"
        case .dead: line += "; `ombud alert resend \(alert.event)` sends it again"
        case .held: line += alert.heldBy.map { " by \($0)" } ?? ""
        case .bundled, .dropped: break
        }
        if let digest = alert.bundle { line += "; told of in the digest \(digest)" }
        if let state, state.isDisabled { line += "; the endpoint is disabled: \(state.reason ?? "")" }
        Screen.say(line)
        guard !deliveries.isEmpty else { return Screen.say("not tried yet") }
        var table = Table("", "WHEN", "STATUS", "TOOK", "ERROR")
        for (number, one) in deliveries.enumerated() {
            table.add(
                String(number + 1), one.at.description, one.status.map(String.init) ?? "-",
                "\(one.took.inMilliseconds) ms", one.error ?? "")
        }
        Screen.print(table, whenEmpty: "")
    }
}
