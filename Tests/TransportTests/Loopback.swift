import Foundation

/// Sockets of the tests, on loopback alone.
enum Loopback {
    /// A socket that listens, and its port; `family` is AF_INET or AF_INET6.
    static func listen(
        on port: Int = 0, backlog: Int32, family: Int32 = AF_INET
    ) throws -> (socket: Int32, port: Int) {
        let fd = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        var on: Int32 = 1
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var found = 0
        let isBound: Bool
        if family == AF_INET6 {
            setsockopt(fd, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, socklen_t(MemoryLayout<Int32>.size))
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = in_port_t(port).bigEndian
            address.sin6_addr = in6addr_loopback
            isBound = bind(fd, &address, backlog)
            found = Int(UInt16(bigEndian: address.sin6_port))
        } else {
            var address = Self.address(port: port)
            isBound = bind(fd, &address, backlog)
            found = Int(UInt16(bigEndian: address.sin_port))
        }
        guard isBound else {
            close(fd)
            throw POSIXError(.EADDRINUSE)
        }
        return (fd, found)
    }

    /// Whether ::1 can be listened on.
    static let hasIPv6: Bool = {
        guard let (fd, _) = try? listen(backlog: 1, family: AF_INET6) else { return false }
        close(fd)
        return true
    }()

    /// A connected socket; -1 when it could not be. Not waiting, it may still be on its way.
    static func connect(to port: Int, waits: Bool = true) -> Int32 {
        let fd = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if !waits { _ = fcntl(fd, F_SETFL, O_NONBLOCK) }
        var address = Self.address(port: port)
        let result = withUnsafePointer(to: &address) { pointer in
            // sockaddr_in may be read as the sockaddr it begins like.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(fd, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 || !waits { return fd }
        close(fd)
        return -1
    }

    static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = in_port_t(port).bigEndian
        return address
    }

    private static func bind<Address>(_ fd: Int32, _ address: inout Address, _ backlog: Int32) -> Bool {
        var length = socklen_t(MemoryLayout<Address>.size)
        return withUnsafeMutablePointer(to: &address) { pointer in
            // Every socket address may be read as the sockaddr it begins like; all outlive the calls.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.bind(fd, $0, length) == 0 && Foundation.listen(fd, backlog) == 0
                    && getsockname(fd, $0, &length) == 0
            }
        }
    }
}
