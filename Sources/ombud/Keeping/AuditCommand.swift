import ArgumentParser
import Complaints
import Foundation
import Storage

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Shows who did what: a line for every act of the staff.",
        subcommands: [AuditList.self])
}

struct AuditList: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists acts, the latest first.",
        discussion: """
            Every command that changes something, exports or erases leaves a line in the transaction of the \
            change: when, who, the command, what it was about. Lines are never changed; they leave the store \
            by `retention: audit` alone.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var period: Period
    @Option(help: "Of one person.") var who: String?
    @Option(name: .customLong("case"), help: "About a case: 42 or #42.") var id: CaseID?
    @Option(help: "About a mention: m1234.") var mention: MentionID?
    @Option(help: "About a source.") var source: String?
    @Option(help: "At most so many.") var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1") }
        let subjects = [id.map { "\($0)" }, mention.map { "\($0)" }, source].compactMap(\.self)
        if subjects.count > 1 { throw ValidationError("--case, --mention and --source exclude each other") }
    }

    func perform() async throws {
        let subject: EventSubject? =
            id.map { .case($0) } ?? mention.map { .mention($0) } ?? source.map { .source(SourceID($0)) }
        let (who, limit) = (who, limit)
        let (json, period) = (printing.json, period)
        try await place.reading { store, now in
            let bounds = period.bounds(now: now)
            let filter = AuditFilter(
                since: bounds.since, until: bounds.until, who: who, subject: subject?.description,
                limit: limit)
            let lines = try await store.read { try $0.audit(filter) }
            if lines.isEmpty, let subject { try await Self.require(subject, in: store) }
            if json {
                for line in lines { print(line.json.line) }
                return
            }
            var table = Table("AT", "WHO", "COMMAND", "ABOUT", "NOTE")
            for line in lines {
                table.add(
                    Times.short(line.at), line.who, line.command, line.subject ?? "-", line.note ?? "")
            }
            let isAll = filter == AuditFilter(limit: limit)
            Screen.print(
                table, whenEmpty: isAll ? "Nobody did anything yet." : "Nobody did anything of that kind.")
        }
    }

    /// What was deleted since may have left lines; of what has none, and is not there, nobody can tell anything.
    private static func require(_ subject: EventSubject, in store: any Store) async throws {
        let (what, isThere) = try await store.read { session in
            switch subject {
            case .case(let id): ("case \(id)", try session.case(id) != nil)
            case .mention(let id): ("mention \(id)", try session.mention(id) != nil)
            case .source(let id):
                ("source \(id)", try session.sourceStatuses().contains { $0.id == id })
            default: ("\(subject)", true)
            }
        }
        guard !isThere else { return }
        throw Failure(.failed, "there is no \(what), and nobody did anything about one")
    }
}

extension AuditLine {
    var json: JSON {
        ["at": at, "who": who, "command": command, "subject": subject, "note": note]
    }
}
