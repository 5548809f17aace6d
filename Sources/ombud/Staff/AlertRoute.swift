import ArgumentParser
import Complaints

/// `ombud alert route`: where an event goes by the routes as they are written now, and why.
struct AlertRoute: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: "Explains where an event goes, route by route.",
        discussion: """
            The event is one CloudEvents object in a file (`-` reads standard input), as docs/webhooks.md \
            shows it, or one of the store by its id. Nothing is sent.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Option(help: "A file with one CloudEvents object in JSON, or - for standard input.") var event: String?
    @Option(help: "The id of an event of the store, evt_...") var id: String?

    func validate() throws {
        guard (event == nil) != (id == nil) else {
            throw ValidationError("one of --event FILE and --id ID is wanted")
        }
    }

    func perform() async throws {
        let told = try EventSource.read(try await EventSource(file: event, id: id).bytes(place))
        let setup = try place.wiring(needsSecrets: false).setup
        show(told, by: setup.configuration.routes, endpoints: setup.endpoints)
    }

    // MARK: What is shown

    private func show(_ event: ToldEvent, by routes: [Route], endpoints: [Endpoint]) {
        let facts = EventFacts(event)
        let isDirect = event.kind.map { !$0.isRouted } ?? false
        let routing = Routing(facts, by: isDirect ? [] : routes)
        let off = Set(endpoints.filter { !$0.isEnabled }.map(\.name))
        if printing.json {
            print(
                json(event, facts, routing, routes: isDirect ? [] : routes, isDirect: isDirect, off: off).line
            )
            return
        }
        Screen.say("\(event.type) \(event.subject)")
        Screen.say(facts.shown)
        if isDirect {
            Screen.say("No route is asked: it is sent to those whom it concerns.")
            return
        }
        for (index, step) in routing.steps.enumerated() {
            let to = routes[index].to.joined(separator: ", ")
            let name = "route \(index + 1) to \(to)"
            switch step {
            case .taken: Screen.say("\(name): takes it" + (routes[index].continues ? " and goes on" : ""))
            case .passedOver(let why): Screen.say("\(name): passed over, \(why.joined(separator: "; "))")
            case .notAsked(let taker): Screen.say("\(name): not asked, route \(taker + 1) took it")
            }
        }
        let open = routing.endpoints.filter { !off.contains($0) }
        let closed = routing.endpoints.filter(off.contains)
        Screen.say(open.isEmpty ? "It goes nowhere." : "It goes to \(open.joined(separator: ", ")).")
        if !closed.isEmpty {
            Screen.say("Switched off, and so not sent to: \(closed.joined(separator: ", ")).")
        }
    }

    private func json(
        _ event: ToldEvent, _ facts: EventFacts, _ routing: Routing, routes: [Route], isDirect: Bool,
        off: Set<String>
    ) -> JSON {
        let steps = routing.steps.enumerated().map { index, step -> JSON in
            let (verdict, why, taker): (String, [String], Int?) =
                switch step {
                case .taken: ("taken", [], nil)
                case .passedOver(let why): ("passed-over", why, nil)
                case .notAsked(let taker): ("not-asked", [], taker + 1)
                }
            return [
                "route": index + 1, "verdict": verdict, "why": why, "taken_by": taker,
                "to": routes[index].to,
                "continue": routes[index].continues,
            ]
        }
        return [
            "id": event.id.isEmpty ? String?.none : event.id, "type": event.type,
            "subject": event.subject.isEmpty ? String?.none : event.subject, "facts": facts.json,
            "routed": !isDirect,
            "routes": steps, "endpoints": routing.endpoints.filter { !off.contains($0) },
            "off": routing.endpoints.filter(off.contains),
        ]
    }
}

extension EventFacts {
    fileprivate var json: JSON {
        [
            "subject": subject, "sources": sources, "policy": policy, "topic": topic,
            "urgency": urgency?.rawValue, "languages": languages, "owner": owner,
            "reach": reach, "legal": isLegal,
        ]
    }

    /// On one line; what the event says nothing of is left out.
    fileprivate var shown: String {
        let parts: [(String, String?)] = [
            ("subject", subject), ("source", sources.isEmpty ? nil : sources.joined(separator: " ")),
            ("policy", policy), ("topic", topic), ("urgency", urgency?.rawValue),
            ("language", languages.isEmpty ? nil : languages.joined(separator: " ")), ("owner", owner),
            ("reach", reach.map(String.init)), ("legal", isLegal.map(String.init)),
        ]
        let said = parts.compactMap { name, value in value.map { "\(name) \($0)" } }
        return said.isEmpty ? "It says nothing else that routes look at." : said.joined(separator: ", ")
    }
}
