import ArgumentParser
import Complaints
import Monitor
import Storage

/// `ombud case promise`: what the customer was told, with what, measure, owner and due.
struct CasePromise: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "promise", abstract: "Keeps a promise to the customer on the case.",
        discussion: """
            Ombud says once that it is at risk, and once that it is broken. What it recognises in a public reply \
            is proposed: --accept 2 makes it one that is owed, with what --measure, --owner, --due or --what \
            say differently; --decline 2 says that it is none.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Option(help: "What was promised, as the customer was told.") var what: String?
    @Option(help: "How it is seen that it was kept: '45 EUR on the account'.") var measure: String?
    @Option(help: "Who answers for it; else the owner of the case, else you.") var owner: String?
    @Option(help: .due) var due: String?
    @Option(help: "Number of a proposed promise that is one.") var accept: Int?
    @Option(help: "Number of a proposed promise that is none.") var decline: Int?
    @Option(help: "Why it is declined.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID

    func validate() throws {
        if accept != nil, decline != nil {
            throw ValidationError("--accept and --decline: one of them is wanted")
        }
        if why != nil, decline == nil { throw ValidationError("--why goes with --decline") }
        for (option, text) in [("--what", what), ("--measure", measure), ("--owner", owner)] {
            if let text, text.allSatisfy(\.isWhitespace) { throw ValidationError("\(option) is empty") }
        }
        if let owner { _ = try ownerNamed(owner, who: acting.person.who) }
        _ = try timeToCome("--due", due)
        guard accept == nil, decline == nil else { return }
        if what == nil { throw ValidationError("--what is missing; say what was promised") }
        if measure == nil {
            throw ValidationError("--measure is missing; say how it is seen that it was kept")
        }
        if due == nil { throw ValidationError("--due is missing; say until when, such as --due +2wd") }
    }

    func perform() async throws {
        let asked = PromiseRequest(
            what: what, measure: measure, owner: try owner.map { try ownerNamed($0, who: acting.person.who) },
            due: try timeToCome("--due", due))
        try await place.atDesk(acting.person, Along(version: acting.ifVersion)) { desk in
            if let decline {
                try await desk.decline(decline, why: why, on: id).print(of: id, "declined", printing)
            } else if let accept {
                try await desk.accept(accept, asked, on: id).print(of: id, "accepted", printing)
            } else {
                try await desk.promise(asked, on: id).print(of: id, "made", printing)
            }
        }
    }
}

/// `ombud case kept`: how a promise ended.
struct CaseKept: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "kept", abstract: "Says that a promise was kept; or late, in part, or not.",
        discussion: """
            What was done after its due time is late, whether --late is given or not; --at tells when it was done. \
            A promise that is known to be impossible is --broken before it is due, so that everybody hears it early.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @Flag(help: "Done, and after it was due.") var late = false
    @Flag(help: "Done in part.") var partial = false
    @Flag(help: "Not done, and it will not be.") var broken = false
    @Option(help: "When it was done: '2026-03-01 14:00', 'yesterday 9:30'; else now.") var at: String?
    @Option(help: "How, or why not; it stays inside.") var why: String?
    @Argument(help: "42 or #42") var id: CaseID
    @Argument(help: "Number of the promise; may be left out where there is one.") var promise: Int?

    private var end: PromiseEnd { late ? .late : partial ? .partial : broken ? .broken : .kept }

    func validate() throws {
        if [late, partial, broken].filter(\.self).count > 1 {
            throw ValidationError("--late, --partial and --broken: one of them at most")
        }
        _ = try time()
    }

    private func time() throws -> Instant? {
        guard let at else { return nil }
        let argument = TimeArgument(at)
        if let time = argument.instant(now: SystemTime().now()) { return time }
        if let fault = argument.fault { throw ValidationError("--at \(at): \(fault)") }
        throw ValidationError("--at \(at): a time is wanted, such as '2026-03-01 14:00' or 'yesterday 9:30'")
    }

    func perform() async throws {
        let time = try time()
        try await place.atDesk(acting.person, Along(version: acting.ifVersion)) { desk in
            let ended = try await desk.end(promise, as: end, at: time, why: why, on: id)
            ended.print(of: id, ended.state.rawValue, printing)
        }
    }
}

extension Promise: JSONConvertible {
    var json: JSON {
        [
            "number": number, "what": what, "measure": measure, "owner": owner, "due": due,
            "state": state.rawValue, "made": made, "by": by, "said": said, "ended": ended, "note": note,
        ]
    }

    /// `1 “money back”: open, due 2026-03-02 16:00, owner ola, seen by: 45 EUR on the account`.
    var sentence: String {
        let parts = [
            "\(state.rawValue), due \(Times.short(due))", owner.map { "owner \($0)" },
            measure.map { "seen by: \($0)" }, ended.map { "ended \(Times.short($0))" },
            state == .declined ? note : nil,
        ]
        return "\(name.oneLine.cut(to: 120)): " + parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// What staff do with one that is only proposed.
    func advice(_ id: CaseID) -> String? {
        guard state == .proposed else { return nil }
        let command = "ombud case promise \(id.number)"
        return "`\(command) --accept \(number)`, or `\(command) --decline \(number)`"
    }

    fileprivate func print(of id: CaseID, _ done: String, _ printing: Printing) {
        if printing.json {
            Swift.print((["case": id] + json).line)
        } else {
            Screen.say("case \(id): promise \(done): \(sentence); times in \(Times.zoneName)")
        }
    }
}
