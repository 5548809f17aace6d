import ArgumentParser
import Complaints
import Monitor
import SQLiteStorage
import Storage

struct Inbox: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists flagged mentions not yet reviewed, the most urgent first.",
        discussion: "What was put off with `ombud review` is left out until its time; --snoozed lists it.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @OptionGroup var person: Person
    @OptionGroup var mentions: MentionWhere
    @OptionGroup var order: InboxSorting
    @Flag(help: "Only what was put off, the first to come back first.") var snoozed = false
    @OptionGroup var watching: Watching

    func validate() throws { try watching.check(asJSON: printing.json) }

    func perform() async throws {
        if snoozed { return try await SnoozedList.print(place, cut: cut, asJSON: printing.json) }
        try await place.listMentions(
            mentions, from: .inbox, who: person.who, order: try order.order, cut: cut, asJSON: printing.json,
            watching: watching, title: "ombud inbox", whenEmpty: "The inbox is empty.")
    }
}

struct MentionList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists mentions, the newest first.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @OptionGroup var person: Person
    @OptionGroup var mentions: MentionWhere
    @OptionGroup var order: MentionSorting
    @OptionGroup var watching: Watching
    @Flag(inversion: .prefixedNo, help: "Only those scored as complaints, or only the others.")
    var flagged: Bool?

    func validate() throws { try watching.check(asJSON: printing.json) }

    func perform() async throws {
        try await place.listMentions(
            mentions, from: MentionFilter(flagged: flagged), who: person.who, order: try order.order,
            cut: cut,
            asJSON: printing.json, watching: watching, title: "ombud mention list",
            whenEmpty: "No mentions yet.")
    }
}

extension Place {
    fileprivate func listMentions(
        _ wanted: MentionWhere, from all: MentionFilter, who: String, order: MentionOrder, cut: Cut,
        asJSON: Bool, watching: Watching, title: String, whenEmpty: String
    ) async throws {
        try await reading { store, now in
            if asJSON {
                let filter = try await wanted.filter(from: all, who: who, now: now, in: store)
                let limit = cut.limit
                return try await store.read { session in
                    let ids = try session.mentionIDs(filter, order: order, limit: limit, now: now)
                    for part in ids.parts(of: 200) {
                        for item in try ListedMention.all(part, in: session) {
                            print(item.json(at: now).line)
                        }
                    }
                }
            }
            try await watching.show(title, of: store, cut: cut) { rows in
                let now = SystemTime().now()
                let filter = try await wanted.filter(from: all, who: who, now: now, in: store)
                let (found, count) = try await store.read { session in
                    let ids = try session.mentionIDs(filter, order: order, limit: rows, now: now)
                    return (
                        try ListedMention.all(ids, in: session),
                        ids.count < rows
                            ? ids.count : try session.mentionCount(filter, atMost: Cut.mostCounted, now: now)
                    )
                }
                return ListPage(
                    table: found.table(at: now), count: count,
                    whenEmpty: filter == all ? whenEmpty : "No such mentions.")
            }
        }
    }
}

/// A mention as a line of a list, with the case it is in.
struct ListedMention: Sendable {
    var mention: Mention
    var found: Case?

    /// The mentions of these numbers, in their order.
    static func all(_ ids: [MentionID], in session: any Session) throws -> [ListedMention] {
        let mentions = try session.mentions(ids)
        let cases = try session.cases(Array(Set(mentions.compactMap(\.caseID))))
        let byID = Dictionary(cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return mentions.map { ListedMention(mention: $0, found: $0.caseID.flatMap { byID[$0] }) }
    }

    func priority(at now: Instant) -> Priority { mention.priority(in: found, now: now) }

    func json(at now: Instant) -> JSON {
        mention.json + priority(at: now).members + ["owner": found?.owner, "due": found?.nearest]
    }
}

extension [ListedMention] {
    func table(at now: Instant) -> Table {
        var table = Table(
            "MENTION", "CASE", "PRIORITY", "SCORE", "DUE", "PUBLISHED", "SOURCE", "AUTHOR", "TEXT")
        table.spare = ["SCORE", "PUBLISHED", "SOURCE", "DUE", "CASE"]
        for item in self {
            let mention = item.mention
            table.add(
                mention.id.description, mention.caseID?.description ?? "-",
                item.priority(at: now).level.rawValue, mention.score.value.percent,
                Times.short(item.found?.nearest), Times.short(mention.published?.instant),
                mention.source.name, (mention.author ?? "-").cut(to: 20), mention.content.line)
        }
        return table
    }
}

extension Content {
    /// Title and text as the last column of a table; no terminal is wider than its beginning.
    var line: String {
        [title, text].compactMap { $0.map { String($0.prefix(400)) } }.joined(separator: " · ")
    }
}
