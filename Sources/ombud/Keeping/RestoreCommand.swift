import ArgumentParser
import Complaints
import Evidence
import Foundation
import Monitor
import Settings
import SQLiteStorage
import Storage

struct Restore: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a backup in the place of a store that is not there any more.",
        discussion: """
            The backup is copied and checked first (integrity, schema), brought up to this version's schema where \
            it is older, and stands in its place only then. An existing store is never overwritten: move it \
            aside first, together with its -wal and -shm. With --evidence the archive of FILE.evidence is put \
            back too. Alerts that were sent after the backup was made may be sent again, under the same ids.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Flag(help: "Also puts back the archive of evidence, from FILE.evidence.") var evidence = false
    @Argument(help: "A file that `ombud backup` made.") var file: String

    func perform() async throws {
        let wiring = try place.wiring()
        guard case .sqlite(let path) = wiring.configuration.store, path != ":memory:" else {
            throw Failure(.failed, "only a SQLite store in a file is put back by this")
        }
        let source = URL(fileURLWithPath: file).path
        try requireBackup(source)
        try requireRoom(path)
        let archive = evidence ? try archivePlace(source, wiring.configuration) : nil
        let hadLock = access(path + ".lock", F_OK) == 0
        let lock: InstanceLock
        do {
            lock = try InstanceLock(path: path + ".lock")
        } catch InstanceLock.Refusal.taken(_, let by) {
            throw Failure(.tryAgain, "`ombud serve`\(by) works on \(path); stop it first")
        }
        let (who, now) = (person.who, wiring.time.now())
        let progress = ProgressLine(isQuiet: printing.json)
        let put: Put
        do {
            put = try await stoppable {
                try await putBack(source, path, archive: archive, who: who, now: now, progress)
            }
        } catch {
            // Nothing is left where nothing was put back; while it is held nobody else waits for this file.
            if !hadLock { unlink(path + ".lock") }
            throw error
        }
        progress.end()
        _ = consume lock
        show(put, path: path, archive: archive)
    }

    private struct Put: Sendable {
        var found: Int
        var counts: SQLiteCopy.Counts
        var copiedEvidence: ArchiveCopy?
        /// When the last thing happened that it knows of.
        var latest: Instant?
        var pending = 0
    }

    private func putBack(
        _ source: String, _ path: String, archive: (from: String, to: String)?, who: String, now: Instant,
        _ progress: ProgressLine
    ) async throws -> Put {
        // Staff share the store with the daemon.
        let whole = try WholeFile(path, mode: 0o660, isStore: true)
        defer { whole.giveUp() }
        let all = BackupMaking.size(of: source)
        let found = try Self.readingBackup(source) {
            _ = try whole.filling {
                try SQLiteCopy.make(of: source, to: whole.partial, look: { _ in () }) { done, _ in
                    try Task.checkCancellation()
                    progress.show("\(done / 1_000_000) of \(all / 1_000_000) MB copied")
                }
            }
            progress.show("checking the copy")
            return try SQLiteCopy.check(whole.partial) { try $0.schemaVersion() }
        }
        if found < Migration.latest { progress.note("schema \(found) is brought up to \(Migration.latest)") }
        let store = try SQLiteStore(path: whole.partial, now: now, opening: .own)
        var put = try await store.write { session in
            // What was under way when it was copied is under way no more.
            try session.releaseAllClaims()
            try session.releaseAlerts()
            try session.addAudit(AuditLine(at: now, who: who, command: "restore", note: source))
            return Put(
                found: found, counts: try session.rowCounts(), latest: try session.latestVisit(),
                pending: try session.pendingAlerts())
        }
        // All of it is in the one file that gets the name.
        _ = try await store.keepUp(.emptyLog)
        try await store.close()
        try Task.checkCancellation()
        if let archive {
            put.copiedEvidence = try Self.putBackEvidence(archive, store: whole.partial, progress)
        }
        handToOwner(of: path, [whole.partial, path + ".lock"])
        try whole.finish()
        return put
    }

    /// The whole folder, which must be empty or not there yet.
    private static func putBackEvidence(
        _ archive: (from: String, to: String), store: String, _ progress: ProgressLine
    ) throws -> ArchiveCopy {
        let lengths = try SQLiteCopy.check(store) { try $0.evidenceLengths() }
        let half = archive.to + ".partial"
        try? FileManager.default.removeItem(atPath: half)
        do {
            let copy = try copyArchive(lengths, from: archive.from, to: half) { done in
                try Task.checkCancellation()
                progress.show("\(done / 1_000_000) MB of evidence copied")
            }
            chmod(half, 0o750)
            let files = (try? FileManager.default.contentsOfDirectory(atPath: half)) ?? []
            for file in files { chmod(half + "/" + file, 0o640) }
            handToOwner(of: archive.to, [half] + files.map { half + "/" + $0 })
            rmdir(archive.to)
            guard rename(half, archive.to) == 0 else { throw WholeFile.failure(archive.to, errno) }
            try WholeFile.syncFolder(of: archive.to)
            return copy
        } catch {
            try? FileManager.default.removeItem(atPath: half)
            throw error
        }
    }

    /// What is wrong with the file is the input's fault, not the store's.
    private static func readingBackup<T>(_ path: String, _ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let error as StoreError {
            switch error {
            case .newer(let found, let known, _):
                throw Failure(
                    .badInput,
                    "\(path) has schema \(found), made by a newer Ombud; this one knows up to \(known): install the "
                        + "newer version, then restore")
            case .foreign: throw Failure(.badInput, "\(path) is a database, but not one that Ombud made")
            case .damaged(let what):
                throw Failure(.badInput, "\(path) is no whole backup: \(what); take another one")
            default: throw error
            }
        }
    }

    private func requireBackup(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.failed, "there is no file \(path); `ombud backup FILE` makes one")
        }
        if isFolder.boolValue { throw Failure(.badInput, "\(path) is a folder; name the file of the backup") }
        guard access(path, R_OK) == 0 else {
            throw Failure(.unreachable, "\(path) cannot be read by \(NSUserName())")
        }
        if BackupMaking.size(of: path + "-wal") > 0 {
            throw Failure(
                .badInput,
                "\(path) is a store in use, with a write-ahead log beside it, and no backup; `ombud backup` makes "
                    + "one of it")
        }
        let head = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 16) }
        guard head == Data("SQLite format 3\0".utf8) else {
            throw Failure(.badInput, "\(path) is no backup that `ombud backup` made")
        }
    }

    /// Nothing may stand where the store is to be, nor what SQLite would take for a part of it.
    private func requireRoom(_ path: String) throws {
        for suffix in ["", "-wal", "-journal"] where access(path + suffix, F_OK) == 0 {
            throw Failure(
                .failed,
                "\(path + suffix) is there and is not overwritten; move it aside first"
                    + (suffix.isEmpty ? ", together with \(path)-wal and \(path)-shm if they are there" : ""))
        }
        unlink(path + "-shm")
    }

    private func archivePlace(
        _ file: String, _ configuration: Configuration
    ) throws -> (from: String, to: String) {
        let from = BackupMaking.evidenceFolder(of: file)
        guard access(from, R_OK | X_OK) == 0 else {
            throw Failure(.failed, "there is no evidence beside it: \(from) is not there or cannot be read")
        }
        guard let to = configuration.evidence?.folder else {
            throw Failure(.failed, "there is no place for evidence: `evidence` is off in ombud.yaml")
        }
        let there = (try? FileManager.default.contentsOfDirectory(atPath: to)) ?? []
        guard there.isEmpty else {
            throw Failure(.failed, "\(to) holds files and is not overwritten; move it aside first")
        }
        return (from, to)
    }

    private func show(_ put: Put, path: String, archive: (from: String, to: String)?) {
        let (mentions, cases) = (put.counts["mention"] ?? 0, put.counts["case"] ?? 0)
        if printing.json {
            let line: JSON = [
                "store": path, "from_schema": put.found, "schema": Migration.latest, "mentions": mentions,
                "cases": cases, "events": put.counts["event"] ?? 0, "pending_alerts": put.pending,
                "last_visit": put.latest, "evidence_files": put.copiedEvidence?.files,
            ]
            print(line.line)
            return
        }
        Screen.say(
            "\(path): \(counted(mentions, "mention")), \(counted(cases, "case")); whole and checked"
                + (put.found < Migration.latest ? ", from schema \(put.found)" : ""))
        if let copy = put.copiedEvidence, let to = archive?.to {
            Screen.say("\(to): \(counted(copy.files, "file")), \(copy.bytes) bytes")
        } else if access(BackupMaking.evidenceFolder(of: file), F_OK) == 0 {
            Screen.say("the evidence beside the backup was left there; --evidence puts it back")
        }
        if put.pending > 0 {
            Screen.say(
                "\(counted(put.pending, "alert")) waited when it was made and will be sent, some of them again, "
                    + "under the same ids")
        }
        if let latest = put.latest {
            Screen.say("the last visit that it knows of was \(Times.short(latest))")
        }
    }
}

/// What root puts back belongs to whom the folder belongs that it is put into: the daemon has to open it.
private func handToOwner(of path: String, _ files: [String]) {
    var folder = stat()
    guard geteuid() == 0, stat((path as NSString).deletingLastPathComponent, &folder) == 0 else { return }
    for file in files { _ = chown(file, folder.st_uid, folder.st_gid) }
}
