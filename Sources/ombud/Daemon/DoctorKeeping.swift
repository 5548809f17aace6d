import Complaints
import Foundation
import Monitor
import Settings
import Storage

/// What `ombud doctor` says of how the store is kept: checked, copied, purged, closed to others.
extension DoctorChecks {
    func keeping(_ session: any Session) throws {
        guard case .sqlite(let path) = configuration.store, FileManager.default.fileExists(atPath: path)
        else {
            return
        }
        try halted(session)
        try upkeep(session)
        log(path)
        try growth(session, path)
        try backups(session)
        try retention(session)
        try holds(session)
        modes(path, try session.backups())
    }

    /// Nobody looked at it for so long.
    private static let stale: Duration = .seconds(3 * 86_400)

    private func halted(_ session: any Session) throws {
        guard let mark = try session.upkeep("halted") else { return }
        report.add(
            "store", .fail,
            "it cannot be written since \(mark.at), polling stands still: \(mark.found ?? "no reason is known"); "
                + "make room, it goes on by itself")
    }

    private func upkeep(_ session: any Session) throws {
        var lines: [String] = []
        for work in [Upkeep.quickCheck, .fullCheck] {
            guard let mark = try session.upkeep(work.rawValue) else { continue }
            if let found = mark.found {
                report.add(
                    "upkeep", .fail, "\(work.rawValue) of \(mark.at) found damage: \(found); restore a backup"
                )
            }
            lines.append("\(work.rawValue) \(Times.distance(now - mark.at)) ago")
        }
        guard let last = try session.upkeep(Upkeep.quickCheck.rawValue) else {
            return report.add("upkeep", .ok, "the daemon has not checked the store by itself yet")
        }
        report.add(
            "upkeep", now - last.at > Self.stale ? .warn : .ok,
            lines.joined(separator: ", ")
                + (now - last.at > Self.stale ? "; the daemon should do it daily" : ""))
    }

    private static let largeLog: Int64 = 256_000_000

    private func log(_ path: String) {
        let bytes = Self.size(path + "-wal")
        report.add(
            "log", bytes > Self.largeLog ? .warn : .ok,
            "the write-ahead log has \(bytes / 1_000_000) MB"
                + (bytes > Self.largeLog
                    ? ": a command that reads for long keeps it from being emptied" : ""))
    }

    /// Told where the room ends within a month at the pace of the last days.
    private func growth(_ session: any Session, _ path: String) throws {
        guard let mark = try session.upkeep(Upkeep.quickCheck.rawValue), let before = mark.bytes,
            now - mark.at > .seconds(3600)
        else { return }
        let days = Double((now - mark.at).inMilliseconds) / 86_400_000
        let grown = Double(Self.size(path) - before) / days
        guard grown > 0, let room = Self.room(at: path) else { return }
        let left = Int(Double(room) / grown)
        report.add(
            "growth", left < 30 ? .warn : .ok,
            "the store grows by \(Int(grown / 1_000_000)) MB a day"
                + (left < 30 ? ": the disk is full in \(left) days; make room or set `retention`" : ""))
    }

    private static let oldBackup: Duration = .seconds(7 * 86_400)

    private func backups(_ session: any Session) throws {
        guard let last = try session.backups().first else {
            return report.add(
                "backup", .warn, "none was made yet; `ombud backup FILE` makes one while serving")
        }
        let age = now - last.at
        let isThere = access(last.path, F_OK) == 0
        report.add(
            "backup", age > Self.oldBackup ? .warn : .ok,
            "the last was made \(Times.distance(age)) ago: \(last.path)" + (isThere ? "" : ", moved since"))
    }

    private func retention(_ session: any Session) throws {
        let kinds = Retention.Kind.allCases.filter { configuration.retention[$0] != nil }
        guard let last = try session.upkeep("purge") else {
            return report.add(
                "retention", .ok, "of \(kinds.map(\.rawValue).joined(separator: ", ")), not applied yet")
        }
        let isStale = now - last.at > Self.stale
        report.add(
            "retention", isStale ? .warn : .ok,
            "of \(kinds.map(\.rawValue).joined(separator: ", ")), applied \(Times.distance(now - last.at)) ago"
                + (isStale ? "; it is overdue, the daemon applies it daily" : "")
                + (last.found.map { "; \($0)" } ?? ""))
    }

    private func holds(_ session: any Session) throws {
        let holds = try session.holds()
        guard !holds.isEmpty else { return }
        report.add(
            "holds", .ok,
            "\(counted(holds.count, "legal hold")): " + holds.prefix(3).map(\.words).joined(separator: "; "))
    }

    /// Complaints are personal data: nobody beside the owner and the group reads them.
    private func modes(_ path: String, _ backups: [Backup]) {
        var files = [path, path + "-wal", path + "-shm", path + ".lock"]
        var lacking = StoreFiles.areShared(at: path) ? files.filter(Self.lacksGroup) : []
        if let folder = configuration.evidence?.folder {
            let inside = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let archive = [folder] + inside.sorted().map { folder + "/" + $0 }
            files += archive
            // Also where the folder of the archive itself is what the group cannot write.
            if StoreFiles.areShared(at: folder) { lacking += archive.filter(Self.lacksGroup) }
        }
        for backup in backups { files += [backup.path] + (backup.evidence.map { [$0] } ?? []) }
        let open = files.filter { file in
            var info = stat()
            guard stat(file, &info) == 0, info.st_mode & 0o007 != 0 else { return false }
            // What stands in a folder that is closed to others is closed, too.
            var folder = stat()
            return stat((file as NSString).deletingLastPathComponent, &folder) != 0
                || folder.st_mode & 0o001 != 0
        }
        if let first = lacking.first {
            report.add(
                "modes", .warn,
                "the group cannot write \(first)"
                    + (lacking.count > 1 ? " and \(lacking.count - 1) more" : "")
                    + ", which the daemon and staff share; `chmod g+rwX FILE`")
        }
        guard let first = open.first else {
            if lacking.isEmpty {
                report.add("modes", .ok, "store, evidence and backups are closed to others")
            }
            return
        }
        report.add(
            "modes", .warn,
            "others can open \(first)" + (open.count > 1 ? " and \(open.count - 1) more" : "")
                + "; `chmod o= FILE`, and keep their folder closed")
    }

    private static func lacksGroup(_ path: String) -> Bool {
        var info = stat()
        guard stat(path, &info) == 0 else { return false }
        let wanted: mode_t = info.st_mode & S_IFMT == S_IFDIR ? 0o070 : 0o060
        return info.st_mode & wanted != wanted
    }

    private static func size(_ path: String) -> Int64 {
        var info = stat()
        return stat(path, &info) == 0 ? Int64(info.st_size) : 0
    }
}
