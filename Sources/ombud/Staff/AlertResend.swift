import ArgumentParser
import Complaints
import Monitor
import Storage

struct AlertResend: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend", abstract: "Sends events again, the same bytes under the same ids.",
        discussion: """
            One or several by their ids; or all that --since, --until, --endpoint, --type and --state choose: \
            these are only listed without --yes. Without --state these are what was delivered and the dead \
            letters: what is pending goes out anyway. The running daemon sends them.

            ombud alert resend --endpoint old --to new --yes

            sends to another endpoint what waits for one that got another name, or was given up: what is pending, held \
            or dead.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var choice: AlertChoice
    @Option(help: "To this endpoint instead; with --endpoint.") var to: String?

    func validate() throws {
        if to != nil, choice.endpoint == nil || !choice.ids.isEmpty {
            throw ValidationError("--to goes with a filter: --endpoint OLD --to NEW")
        }
        if let to, to == choice.endpoint {
            throw ValidationError("--endpoint and --to are the same; leave --to out to send there again")
        }
    }

    func perform() async throws {
        try await place.withStore { wiring, store in
            let desk = wiring.desk(store, who: person.who)
            guard choice.ids.isEmpty else {
                for id in choice.ids {
                    say(id, try await desk.resend(EventID(id), to: choice.endpoint))
                }
                return
            }
            let numbers = try await choice.numbers(
                wiring, store, usual: to == nil ? [.delivered, .dead] : [.pending, .held, .dead])
            let to = to
            let known = wiring.setup.endpoints.map(\.name)
            if let to, !known.contains(to) { throw Desk.Refusal.noEndpoint(to, known: known) }
            try await choice.act(
                on: numbers, in: store, asJSON: printing.json,
                planned: to.map { "sent to \($0)" } ?? "sent again",
                done: to.map { "go out to \($0)" } ?? "go out again",
                left: "of events that are there already were given up"
            ) { try await desk.resend($0, to: to) }
        }
    }

    private func say(_ id: String, _ resent: Desk.Resent) {
        if printing.json {
            let line: JSON = [
                "id": id, "endpoints": resent.endpoints, "missing": resent.missing,
                "bundles": resent.bundles.map(\.text),
            ]
            return print(line.line)
        }
        Screen.say("\(id) goes out again to \(counted(resent.endpoints, "endpoint"))")
        for digest in resent.bundles {
            Screen.say(
                "it was told of in the digest \(digest) before, and goes by itself now; "
                    + "`ombud alert resend \(digest)` sends that digest")
        }
        if !resent.missing.isEmpty {
            Screen.say(
                "ombud.yaml has no endpoint \(resent.missing.joined(separator: ", ")): it waits until it has")
        }
    }
}
