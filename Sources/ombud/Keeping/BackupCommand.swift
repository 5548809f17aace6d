import ArgumentParser
import Complaints
import Foundation
import Settings
import SQLiteStorage
import Storage

struct BackupCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Makes a consistent copy of the store, also while the daemon serves.",
        discussion: """
            The copy is the store at one moment, whoever writes meanwhile. It is checked (integrity, schema, the \
            rows of every table), brought to the disk, and stands under its name only then; nothing is \
            overwritten. With --evidence the archive is copied to FILE.evidence, as far as the copied store \
            names it, and verified. The configuration is not in it: copy /etc/ombud beside it. docs/backup.md \
            tells more.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Flag(help: "Also copies the archive of evidence, to FILE.evidence.") var evidence = false
    @Flag(help: "Shows the copies that were made, and which of them are still there.") var list = false
    @Argument(help: "The file to make.") var file: String?

    func validate() throws {
        if list, file != nil || evidence { throw ValidationError("--list makes no copy; leave FILE away") }
        guard !list else { return }
        guard let file, !file.isEmpty else {
            throw ValidationError("Missing expected argument '<file>': say which file to make")
        }
        if file.hasSuffix("/") { throw ValidationError("\(file) is a folder; name a file in it") }
    }

    func perform() async throws {
        if list { return try await showList() }
        guard let file else { return }
        let wiring = try place.wiring()
        try wiring.requireStore()
        guard case .sqlite(let path) = wiring.configuration.store, path != ":memory:" else {
            throw Failure(.failed, "only a SQLite store in a file is copied by this; PostgreSQL has pg_dump")
        }
        if evidence, wiring.configuration.evidence == nil {
            throw Failure(.failed, "there is no evidence to copy: `evidence` is off in ombud.yaml")
        }
        let target = URL(fileURLWithPath: file).path
        let progress = ProgressLine(isQuiet: printing.json)
        let making = BackupMaking(
            path: path, evidence: evidence ? wiring.configuration.evidence : nil, progress: progress)
        let at = wiring.time.now()
        let made = try await making.made(target)
        let isNoted = await note(made, at: at, wiring, progress)
        show(made, at: at)
        if let report = made.report, !report.isSound {
            throw Failure(
                .failed,
                "the copied evidence has \(counted(report.faultCount, "fault")), as the archive itself must have: "
                    + "`ombud doctor --evidence` names them; the copy stands")
        }
        if !isNoted { throw ExitCode(Failure.Code.failed.rawValue) }
    }

    /// The store remembers where its copies are, since `forget` has to name them.
    private func note(
        _ made: BackupMaking.Made, at: Instant, _ wiring: Wiring, _ progress: ProgressLine
    ) async -> Bool {
        let (who, evidence) = (person.who, made.evidenceFolder)
        let backup = Backup(
            at: at, by: who, path: made.file, bytes: made.bytes, sha256: made.sha256, evidence: evidence)
        do {
            let store = try wiring.openStore(.join)
            try await store.write { session in
                try session.keepBackup(backup)
                try session.addAudit(AuditLine(at: at, who: who, command: "backup", note: backup.path))
            }
            try await store.close()
            return true
        } catch {
            progress.note(
                "\(made.file) is whole, but the store could not note it: \(Failure(error).message); write it down, "
                    + "`ombud forget` will not name it")
            return false
        }
    }

    private func show(_ made: BackupMaking.Made, at: Instant) {
        let (mentions, cases) = (made.counts["mention"] ?? 0, made.counts["case"] ?? 0)
        let rows = made.counts.values.reduce(0, +)
        if printing.json {
            let evidence: JSON =
                made.evidence.map { copy -> JSON in
                    [
                        "folder": made.evidenceFolder, "files": copy.files, "bytes": copy.bytes,
                        "records": made.report?.records, "gone": made.report?.gone,
                        "faults": made.report?.faultCount, "missing": copy.missing,
                    ]
                } ?? .null
            let line: JSON = [
                "file": made.file, "at": at, "bytes": made.bytes, "sha256": made.sha256.hexadecimal,
                "schema": made.schema, "mentions": mentions, "cases": cases,
                "events": made.counts["event"] ?? 0, "rows": rows, "evidence": evidence,
            ]
            print(line.line)
            return
        }
        Screen.say(
            "\(made.file): \(made.bytes) bytes, schema \(made.schema), \(counted(mentions, "mention")), "
                + "\(counted(cases, "case")), \(counted(rows, "row")) in all; whole and checked")
        Screen.say("sha256 \(made.sha256.hexadecimal)")
        if let copy = made.evidence, let folder = made.evidenceFolder {
            Screen.say(
                "\(folder): \(counted(copy.files, "file")), \(copy.bytes) bytes, "
                    + "\(counted(made.report?.records ?? 0, "record"))")
            for name in copy.missing { Screen.say("  \(name) is named by the store and was not there") }
        }
        Screen.say("the configuration is not in it: copy its folder beside it")
    }

    private func showList() async throws {
        let json = printing.json
        try await place.reading { store, now in
            let backups = try await store.read { try $0.backups() }
            let isThere = backups.map { access($0.path, F_OK) == 0 }
            if json {
                for (backup, isThere) in zip(backups, isThere) { print(backup.json(isThere: isThere).line) }
                return
            }
            var table = Table("MADE", "BY", "BYTES", "THERE", "FILE")
            for (backup, isThere) in zip(backups, isThere) {
                table.add(
                    Times.short(backup.at), backup.by, String(backup.bytes), isThere ? "yes" : "no",
                    backup.path)
            }
            Screen.print(table, whenEmpty: "No copy was made yet; `ombud backup FILE` makes one.")
        }
    }
}

extension Backup {
    func json(isThere: Bool) -> JSON {
        [
            "file": path, "at": at, "by": by, "bytes": bytes, "sha256": sha256.hexadecimal,
            "evidence": evidence, "there": isThere,
        ]
    }
}
