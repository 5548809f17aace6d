/// An http or https address, parsed the way browsers do (WHATWG URL Standard), so that what a page
/// links to is what is fetched, compared and stored.
///
/// Other schemes are not web addresses and give nil. Two values are equal when every part is;
/// `canonical` says whether two addresses mean the same page.
public struct WebURL: Hashable, Sendable {
    /// `http` or `https`.
    public internal(set) var scheme: String
    /// Percent-encoded; empty when there is none.
    public internal(set) var username: String
    /// Percent-encoded; empty when there is none.
    public internal(set) var password: String
    /// As serialised: lower case, punycode, IPv4 dotted, IPv6 compressed in brackets. Never empty.
    public internal(set) var host: String
    /// nil for the scheme's own port.
    public internal(set) var port: Int?
    /// Starts with `/`, dot segments resolved.
    public internal(set) var path: String
    /// Without the `?`; empty differs from nil.
    public internal(set) var query: String?
    /// Without the `#`; empty differs from nil.
    public internal(set) var fragment: String?

    /// Parses `text`, relative to `base` when it has no scheme of its own; nil when a browser would refuse.
    public init?(_ text: String, base: WebURL? = nil) {
        guard let url = WebURLParser.parse(text, base: base) else { return nil }
        self = url
    }

    init(scheme: String, host: String, port: Int?, path: String) {
        self.scheme = scheme
        username = ""
        password = ""
        self.host = host
        self.port = port
        self.path = path
    }

    /// The whole address as a browser would write it.
    public var href: String {
        var text = scheme + "://"
        if !username.isEmpty || !password.isEmpty {
            text += username
            if !password.isEmpty { text += ":" + password }
            text += "@"
        }
        text += authority + path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    /// Scheme, host and port: what credentials and robots.txt belong to.
    public var origin: String { scheme + "://" + authority }

    /// Host, with the port where it is not the scheme's own: the value of a Host header.
    public var authority: String { port.map { host + ":" + String($0) } ?? host }

    /// Path and query, as they stand in a request line and in robots.txt.
    public var pathAndQuery: String { query.map { path + "?" + $0 } ?? path }

    static func defaultPort(of scheme: String) -> Int { scheme == "https" ? 443 : 80 }
}

extension WebURL: CustomStringConvertible, Codable {
    public var description: String { href }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let url = WebURL(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text.debugDescription) is not an http or https URL")
        }
        self = url
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(href)
    }
}
