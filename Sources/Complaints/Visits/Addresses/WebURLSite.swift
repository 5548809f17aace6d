extension WebURL {
    /// The name that one operator registered: `shop.example.co.uk` is `example.co.uk`. Politeness and
    /// Retry-After count by it, because subdomains of one service share their servers.
    ///
    /// A rule instead of the public suffix list, which would age in the binary: the last two labels, or
    /// three when a country code follows a label that countries use for kinds of registrants (`co.uk`,
    /// `com.pl`, `or.jp`). An address or a name of one label is itself. Where the rule is wrong it joins
    /// two operators, which only makes visits slower.
    public var registrableHost: String { Self.registrableHost(of: host) }

    /// As `registrableHost`, for a serialised host.
    public static func registrableHost(of host: String) -> String {
        if host.utf8.first == UInt8(ascii: "[") || host.utf8.last.map(ASCII.isDigit) == true { return host }
        var name = host[...]
        if name.utf8.last == UInt8(ascii: "."), name.utf8.count > 1 { name.removeLast() }
        let labels = name.split(separator: ".")
        guard labels.count > 2 else { return String(name) }
        let isCountry = labels[labels.count - 1].utf8.count == 2
        let isKind = registrantKinds.contains(String(labels[labels.count - 2]))
        return labels.suffix(isCountry && isKind ? 3 : 2).joined(separator: ".")
    }

    private static let registrantKinds: Set<String> = [
        "co", "com", "net", "org", "edu", "gov", "gob", "gouv", "govt", "gv", "ac", "sch", "mil", "int",
        "info", "biz", "name", "pro", "ltd", "plc", "me", "nhs", "police", "or", "ne", "go", "gr", "ad", "ed",
        "lg", "re", "pe", "nom", "asn", "id", "web", "my", "in", "firm", "gen", "ind", "res", "waw", "msk",
        "spb",
    ]
}
