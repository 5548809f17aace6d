import Complaints

/// The way of one request through its redirects, as a pure rule: an answer in, a response or the next
/// hop out.
struct Journey {
    private(set) var hop: Hop
    private let request: WebRequest
    private var visited: Set<String>
    private var redirects = 0
    private var spent: Duration = .zero
    /// Set while every answer so far was 301 or 308.
    private var permanent: WebURL?
    private var isPermanent = true

    init(_ request: WebRequest, url: WebURL) {
        self.request = request
        hop = Hop(request: request, url: url, headers: request.headers, timeout: request.timeout)
        visited = [hop.identity]
    }

    /// The response when this was the last answer; nil when `hop` is now the next one to make.
    mutating func arrive(_ answer: Answer) throws(TransportFailure) -> WebResponse? {
        spent += answer.timings.total
        let headers = HeaderFields(head: answer.head)
        guard request.followsRedirects, [301, 302, 303, 307, 308].contains(answer.status),
            let location = headers["location"]
        else { return response(answer, headers) }
        try follow(location, status: answer.status)
        return nil
    }

    private mutating func follow(_ location: String, status: Int) throws(TransportFailure) {
        let from = hop.url
        let refuse = { (why: String) in TransportFailure(host: from.host, reason: .redirectRefused(why)) }
        guard hop.method == "GET" || hop.method == "HEAD" else {
            throw refuse("a \(hop.method) is not sent to another place")
        }
        guard let next = WebURL(location, base: from) else {
            throw refuse("\(location.prefix(200).debugDescription) is not an http or https address")
        }
        if from.scheme == "https", next.scheme == "http" { throw refuse("it leads from https to http") }
        redirects += 1
        let timeout = request.timeout - spent
        guard timeout > .zero else { throw TransportFailure(host: next.host, reason: .timeout(.connect)) }
        if next.origin != from.origin { hop.headers.removeAll { Self.isSecret($0.0) } }
        hop.url = next
        hop.timeout = timeout
        guard redirects <= request.limits.maxRedirects, visited.insert(hop.identity).inserted else {
            throw TransportFailure(host: next.host, reason: .redirectLoop(hops: redirects))
        }
        isPermanent = isPermanent && (status == 301 || status == 308)
        if isPermanent { permanent = next }
    }

    private static func isSecret(_ name: String) -> Bool {
        ["authorization", "cookie", "proxy-authorization"].contains { HeaderFields.same($0.utf8, name.utf8) }
    }

    private func response(_ answer: Answer, _ headers: HeaderFields) -> WebResponse {
        var timings = answer.timings
        timings.total = spent
        return WebResponse(
            status: answer.status, headers: headers, body: answer.body, finalURL: hop.url.href,
            permanentURL: permanent?.href, rawHead: answer.head, timings: timings,
            remoteAddress: answer.address, redirects: redirects)
    }
}

/// One exchange with one server.
struct Hop: Sendable {
    let request: WebRequest
    var url: WebURL
    var headers: [(String, String)]
    var timeout: Duration

    init(request: WebRequest, url: WebURL, headers: [(String, String)], timeout: Duration) {
        self.request = request
        self.url = url
        self.headers = headers
        self.timeout = timeout
    }

    var method: String { request.method }

    /// The same request again would get the same answer: without cookies, coming back is a loop.
    var identity: String { url.origin + url.pathAndQuery }
}

/// What one exchange gave.
struct Answer: Sendable {
    var status: Int
    var head: [UInt8]
    var body: [UInt8]
    var timings: Timings
    var address: IPAddress?
}
