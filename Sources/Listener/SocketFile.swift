import Foundation
import Settings

/// The file of a Unix socket: what a killed daemon left is replaced, what somebody listens on is not.
struct SocketFile: Sendable {
    let path: String

    /// - Throws: `ListenFailure` where another process listens, or the file is something else.
    func makeRoom(for address: ListenAddress) throws {
        var info = stat()
        guard lstat(path, &info) == 0 else { return }
        guard info.st_mode & S_IFMT == S_IFSOCK else {
            throw ListenFailure(address, why: "there is a file of that name that is no socket")
        }
        if isAnswered { throw ListenFailure(address, why: "another process listens on it") }
        unlink(path)
    }

    /// Whoever may use the command line may ask the daemon how it is.
    func shareWithGroup(of address: ListenAddress) throws {
        guard chmod(path, 0o660) == 0 else {
            throw ListenFailure(address, why: "its mode cannot be set: \(String(cString: strerror(errno)))")
        }
    }

    func remove() { unlink(path) }

    private var isAnswered: Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        // The address lives on this frame for as long as connect reads it.
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return result == 0 || errno == EAGAIN
    }
}
