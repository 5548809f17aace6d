import Complaints

/// Why there is no answer: which host, and what went wrong on the way.
public struct TransportFailure: Error, Hashable, Sendable {
    /// The host of the hop that failed, or the text that was to be one.
    public var host: String
    public var reason: Reason

    public init(host: String, reason: Reason) {
        self.host = host
        self.reason = reason
    }

    public enum Reason: Hashable, Sendable {
        case notWebAddress
        case invalidRequest(String)
        case addressRefused(address: String, why: String)
        case nameNotResolved
        case connectFailed(String)
        /// The proxy cannot be reached, or will not reach the host.
        case proxyFailed(String)
        case connectTimeout(Stage)
        case firstByteTimeout
        /// The time for the whole request is over.
        case timeout(Stage)
        case tooSlow(leastSpeed: Int)
        case tooLarge(limit: Int)
        case headTooLarge(limit: Int)
        case cutOff(received: Int)
        case redirectRefused(String)
        /// Back where it had been.
        case redirectLoop(hops: Int)
        case tooManyRedirects(limit: Int)
        case tls(String)
        case notHTTP(String)
        case badEncoding(String)
        case reset(String)
        case cancelled
        case closed
        case other(String)

        /// Nothing of the host was heard: it may as well be our own network that is down.
        public var isUnreachable: Bool {
            switch self {
            case .nameNotResolved, .connectFailed, .proxyFailed: true
            case .connectTimeout(let stage), .timeout(let stage): stage == .lookup || stage == .connect
            default: false
            }
        }
    }

    /// How far a request was when its time was over.
    public enum Stage: String, Hashable, Sendable {
        case lookup, connect, tls, answer, body

        var words: String {
            switch self {
            case .lookup: "looking up the name"
            case .connect: "connecting"
            case .tls: "agreeing on TLS"
            case .answer: "waiting for the answer"
            case .body: "reading the body"
            }
        }
    }

    /// Short and stable, for counting and for programs.
    public var code: String {
        switch reason {
        case .notWebAddress: "not-web-address"
        case .invalidRequest: "invalid-request"
        case .addressRefused: "address-refused"
        case .nameNotResolved: "name-not-resolved"
        case .connectFailed: "connect-failed"
        case .proxyFailed: "proxy-failed"
        case .connectTimeout: "connect-timeout"
        case .firstByteTimeout: "first-byte-timeout"
        case .timeout: "timeout"
        case .tooSlow: "too-slow"
        case .tooLarge: "too-large"
        case .headTooLarge: "head-too-large"
        case .cutOff: "cut-off"
        case .redirectRefused: "redirect-refused"
        case .redirectLoop: "redirect-loop"
        case .tooManyRedirects: "too-many-redirects"
        case .tls: "tls"
        case .notHTTP: "not-http"
        case .badEncoding: "bad-encoding"
        case .reset: "reset"
        case .cancelled: "cancelled"
        case .closed: "closed"
        case .other: "transport"
        }
    }
}

extension TransportFailure: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .notWebAddress: "\(host) is not an http or https address"
        case .invalidRequest(let why): "the request to \(host) cannot be sent: \(why)"
        case .addressRefused(let address, let why):
            "\(host) leads to \(address), which is \(why)"
        case .nameNotResolved: "\(host): no address was found for the name"
        case .connectFailed(let why): "\(host): no connection: \(why)"
        case .proxyFailed(let why): "\(host): no way through the proxy: \(why)"
        case .connectTimeout(let stage): "\(host): the time to connect was over while \(stage.words)"
        case .firstByteTimeout: "\(host): connected, but no answer began in time"
        case .timeout(let stage): "\(host): the time was over while \(stage.words)"
        case .tooSlow(let least): "\(host): the answer comes slower than \(least) bytes a second"
        case .tooLarge(let limit): "\(host): the body is larger than \(limit) bytes"
        case .headTooLarge(let limit): "\(host): the headers are larger than \(limit) bytes"
        case .cutOff(let received): "\(host): the body was cut off after \(received) bytes"
        case .redirectRefused(let why): "\(host): the redirect is not followed: \(why)"
        case .redirectLoop(let hops): "\(host): redirects do not end (\(hops) followed)"
        case .tooManyRedirects(let limit): "\(host): more than \(limit) redirects"
        case .tls(let why): "\(host): no secure connection: \(why)"
        case .notHTTP(let why): "\(host): the answer is not HTTP: \(why)"
        case .badEncoding(let why): "\(host): the body cannot be decompressed: \(why)"
        case .reset(let why): "\(host): the connection broke: \(why)"
        case .cancelled: "\(host): cancelled"
        case .closed: "\(host): not sent, the client is shut down"
        case .other(let why): "\(host): \(why)"
        }
    }
}
