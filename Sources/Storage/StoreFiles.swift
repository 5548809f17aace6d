import Foundation

/// Who may use the files of a store: its owner and its group, never others.
///
/// In the service's folder, which is setgid so that new files get its group, the group may write whatever the umask
/// of who makes a file: staff share the store with the daemon. Elsewhere the umask has its say.
public enum StoreFiles {
    private static let mode: mode_t = 0o660

    /// Whether the files of this folder are shared by its group.
    public static func areShared(at path: String) -> Bool {
        let folder = (path as NSString).deletingLastPathComponent
        var info = stat()
        return stat(folder.isEmpty ? "." : folder, &info) == 0 && info.st_mode & S_ISGID != 0
            && info.st_mode & 0o020 != 0
    }

    /// Opens a file of the store, which is made where there is none.
    /// - Returns: below 0 where it could not be opened; `errno` says why.
    public static func open(_ path: String, flags: Int32) -> Int32 {
        let descriptor = Foundation.open(path, flags | O_CREAT | O_CLOEXEC, mode)
        if descriptor >= 0 { share(descriptor, at: path) }
        return descriptor
    }

    /// Makes the file where there is none, and gives one that is there, and ours, the mode that it is to have.
    public static func make(_ path: String) {
        // One that is there is not opened: to close it would end the locks that this process has on it (POSIX).
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor >= 0 {
            share(descriptor, at: path)
            close(descriptor)
        } else {
            var info = stat()
            guard areShared(at: path), stat(path, &info) == 0, info.st_mode & 0o777 != mode else { return }
            chmod(path, mode)
        }
    }

    /// Gives a file the mode that it has at this place; one of somebody else's stays as it is.
    public static func share(_ descriptor: Int32, at path: String) {
        var info = stat()
        guard fstat(descriptor, &info) == 0, areShared(at: path), info.st_mode & 0o777 != mode else { return }
        fchmod(descriptor, mode)
    }
}
