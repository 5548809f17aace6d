import ArgumentParser
import Complaints
import Monitor
import Storage

/// The commands by which staff correct which mentions are one complaint.

struct MentionMerge: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "They are one complaint: makes their clusters one, and their cases.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "The reason; it stands on the timelines.") var why: String?
    @Argument(help: "m1 m2, two or more") var ids: [MentionID]

    func validate() throws {
        if Set(ids).count < 2 { throw ValidationError("name two or more mentions that are one complaint") }
    }

    func perform() async throws {
        try await place.atDesk(person) { desk in
            let mentions = try await desk.merge(ids, why: why)
            if printing.json {
                for mention in mentions { print(mention.json.line) }
                return
            }
            let names = mentions.map(\.id.description).joined(separator: ", ")
            Screen.say(
                "\(names) are one complaint: cluster \(mentions.first?.cluster.number ?? 0), "
                    + "case \(mentions.lazy.compactMap(\.caseID).first?.description ?? "-")")
        }
    }
}

struct MentionSplit: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "It is another complaint: takes it out of its cluster, for good, with a case of its own.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "The reason; it stands on the timelines.") var why: String?
    @Argument(help: "m1234; several leave together") var ids: [MentionID]

    func perform() async throws {
        try await place.atDesk(person) { desk in
            for mention in try await desk.split(ids, why: why) {
                if printing.json {
                    print(mention.json.line)
                } else {
                    Screen.say(
                        "\(mention.id) is a complaint of its own: cluster \(mention.cluster.number), "
                            + "case \(mention.caseID?.description ?? "-")")
                }
            }
        }
    }
}

/// The other mentions of a mention's cluster, each with why it is there, and those that were split from it.
struct ClusterSheet: Sendable {
    var members: [(mention: Mention, link: TwinLink?)] = []
    var apart: [ApartMention] = []

    init() {}

    init(of mention: Mention, in session: any Session) throws {
        let links = try session.twins(in: mention.cluster)
        for other in try session.mentions(in: mention.cluster) where other.id != mention.id {
            let direct = links.first {
                ($0.mention == mention.id && $0.other == other.id)
                    || ($0.mention == other.id && $0.other == mention.id)
            }
            members.append((other, direct ?? links.first { $0.mention == other.id || $0.other == other.id }))
        }
        apart = try session.apart(from: mention.id)
    }

    var json: JSON {
        let members = members.map { other, link -> JSON in
            let with = link.map { $0.mention == other.id ? $0.other : $0.mention }
            return [
                "id": other.id, "source": other.source, "url": other.url, "author": other.author,
                "published": other.published, "case": other.caseID, "verdict": link?.verdict, "with": with,
                "why": link?.why, "at": link?.at, "by": link?.by,
            ]
        }
        let apart = apart.map { one -> JSON in
            ["id": one.mention, "at": one.at, "by": one.by, "why": one.why]
        }
        return ["members": members, "apart": apart]
    }

    func show() {
        for (other, link) in members {
            let why = link.map { "\($0.verdict): \($0.why)\($0.by.map { " (\($0))" } ?? "")" } ?? "-"
            Screen.say("same as    \(other.id)  \(other.source)  \(other.author ?? "-")  \(why)")
        }
        for one in apart {
            Screen.say("not        \(one.mention), said \(one.by) \(Times.short(one.at))  \(one.why ?? "")")
        }
    }
}
