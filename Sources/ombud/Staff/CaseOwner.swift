import ArgumentParser
import Complaints
import Monitor
import Storage

/// The commands by which a case gets an owner, loses one, and is handed out fairly.
struct CaseTake: CaseStepCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Makes you its owner.",
        discussion:
            "A case that somebody else has is not taken unseen: you are told who has it, and since when.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Flag(help: "Also when somebody else has it.") var anyway = false
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.take(id, anyway: anyway) }
    var doneText: String { "taken" }
}

struct CaseAssign: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Gives a case to somebody; --fair finds out to whom.",
        discussion: """
            --fair weighs what everybody under `staff` in ombud.yaml has, when they work and what they know, and \
            says why. A case that somebody has goes to another.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Flag(help: "To whoever has the least to do, is at work and knows it.") var fair = false
    @Argument(help: "42 or #42") var id: CaseID
    @Flag(help: "Also to somebody who is not among the staff of ombud.yaml.") var anyway = false
    @Argument(help: "Who gets it: a name, `me`; `nobody` gives it back.") var owner: String?

    func validate() throws {
        if fair, owner != nil { throw ValidationError("--fair finds out who gets it; leave the name away") }
        if !fair, owner?.allSatisfy(\.isWhitespace) ?? true {
            throw ValidationError("nobody is named; name who gets it, or say --fair")
        }
        _ = try named
    }

    private var named: NamedOwner? {
        get throws { try owner.map { try NamedOwner($0, who: acting.person.who) } }
    }

    func perform() async throws {
        let (along, named) = (Along(version: acting.ifVersion, next: try following.step), try named)
        try await place.atDesk(acting.person, along) { desk in
            var reason: String?
            let changed: Case
            if let named {
                changed = try await named.hand(id, at: desk, anyway: anyway)
            } else {
                let done = try await desk.assignFairly(id)
                (changed, reason) = (done.case, done.reason)
            }
            if printing.json {
                let why: JSON = ["why": reason]
                print((changed.json + why).line)
            } else {
                Screen.say(
                    "case \(changed.id) \(named == .nobody ? "given back" : "assigned"); it is \(changed.state.rawValue), owner "
                        + (reason ?? changed.owner ?? "nobody"))
            }
            changed.tellOfMissingStep()
        }
    }
}

struct CaseUnassign: CaseActCommand {
    static let configuration = CommandConfiguration(
        commandName: "unassign", abstract: "Gives a case back to nobody, for another to take.",
        discussion: "Automatic hand-out does not give it to you again as long as there is somebody else.")
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "The reason; it stands on the timeline.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID

    func act(_ desk: Desk) async throws -> Case { try await desk.unassign(id, why: why) }
    var doneText: String { "given back" }
    var leavesNext: Bool { true }
}

struct CaseHandOut: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand-out",
        abstract: "Hands out every open case that nobody has, by load, working hours and skill.",
        discussion: """
            Who is on the team stands under `staff` in ombud.yaml; `hand-out: automatic` there lets the daemon do \
            it. What can wait until somebody who fits is at work, waits.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Flag(help: "Only says who would get what.") var dryRun = false

    func perform() async throws {
        try await place.atDesk(person) { desk in
            let handed = try await desk.handOut(dryRun: dryRun)
            if printing.json {
                for one in handed { print(one.json.line) }
                return
            }
            var table = Table("CASE", "DUE", dryRun ? "WOULD GO TO" : "OWNER", "WHY")
            for one in handed {
                let (owner, why) = one.outcome
                table.add(one.case.id.description, Times.short(one.case.due), owner ?? "-", why)
            }
            Screen.print(table, whenEmpty: "Every open case has an owner.")
        }
    }
}

extension HandedOut: JSONConvertible {
    fileprivate var outcome: (owner: String?, why: String) {
        switch decision {
        case .give(let owner, let reason): (owner, reason)
        case .hold(let reason, _): (nil, reason)
        }
    }

    var json: JSON {
        var until: Instant?
        if case .hold(_, let time) = decision { until = time }
        return [
            "case": self.case.id, "owner": outcome.owner, "why": outcome.why, "until": until,
            "due": self.case.due, "state": self.case.state,
        ]
    }
}
