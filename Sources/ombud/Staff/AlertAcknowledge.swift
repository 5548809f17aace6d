import ArgumentParser
import Complaints
import Monitor

/// `ombud alert acknowledge`: what is told again and again is seen to.
struct AlertAcknowledge: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge",
        abstract: "Ends that people are told again of a case, a source or an incident.",
        discussion: """
            ombud alert acknowledge case/42 source/town-forum incident/7

            For endpoints whose `group` has a `repeat`. What asks anew, a source that goes blind again, is told anew. \
            On a case it is noted on the timeline; every other act of a person on it does the same.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "What, as events name it: case/42, source/NAME, incident/7.") var subjects: [String]

    func validate() throws {
        for text in subjects where Self.subject(text) == nil {
            throw ValidationError("\(text.oneLine): case/42, source/NAME or incident/7 is wanted")
        }
    }

    private static func subject(_ text: String) -> EventSubject? {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            return text.hasPrefix("#") ? CaseID(text: text).map { .case($0) } : nil
        }
        switch parts[0] {
        case "case": return CaseID(text: parts[1]).map { .case($0) }
        case "source": return .source(SourceID(parts[1]))
        case "incident": return IncidentID(argument: parts[1]).map { .incident($0) }
        default: return nil
        }
    }

    func perform() async throws {
        try await place.atDesk(person) { desk in
            for subject in subjects.compactMap(Self.subject) {
                let isNew = try await desk.acknowledge(subject)
                if printing.json {
                    let line: JSON = ["about": subject.description, "acknowledged": true, "changed": isNew]
                    print(line.line)
                } else {
                    Screen.say(
                        isNew
                            ? "\(subject) is acknowledged; it is told again only when it asks anew"
                            : "nobody was to be told of \(subject) again: nothing to do")
                }
            }
        }
    }
}
