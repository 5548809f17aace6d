/// Where the daemon answers questions about itself: a port of a host, or a socket file.
import Complaints

public enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// A name, an IPv4 address, or an IPv6 address without its brackets.
    case tcp(host: String, port: Int)
    /// An absolute path.
    case unix(path: String)

    /// `HOST:PORT`, `[::1]:PORT` or `unix:/PATH`; nil for anything else.
    public init?(_ text: String) {
        if text.hasPrefix("unix:/") {
            let path = String(text.dropFirst("unix:".count))
            // What fits into sun_path, its closing zero included.
            guard path.utf8.count < 108, !path.hasSuffix("/"), !path.utf8.contains(0) else { return nil }
            self = .unix(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
            guard host.contains(":") else { return nil }
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, !host.contains(where: { $0.isWhitespace || $0 == "/" }) else { return nil }
        self = .tcp(host: String(host), port: Int(port))
    }

    public var description: String {
        switch self {
        case .tcp(let host, let port): "\(host.contains(":") ? "[\(host)]" : host):\(port)"
        case .unix(let path): "unix:\(path)"
        }
    }

    /// Whether nobody outside of this machine can connect to it.
    public var isLocal: Bool {
        switch self {
        case .tcp(let host, _): isLoopback(host)
        case .unix: true
        }
    }
}

extension Section {
    /// nil where nothing is said, where it is `off`, or with a fault.
    func listener() -> ListenAddress? {
        guard let text = scalar("listen", wanted: "HOST:PORT, unix:/PATH or off"),
            !["off", "none", "false"].contains(text)
        else { return nil }
        guard let address = ListenAddress(text) else {
            fault(
                "listen", "`listen` is `\(text)`; HOST:PORT such as 127.0.0.1:8377, or unix:/PATH, is wanted")
            return nil
        }
        if !address.isLocal {
            warn(
                "listen",
                "`listen` is `\(text)`, which others on the network can reach: figures of your complaints are "
                    + "there for everybody; 127.0.0.1 or a unix: socket keeps them on this machine")
        }
        return address
    }
}
