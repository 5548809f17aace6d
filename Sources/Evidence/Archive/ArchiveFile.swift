import Foundation

/// One archive file that is being written: only ever longer, and never by half a record.
final class ArchiveFile {
    let name: String
    let path: String
    private(set) var size: Int64 = 0
    private let descriptor: Int32
    private let calls: Calls

    /// The system's calls that a full disk fails, as a seam.
    struct Calls: Sendable {
        var write: @Sendable (Int32, UnsafeRawPointer, Int) -> Int = { Foundation.write($0, $1, $2) }
        var sync: @Sendable (Int32) -> Int32 = { fdatasync($0) }
    }

    /// Makes a file that was not there; nil when it was.
    init?(name: String, folder: String, calls: Calls) throws(EvidenceError) {
        self.name = name
        self.calls = calls
        path = folder + "/" + name
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o640)
        if descriptor < 0 {
            if errno == EEXIST { return nil }
            throw .unwritable(path: path, why: reason(errno))
        }
        shareWithOwner(path, 0o660)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Nobody else cut, lengthened or removed it.
    var isAsLeft: Bool {
        var found = stat()
        return fstat(descriptor, &found) == 0 && Int64(found.st_size) == size && found.st_nlink > 0
    }

    /// Writes all of `bytes`, which are on disk after `sync`, or throws; what was written before a throw is
    /// still there.
    func append(_ bytes: [UInt8]) throws(EvidenceError) {
        let failure = bytes.withUnsafeBytes { room -> Int32? in
            var done = 0
            while done < room.count, let start = room.baseAddress {
                let written = calls.write(descriptor, start + done, room.count - done)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                guard written > 0 else { return ENOSPC }
                done += written
            }
            return nil
        }
        if let failure { throw .unwritable(path: path, why: reason(failure)) }
        size += Int64(bytes.count)
    }

    func sync() throws(EvidenceError) {
        guard calls.sync(descriptor) == 0 else { throw .unwritable(path: path, why: reason(errno)) }
    }

    /// Cuts it back to a length it had; false when it has to be left as it is.
    func cut(to length: Int64) -> Bool {
        guard ftruncate(descriptor, off_t(length)) == 0 else { return false }
        size = length
        return true
    }
}

/// An error number in words.
func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

/// The folder's own entry for a new file is on disk, too.
func syncFolder(_ path: String) throws(EvidenceError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path: path, why: reason(errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .unwritable(path: path, why: reason(errno)) }
}

/// Makes a folder and those above it, for the owner to write and the group to read, within the umask.
func makeFolder(_ path: String) throws(EvidenceError) {
    if mkdir(path, 0o750) == 0 {
        shareWithOwner(path, 0o2770)
        return
    }
    if errno == EEXIST { return shareWithOwner(path, 0o2770) }
    let above = (path as NSString).deletingLastPathComponent
    guard errno == ENOENT, !above.isEmpty, above != path else {
        throw .unwritable(path: path, why: reason(errno))
    }
    try makeFolder(above)
    guard mkdir(path, 0o750) == 0 || errno == EEXIST else {
        throw .unwritable(path: path, why: reason(errno))
    }
    shareWithOwner(path, 0o2770)
}

/// What is made in the service's folder, which is setgid and its group's to write, the group has to write, too,
/// whoever made it and the folder, and whatever the umask.
func shareWithOwner(_ path: String, _ mode: mode_t) {
    var (folder, own) = (stat(), stat())
    let above = (path as NSString).deletingLastPathComponent
    guard stat(above.isEmpty ? "." : above, &folder) == 0, stat(path, &own) == 0,
        folder.st_mode & S_ISGID != 0, folder.st_mode & 0o020 != 0, own.st_uid == geteuid(),
        own.st_mode & 0o7777 != mode
    else { return }
    chmod(path, mode)
}
