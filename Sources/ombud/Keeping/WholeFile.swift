import Foundation
import Storage

/// A file that stands under its name when all of it is on the disk, and never replaces another.
///
/// Until then it is `NAME.partial`, which is removed when it is given up; what a killed process left of one is
/// taken over by the next.
final class WholeFile {
    let path: String
    /// Where it is written meanwhile.
    let partial: String
    private let descriptor: Int32
    private var isOpen = true

    private static let sides = ["-journal", "-wal", "-shm"]

    /// - Parameters:
    ///   - mode: within the umask.
    ///   - isStore: those who share the store share it.
    init(_ path: String, mode: mode_t, isStore: Bool = false) throws {
        self.path = path
        partial = path + ".partial"
        var info = stat()
        guard lstat(path, &info) != 0 else {
            throw Failure(.failed, "\(path) is there already and is not overwritten; name another file")
        }
        descriptor = open(partial, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Failure(.tryAgain, "\(partial) is being written by another process; wait for it")
        }
        // What was left of an earlier one may be readable by more people.
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, mode & ~Self.umask) == 0 else {
            let number = errno
            close(descriptor)
            throw Self.failure(path, number)
        }
        if isStore { StoreFiles.share(descriptor, at: path) }
    }

    deinit { giveUp() }

    /// All of it is on the disk and stands under its name when this returns.
    func finish() throws {
        guard fsync(descriptor) == 0 else { throw Self.failure(path, errno) }
        // What SQLite left of looking into it; all that was written is in the file itself.
        for suffix in Self.sides { unlink(partial + suffix) }
        // A link is made only where nothing stands; a file system without links has the look before alone.
        if link(partial, path) == 0 {
            unlink(partial)
        } else if errno == EEXIST {
            throw Failure(.failed, "\(path) came to be there meanwhile and is not overwritten")
        } else {
            var info = stat()
            guard lstat(path, &info) != 0, rename(partial, path) == 0 else { throw Self.failure(path, errno) }
        }
        isOpen = false
        close(descriptor)
        try Self.syncFolder(of: path)
    }

    /// What cannot be written meanwhile is this file, whatever fills it; it is told as such, and nothing is left of it.
    func filling<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch StoreError.unwritable(let why) where why.hasPrefix(partial) {
            let isFull = Self.room(at: partial) < 1 << 20
            giveUp()
            throw isFull
                ? Self.failure(path, ENOSPC)
                : Failure(
                    .unreachable,
                    "\(path) cannot be written\(why.dropFirst(partial.count)); mend that or name another place"
                )
        }
    }

    private static func room(at path: String) -> Int {
        var info = statvfs()
        return statvfs(path, &info) == 0 ? Int(info.f_bavail) * Int(info.f_frsize) : 0
    }

    /// Leaves nothing of it.
    func giveUp() {
        guard isOpen else { return }
        isOpen = false
        for suffix in [""] + Self.sides { unlink(partial + suffix) }
        close(descriptor)
    }

    static func syncFolder(of path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path, errno) }
    }

    private static var umask: mode_t {
        let mask = Foundation.umask(0o077)
        _ = Foundation.umask(mask)
        return mask
    }

    static func failure(_ path: String, _ number: Int32) -> Failure {
        let why = String(cString: strerror(number))
        let advice =
            switch number {
            case ENOSPC, EDQUOT: "make room or name another place"
            case ENOENT, ENOTDIR: "make its folder or name another place"
            default: "mend that or name another place"
            }
        return Failure(.unreachable, "\(path) cannot be written: \(why); \(advice)")
    }
}
