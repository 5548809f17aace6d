import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// Which alerts are meant: some by their ids, or all that a filter chooses.
struct AlertChoice: ParsableArguments {
    @OptionGroup var bulk: BulkOptions
    @OptionGroup var period: Period
    @Option(help: "Only to this endpoint.") var endpoint: String?
    @Option(help: "Only of this type; * stands for any text: 'ombud.case.*'.") var type: String?
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
        if let type { try EventTypeName.check(type) }
    }

    /// What the filter chooses, the first event first.
    /// - Parameter usual: the states that are meant where none is named.
    func numbers(_ wiring: Wiring, _ store: any Store, usual: Set<AlertFilter.State>) async throws -> [Int64]
    {
        let bounds = period.bounds(now: wiring.time.now())
        var filter = AlertFilter(states: state.isEmpty ? usual : Set(state), endpoint: endpoint)
        (filter.type, filter.since, filter.until) = (type, bounds.since, bounds.until)
        let (meant, limit) = (filter, bulk.limit)
        let numbers = try await store.read { try $0.alertNumbers(meant, limit: limit) }
        // One that was taken out of the settings may still have alerts.
        let known = wiring.setup.endpoints.map(\.name)
        if let endpoint, numbers.isEmpty, !known.contains(endpoint) {
            throw Desk.Refusal.noEndpoint(endpoint, known: known)
        }
        try bulk.check(numbers.count, "alert")
        return numbers
    }

    /// Lists what would be done without `--yes`; else does it, part by part.
    /// - Parameters:
    ///   - planned: `sent again`.
    ///   - done: ends the sentence that begins with how many: `go out again`.
    ///   - left: the same for those that it was not done to.
    ///   - act: returns to how many it was done.
    func act(
        on numbers: [Int64], in store: any Store, asJSON: Bool, planned: String, done: String, left: String,
        _ act: ([Int64]) async throws -> Int
    ) async throws {
        guard bulk.yes else {
            return try await bulk.showDry(
                numbers, "alert", planned, asJSON: asJSON, in: store, load: { try $1.alerts($0) },
                json: { $0.json }, table: { AlertList.table($0, among: []) })
        }
        let progress = ProgressLine(isQuiet: asJSON)
        var count = 0
        for part in numbers.parts(of: 500) {
            count += try await act(part)
            progress.show("\(part.count) of \(numbers.count)")
            guard asJSON else { continue }
            for alert in try await store.read({ try $0.alerts(part) }) {
                let line: JSON = [
                    "id": alert.event, "endpoint": alert.endpoint, "done": true,
                    "state": alert.state.rawValue,
                ]
                print(line.line)
            }
        }
        progress.end()
        if asJSON { return }
        Screen.say("\(count.grouped) alert\(count == 1 ? "" : "s") \(done)")
        let rest = numbers.count - count
        if rest > 0 { Screen.say("\(rest.grouped) \(left)") }
    }
}
