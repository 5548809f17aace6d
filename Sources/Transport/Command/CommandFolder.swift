import Foundation

/// The private folder in which one program runs: its home, its temporary and its working folder. Removed
/// when the program has ended.
///
/// A lock on it is held for as long, so that folders left by a daemon that was killed can be told apart.
final class CommandFolder {
    let path: String
    private let lock: Int32

    private static let prefix = "ombud-command-"
    /// Younger ones may be about to be locked.
    private static let leftAfter: TimeInterval = 600

    init(in parent: String) throws(CommandFailure.Reason) {
        var template = Array((parent + "/" + Self.prefix + "XXXXXX").utf8CString)
        // mkdtemp gives the folder mode 0700.
        guard mkdtemp(&template) != nil else {
            throw .notStarted("no folder in \(parent): \(String(cString: strerror(errno)))")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        lock = Self.locked(path) ?? -1
    }

    deinit {
        // What cannot be removed now is swept later.
        try? FileManager.default.removeItem(atPath: path)
        if lock >= 0 { close(lock) }
    }

    /// Removes the folders of programs whose daemon died without doing it.
    static func sweep(_ parent: String, now: Date = Date()) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: parent) else { return }
        for name in names where name.hasPrefix(prefix) {
            let path = parent + "/" + name
            var facts = stat()
            guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR, facts.st_uid == geteuid(),
                now.timeIntervalSince1970 - TimeInterval(facts.st_mtim.tv_sec) > leftAfter,
                let lock = locked(path)
            else { continue }
            try? FileManager.default.removeItem(atPath: path)
            close(lock)
        }
    }

    /// nil when somebody else holds the lock.
    private static func locked(_ path: String) -> Int32? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        close(descriptor)
        return nil
    }
}
