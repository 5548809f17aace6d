/// Which links of a list, feed or sitemap lead to the pages that hold the records.
public struct Follow: Hashable, Sendable {
    public var links: Links
    /// Detail pages fetched in one visit; new ones first, then those not looked at for longest.
    public var atMost: Int

    public enum Links: Hashable, Sendable {
        /// A selector of links, as in a rule: `a.review@href`.
        case selector(String)
        /// A pattern of addresses with `*` for anything: `/reviews/*`.
        case pattern(String)
        /// Every entry of a feed or sitemap.
        case all
    }

    public init(_ links: Links, atMost: Int = 20) {
        self.links = links
        self.atMost = atMost
    }
}
