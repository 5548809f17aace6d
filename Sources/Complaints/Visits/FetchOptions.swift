/// How the pages of one source are asked for: the configuration's `fetch`, then the source's own.
public struct FetchOptions: Hashable, Sendable {
    /// Sent with every request, in this order; they never follow a redirect to another origin.
    public var headers: [Header]
    public var authorization: Authorization?
    /// Cookies that the site sets are kept for this source and sent again.
    public var keepsCookies: Bool
    /// `http://`, `https://`, `socks5://` or `socks5h://` URL of a proxy; it may hold a user and password.
    public var proxy: Secret?
    /// PEM file of authorities that are trusted instead of the system's.
    public var authorities: String?
    public var certificate: ClientCertificate?
    public var family: AddressFamily
    public var limits: FetchLimits
    /// Fetches by a program instead: its arguments, the first its path. The address is added as the last.
    public var command: [String]?

    public struct Header: Hashable, Sendable {
        public var name: String
        public var value: Secret

        public init(name: String, value: Secret) {
            self.name = name
            self.value = value
        }
    }

    public enum Authorization: Hashable, Sendable {
        /// RFC 7617.
        case basic(user: String, password: Secret)
        /// RFC 6750.
        case bearer(Secret)
    }

    /// PEM files; the key may stand in the certificate's file.
    public struct ClientCertificate: Hashable, Sendable {
        public var certificate: String
        public var key: String?
        public var password: Secret?

        public init(certificate: String, key: String? = nil, password: Secret? = nil) {
            self.certificate = certificate
            self.key = key
            self.password = password
        }
    }

    public enum AddressFamily: String, Hashable, Sendable, CaseIterable {
        case any, ipv4, ipv6
    }

    /// Whether requests carry what is meant for the source's own origin alone.
    public var hasSecrets: Bool {
        !headers.isEmpty || authorization != nil || keepsCookies || certificate != nil
    }

    /// As used for another origin than the source's own, which a list may well lead to.
    public var withoutSecrets: FetchOptions {
        var options = self
        options.headers = []
        options.authorization = nil
        options.certificate = nil
        return options
    }

    public init(
        headers: [Header] = [], authorization: Authorization? = nil, keepsCookies: Bool = false,
        proxy: Secret? = nil, authorities: String? = nil, certificate: ClientCertificate? = nil,
        family: AddressFamily = .any, limits: FetchLimits = FetchLimits(), command: [String]? = nil
    ) {
        self.headers = headers
        self.authorization = authorization
        self.keepsCookies = keepsCookies
        self.proxy = proxy
        self.authorities = authorities
        self.certificate = certificate
        self.family = family
        self.limits = limits
        self.command = command
    }
}

/// Where a fetch is stopped, whatever the other side does.
public struct FetchLimits: Hashable, Sendable {
    /// One whole request, redirects included.
    public var total: Duration
    public var connect: Duration
    /// From the request sent to the first byte of the answer.
    public var firstByte: Duration
    /// Bytes a second; slower for `slowFor` ends the request. 0 lets any speed pass.
    public var leastSpeed: Int
    public var slowFor: Duration
    /// Of one page, after decompression.
    public var pageBytes: Int
    /// Of the head of one answer.
    public var headerBytes: Int
    public var redirects: Int
    /// Tags inside tags that a page may have.
    public var depth: Int
    /// Links that a page may have.
    public var links: Int

    public init(
        total: Duration = .seconds(30), connect: Duration = .seconds(10),
        firstByte: Duration = .seconds(20), leastSpeed: Int = 100, slowFor: Duration = .seconds(15),
        pageBytes: Int = 10_000_000, headerBytes: Int = 128_000, redirects: Int = 20, depth: Int = 1000,
        links: Int = 100_000
    ) {
        self.total = total
        self.connect = connect
        self.firstByte = firstByte
        self.leastSpeed = leastSpeed
        self.slowFor = slowFor
        self.pageBytes = pageBytes
        self.headerBytes = headerBytes
        self.redirects = redirects
        self.depth = depth
        self.links = links
    }
}
