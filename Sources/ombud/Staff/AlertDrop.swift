import ArgumentParser
import Complaints
import Monitor
import Storage

struct AlertDrop: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Gives up alerts that were not delivered: they are not sent any more.",
        discussion: """
            One or several by their ids; or all that --since, --until, --endpoint, --type and --state choose: \
            these are only listed without --yes. Without --state these are what is pending or held and the dead \
            letters. `ombud alert resend evt_...` takes one back.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @OptionGroup var choice: AlertChoice

    func perform() async throws {
        try await place.withStore { wiring, store in
            let desk = wiring.desk(store, who: person.who)
            guard choice.ids.isEmpty else {
                for id in choice.ids {
                    let count = try await desk.drop(EventID(id), to: choice.endpoint)
                    if printing.json {
                        let line: JSON = ["id": id, "dropped": count]
                        print(line.line)
                    } else {
                        Screen.say(
                            count == 0
                                ? "\(id) waits for no endpoint: it was delivered or given up before"
                                : "\(id) is not sent any more to \(counted(count, "endpoint"))")
                    }
                }
                return
            }
            let numbers = try await choice.numbers(wiring, store, usual: [.pending, .held, .dead])
            try await choice.act(
                on: numbers, in: store, asJSON: printing.json, planned: "given up",
                done: "are not sent any more", left: "stay as they are"
            ) {
                try await desk.drop($0)
                return $0.count
            }
        }
    }
}
