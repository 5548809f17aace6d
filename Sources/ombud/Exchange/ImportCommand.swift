import ArgumentParser
import Complaints
import Foundation
import Monitor
import Settings
import Storage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in what other programs have.",
        subcommands: [ImportCases.self])
}

/// `ombud import cases FILE.csv`: a table of complaints becomes mentions and cases.
struct ImportCases: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: "Makes a case of every row of a CSV file.",
        discussion: """
            The first line names the columns: text (wanted), subject, source, id, url, author, posted, received, \
            rating, title, language, topic, owner, note. Commas, semicolons or tabs; quotes as in RFC 4180. Clocks \
            run by the policy of the subject from when each was posted and received. A row that was taken in \
            before (by its id, else by what it says) is left alone.

            When any row is wrong, every fault is told and nothing is stored (exit 65). No alerts are sent but \
            with --alert.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Flag(help: "Checks everything and says what would be done; stores nothing.") var dryRun = false
    @Flag(help: "Takes in the rows that are right, and tells the others.") var skipBad = false
    @Flag(help: "Sends alerts, as for complaints that were found.") var alert = false
    @Option(help: "What the file is in, if not UTF-8: windows-1250, windows-1251, iso-8859-2, ...")
    var encoding: String?
    @Option(help: "The subject of rows that name none; not needed where there is only one.") var subject:
        String?
    @Option(help: "Where they were said, for rows that do not say.") var source = HandedComplaint.usualPlace
    @Option(help: "The time zone of times without one, such as Europe/Warsaw; else the machine's.")
    var zone: String?
    @Option(help: "A column to leave out; may be given more than once.") var ignore: [String] = []
    @Argument(help: "The file.") var file: String

    /// Rows a transaction: nobody waits for longer.
    private static let batch = 100

    func validate() throws {
        if let zone, TimeZone(identifier: zone) == nil {
            throw ValidationError("--zone \(zone): the name of a time zone is wanted, such as Europe/Warsaw")
        }
    }

    func perform() async throws {
        let source = try ComplaintFile(file, encoding: encoding)
        let outcome = try await place.withStore(judges: true) { wiring, store in
            try wiring.requireStore()
            let known = try known(wiring)
            let desk = wiring.desk(store, who: person.who)
            let progress = ProgressLine(isQuiet: printing.json)
            defer { progress.end() }
            // First everything is checked: a fault in the last row is told before the first is stored.
            var outcome = ImportOutcome()
            let checked = try await source.read(known, rows: Self.batch) { rows in
                guard dryRun else { return }
                for isKnown in try await desk.handedBefore(rows.map(\.complaint)) {
                    if isKnown { outcome.known += 1 } else { outcome.opened += 1 }
                }
            }
            outcome.rows = checked.rowCount
            outcome.bad = checked.badRows
            try tell(checked)
            if dryRun { return outcome }
            _ = try await source.read(known, rows: Self.batch) { rows in
                for taken in try await desk.handIn(rows.map(\.complaint), isQuiet: !alert) {
                    outcome.count(taken)
                }
                progress.show("\(outcome.done) of \(counted(outcome.rows, "row"))")
            }
            return outcome
        }
        if printing.json {
            print(outcome.json(isDry: dryRun).line)
        } else {
            Screen.say(outcome.sentence(isDry: dryRun))
        }
    }

    private func known(_ wiring: Wiring) throws -> ComplaintTable.Known {
        let subjects = Set(wiring.configuration.watchlists.map(\.subject)).sorted()
        var known = ComplaintTable.Known(
            subjects: subjects, subject: subjects.count == 1 ? subjects[0] : nil, place: source,
            ignored: Set(ignore.map { $0.lowercased() }), now: wiring.time.now())
        if let subject { known.subject = try watched(subject, among: subjects) }
        if let zone, let found = TimeZone(identifier: zone) { known.zone = found }
        return known
    }

    private func tell(_ checked: ComplaintTable) throws {
        guard checked.faultCount > 0 else { return }
        var lines = checked.faults.map { "\(file):\($0.line):\($0.column): \($0.problem)" }
        if checked.faultCount > lines.count { lines.append("and \(checked.faultCount - lines.count) more") }
        FileHandle.standardError.write(Data((lines.joined(separator: "\n").safe + "\n").utf8))
        if skipBad, checked.hasHeader, !checked.isBroken { return }
        throw Failure(
            .badInput,
            "\(counted(checked.faultCount, "fault")) in \(file), so nothing was stored; mend it"
                + (checked.isBroken || checked.badRows == 0
                    ? "" : ", or take the other rows in with --skip-bad"))
    }
}

/// A subject of the watchlists, however its letters are cased.
func watched(_ subject: String, among subjects: [String]) throws -> String {
    if let found = subjects.first(where: { $0.lowercased() == subject.lowercased() }) { return found }
    throw Failure(
        .failed, "no watchlist has the subject \(subject)" + didYouMean(subject, among: subjects))
}

/// How an import went.
private struct ImportOutcome: Sendable {
    var rows = 0
    var bad = 0
    var opened = 0
    var joined = 0
    var known = 0

    var done: Int { opened + joined + known }

    mutating func count(_ taken: Desk.HandedIn) {
        switch taken {
        case .opened: opened += 1
        case .joined: joined += 1
        case .known: known += 1
        }
    }

    func json(isDry: Bool) -> JSON {
        [
            "rows": rows, "opened": opened, "joined": joined, "known": known, "bad": bad, "dry_run": isDry,
        ]
    }

    func sentence(isDry: Bool) -> String {
        var parts = ["\(counted(opened, "case")) \(isDry ? "would be opened" : "opened")"]
        if joined > 0 { parts.append("\(counted(joined, "row")) joined a case that there was") }
        if known > 0 { parts.append("\(counted(known, "row")) taken in before") }
        if bad > 0 { parts.append("\(counted(bad, "row")) left out") }
        return "\(counted(rows, "row")): " + parts.joined(separator: ", ")
    }
}
