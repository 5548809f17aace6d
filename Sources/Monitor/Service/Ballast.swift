import Foundation

/// Room that is kept beside the store, to be given up when the disk is full: enough to say so.
struct Ballast: Sendable {
    let path: String
    var bytes: Int64 = 8 << 20

    /// nil for a store that is no file.
    init?(store path: String) {
        guard path != ":memory:" else { return nil }
        self.path = path + ".ballast"
    }

    /// Takes the room, where as much again is left.
    /// - Returns: false where it is not, or nothing can be written there.
    func take() -> Bool {
        if access(path, F_OK) == 0 { return true }
        var room = statvfs()
        let folder = (path as NSString).deletingLastPathComponent
        guard statvfs(folder.isEmpty ? "." : folder, &room) == 0,
            Int64(room.f_bavail) * Int64(room.f_frsize) >= 2 * bytes
        else { return false }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        // Not every file system can set room aside; zeros take it everywhere.
        if posix_fallocate(descriptor, 0, off_t(bytes)) == 0 { return true }
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        for start in stride(from: Int64(0), to: bytes, by: zeros.count) {
            guard pwrite(descriptor, zeros, zeros.count, off_t(start)) == zeros.count else {
                giveUp()
                return false
            }
        }
        return fsync(descriptor) == 0
    }

    func giveUp() { unlink(path) }
}
