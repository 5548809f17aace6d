/// A site's own list of its pages, or of further such lists (sitemaps.org).
public struct Sitemap: Hashable, Sendable {
    /// `.index` leads to other sitemaps, `.pages` to pages.
    public var kind: Kind
    /// In the order of the file, each address once, the sitemap's own left out.
    public var entries: [DetailLink]
    /// Why the list is not all of the file; nil when it is.
    public var cut: Cut?
    /// Addresses that are no web addresses.
    public var refused: Int

    public enum Kind: Hashable, Sendable { case pages, index }

    public enum Cut: Hashable, Sendable, CustomStringConvertible {
        case entries(limit: Int)
        case bytes(limit: Int)

        public var description: String {
            switch self {
            case .entries(let limit): "the sitemap has more than \(limit) addresses; the rest was not read"
            case .bytes(let limit): "the sitemap has more than \(limit) bytes; the rest was not read"
            }
        }
    }

    /// What the protocol allows one file to hold.
    public static let mostEntries = 50_000
    public static let mostBytes = 52_428_800

    public init(kind: Kind, entries: [DetailLink] = [], cut: Cut? = nil, refused: Int = 0) {
        self.kind = kind
        self.entries = entries
        self.cut = cut
        self.refused = refused
    }

    /// The pages that `follow` wants, in the order of the file; all of them for a selector, which has nothing
    /// to select in a sitemap.
    public func details(following follow: Follow.Links, on page: String) -> [DetailLink] {
        guard kind == .pages else { return [] }
        return entries.filter { follow.takes($0.url, on: page) }
    }
}

/// A page that a list, feed or sitemap leads to.
public struct DetailLink: Hashable, Sendable {
    /// Absolute, without its fragment.
    public var url: String
    /// When it changed last, where the list says so.
    public var changed: StatedTime?

    public init(url: String, changed: StatedTime? = nil) {
        self.url = url
        self.changed = changed
    }
}
