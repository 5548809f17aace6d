import ArgumentParser
import Complaints
import Monitor
import Storage

struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "The queue: what wants something, who has it, what is due, and what was done.",
        subcommands: [
            CaseList.self, CaseShow.self, CaseBrief.self, CaseOpen.self, CaseTake.self, CaseAssign.self,
            CaseNote.self, CaseNext.self, CaseDelay.self, CasePromise.self, CaseKept.self, CaseReply.self,
            CaseWait.self, CaseResume.self, CaseResolve.self, CaseReopen.self, CaseMerge.self,
            CaseExplain.self, CaseBulk.self,
        ])
}

extension CaseID: ExpressibleByArgument {
    public init?(argument: String) { self.init(text: argument) }
}

extension CaseState: ExpressibleByArgument {}

struct CaseShow: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one case: clocks, mentions, timeline.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Argument(help: "42 or #42") var id: CaseID

    func perform() async throws {
        let id = id
        let sheet = try await place.reading { store, _ in try await store.read { try CaseSheet(id, in: $0) } }
        if printing.json { print(sheet.json.line) } else { sheet.show() }
    }
}

/// Everything about one case.
struct CaseSheet: Sendable {
    var found: Case
    var clocks: [ShownClock]
    var mentions: [Mention]
    var timeline: [TimelineEntry]
    /// The burst that it is part of.
    var incident: IncidentID?

    init(_ id: CaseID, in session: any Session) throws {
        guard let found = try session.case(id) else { throw Desk.Refusal.noCase(id) }
        self.found = found
        mentions = try session.mentions(of: id)
        var sight = try CaseSight(in: session)
        clocks = try sight.show(try session.clocks(of: id), of: id, mentions: mentions)
        timeline = try session.timeline(of: id)
        incident = try session.incident(ofCase: id)
    }

    var json: JSON {
        found.json + ["clocks": clocks, "mentions": mentions, "timeline": timeline, "incident": incident]
    }

    func show() {
        Screen.head("case \(found.id)  \(found.subject)  \(found.state.rawValue)")
        Screen.say("owner    \(found.owner ?? "nobody")")
        Screen.say("opened   \(Times.short(found.opened))   posted \(Times.short(found.posted))")
        Screen.say("next     \(found.nextSentence)")
        if let incident { Screen.say("incident \(incident), see `ombud incident show \(incident)`") }
        for clock in clocks {
            Screen.say("clock    \(clock.sentence)")
            if let doubt = clock.doubt { Screen.say("         \(doubt)") }
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
            let clocks = try await desk.explain(id)
            if printing.json {
                let clocks = clocks.map { clock -> JSON in
                    [
                        "name": clock.reading.name, "due": clock.reading.due, "state": clock.state,
                        "left_seconds": clock.reading.left.map { $0.inMilliseconds / 1000 },
                        "steps": clock.steps, "why": clock.doubt, "basis": clock.reading.basis?.rawValue,
                    ]
                }
                let line: JSON = ["case": id, "clocks": clocks]
                print(line.line)
                return
            }
            for clock in clocks {
                Screen.head(clock.sentence)
                for step in clock.steps { Screen.say("  \(step)") }
            }
        }
    }
}

extension ShownClock {
    /// `answer: running, due 2026-11-22 17:05`.
    var sentence: String { "\(reading.name): \(state), due \(Times.short(reading.due))" }

    /// The proof, and what it cannot prove.
    fileprivate var steps: [String] {
        reading.steps + (doubt.map { ["not known whether it still runs: \($0)"] } ?? [])
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
