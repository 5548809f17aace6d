import Complaints
import Foundation
import Storage

/// Keeps a second daemon from working on the same store: an advisory lock that dies with its process.
public struct InstanceLock: ~Copyable {
    private let descriptor: Int32

    public enum Refusal: Error, CustomStringConvertible {
        case taken(path: String, by: String)
        case unwritable(path: String, why: String)

        public var description: String {
            switch self {
            case .taken(let path, let by):
                "another `ombud serve`\(by) works on this store (\(path) is locked); stop it first"
            case .unwritable(let path, let why): "\(path) cannot be written: \(why)"
            }
        }
    }

    public init(path: String) throws {
        descriptor = StoreFiles.open(path, flags: O_RDWR)
        guard descriptor >= 0 else {
            let folder = (path as NSString).deletingLastPathComponent
            throw Refusal.unwritable(
                path: path,
                why: errno == ENOENT
                    ? "the folder \(folder) is not there; make it or change `store`"
                    : String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var bytes = [UInt8](repeating: 0, count: 32)
            let count = Foundation.read(descriptor, &bytes, bytes.count)
            let pid = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).filter(\.isNumber)
            close(descriptor)
            throw Refusal.taken(path: path, by: pid.isEmpty ? "" : " (process \(pid))")
        }
        let pid = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = write(descriptor, pid, pid.count)
    }

    deinit { close(descriptor) }
}
