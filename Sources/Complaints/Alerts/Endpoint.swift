/// Where alerts go.
public struct Endpoint: Hashable, Sendable {
    public var name: String
    /// `smtp:` or `smtps:` of a mail server for mail; empty for a command. It may hold a secret, as those of
    /// chats do: what is printed names the endpoint, not its address.
    public var url: String
    /// nil sends unsigned; `ombud check` says so.
    public var secret: Secret?
    /// The waits between attempts; after the last the alert is a dead letter.
    public var retry: [Duration]
    /// One whole request.
    public var timeout: Duration
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

    public static let defaultRetry: [Duration] = [
        .seconds(5), .seconds(300), .seconds(1800), .seconds(7200), .seconds(18_000), .seconds(36_000),
        .seconds(50_400), .seconds(72_000), .seconds(86_400),
    ]

    public init(
        name: String, url: String, secret: Secret? = nil, retry: [Duration] = Endpoint.defaultRetry,
        timeout: Duration = .seconds(20), isEnabled: Bool = true, form: AlertForm = .cloudEvents,
        reader: Reader = .usual, access: FetchOptions = FetchOptions(), isInsecure: Bool = false
    ) {
        self.name = name
        self.url = url
        self.secret = secret
        self.retry = retry
        self.timeout = timeout
        self.isEnabled = isEnabled
        self.form = form
        self.reader = reader
        self.access = access
        self.isInsecure = isInsecure
    }
}
