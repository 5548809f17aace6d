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
            CaseWait.self, CaseResume.self, CaseResolve.self, CaseReopen.self, CaseClose.self, CaseMerge.self,
            CaseSplit.self, CaseUnassign.self, CaseHandOut.self, CaseTag.self, CaseTags.self, LinkCases.self,
            UnlinkCases.self, CaseExplain.self, CaseBasis.self, CaseHold.self, CaseBulk.self,
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
    var tags: [Tag]
    var links: [CaseLink]
    var likely: [LikelyLink]
    var promises: [Promise]
    var ladder: CaseLadder

    init(_ id: CaseID, in session: any Session) throws {
        guard let found = try session.case(id) else { throw Desk.Refusal.noCase(id) }
        self.found = found
        mentions = try session.mentions(of: id)
        var sight = try CaseSight(in: session)
        let timeline = try session.timeline(of: id)
        let policy = try session.policyBody(of: id).map(PolicyText.read)
        clocks = try sight.show(try session.clocks(of: id), of: id, mentions: mentions).map { clock in
            var clock = clock
            clock.reading.basis = policy?.basis(of: clock.reading.name, timeline: timeline)
            return clock
        }
        self.timeline = timeline
        incident = try session.incident(ofCase: id)
        tags = try session.tags(of: id)
        links = try session.links(of: id)
        likely = try LikelyLink.all(for: found, mentions: mentions, links: links, in: session)
        promises = try session.promises(of: id)
        ladder = try CaseLadder(id, in: session)
    }

    var json: JSON {
        found.json + [
            "clocks": clocks.map { clock -> JSON in
                clock.json + ["basis": clock.reading.basis?.rawValue]
            },
            "mentions": mentions, "timeline": timeline, "incident": incident,
            "tags": tags, "links": links, "likely_links": likely,
            "promises": promises, "ladder": ladder.rungs,
        ]
    }

    func show() {
        Screen.head("case \(found.id)  \(found.subject)  \(found.state.rawValue)")
        let since = found.assigned.map { " since \(Times.short($0))" } ?? ""
        Screen.say("owner    \(found.owner.map { $0 + since } ?? "nobody")")
        Screen.say("opened   \(Times.short(found.opened))   posted \(Times.short(found.posted))")
        Screen.say("next     \(found.nextSentence)")
        if let closes = found.closes {
            Screen.say("closes   \(Times.short(closes)), if the customer says nothing until then")
        }
        if !tags.isEmpty { Screen.say("tags     \(tags.signed)") }
        for link in links { Screen.say("link     \(link.sentence)") }
        for one in likely { Screen.say("perhaps  \(one.sentence(of: found.id))") }
        if let incident { Screen.say("incident \(incident), see `ombud incident show \(incident)`") }
        for clock in clocks {
            Screen.say(
                "clock    \(clock.sentence)\(clock.reading.basis.map { ", basis \($0.rawValue)" } ?? "")")
            if let doubt = clock.doubt { Screen.say("         \(doubt)") }
        }
        for rung in ladder.rungs { Screen.say("ladder   \(rung.sentence)") }
        for promise in promises {
            Screen.say("promise  \(promise.sentence)")
            if let advice = promise.advice(found.id) { Screen.say("         \(advice)") }
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
                entry.what.rawValue, entry.clock?.oneLine, entry.note?.oneLine,
                entry.statement.map { "“\($0.oneLine.cut(to: 100))”" },
            ]
            Screen.say(
                "\(Times.short(entry.at))  \(entry.by?.oneLine ?? "ombud")  \(what.compactMap { $0 }.joined(separator: "  "))"
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
            let (clocks, ladder) = (try await desk.explain(id), try await desk.ladder(id).rungs)
            if printing.json {
                let clocks = clocks.map { clock -> JSON in
                    [
                        "name": clock.reading.name, "due": clock.reading.due, "state": clock.state,
                        "left_seconds": clock.reading.left.map { $0.inMilliseconds / 1000 },
                        "steps": clock.steps, "why": clock.doubt, "basis": clock.reading.basis?.rawValue,
                    ]
                }
                let line: JSON = ["case": id, "clocks": clocks, "ladder": ladder]
                print(line.line)
                return
            }
            for clock in clocks {
                Screen.head(clock.sentence)
                for step in clock.steps { Screen.say("  \(step)") }
                for rung in ladder where rung.rung.clock == clock.reading.name {
                    Screen.say("  rung \(rung.sentence)")
                }
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

struct CaseNote: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Adds a note; it stays inside.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "The note.") var text: [String]

    func validate() throws {
        if text.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { throw ValidationError("the note is empty") }
    }

    func act(_ desk: Desk) async throws -> Case { try await desk.note(text.joined(separator: " "), on: id) }
    var doneText: String { "noted" }
    var leavesNext: Bool { true }
}
