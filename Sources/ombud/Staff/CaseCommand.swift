import ArgumentParser
import Complaints
import Monitor
import Storage

struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "The queue: list, show, take, note, reply, resolve, explain.",
        subcommands: [
            CaseList.self, CaseShow.self, CaseTake.self, CaseNote.self, CaseReply.self, CaseResolve.self,
            CaseExplain.self, CaseBrief.self, CaseOpen.self, CaseAssign.self, CaseNext.self, CaseDelay.self,
            CasePromise.self, CaseKept.self, CaseWait.self, CaseReopen.self, CaseMerge.self,
        ])
}

extension CaseID: ExpressibleByArgument {
    public init?(argument: String) { self.init(text: argument) }
}

extension CaseState: ExpressibleByArgument {}

struct CaseList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists cases: those that want something first, by nearest due time.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @OptionGroup var person: Person
    @Option(help: "Only those in this state; may be given more than once.") var state: [CaseState] = []
    @Option(help: "Only those of this owner; `me` is you.") var owner: String?

    func perform() async throws {
        let states = state.isEmpty ? nil : state
        let owner = owner == "me" ? person.who : owner
        let limit = cut.limit
        let (found, now) = try await place.withStore { wiring, store in
            (
                try await store.read { session in
                    try session.cases(states: states, owner: owner, limit: limit).map { found in
                        ListedCase(
                            found: found, clocks: try session.clocks(of: found.id),
                            mention: try session.mentions(of: found.id).first)
                    }
                }, wiring.time.now()
            )
        }
        if printing.json {
            for item in found { print(item.json.line) }
            return
        }
        var table = Table("CASE", "STATE", "OWNER", "DUE", "LEFT", "URGENCY", "SOURCE", "TEXT")
        for item in found {
            let text = [item.mention?.content.title, item.mention?.content.text].compactMap { $0 }
            table.add(
                item.found.id.description, item.found.state.rawValue, item.found.owner ?? "-",
                Times.short(item.found.due), item.left(at: now), item.found.urgency.rawValue,
                item.mention?.source.name ?? "-", text.joined(separator: " · "))
        }
        Screen.print(table, whenEmpty: "No cases.")
    }
}

/// A case as a line of the list.
struct ListedCase: Sendable {
    var found: Case
    var clocks: [ClockReading]
    var mention: Mention?

    var json: JSON {
        found.json + [
            "clocks": clocks, "mention": mention?.id, "source": mention?.source, "url": mention?.url,
            "author": mention?.author, "title": mention?.content.title, "text": mention?.content.text,
        ]
    }

    func left(at now: Instant) -> String {
        if clocks.contains(where: { $0.state == .missed }), found.state.isActive, found.due == nil {
            return "missed"
        }
        guard let due = found.due else { return "-" }
        return due > now ? Times.distance(due - now) : Times.distance(now - due) + " late"
    }
}

struct CaseShow: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one case: clocks, mentions, timeline.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Argument(help: "42 or #42") var id: CaseID

    func perform() async throws {
        let id = id
        let sheet = try await place.withStore { _, store in try await store.read { try CaseSheet(id, in: $0) }
        }
        if printing.json { print(sheet.json.line) } else { sheet.show() }
    }
}

/// Everything about one case.
struct CaseSheet: Sendable {
    var found: Case
    var clocks: [ClockReading]
    var mentions: [Mention]
    var timeline: [TimelineEntry]

    init(_ id: CaseID, in session: any Session) throws {
        guard let found = try session.case(id) else { throw Desk.Refusal.noCase(id) }
        self.found = found
        clocks = try session.clocks(of: id)
        mentions = try session.mentions(of: id)
        timeline = try session.timeline(of: id)
    }

    var json: JSON { found.json + ["clocks": clocks, "mentions": mentions, "timeline": timeline] }

    func show() {
        Screen.head("case \(found.id)  \(found.subject)  \(found.state.rawValue)")
        Screen.say("owner    \(found.owner ?? "nobody")")
        Screen.say("opened   \(Times.short(found.opened))   posted \(Times.short(found.posted))")
        for clock in clocks {
            Screen.say("clock    \(clock.name): \(clock.state.rawValue), due \(Times.short(clock.due))")
        }
        for mention in mentions {
            Screen.say("\n\(mention.id)  \(mention.source)  \(mention.author ?? "-")  \(mention.url ?? "")")
            mention.content.show()
        }
        Screen.say("")
        showTimeline()
    }

    func showTimeline() {
        for entry in timeline {
            let what = [
                entry.what.rawValue, entry.note, entry.statement.map { "“\($0.oneLine.cut(to: 100))”" },
            ]
            Screen.say(
                "\(Times.short(entry.at))  \(entry.by ?? "ombud")  \(what.compactMap { $0 }.joined(separator: "  "))"
            )
        }
    }
}

struct CaseExplain: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Proves each deadline step by step.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "42 or #42") var id: CaseID

    func perform() async throws {
        try await place.atDesk(person) { desk in
            let readings = try await desk.explain(id)
            if printing.json {
                let clocks = readings.map { reading -> JSON in
                    [
                        "name": reading.name, "due": reading.due, "state": reading.state,
                        "left_seconds": reading.left.map { $0.inMilliseconds / 1000 }, "steps": reading.steps,
                    ]
                }
                let line: JSON = ["case": id, "clocks": clocks]
                print(line.line)
                return
            }
            for reading in readings {
                Screen.say(
                    Screen.bold("\(reading.name): \(reading.state.rawValue), due \(Times.short(reading.due))")
                )
                for step in reading.steps { Screen.say("  \(step)") }
            }
        }
    }
}

/// An act on one case: prints what it became.
protocol CaseActCommand: OmbudCommand {
    var place: Place { get }
    var printing: Printing { get }
    var person: Person { get }
    func act(_ desk: Desk) async throws -> Case
    var done: String { get }
}

extension CaseActCommand {
    func perform() async throws {
        try await place.atDesk(person) { desk in
            let changed = try await act(desk)
            if printing.json {
                print(changed.json.line)
            } else {
                Screen.say(
                    "case \(changed.id) \(done); it is \(changed.state.rawValue), owner \(changed.owner ?? "nobody")"
                )
            }
        }
    }
}

struct CaseTake: CaseActCommand {
    static let configuration = CommandConfiguration(commandName: "take", abstract: "Makes you its owner.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.take(id) }
    var done: String { "taken" }
}

struct CaseNote: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Adds a note; it stays inside.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "The note.") var text: [String]

    func validate() throws {
        if text.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { throw ValidationError("the note is empty") }
    }

    func act(_ desk: Desk) async throws -> Case { try await desk.note(text.joined(separator: " "), on: id) }
    var done: String { "noted" }
}

struct CaseReply: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Says that the public answer was given; stops the answer clock.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "What was said in public.") var text: String?
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "What was said in public.") var words: [String] = []

    func act(_ desk: Desk) async throws -> Case {
        let said = text ?? (words.isEmpty ? nil : words.joined(separator: " "))
        return try await desk.reply(said, to: id)
    }
    var done: String { "answered" }
}

struct CaseResolve: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Ends a case as resolved.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "How it ended.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.resolve(id, why: why) }
    var done: String { "resolved" }
}
