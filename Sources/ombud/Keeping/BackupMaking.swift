import Complaints
import Evidence
import Foundation
import Settings
import SQLiteStorage
import Storage

/// Copies a store, and its archive of evidence, as they are at one moment, and checks the copy before it gets its
/// name.
struct BackupMaking: Sendable {
    /// Of the store.
    let path: String
    /// nil keeps the archive out of it.
    let evidence: EvidenceSettings?
    let progress: ProgressLine

    /// As `make`, and Ctrl-C ends it; one that comes after the copy has its name finds it whole, so that it is noted.
    func made(_ target: String) async throws -> Made {
        do {
            return try await stoppable(keepsResult: true) { try await make(target) }
        } catch {
            progress.end()
            throw error
        }
    }

    struct Made: Sendable {
        var file: String
        var bytes: Int64 = 0
        var sha256: [UInt8] = []
        var schema = 0
        var counts: SQLiteCopy.Counts = [:]
        var evidence: ArchiveCopy?
        var evidenceFolder: String?
        /// Of the archive's copy.
        var report: EvidenceReport?
    }

    private struct Moment: Sendable {
        var schema: Int
        var counts: SQLiteCopy.Counts
        var lengths: [String: Int64]
    }

    /// The archive's copy of a backup.
    static func evidenceFolder(of file: String) -> String { file + ".evidence" }

    /// - Parameter file: where there is nothing yet, and where nothing is when this throws.
    func make(_ file: String) async throws -> Made {
        let folder = Self.evidenceFolder(of: file)
        if evidence != nil, access(folder, F_OK) == 0 {
            throw Failure(.failed, "\(folder) is there already and is not overwritten; name another file")
        }
        let whole = try WholeFile(file, mode: 0o600)
        defer { whole.giveUp() }
        let moment = try whole.filling {
            try SQLiteCopy.make(of: path, to: whole.partial) { session in
                Moment(
                    schema: try session.schemaVersion(), counts: try session.rowCounts(),
                    lengths: try session.evidenceLengths())
            } progress: { [progress] done, all in
                try Task.checkCancellation()
                progress.show("\(done / 1_000_000) of \(all / 1_000_000) MB copied")
            }
        }
        var made = Made(file: file, schema: moment.schema, counts: moment.counts)
        progress.show("checking the copy")
        try check(whole.partial, moment)
        try Task.checkCancellation()
        if let evidence {
            try await copyEvidence(evidence, moment.lengths, store: whole.partial, to: folder, into: &made)
        }
        made.sha256 = try sha256(ofFile: whole.partial)
        made.bytes = Self.size(of: whole.partial)
        do {
            try whole.finish()
        } catch {
            if made.evidence != nil { try? FileManager.default.removeItem(atPath: folder) }
            throw error
        }
        progress.end()
        return made
    }

    /// It is whole, and holds what the store held.
    private func check(_ copy: String, _ moment: Moment) throws {
        let (schema, counts) = try SQLiteCopy.check(copy) {
            (try $0.schemaVersion(), try $0.rowCounts())
        }
        guard schema == moment.schema, counts == moment.counts else {
            let tables = counts.filter { moment.counts[$0.key] != $0.value }.keys.sorted()
            throw Failure(
                .failed,
                "the copy is not what the store was (\(tables.joined(separator: ", "))) and was removed; look at "
                    + "the disk, then try again")
        }
    }

    private func copyEvidence(
        _ settings: EvidenceSettings, _ lengths: [String: Int64], store: String, to folder: String,
        into made: inout Made
    ) async throws {
        let half = folder + ".partial"
        try? FileManager.default.removeItem(atPath: half)
        defer { try? FileManager.default.removeItem(atPath: half) }
        let all = lengths.values.reduce(0, +)
        let copy = try copyArchive(lengths, from: settings.folder, to: half) { done in
            try Task.checkCancellation()
            progress.show("\(done / 1_000_000) of \(all / 1_000_000) MB of evidence copied")
        }
        let copied = try SQLiteStore(path: store, now: .init(seconds: 0), opening: .look)
        made.report = try await verifyEvidence(in: half, ledger: StoredEvidence(copied)) {
            if case .read(let count, let all, _) = $0 {
                progress.show("\(count) of \(all) records of evidence checked")
            }
        }
        try await copied.close()
        guard rename(half, folder) == 0 else { throw WholeFile.failure(folder, errno) }
        try WholeFile.syncFolder(of: folder)
        made.evidence = copy
        made.evidenceFolder = folder
    }

    static func size(of path: String) -> Int64 {
        var info = stat()
        return stat(path, &info) == 0 ? Int64(info.st_size) : 0
    }
}
