/// A feed that a page says it has.
public struct FeedLink: Hashable, Sendable {
    /// Absolute.
    public var url: String
    public var title: String?
    public var type: Kind

    public enum Kind: String, Hashable, Sendable, Codable {
        case rss, atom
        case json = "json-feed"
        /// The link does not say which.
        case unknown
    }

    public init(url: String, title: String? = nil, type: Kind) {
        self.url = url
        self.title = title
        self.type = type
    }

    /// Whether it carries what visitors wrote, as its title or address says, instead of the site's own news.
    public var isOfVisitors: Bool {
        let text = ((title ?? "") + " " + (WebURL(url)?.pathAndQuery ?? url)).lowercased()
        return Self.words.contains { text.contains($0) }
    }

    private static let words = [
        "comment", "review", "opini", "recenz", "komentar", "komentář", "отзыв", "коммент", "відгук",
        "комент", "kommentar", "bewertung", "avis", "commentaire", "comentario", "reseña", "recension",
        "recensie", "reactie", "feedback", "complaint", "skarg", "жалоб", "hodnocen", "vélemény", "otzyv",
    ]
}

extension [FeedLink] {
    /// The feed to read in place of the page: what visitors wrote before the site's news.
    public var preferred: FeedLink? { first(where: \.isOfVisitors) ?? first }
}
