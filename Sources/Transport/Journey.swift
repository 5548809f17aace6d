import Complaints

/// The way of one request through its redirects, as a pure rule: an answer in, a response or the next
/// hop out.
struct Journey {
    private(set) var hop: Hop
    private let request: WebRequest
    private let home: String
    private var visited: Set<String>
    private var redirects = 0
    private var spent: Duration = .zero
    /// Set while every answer so far was 301 or 308.
    private var permanent: WebURL?
    private var isPermanent = true
    private var exchanges: [Exchange] = []

    init(_ request: WebRequest, url: WebURL) {
        self.request = request
        home = url.origin
        hop = Hop(
            request: request, url: url, headers: request.headers(isAtHome: true), cookies: request.cookies,
            timeout: request.limits.total)
        visited = [hop.identity]
    }

    /// The response when this was the last answer; nil when `hop` is now the next one to make.
    mutating func arrive(_ answer: Answer) throws(TransportFailure) -> WebResponse? {
        spent += answer.timings.total
        hop.cookies = keep(answer.cookies)
        if let exchange = answer.exchange { exchanges.append(exchange) }
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
        let timeout = request.limits.total - spent
        guard timeout > .zero else { throw TransportFailure(host: next.host, reason: .timeout(.connect)) }
        hop.url = next
        hop.isAtHome = next.origin == home
        hop.headers = request.headers(isAtHome: hop.isAtHome)
        hop.timeout = timeout
        guard visited.insert(hop.identity).inserted else {
            throw TransportFailure(host: next.host, reason: .redirectLoop(hops: redirects))
        }
        let limit = request.limits.redirects
        guard redirects <= limit else {
            throw TransportFailure(host: next.host, reason: .tooManyRedirects(limit: limit))
        }
        isPermanent = isPermanent && (status == 301 || status == 308)
        if isPermanent { permanent = next }
    }

    /// The newest of a jar that a site lets grow without end.
    private func keep(_ lines: [String]) -> [String] {
        guard lines.count > Self.mostCookies else { return lines }
        let known = Set(hop.cookies)
        let (old, new) = (lines.filter { known.contains($0) }, lines.filter { !known.contains($0) })
        return Array((new + old).prefix(Self.mostCookies)).sorted()
    }

    /// libcurl sends no more than 150 of them with one request.
    private static let mostCookies = 300

    private func response(_ answer: Answer, _ headers: HeaderFields) -> WebResponse {
        var timings = answer.timings
        timings.total = spent
        return WebResponse(
            status: answer.status, headers: headers, body: answer.body, finalURL: hop.url.href,
            permanentURL: permanent?.href, rawHead: answer.head, timings: timings,
            remoteAddress: answer.address, redirects: redirects, cookies: hop.cookies, exchanges: exchanges)
    }
}

/// One exchange with one server.
struct Hop: Sendable {
    let request: WebRequest
    var url: WebURL
    var headers: [(String, String)]
    /// The jar as it is before this hop.
    var cookies: [String]
    var timeout: Duration
    /// At the origin that was asked for, which alone gets credentials and the source's headers.
    var isAtHome = true

    init(
        request: WebRequest, url: WebURL, headers: [(String, String)], cookies: [String], timeout: Duration
    ) {
        self.request = request
        self.url = url
        self.headers = headers
        self.cookies = cookies
        self.timeout = timeout
    }

    var method: String { request.method }

    /// The same request again, with the same cookies, would get the same answer: coming back is a loop.
    var identity: String {
        let place = url.origin + url.pathAndQuery
        return cookies.isEmpty ? place : place + "\n" + cookies.joined(separator: "\n")
    }
}

/// What one exchange gave.
struct Answer: Sendable {
    var status: Int
    var head: [UInt8]
    var body: [UInt8]
    var timings: Timings
    var address: IPAddress?
    var cookies: [String]
    var exchange: Exchange?
}
