import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// `ombud alert silence`: nothing is sent of what it covers until its end; then it is told in sum.
struct AlertSilence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence", abstract: "Holds alerts for a while, with an end and a reason.",
        discussion: """
            ombud alert silence --for 2h --why "moving house" [--endpoint desk] [--type 'ombud.source.*'] \
            [--subject Acme] [--case 42] [--source forum]

            What it covers is held, and told in one digest an endpoint when it ends, by its time or by \
            `silence end`. What names nothing covers every alert; what names several kinds covers what fits all \
            of them. A case whose statutory deadline comes near is told no later than 4 hours before it.
            """,
        subcommands: [SilenceAdd.self, SilenceList.self, SilenceEnd.self], defaultSubcommand: SilenceAdd.self)
}

extension SilenceID: ExpressibleByArgument {
    public init?(argument: String) {
        guard let number = Int64(argument), number > 0 else { return nil }
        self.init(number)
    }
}

extension SilenceID: JSONConvertible { var json: JSON { .integer(number) } }

struct SilenceAdd: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes a silence; what is done where no other is named.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(name: .customLong("for"), parsing: .unconditional, help: "How long: 30m, 2h, 1d.") var length:
        String?
    @Option(parsing: .unconditional, help: "Until when: 'tomorrow 10:00', +4h, 2026-03-01 (to its end).")
    var until: String?
    @Option(help: "The reason; whoever reads the sum sees it.") var why: String?
    @Option(help: "Only alerts to this endpoint; may be given several times.") var endpoint: [String] = []
    @Option(help: "Only this type, or a beginning and *; may be given several times.") var type: [String] = []
    @Option(help: "Only about this watched subject; may be given several times.") var subject: [String] = []
    @Option(name: .customLong("case"), help: "Only about this case; may be given several times.")
    var cases: [CaseID] = []
    @Option(help: "Only from this source; may be given several times.") var source: [String] = []

    func validate() throws {
        guard let why, !why.allSatisfy(\.isWhitespace) else {
            throw ValidationError("--why is missing; say why nothing is to be sent")
        }
        _ = try end(now: SystemTime().now())
        for pattern in type { try EventTypeName.check(pattern) }
        for name in endpoint + subject + source where name.isEmpty || name.contains("\n") {
            throw ValidationError("an empty name, or one of several lines, fits nothing")
        }
    }

    private func end(now: Instant) throws -> Instant {
        switch (length, until) {
        case (nil, nil):
            throw ValidationError("a silence needs an end; give --for 2h or --until 'tomorrow 10:00'")
        case (.some, .some): throw ValidationError("--for and --until say the same; give one of them")
        case (let length?, nil):
            guard let span = Duration(setting: length.hasPrefix("+") ? String(length.dropFirst()) : length),
                span > .zero
            else {
                let isBack = length.hasPrefix("-")
                throw ValidationError(
                    "--for \(length.oneLine): "
                        + (isBack ? "a silence cannot end before it begins; " : "")
                        + "a length such as 30m, 2h or 1d is wanted")
            }
            return try reachable(now + span, "--for \(length)", now: now)
        case (nil, let until?):
            let argument = TimeArgument(until)
            guard let end = argument.end(now: now) else {
                throw ValidationError(
                    "--until \(until): "
                        + (argument.fault
                            ?? "a time to come is wanted, such as 'tomorrow 10:00', +4h or 2026-03-01"))
            }
            guard end > now else {
                throw ValidationError("--until \(until) is over; a time to come is wanted")
            }
            return try reachable(end, "--until \(until)", now: now)
        }
    }

    private func reachable(_ end: Instant, _ option: String, now: Instant) throws -> Instant {
        guard !NamedTime.isTooFar(end, now: now) else {
            throw ValidationError(
                "\(option) is more than a hundred years; a silence has an end that somebody sees")
        }
        return end
    }

    func perform() async throws {
        let covers = Silence.Cover(
            endpoints: endpoint, types: type, subjects: subject, cases: cases, sources: source)
        try await place.withStore { wiring, store in
            try wiring.requireStore()
            let desk = wiring.desk(store, who: person.who)
            let silence = try await desk.silence(
                covers, until: try end(now: SystemTime().now()), why: why ?? "")
            if printing.json {
                print(silence.json.line)
            } else {
                Screen.say(
                    "silence \(silence.id) holds \(covers.text) until \(Times.short(silence.until)) "
                        + "\(Times.zoneName); `ombud alert silence end \(silence.id)` ends it")
            }
        }
    }
}

struct SilenceList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the silences in force, with how many alerts each holds.",
        discussion: "Of one that is over it says how many alerts it held in all.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @Flag(help: "Also those that are over.") var over = false

    func perform() async throws {
        let (over, limit) = (over, cut.limit)
        let (found, now) = try await place.withStore { wiring, store in
            let now = wiring.time.now()
            return try await store.read { session in
                let held = try session.heldCounts()
                let silences =
                    over ? try session.silences(limit: limit) : try session.silencesInForce(now: now)
                return (
                    silences.prefix(limit ?? .max).map { silence in
                        (silence, held[Holder(.silence, silence.id.description).description] ?? 0)
                    }, now
                )
            }
        }
        if printing.json {
            for (silence, waiting) in found { print(silence.json(waiting: waiting, now: now).line) }
            return
        }
        var table = Table("SILENCE", "UNTIL", "HOLDS", "COVERS", "BY", "WHY")
        for (silence, waiting) in found {
            let (until, isOn) = (Times.short(silence.ended ?? silence.until), silence.isInForce(now))
            table.add(
                silence.id.description, isOn ? until : "over, \(until)",
                String(isOn ? waiting : waiting + silence.letGo),
                silence.covers.text, silence.by, silence.why.oneLine)
        }
        Screen.print(table, whenEmpty: over ? "No silences." : "No silences in force.")
    }
}

struct SilenceEnd: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Ends a silence before its time: what it held goes out in sum.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "The silence's number.") var id: SilenceID

    func perform() async throws {
        try await place.withStore { wiring, store in
            let ended = try await wiring.desk(store, who: person.who).endSilence(id)
            let counts = try await store.read { try $0.heldCounts() }
            let waiting = counts[Holder(.silence, id.description).description] ?? 0
            if printing.json {
                print(ended.json(waiting: waiting, now: wiring.time.now()).line)
            } else {
                Screen.say(
                    "silence \(id) is over; "
                        + (waiting == 0
                            ? "it held nothing" : "the \(counted(waiting, "alert")) that it held go out now"))
            }
        }
    }
}

extension Silence.Cover {
    /// `everything`, or `type ombud.case.*, subject Acme`.
    var text: String {
        if isEverything { return "everything" }
        let kinds = [
            ("endpoint", endpoints), ("type", types), ("subject", subjects),
            ("case", cases.map(\.description)), ("source", sources),
        ]
        return kinds.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: " or "))" }
            .joined(separator: ", ")
    }
}

extension Silence: JSONConvertible {
    var json: JSON { json(waiting: 0, now: nil) }

    /// - Parameter waiting: how many alerts it holds now.
    func json(waiting: Int, now: Instant?) -> JSON {
        [
            "id": id, "by": by, "why": why, "made": made, "until": until, "ended": ended, "ended_by": endedBy,
            "in_force": now.map { isInForce($0) } ?? (ended == nil), "endpoints": covers.endpoints,
            "types": covers.types, "subjects": covers.subjects, "cases": covers.cases.map(\.number),
            "sources": covers.sources, "held": waiting + letGo, "waiting": waiting,
        ]
    }
}
