import ArgumentParser
import Complaints
import Monitor
import Storage

struct IncidentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident", abstract: "Bursts of alike complaints: list, show.",
        subcommands: [IncidentList.self, IncidentShow.self])
}

extension IncidentID: ExpressibleByArgument {
    public init?(argument: String) {
        guard let number = Int64(argument), number > 0 else { return nil }
        self.init(number)
    }
}

extension IncidentID: JSONConvertible { var json: JSON { .integer(number) } }

extension Incident: JSONConvertible {
    var json: JSON {
        [
            "id": id, "subject": subject, "source": source, "kind": kind.rawValue,
            "state": closed == nil ? "open" : "closed", "opened": opened, "closed": closed, "from": from,
            "until": until, "window_seconds": Int(window.inMilliseconds / 1000), "count": count,
            "expected": (expected * 100).rounded() / 100, "topic": likeness.topic, "words": likeness.words,
            "total": total, "last": last, "why": why,
        ]
    }
}

struct IncidentList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists incidents: the open ones first, then the latest.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @Flag(help: "Only those that are not over.") var open = false

    func perform() async throws {
        let (open, limit) = (open, cut.limit)
        let found = try await place.withStore { _, store in
            try await store.read { try $0.incidents(onlyOpen: open, limit: limit) }
        }
        if printing.json {
            for incident in found { print(incident.json.line) }
            return
        }
        var table = Table("INCIDENT", "STATE", "KIND", "SUBJECT", "OPENED", "COMPLAINTS", "WHY")
        for incident in found {
            table.add(
                incident.id.description, incident.closed == nil ? "open" : "closed", incident.kind.rawValue,
                incident.subject, Times.short(incident.opened), "\(incident.total)", incident.why)
        }
        Screen.print(table, whenEmpty: "No incidents.")
    }
}

struct IncidentShow: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows one incident: what its complaints share, its cases and mentions.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Argument(help: "The incident's number.") var id: IncidentID

    func perform() async throws {
        let id = id
        let (incident, members, mentions) = try await place.withStore { _, store in
            try await store.read { session in
                guard let incident = try session.incident(id) else { throw Desk.Refusal.noIncident(id) }
                let members = try session.members(of: id)
                return (incident, members, try members.compactMap { try session.mention($0.mention) })
            }
        }
        let cases = Set(members.compactMap(\.caseID)).sorted()
        if printing.json {
            print((incident.json + ["cases": cases, "mentions": mentions]).line)
            return
        }
        let state = incident.closed.map { "closed \(Times.short($0))" } ?? "open"
        Screen.head("incident \(id)  \(incident.subject)  \(incident.kind.rawValue)  \(state)")
        Screen.say("why      \(incident.why)")
        Screen.say("opened   \(Times.short(incident.opened))   from \(Times.short(incident.from))")
        Screen.say("source   \(incident.source?.name ?? "several")")
        Screen.say("cases    \(cases.isEmpty ? "-" : cases.map(\.description).joined(separator: ", "))")
        Screen.say("")
        for mention in mentions {
            Screen.say(
                "\(mention.id)  \(mention.source)  \(mention.author ?? "-")  "
                    + mention.content.words.oneLine.cut(to: 100))
        }
    }
}
