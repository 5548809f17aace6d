import ArgumentParser
import Complaints
import Monitor
import Storage

struct SourcePause: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Stops polling sources until they are resumed.",
        discussion: "The running daemon obeys within seconds; a visit under way ends. While a source is "
            + "paused, `ombud poll` leaves it out and clocks that a reply on it would stop show as unknown.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "The reason, for those who wonder later.") var why: String?
    @Argument(help: "Names of sources.") var names: [String]

    func perform() async throws {
        let why = why.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        try await place.atDesk(person) { desk in
            let acts = try await desk.pause(names.map { SourceID($0) }, why: why)
            for act in acts {
                let pause = act.status.pause?.words ?? ""
                printing.say(
                    act, act.isNew ? "\(act.status.id) is \(pause)" : "\(act.status.id) was already \(pause)")
            }
        }
    }
}

struct SourceResume: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Polls paused sources again, at once.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "Names of sources.") var names: [String]

    func perform() async throws {
        try await place.atDesk(person) { desk in
            for act in try await desk.resume(names.map { SourceID($0) }) {
                printing.say(
                    act,
                    act.isNew ? "\(act.status.id) is polled again" : "\(act.status.id) was not paused")
            }
        }
    }
}

struct SourceAccept: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Takes a source's new look for right, and learns it anew.",
        discussion: "When what is read of a source does not look like its records any more, it is held back "
            + "(`ombud source show` says what is not as before). If it is right nevertheless, accept it: "
            + "the page is read again at once, and believed.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "Names of sources.") var names: [String]

    func perform() async throws {
        try await place.atDesk(person) { desk in
            for act in try await desk.accept(names.map { SourceID($0) }) {
                printing.say(
                    act,
                    act.isNew
                        ? "\(act.status.id) is read again now, and how its records look is learned anew"
                        : "\(act.status.id) has nothing to accept: nothing was learned of it yet")
            }
        }
    }
}

extension Printing {
    fileprivate func say(_ act: Desk.SourceAct, _ sentence: String) {
        if json { print(act.status.json.line) } else { Screen.say(sentence) }
    }
}

extension Pause {
    /// `paused since 2026-11-22 17:05 by anna: why`.
    var words: String { "paused since \(Times.short(at)) by \(by)\(why.map { ": \($0)" } ?? "")" }
}
