import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// `ombud case open`: for a mention that got no case by itself, or for a complaint that no page brought.
struct CaseOpen: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract:
            "Opens a case for a mention that got none by itself, or for a complaint by telephone or mail.",
        discussion: """
            `ombud case open m1234`, or `ombud case open --text "The parcel never came" --author "Anna" --source \
            telephone`. Clocks count from when it was posted and seen. The score learns nothing from it.
            """)
    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var acting: Acting
    @OptionGroup var following: Following
    @Option(help: "Why; it stands on the timeline.") var why: String?
    @OptionGroup(title: "A complaint that no page brought") var said: HandedOptions
    @Argument(help: "m1234") var id: MentionID?

    func validate() throws {
        switch (id, said.text) {
        case (nil, nil): throw ValidationError("name a mention (m1234), or what was said with --text")
        case (_?, _?): throw ValidationError("name a mention or --text, not both")
        case (_?, nil) where said.isUsed:
            throw ValidationError("--subject, --author and the like describe what --text says")
        default: break
        }
    }

    func perform() async throws {
        try await place.withStore(judges: id == nil) { wiring, store in
            let desk = wiring.desk(
                store, who: acting.person.who,
                along: Along(version: acting.ifVersion, next: id == nil ? nil : try following.step))
            if let id {
                let opened = try await desk.open(for: id, why: why)
                return show(opened, "opened for \(id)")
            }
            try wiring.requireStore()
            let complaint = try said.complaint(wiring, note: why, who: acting.person.who)
            let (taken, done): (CaseID, String)
            switch try await desk.handIn([complaint], isQuiet: false).first {
            case .opened(let id): (taken, done) = (id, "opened")
            case .joined(let id): (taken, done) = (id, "was there for the same complaint, which joined it")
            case .known(let mention, let id?):
                throw Failure(.failed, "it was handed in before: \(mention), case \(id)")
            case .known(let mention, nil): throw Failure(.failed, "it was handed in before: \(mention)")
            case nil: throw Failure(.failed, "nothing was handed in")
            }
            if let step = try following.step {
                _ = try await desk.setNext(step.what, due: step.due, on: taken)
            }
            guard let found = try await store.read({ try $0.case(taken) }) else {
                throw Desk.Refusal.noCase(taken)
            }
            show(found, done)
        }
    }

    private func show(_ found: Case, _ done: String) {
        if printing.json {
            print(found.json.line)
        } else {
            Screen.say(
                "case \(found.id) \(done); it is \(found.state.rawValue), owner \(found.owner ?? "nobody")")
        }
        found.tellOfMissingStep()
    }
}

/// What was said, by whom, where and when.
struct HandedOptions: ParsableArguments {
    @Option(help: "What the customer said.") var text: String?
    @Option(help: "Whom it is about; not needed where there is only one subject.") var subject: String?
    @Option(help: "Who said it.") var author: String?
    @Option(help: "A title.") var title: String?
    @Option(help: "Where it can be read.") var url: String?
    @Option(help: "Where it was said: telephone, mail, or a source.") var source: String?
    @Option(help: "When it was said: 2026-03-01 14:00, yesterday 9:30; else now.") var posted: String?
    @Option(help: "Who gets the case.") var owner: String?

    var isUsed: Bool { [subject, author, title, url, source, posted, owner].contains { $0 != nil } }

    func complaint(_ wiring: Wiring, note: String?, who: String) throws -> HandedComplaint {
        let subjects = Set(wiring.configuration.watchlists.map(\.subject)).sorted()
        guard
            let about = try subject.map({ try watched($0, among: subjects) })
                ?? (subjects.count == 1 ? subjects[0] : nil)
        else {
            throw Failure(.usage, "--subject is wanted: there are \(subjects.joined(separator: ", "))")
        }
        let words = (text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !words.isEmpty else {
            throw Failure(.badInput, "--text is empty; what the customer said is wanted")
        }
        var complaint = HandedComplaint(
            subject: about, text: words, place: source ?? HandedComplaint.usualPlace)
        (complaint.author, complaint.title) = (author, title)
        if let owner {
            if case .somebody(let name) = try NamedOwner(owner, who: who) { complaint.owner = name }
        }
        complaint.note = note
        if let url {
            guard WebURL(url) != nil else { throw Failure(.badInput, "--url \(url): a URL is wanted") }
            complaint.url = url
        }
        let now = wiring.time.now()
        if let posted {
            guard let time = TimeArgument(posted).instant(now: now), time <= now else {
                throw Failure(
                    .badInput, "--posted \(posted): a time that is over is wanted, such as 2026-03-01 14:00")
            }
            complaint.posted = StatedTime(time, precision: .minute)
        }
        return complaint
    }
}
