import Complaints

/// One request as its caller wants it: a page to fetch, or an alert to deliver.
public struct WebRequest: Sendable {
    public var method: String
    /// http or https; anything else is refused before a byte is sent.
    public var url: String
    public var headers: [(String, String)]
    public var body: [UInt8]?
    /// For the whole request, redirects included; counted from when it leaves the queue.
    public var timeout: Duration
    public var limits: TransferLimits
    /// Off, a 3xx is an answer like any other.
    public var followsRedirects: Bool
    public var addresses: AddressPolicy
    /// Sent word for word.
    public var userAgent: String

    public init(
        method: String = "GET", url: String, headers: [(String, String)] = [], body: [UInt8]? = nil,
        timeout: Duration = .seconds(30), limits: TransferLimits = TransferLimits(),
        followsRedirects: Bool = true, addresses: AddressPolicy = .publicOnly, userAgent: String
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.limits = limits
        self.followsRedirects = followsRedirects
        self.addresses = addresses
        self.userAgent = userAgent
    }
}

/// Where a transfer is stopped, whatever the other side goes on sending.
public struct TransferLimits: Hashable, Sendable {
    public var connectTimeout: Duration
    /// Counted after decompression, so that a small bomb cannot grow in memory.
    public var maxBodyBytes: Int
    public var maxHeaderBytes: Int
    public var maxRedirects: Int
    /// Slower than this for so long is a timeout; 0 lets any speed pass.
    public var leastBytesPerSecond: Int
    public var slowFor: Duration

    public init(
        connectTimeout: Duration = .seconds(10), maxBodyBytes: Int = 10_000_000,
        maxHeaderBytes: Int = 128_000, maxRedirects: Int = 20, leastBytesPerSecond: Int = 0,
        slowFor: Duration = .seconds(20)
    ) {
        self.connectTimeout = connectTimeout
        self.maxBodyBytes = maxBodyBytes
        self.maxHeaderBytes = maxHeaderBytes
        self.maxRedirects = maxRedirects
        self.leastBytesPerSecond = leastBytesPerSecond
        self.slowFor = slowFor
    }
}
