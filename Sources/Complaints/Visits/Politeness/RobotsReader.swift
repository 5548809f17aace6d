/// Reads robots.txt line by line into groups.
///
/// As in Google's parser, only Allow and Disallow end the list of agents that a group is for: other lines
/// between two User-agent lines do not part them (RFC 9309 section 2.2.4).
struct RobotsReader {
    static let mostBytes = 500 * 1024
    /// Google's limit: eight times the longest URL that browsers take.
    private static let mostLineBytes = 2083 * 8

    private(set) var sitemaps: [String] = []
    private(set) var groups = RobotsGroups()
    private var agents: [String] = []
    private var agentsAreComplete = false
    /// Those a Crawl-delay is for: unlike the rules, each delay ends their list, as sites mean it.
    private var slowed: [String] = []
    private var slowedAreComplete = false

    mutating func read(_ bytes: [UInt8]) {
        var rest = bytes[...]
        // A byte order mark, also one that was cut off.
        for byte: UInt8 in [0xEF, 0xBB, 0xBF] {
            guard rest.first == byte else { break }
            rest = rest.dropFirst()
        }
        var number = 0
        while !rest.isEmpty {
            number += 1
            let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
            readLine(rest[..<min(end, rest.startIndex + Self.mostLineBytes)], number)
            guard end < rest.endIndex else { return }
            let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
            rest = rest[(end + (isPair ? 2 : 1))...]
        }
    }

    private mutating func readLine(_ line: ArraySlice<UInt8>, _ number: Int) {
        let text = Self.trimmed(line.prefix { $0 != UInt8(ascii: "#") })
        guard let (key, value) = Self.keyAndValue(text) else { return }
        switch Self.field(key) {
        case .userAgent: addAgent(value)
        case .allow: addRule(allows: true, value, number)
        case .disallow: addRule(allows: false, value, number)
        case .crawlDelay: addDelay(value)
        case .sitemap: if !value.isEmpty { sitemaps.append(String(decoding: value, as: UTF8.self)) }
        case nil: break
        }
    }

    private mutating func addAgent(_ value: ArraySlice<UInt8>) {
        if agentsAreComplete {
            agents = []
            slowed = []
            agentsAreComplete = false
        }
        if slowedAreComplete {
            slowed = []
            slowedAreComplete = false
        }
        let isEveryone =
            value.first == UInt8(ascii: "*")
            && (value.count == 1 || Self.isBlank(value[value.startIndex + 1]))
        let token = isEveryone ? RobotsGroups.everyone : Self.productToken(value)
        guard !token.isEmpty else { return }
        agents.append(token)
        slowed.append(token)
        groups.rules[token, default: []] += []
    }

    private mutating func addRule(allows: Bool, _ value: ArraySlice<UInt8>, _ number: Int) {
        agentsAreComplete = true
        guard !value.isEmpty, !agents.isEmpty else { return }
        var rules = [RobotsRule(allows: allows, pattern: PercentEncoding.normalised(value), line: number)]
        // Google takes an allowed index page for its folder as well.
        if allows, let slash = value.lastIndex(of: UInt8(ascii: "/")),
            value[(slash + 1)...].starts(with: "index.htm".utf8)
        {
            let folder = PercentEncoding.normalised(value[...slash]) + [UInt8(ascii: "$")]
            rules.append(RobotsRule(allows: true, pattern: folder, line: number))
        }
        for agent in Set(agents) { groups.rules[agent, default: []] += rules }
    }

    private mutating func addDelay(_ value: ArraySlice<UInt8>) {
        slowedAreComplete = true
        guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0, seconds.isFinite
        else { return }
        for agent in slowed { groups.delays[agent] = max(groups.delays[agent] ?? 0, seconds) }
    }

    // MARK: Lines

    private enum Field { case userAgent, allow, disallow, crawlDelay, sitemap }

    /// With the misspellings that Google's parser takes.
    private static let fields: [(String, Field)] = [
        ("user-agent", .userAgent), ("useragent", .userAgent), ("user agent", .userAgent), ("allow", .allow),
        ("disallow", .disallow), ("dissallow", .disallow), ("dissalow", .disallow), ("disalow", .disallow),
        ("diasllow", .disallow), ("disallaw", .disallow), ("crawl-delay", .crawlDelay),
        ("crawldelay", .crawlDelay), ("sitemap", .sitemap), ("site-map", .sitemap),
    ]

    private static func field(_ key: ArraySlice<UInt8>) -> Field? {
        let lower = key.map(ASCII.lower)
        return fields.first { lower.elementsEqual($0.0.utf8) }?.1
    }

    /// Parted by a colon, or where there is none by the one run of blanks.
    private static func keyAndValue(
        _ text: ArraySlice<UInt8>
    ) -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
        if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            return (trimmed(text[..<colon]), trimmed(text[(colon + 1)...]))
        }
        let words = text.split(whereSeparator: isBlank)
        return words.count == 2 ? (words[0], words[1]) : nil
    }

    /// Letters, digits, `_` and `-` up to the first other byte, in lower case: of `Ombud/1.0 (+https://...)`
    /// it is `ombud`. RFC 9309 has no digits, but crawlers whose names have them exist.
    static func productToken(_ agent: some Collection<UInt8>) -> String {
        let token = agent.prefix { byte in
            ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
        }
        return String(decoding: token.map(ASCII.lower), as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop(while: isBlank)
        return start[..<(start.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start.startIndex)]
    }
}
