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
        case timeout(Stage)
        case tooLarge(limit: Int)
        case headTooLarge(limit: Int)
        case cutOff(received: Int)
        case redirectRefused(String)
        case redirectLoop(hops: Int)
        case tls(String)
        case notHTTP(String)
        case badEncoding(String)
        case reset(String)
        case cancelled
        case closed
        case other(String)
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
        case .timeout: "timeout"
        case .tooLarge, .headTooLarge: "too-large"
        case .cutOff: "cut-off"
        case .redirectRefused: "redirect-refused"
        case .redirectLoop: "redirect-loop"
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
        case .timeout(let stage): "\(host): the time was over while \(stage.words)"
        case .tooLarge(let limit): "\(host): the body is larger than \(limit) bytes"
        case .headTooLarge(let limit): "\(host): the headers are larger than \(limit) bytes"
        case .cutOff(let received): "\(host): the body was cut off after \(received) bytes"
        case .redirectRefused(let why): "\(host): the redirect is not followed: \(why)"
        case .redirectLoop(let hops): "\(host): redirects do not end (\(hops) followed)"
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
