import Complaints
import Foundation

/// One request as its caller wants it: a page to fetch, or an alert to deliver.
public struct WebRequest: Sendable {
    public var method: String
    /// http or https; anything else is refused before a byte is sent.
    public var url: String
    /// What this request says: `Accept`, `If-None-Match`. The source's own headers are in `options`.
    public var headers: [(String, String)]
    public var body: [UInt8]?
    /// How: limits, proxy, trust, credentials, the source's headers.
    public var options: FetchOptions
    /// The jar so far, in the Netscape cookie file's lines; used where `options.keepsCookies`.
    public var cookies: [String]
    /// Whether the answer brings what went over the wire, as evidence.
    public var capturesExchange: Bool
    /// Whether the status and the headers are the answer, and a body that is too long, too slow or cut off takes
    /// nothing from it.
    public var isHeadEnough: Bool
    /// Off, a 3xx is an answer like any other.
    public var followsRedirects: Bool
    public var addresses: AddressPolicy
    /// Sent word for word.
    public var userAgent: String

    public init(
        method: String = "GET", url: String, headers: [(String, String)] = [], body: [UInt8]? = nil,
        options: FetchOptions = FetchOptions(), cookies: [String] = [], capturesExchange: Bool = false,
        isHeadEnough: Bool = false, followsRedirects: Bool = true, addresses: AddressPolicy = .publicOnly,
        userAgent: String
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.options = options
        self.cookies = cookies
        self.capturesExchange = capturesExchange
        self.isHeadEnough = isHeadEnough
        self.followsRedirects = followsRedirects
        self.addresses = addresses
        self.userAgent = userAgent
    }

    var limits: FetchLimits { options.limits }
}

extension WebRequest {
    /// The header lines for the origin that was asked for, or, after a redirect, for another one: that
    /// gets only what tells nothing about us, neither credentials nor any header of the source's own.
    func headers(isAtHome: Bool) -> [(String, String)] {
        let own = options.headers
        var all = headers
        if !own.isEmpty {
            all.removeAll { mine in own.contains { HeaderFields.same($0.name.utf8, mine.0.utf8) } }
            all += own.map { ($0.name, $0.value.value) }
        }
        if let authorization = options.authorization,
            !all.contains(where: { HeaderFields.same($0.0.utf8, "authorization".utf8) })
        {
            all.append(("Authorization", authorization.headerValue))
        }
        return isAtHome ? all : all.filter { Self.isPublic($0.0) }
    }

    private static func isPublic(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix("accept") || name.hasPrefix("if-") || name == "user-agent"
    }
}

extension FetchOptions.Authorization {
    fileprivate var headerValue: String {
        switch self {
        case .basic(let user, let password):
            "Basic " + Data((user + ":" + password.value).utf8).base64EncodedString()
        case .bearer(let token): "Bearer " + token.value
        }
    }
}
