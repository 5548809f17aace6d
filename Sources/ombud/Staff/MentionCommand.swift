import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

struct MentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mention",
        abstract: "Mentions: list, show, confirm, dismiss, undecide, merge, split.",
        subcommands: [
            MentionList.self, MentionShow.self, MentionConfirm.self, MentionDismiss.self,
            MentionUndecide.self, MentionMerge.self, MentionSplit.self, MentionHold.self, MentionBulk.self,
        ])
}

extension MentionID: ExpressibleByArgument {
    public init?(argument: String) { self.init(text: argument) }
}

struct MentionShow: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one mention with its revisions and the reasons of its score.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Argument(help: "m1234") var id: MentionID

    func perform() async throws {
        let id = id
        let (mention, revisions, cluster) = try await place.withStore { _, store in
            try await store.read { session in
                guard let mention = try session.mention(id) else { throw Desk.Refusal.noMention(id) }
                return (
                    mention, try session.revisions(of: id), try ClusterSheet(of: mention, in: session)
                )
            }
        }
        if printing.json {
            print((mention.json + ["revisions": revisions] + cluster.json).line)
            return
        }
        Screen.head("\(mention.id)  \(mention.subject)  \(mention.source)")
        Screen.say("author     \(mention.author ?? "-")")
        Screen.say("published  \(Times.short(mention.published?.instant))")
        Screen.say("url        \(mention.url ?? "-")")
        Screen.say("case       \(mention.caseID?.description ?? "-")")
        Screen.say("presence   \(mention.presence.rawValue)")
        cluster.show()
        if let review = mention.review {
            Screen.say(
                "decision   \(review.decision.rawValue) by \(review.by) \(Times.short(review.at)) \(review.why ?? "")"
            )
        }
        Screen.say("score      \(mention.score.value.percent)\(mention.score.isFlagged ? ", flagged" : "")")
        for reason in mention.score.reasons { Screen.say("           \(reason.signed)  \(reason.what)") }
        for revision in revisions {
            Screen.say("\nrevision \(revision.number), seen \(Times.short(revision.seen))")
            revision.content.show()
        }
    }
}

struct MentionConfirm: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "It is a complaint: opens a case, or keeps the one it has.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "m1234") var ids: [MentionID]

    func perform() async throws {
        try await place.atDesk(person, judges: true) { desk in
            for id in ids {
                let mention = try await desk.confirm(id)
                if printing.json {
                    print(mention.json.line)
                } else {
                    Screen.say("\(id) confirmed: case \(mention.caseID?.description ?? "-")")
                }
            }
        }
    }
}

struct MentionDismiss: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "It is no complaint: leaves the inbox, and its case is dismissed.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "The reason; it teaches the score.") var why: String
    @Argument(help: "m1234") var ids: [MentionID]

    func validate() throws {
        if why.allSatisfy(\.isWhitespace) {
            throw ValidationError("--why is empty; say why it is no complaint")
        }
    }

    func perform() async throws {
        try await place.atDesk(person, judges: true) { desk in
            for id in ids {
                let mention = try await desk.dismiss(id, why: why)
                if printing.json { print(mention.json.line) } else { print("\(id) dismissed: \(why)") }
                try await tellOfPromises(of: mention, at: desk)
            }
        }
    }
}

extension MentionDismiss {
    /// Its case may be over; what was promised there is owed all the same.
    private func tellOfPromises(of mention: Mention, at desk: Desk) async throws {
        guard let id = mention.caseID else { return }
        for promise in try await desk.openPromises(of: id) {
            let line =
                "case \(id): \(promise.staysOpen); say how it ended with `ombud case kept \(id.number)`\n"
            FileHandle.standardError.write(Data(line.utf8))
        }
    }
}

struct MentionUndecide: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "undecide",
        abstract: "Takes back what was decided: it is in the inbox again, and nothing is learned from it.",
        discussion: """
            A case that was closed with a dismissal is opened again; one that a confirmation opened stays, and \
            `dismiss` closes it.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Argument(help: "m1234") var ids: [MentionID]

    func perform() async throws {
        try await place.atDesk(person, judges: true) { desk in
            for id in ids {
                let mention = try await desk.undecide(id)
                if printing.json { print(mention.json.line) } else { print("\(id) is undecided") }
            }
        }
    }
}

extension Place {
    /// - Parameter judges: the act teaches the score, which counts from the shipped one.
    func atDesk(
        _ person: Person, _ along: Along = Along(), judges: Bool = false,
        _ work: (Desk) async throws -> Void
    ) async throws {
        try await withStore(judges: judges) { wiring, store in
            try await work(
                wiring.desk(store, who: person.who, along: along))
        }
    }
}

extension Double {
    var percent: String { "\(Int((self * 100).rounded()))%" }
}

extension Score.Reason {
    var signed: String {
        let tenths = Int((weight * 10).rounded())
        return (tenths < 0 ? "-" : "+") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

extension Content {
    func show() {
        if let rating { Screen.say("rating  \(rating.value)\(rating.best.map { " of \($0)" } ?? "")") }
        if let title { Screen.head(title) }
        Screen.say(text)
        if let reply {
            Screen.say(
                "\nanswer of \(reply.author ?? "the company"), \(Times.short(reply.published?.instant)):\n\(reply.text)"
            )
        }
    }
}
