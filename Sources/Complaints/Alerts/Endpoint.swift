/// Where alerts go.
public struct Endpoint: Hashable, Sendable {
    public var name: String
    public var url: String
    /// nil sends unsigned; `ombud check` says so.
    public var secret: Secret?
    /// The waits between attempts; after the last the alert is a dead letter.
    public var retry: [Duration]
    /// One whole request.
    public var timeout: Duration
    /// false while people have switched it off.
    public var isEnabled: Bool

    public static let defaultRetry: [Duration] = [
        .seconds(5), .seconds(300), .seconds(1800), .seconds(7200), .seconds(18_000), .seconds(36_000),
        .seconds(50_400), .seconds(72_000), .seconds(86_400),
    ]

    public init(
        name: String, url: String, secret: Secret? = nil, retry: [Duration] = Endpoint.defaultRetry,
        timeout: Duration = .seconds(20), isEnabled: Bool = true
    ) {
        self.name = name
        self.url = url
        self.secret = secret
        self.retry = retry
        self.timeout = timeout
        self.isEnabled = isEnabled
    }
}

/// Which events go to which endpoints.
public struct Route: Hashable, Sendable {
    /// Type patterns: a whole type, or a beginning followed by `*`.
    public var types: [String]
    public var to: [String]

    public init(types: [String], to: [String]) {
        self.types = types
        self.to = to
    }

    public func takes(type: String) -> Bool {
        types.contains { pattern in
            pattern.hasSuffix("*") ? type.hasPrefix(pattern.dropLast()) : type == pattern
        }
    }
}
