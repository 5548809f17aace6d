import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

struct AlertResend: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend", abstract: "Sends events again, the same bytes under the same ids.",
        discussion: """
            One or several by their ids; or all that --since, --until, --endpoint, --type and --state choose: \
            these are only listed without --yes. Without --state these are what was delivered and the dead \
            letters: what is pending goes out anyway. The running daemon sends them.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var bulk: BulkOptions
    @OptionGroup var period: Period
    @Option(help: "Only to this endpoint.") var endpoint: String?
    @Option(help: "Only of this type; a beginning and * take all that begin so.") var type: String?
    @Option(help: "Only in this state: \(AlertFilter.State.names).") var state: [AlertFilter.State] = []
    @Argument(help: "The alerts' ids, evt_...") var ids: [String] = []

    func validate() throws {
        let chooses = period.since != nil || period.until != nil || type != nil || !state.isEmpty
        if !ids.isEmpty, chooses || bulk.yes || bulk.expect != nil || bulk.limit != nil {
            throw ValidationError("ids, or a filter such as --since 2h: give one of them")
        }
        if ids.isEmpty, !chooses, endpoint == nil {
            throw ValidationError("which? Give ids, or a filter such as --since 2h or --state dead")
        }
        let known = EventType.allCases.map(\.rawValue)
        if let type, !known.contains(where: { Route(types: [type], to: []).takes(type: $0) }) {
            throw ValidationError("--type \(type): no event is of that type")
        }
    }

    func perform() async throws {
        if ids.isEmpty { return try await resendMany() }
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

    private func resendMany() async throws {
        let (bulk, who) = (bulk, person.who)
        try await place.withStore { wiring, store in
            let names = wiring.setup.endpoints.map(\.name)
            if let endpoint, !names.contains(endpoint) {
                throw Desk.Refusal.noEndpoint(endpoint, known: names)
            }
            let bounds = period.bounds(now: wiring.time.now())
            var filter = AlertFilter(
                states: state.isEmpty ? [.delivered, .dead] : Set(state), endpoint: endpoint)
            (filter.type, filter.since, filter.until) = (type, bounds.since, bounds.until)
            let meant = filter
            let numbers = try await store.read { try $0.alertNumbers(meant, limit: bulk.limit) }
            try bulk.check(numbers.count, "alert")
            guard bulk.yes else {
                return try await bulk.showDry(
                    numbers, "alert", "sent again", asJSON: printing.json, in: store,
                    load: { try $1.alerts($0) }, json: { $0.json }, table: { AlertList.table($0, among: []) })
            }
            let desk = Desk(store: store, setup: wiring.setup, time: wiring.time, who: who)
            let progress = ProgressLine(isQuiet: printing.json)
            for start in stride(from: 0, to: numbers.count, by: 500) {
                let part = Array(numbers[start..<min(start + 500, numbers.count)])
                try await desk.resend(part)
                progress.show("\(start + part.count) of \(numbers.count) laid out again")
                guard printing.json else { continue }
                for alert in try await store.read({ try $0.alerts(part) }) {
                    let line: JSON = ["id": alert.event, "endpoint": alert.endpoint, "done": true]
                    print(line.line)
                }
            }
            progress.end()
            if !printing.json {
                Screen.say("\(numbers.count.grouped) alert\(numbers.count == 1 ? "" : "s") go out again")
            }
        }
    }
}
