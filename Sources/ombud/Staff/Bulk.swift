import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// One act on many: without `--yes` it only lists what would be changed.
struct BulkOptions: ParsableArguments {
    @Flag(help: "Do it; without this nothing is changed.") var yes = false
    @Option(help: "Only if so many are meant, as the dry run said; nothing is changed otherwise.")
    var expect: Int?
    @Option(help: "At most so many, the most pressing first.") var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit \(limit): a number from 1 up is wanted") }
        if let expect, expect < 0 {
            throw ValidationError("--expect \(expect): a number from 0 up is wanted")
        }
    }

    /// The list of a dry run: what would be changed, and how many.
    func showDry<ID: Sendable, Item: Sendable>(
        _ ids: [ID], _ noun: String, _ done: String, asJSON: Bool, in store: any Store,
        load: @escaping @Sendable ([ID], any Session) throws -> [Item],
        json: @escaping @Sendable (Item) -> JSON, table: ([Item]) -> Table
    ) async throws {
        if asJSON {
            return try await store.read { session in
                for part in ids.parts(of: 200) {
                    for item in try load(part, session) {
                        let object = json(item) + ["done": false]
                        print(object.line)
                    }
                }
            }
        }
        let found = try await store.read { try load(Array(ids.prefix(Cut.screenful)), $0) }
        if !found.isEmpty { Screen.print(table(found), whenEmpty: "") }
        Cut.sayRest(found.count, of: ids.count)
        guard !ids.isEmpty else { return Screen.say("No \(noun) is meant; nothing to do.") }
        Screen.say(
            "\(counted(ids.count, noun)) would be \(done); nothing is changed yet: add --yes --expect \(ids.count)"
        )
    }

    func check(_ count: Int, _ noun: String) throws {
        if let expect, expect != count {
            throw Failure(
                .failed,
                "\(counted(count, noun)) are meant now, not \(expect): nothing was changed; look again "
                    + "without --yes")
        }
    }

    /// Goes on after one that refuses, each in a transaction of its own; ends with how many were done.
    /// - Returns: false where some refused.
    func run<ID: CustomStringConvertible & Sendable>(
        _ ids: [ID], _ noun: String, _ done: String, asJSON: Bool, act: (ID) async throws -> Void
    ) async throws -> Bool {
        try check(ids.count, noun)
        let progress = ProgressLine(isQuiet: asJSON)
        var refused: [(id: ID, why: String)] = []
        for (index, id) in ids.enumerated() {
            progress.show("\(index) of \(ids.count) \(done)")
            do {
                try await act(id)
                if asJSON { print(line(id, isDone: true, why: nil)) }
            } catch let refusal as Desk.Refusal {
                refused.append((id, refusal.description))
                if asJSON { print(line(id, isDone: false, why: refusal.description)) }
            } catch {
                progress.end()
                Screen.say("stopped after \(index - refused.count) of \(ids.count) were \(done)")
                throw error
            }
        }
        progress.end()
        guard !asJSON else { return refused.isEmpty }
        Screen.say(
            "\(counted(ids.count - refused.count, noun)) \(done)"
                + (refused.isEmpty ? "" : ", \(refused.count) refused:"))
        for one in refused { Screen.say("  \(one.id): \(one.why)") }
        return refused.isEmpty
    }

    private func line(_ id: some CustomStringConvertible, isDone: Bool, why: String?) -> String {
        let object: JSON = ["id": id.description, "done": isDone, "why": why]
        return object.line
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count.grouped) \(noun)\(count == 1 ? "" : "s")"
    }
}

/// A bulk act on cases.
protocol CaseBulkAct: OmbudCommand {
    var place: Place { get }
    var printing: Printing { get }
    var person: Person { get }
    var cases: CaseWhere { get }
    var bulk: BulkOptions { get }
    /// `assigned to anna`.
    var done: String { get }
    /// The cases that it fits, where no state is asked for.
    static var states: CaseFilter { get }
    func act(_ id: CaseID, at desk: Desk) async throws
}

extension CaseBulkAct {
    static var states: CaseFilter { .active }

    func perform() async throws {
        let (bulk, who, usual) = (bulk, person.who, Self.states)
        try await place.withStore { wiring, store in
            let now = wiring.time.now()
            let asked = try await cases.filter(who: who, now: now, in: store)
            guard asked != .everything else {
                throw ValidationError(
                    "no filter is given: say which cases, such as --source NAME, --owner me or --state active"
                )
            }
            var filter = asked
            if filter.states.isEmpty { filter.states = usual.states }
            let meant = filter
            let ids = try await store.read { try $0.caseIDs(meant, limit: bulk.limit, now: now) }
            guard bulk.yes else {
                try bulk.check(ids.count, "case")
                return try await showDry(ids, in: store, now: now)
            }
            let desk = wiring.desk(store, who: who)
            let isDone = try await bulk.run(ids, "case", done, asJSON: printing.json) {
                try await act($0, at: desk)
            }
            if !isDone { throw ExitCode(Failure.Code.failed.rawValue) }
        }
    }

    private func showDry(_ ids: [CaseID], in store: any Store, now: Instant) async throws {
        try await bulk.showDry(
            ids, "case", done, asJSON: printing.json, in: store, load: { try ListedCase.all($0, in: $1) },
            json: { $0.json(at: now) }, table: { $0.table(at: now) })
    }
}

/// A bulk act on mentions.
protocol MentionBulkAct: OmbudCommand {
    var place: Place { get }
    var printing: Printing { get }
    var person: Person { get }
    var mentions: MentionWhere { get }
    var bulk: BulkOptions { get }
    /// `dismissed`.
    var done: String { get }
    func act(_ id: MentionID, at desk: Desk) async throws
}

extension MentionBulkAct {
    func perform() async throws {
        let (bulk, who) = (bulk, person.who)
        try await place.withStore(judges: true) { wiring, store in
            let now = wiring.time.now()
            let filter = try await mentions.filter(from: .inbox, who: who, now: now, in: store)
            guard filter != .inbox else {
                throw ValidationError(
                    "no filter is given: say which mentions of the inbox, such as --source NAME or --language pl"
                )
            }
            let order = MentionOrder(.priority)
            let ids = try await store.read {
                try $0.mentionIDs(filter, order: order, limit: bulk.limit, now: now)
            }
            guard bulk.yes else {
                try bulk.check(ids.count, "mention")
                return try await showDry(ids, in: store, now: now)
            }
            let desk = wiring.desk(store, who: who)
            let isDone = try await bulk.run(ids, "mention", done, asJSON: printing.json) {
                try await act($0, at: desk)
            }
            if !isDone { throw ExitCode(Failure.Code.failed.rawValue) }
        }
    }

    private func showDry(_ ids: [MentionID], in store: any Store, now: Instant) async throws {
        try await bulk.showDry(
            ids, "mention", done, asJSON: printing.json, in: store,
            load: { try ListedMention.all($0, in: $1) },
            json: { $0.json(at: now) }, table: { $0.table(at: now) })
    }
}
