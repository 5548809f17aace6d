/// The rules of a site's robots.txt (RFC 9309), read as Google's published parser reads them where the
/// RFC leaves room.
public struct Robots: Sendable {
    /// Every `Sitemap` line, as written.
    public private(set) var sitemaps: [String] = []
    private var groups = RobotsGroups()

    /// Bytes past 500 KiB are not read; a byte order mark, any line ends and odd lines are taken as they
    /// come.
    public init(_ bytes: some Sequence<UInt8>) {
        var reader = RobotsReader()
        reader.read(Array(bytes.prefix(RobotsReader.mostBytes)))
        sitemaps = reader.sitemaps
        groups = reader.groups
    }

    public init(_ text: String) { self.init(text.utf8) }

    /// Whether `agent` may fetch `url`, and the line that says so.
    ///
    /// `agent` is a product token or a whole User-Agent (`Ombud/1.0 (+https://...)`); `url` an absolute
    /// URL or a path with its query. Without a rule that matches, everything is allowed.
    public func verdict(agent: String, url: String) -> RobotsVerdict {
        let path = Self.pathAndQuery(url)
        if path.elementsEqual("/robots.txt".utf8) { return RobotsVerdict(allowed: true) }
        var best: RobotsRule?
        for rule in groups.rules(for: RobotsReader.productToken(agent.utf8)) where rule.matches(path) {
            guard let leader = best else {
                best = rule
                continue
            }
            let longer = rule.pattern.count > leader.pattern.count
            let isTie = rule.pattern.count == leader.pattern.count
            if longer || (isTie && rule.allows && !leader.allows) { best = rule }
        }
        guard let best else { return RobotsVerdict(allowed: true) }
        return RobotsVerdict(allowed: best.allows, line: best.line)
    }

    /// Seconds between requests that the site asks of `agent`; the largest where it says several.
    public func crawlDelay(agent: String) -> Double? {
        groups.delay(for: RobotsReader.productToken(agent.utf8))
    }

    /// The path and query, normalised, without the fragment; `/` when there is no path.
    private static func pathAndQuery(_ url: String) -> [UInt8] {
        if let parsed = WebURL(url) { return PercentEncoding.normalised(parsed.pathAndQuery.utf8) }
        let bytes = url.utf8.prefix { $0 != UInt8(ascii: "#") }
        let path = PercentEncoding.normalised(bytes)
        return path.first == UInt8(ascii: "/") ? path : [UInt8(ascii: "/")] + path
    }
}

/// Whether a page may be fetched, and why.
public struct RobotsVerdict: Hashable, Sendable {
    public var allowed: Bool
    /// The deciding line of robots.txt, counted from 1; nil when no line speaks of the page.
    public var line: Int?

    public init(allowed: Bool, line: Int? = nil) {
        self.allowed = allowed
        self.line = line
    }
}

/// One Allow or Disallow line.
struct RobotsRule: Sendable {
    var allows: Bool
    /// Normalised; `*` stands for anything, a last `$` for the end.
    var pattern: [UInt8]
    var line: Int

    /// Keeps the set of places in `path` that the pattern may have reached, as Google's matcher does:
    /// at most path x pattern steps, no recursion.
    func matches(_ path: [UInt8]) -> Bool {
        guard pattern.contains(UInt8(ascii: "*")) || pattern.last == UInt8(ascii: "$") else {
            return path.starts(with: pattern)
        }
        var places = [0]
        for (index, byte) in pattern.enumerated() {
            if byte == UInt8(ascii: "$"), index == pattern.count - 1 { return places.last == path.count }
            if byte == UInt8(ascii: "*") {
                places = Array(places[0]...path.count)
            } else {
                places = places.compactMap { $0 < path.count && path[$0] == byte ? $0 + 1 : nil }
                if places.isEmpty { return false }
            }
        }
        return true
    }
}

/// The rules by product token, groups of the same token merged.
struct RobotsGroups: Sendable {
    static let everyone = "*"

    var rules: [String: [RobotsRule]] = [:]
    var delays: [String: Double] = [:]

    /// Those of the token when it has a group of its own, however empty; else everyone's.
    func rules(for token: String) -> [RobotsRule] { rules[token] ?? rules[Self.everyone] ?? [] }

    func delay(for token: String) -> Double? { delays[rules[token] == nil ? Self.everyone : token] }
}
