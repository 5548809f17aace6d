import Complaints
import Foundation

/// What was copied of an archive.
public struct ArchiveCopy: Hashable, Sendable {
    public var files = 0
    public var bytes: Int64 = 0
    /// Files that the store names and that are not there; their records are lost or were dropped.
    public var missing: [String] = []
}

/// Copies the archive as far as a moment of the store knows it: files only grow, so that what it names of each
/// stands as it stood, whoever writes meanwhile.
/// - Parameters:
///   - lengths: how many bytes of each file are named.
///   - half: a folder to make; it is for the caller to rename when all is well.
///   - progress: bytes that are copied; may throw to end it.
public func copyArchive(
    _ lengths: [String: Int64], from folder: String, to half: String, progress: (Int64) throws -> Void
) throws -> ArchiveCopy {
    guard mkdir(half, 0o700) == 0 else {
        throw errno == EEXIST
            ? EvidenceError.exists(path: half) : EvidenceError.unwritable(path: half, why: reason(errno))
    }
    var copy = ArchiveCopy()
    for (name, length) in lengths.sorted(by: { $0.key < $1.key }) {
        guard let file = try ReadingFile(folder: folder, name: name) else {
            copy.missing.append(name)
            continue
        }
        let path = half + "/" + name
        let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw EvidenceError.unwritable(path: path, why: reason(errno)) }
        defer { close(target) }
        var done: Int64 = 0
        let end = min(length, file.size)
        while done < end {
            let part = try file.read(at: done, length: Int(min(end - done, 1 << 20)))
            if part.isEmpty { break }
            try write(part, to: target, path)
            done += Int64(part.count)
            copy.bytes += Int64(part.count)
            try progress(copy.bytes)
        }
        guard fsync(target) == 0 else { throw EvidenceError.unwritable(path: path, why: reason(errno)) }
        copy.files += 1
    }
    try syncFolder(half)
    return copy
}

private func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(EvidenceError) {
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeBytes { room in
            room.baseAddress.map { Foundation.write(descriptor, $0 + done, bytes.count - done) } ?? -1
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .unwritable(path: path, why: reason(count < 0 ? errno : ENOSPC)) }
        done += count
    }
}
