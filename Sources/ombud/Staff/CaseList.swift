import ArgumentParser
import Complaints
import Monitor
import SQLiteStorage
import Storage

struct CaseList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists cases: what is overdue first, then what presses most.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut
    @OptionGroup var person: Person
    @OptionGroup var cases: CaseWhere
    @OptionGroup var order: CaseSorting

    @OptionGroup var watching: Watching

    func validate() throws { try watching.check(asJSON: printing.json) }

    func perform() async throws {
        let (who, order, limit) = (person.who, try order.order, cut.limit)
        try await place.reading { store, now in
            if printing.json {
                let filter = try await cases.filter(who: who, now: now, in: store)
                return try await store.read { session in
                    let ids = try session.caseIDs(filter, order: order, limit: limit, now: now)
                    for part in ids.parts(of: 200) {
                        for item in try ListedCase.all(part, in: session) { print(item.json(at: now).line) }
                    }
                }
            }
            let cases = cases
            try await watching.show("ombud case list", of: store, cut: cut) { rows in
                let now = SystemTime().now()
                let filter = try await cases.filter(who: who, now: now, in: store)
                let (found, count) = try await store.read { session in
                    let ids = try session.caseIDs(filter, order: order, limit: rows, now: now)
                    return (
                        try ListedCase.all(ids, in: session),
                        ids.count < rows ? ids.count : try session.caseCount(filter, now: now)
                    )
                }
                return ListPage(
                    table: found.table(at: now), count: count,
                    whenEmpty: filter == .everything ? "No cases." : "No such cases.")
            }
        }
    }
}

/// A case as a line of the list.
struct ListedCase: Sendable {
    var found: Case
    var clocks: [ShownClock]
    var mention: Mention?
    var tags: [Tag] = []
    var links: [CaseLink] = []

    /// The cases of these numbers, in their order.
    static func all(_ ids: [CaseID], in session: any Session) throws -> [ListedCase] {
        let cases = try session.cases(ids)
        let clocks = try session.clocks(of: ids)
        let mentions = try session.mentions(of: ids)
        let (tags, links) = (try session.tags(ofCases: ids), try session.links(ofCases: ids))
        var sight = try CaseSight(in: session, of: mentions.values.flatMap { $0 })
        return try cases.map { found in
            let own = mentions[found.id] ?? []
            return ListedCase(
                found: found, clocks: try sight.show(clocks[found.id] ?? [], of: found.id, mentions: own),
                mention: own.first, tags: tags[found.id] ?? [], links: links[found.id] ?? [])
        }
    }

    func json(at now: Instant) -> JSON {
        let priority = found.priority(now: now)
        return found.json + [
            "clocks": clocks, "mention": mention?.id, "source": mention?.source, "url": mention?.url,
            "author": mention?.author, "title": mention?.content.title, "text": mention?.content.text,
            "priority": priority?.level.rawValue, "priority_why": priority?.reasons ?? [],
            "nearest": found.nearest, "reach": found.reach, "tags": tags, "links": links,
        ]
    }

    /// The beginning of the next step, and a mark on a case that lacks one.
    var next: String {
        found.lacksNextStep ? "none!" : found.next.map { $0.what.oneLine.cut(to: 24) } ?? "-"
    }

    func left(at now: Instant) -> String {
        guard let due = found.nearest ?? found.due else { return "-" }
        // Whether anything is left of it depends on a page that nobody sees.
        if clocks.contains(where: { $0.doubt != nil && $0.reading.due == due }) { return "unknown" }
        return due > now ? Times.distance(due - now) : Times.distance(now - due) + " late"
    }
}

extension [ListedCase] {
    func table(at now: Instant) -> Table {
        var table = Table("CASE", "STATE", "PRIORITY", "OWNER", "DUE", "LEFT", "NEXT", "SOURCE", "TEXT")
        table.spare = ["SOURCE", "PRIORITY", "NEXT", "DUE", "OWNER"]
        for item in self {
            table.add(
                item.found.id.description, item.found.state.rawValue,
                item.found.priority(now: now)?.level.rawValue ?? "-", item.found.owner ?? "-",
                Times.short(item.found.nearest), item.left(at: now), item.next,
                item.mention?.source.name ?? "-", item.mention?.content.line ?? "-")
        }
        return table
    }
}

extension Array {
    func parts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
