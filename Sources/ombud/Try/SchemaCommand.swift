import ArgumentParser
import Complaints
import Settings

/// `ombud schema`: what consumers of events can rely on, without a store or a configuration.
struct SchemaCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of a type of event, or lists the types.",
        discussion: """
            The schema (draft 2020-12) is of the whole body of a webhook; its `data` is a schema of its own, the \
            one that the attribute `dataschema` names. It is the same in every installation of one version. \
            docs/webhooks.md is the guide for those who write a receiver.
            """)

    @Argument(help: "A type, such as ombud.case.opened; without it, and with --list, the types are listed.")
    var event: String?
    @Flag(help: "Lists every type, and when it is sent.") var list = false
    @Flag(help: "The schema of `data` alone.") var data = false
    @Flag(help: "An event of that type instead, as an endpoint gets it.") var example = false
    @OptionGroup var printing: Printing

    func validate() throws {
        if data, example {
            throw ValidationError("--data and --example exclude each other; give one of them")
        }
        if list, event != nil {
            throw ValidationError("--list lists every type; leave it or the type away")
        }
        if event == nil, data || example {
            throw ValidationError("name a type of event; `ombud schema --list` shows them")
        }
    }

    func perform() async throws {
        guard let event else { return printTypes() }
        guard let type = Self.type(event) else {
            let known = EventType.allCases.map(\.rawValue)
            throw Failure(
                .failed,
                "there is no type of event \(event.safe)\(didYouMean(Self.whole(event), among: known)); "
                    + "`ombud schema --list` shows them")
        }
        if example {
            print(String(decoding: EventExample.body(of: type), as: UTF8.self))
        } else {
            print(data ? EventSchema.dataText(of: type) : EventSchema.text(of: type), terminator: "")
        }
    }

    /// `case.opened` is understood too.
    static func type(_ name: String) -> EventType? { EventType(rawValue: whole(name)) }

    private static func whole(_ name: String) -> String { name.hasPrefix("ombud.") ? name : "ombud." + name }

    private func printTypes() {
        guard !printing.json else {
            for type in EventType.allCases {
                let line: JSON = [
                    "type": type.rawValue, "when": type.when, "data_schema": EventSchema.dataID(of: type),
                ]
                print(line.line)
            }
            return
        }
        var table = Table("TYPE", "SENT WHEN")
        for type in EventType.allCases { table.add(type.rawValue, type.when) }
        print(table.text(width: Screen.width))
    }
}
