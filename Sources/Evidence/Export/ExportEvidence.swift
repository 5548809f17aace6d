import Complaints
import Crypto
import Foundation

/// What an export wrote.
public struct EvidenceExport: Hashable, Sendable {
    /// The WARC and the manifest.
    public var warc: String
    public var manifest: String
    public var records: Int
    /// Of records whose bytes were dropped: they are in the manifest alone.
    public var gone: Int
    public var bytes: Int64
    public var sha256: [UInt8]
}

/// Makes the folder `path` with `case-42.warc.gz`, copies of the exact records, and `manifest.json`.
///
/// All of it is there, under its name and on disk, or nothing is. Every record is compared with the
/// store's SHA-256 while it is copied.
/// - Parameter tool: `Ombud/1.0`.
public func exportEvidence(
    _ evidence: CaseEvidence, from folder: String, to path: String, tool: String, now: Instant,
    maker: RecordMaker
) throws(EvidenceError) -> EvidenceExport {
    guard !evidence.records.isEmpty else { throw .nothing(what: "case \(evidence.caseID)") }
    guard access(path, F_OK) != 0 else { throw .exists(path: path) }
    let half = "\(path).partial-\(getpid())"
    guard mkdir(half, 0o750) == 0 else {
        throw errno == EEXIST ? .exists(path: half) : .unwritable(path: half, why: reason(errno))
    }
    do throws(EvidenceError) {
        var result = try write(evidence, from: folder, to: half, tool: tool, now: now, maker: maker)
        try syncFolder(half)
        // Fails when anything but an empty folder came to stand there in the meantime.
        guard rename(half, path) == 0 else {
            throw errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR
                ? EvidenceError.exists(path: path) : .unwritable(path: path, why: reason(errno))
        }
        result.warc = path + "/" + result.warc
        result.manifest = path + "/" + result.manifest
        return result
    } catch {
        try? FileManager.default.removeItem(atPath: half)
        throw error
    }
}

private func write(
    _ evidence: CaseEvidence, from folder: String, to path: String, tool: String, now: Instant,
    maker: RecordMaker
) throws(EvidenceError) -> EvidenceExport {
    let name = "case-\(evidence.caseID.number)\(archiveSuffix)"
    let output = try newFile(name, in: path)
    let info = maker.warcinfo(
        file: name,
        fields: [
            .init("software", tool),
            .init("description", "Evidence of case \(evidence.caseID); manifest.json lists and proves it"),
        ], at: now)
    var hash = SHA256()
    hash.update(data: info.member)
    try output.append(info.member)
    let archive = ArchiveReader(folder)
    var parts: [Manifest.RecordPart] = []
    var copied = 0
    for proved in evidence.records {
        guard proved.entry.gone == nil else {
            parts.append(.init(proved, exportedStart: nil))
            continue
        }
        let member = try archive.member(of: proved.entry)
        parts.append(.init(proved, exportedStart: output.size))
        hash.update(data: member)
        try output.append(member)
        copied += 1
    }
    let digest = Array(hash.finalize())
    let manifest = Manifest(
        tool: tool, made: now, caseNumber: evidence.caseID.number, subject: evidence.subject,
        warc: .init(file: name, bytes: output.size, sha256: hexadecimal(digest)),
        mentions: evidence.mentions.map { .init($0) }, records: parts)
    try output.sync()
    let list = try newFile("manifest.json", in: path)
    try list.append(try json(manifest, path))
    try list.sync()
    return EvidenceExport(
        warc: name, manifest: "manifest.json", records: copied, gone: parts.count - copied,
        bytes: output.size, sha256: digest)
}

private func newFile(_ name: String, in path: String) throws(EvidenceError) -> ArchiveFile {
    guard let file = try ArchiveFile(name: name, folder: path, calls: .init()) else {
        throw .exists(path: path + "/" + name)
    }
    return file
}

private func json(_ manifest: Manifest, _ path: String) throws(EvidenceError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
        return Array(try encoder.encode(manifest)) + [10]
    } catch {
        throw .unwritable(path: path + "/manifest.json", why: "\(error)")
    }
}
