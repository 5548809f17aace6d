/// Where alerts go.
public struct Endpoint: Hashable, Sendable {
    public var name: String
    /// `smtp:` or `smtps:` of a mail server for mail; empty for a command. It may hold a secret, as those of
    /// chats do: what is printed names the endpoint, not its address.
    public var url: String
    /// Each signs, so that a receiver may know the new one or still the old one; without any it is sent
    /// unsigned, and `ombud check` says so.
    public var keys: [Key]
    /// The waits between attempts; after the last the alert is a dead letter.
    public var retry: [Duration]
    /// One whole request.
    public var timeout: Duration
    /// After so long with nothing but failures it is disabled.
    public var giveUp: Duration
    /// Whether it is asked with OPTIONS before the first delivery (CloudEvents' HTTP webhook).
    public var isAskedFirst: Bool
    /// Deliveries a minute at most; nil is as many as it takes.
    public var rate: Int?
    /// Opens loopback and private addresses for this endpoint.
    public var allowsPrivate: Bool
    /// false while people have switched it off.
    public var isEnabled: Bool
    /// What it is sent.
    public var form: AlertForm
    /// Who reads it, where people do.
    public var reader: Reader
    /// Credentials, headers, proxy and trust of its requests.
    public var access: FetchOptions
    /// Whether it may be reached in the clear.
    public var isInsecure: Bool
    /// How much its readers want to be told at a time.
    public var quiet: QuietSettings = .none

    /// A signing key; an old one only until a time.
    public struct Key: Hashable, Sendable {
        public var secret: Secret
        public var until: Instant?

        public init(_ secret: Secret, until: Instant? = nil) {
            self.secret = secret
            self.until = until
        }
    }

    public static let defaultRetry: [Duration] = [
        .seconds(5), .seconds(300), .seconds(1800), .seconds(7200), .seconds(18_000), .seconds(36_000),
        .seconds(50_400), .seconds(72_000), .seconds(86_400),
    ]
    public static let defaultGiveUp: Duration = .seconds(5 * 86_400)

    public init(
        name: String, url: String, secret: Secret? = nil, retry: [Duration] = Endpoint.defaultRetry,
        timeout: Duration = .seconds(20), isEnabled: Bool = true, form: AlertForm = .cloudEvents,
        reader: Reader = .usual, access: FetchOptions = FetchOptions(), isInsecure: Bool = false
    ) {
        self.name = name
        self.url = url
        keys = secret.map { [Key($0)] } ?? []
        self.retry = retry
        self.timeout = timeout
        giveUp = Self.defaultGiveUp
        isAskedFirst = false
        allowsPrivate = false
        self.isEnabled = isEnabled
        self.form = form
        self.reader = reader
        self.access = access
        self.isInsecure = isInsecure
    }

    /// What is open for all, with what is open for this endpoint alone.
    public func addresses(over general: AddressPolicy) -> AddressPolicy {
        var policy = general
        if allowsPrivate { policy.allowsPrivate = true }
        policy.opening = "with `allow-private: true` at the endpoint `\(name)`"
        return policy
    }

    /// Where its address leads without any question to a resolver; nil for a name and for a command.
    public var literalAddress: IPAddress? {
        let web = url.lowercased().hasPrefix("smtp") ? url.replacingScheme(by: "https") : url
        return WebURL(web)?.literalAddress
    }
}

extension String {
    /// `https://mail.example:587` of `smtp://mail.example:587`.
    fileprivate func replacingScheme(by scheme: String) -> String {
        firstRange(of: "://").map { scheme + self[$0.lowerBound...] } ?? self
    }
}
