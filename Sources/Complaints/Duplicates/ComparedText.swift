/// A mention's text with what is known about it, to be held against another.
public struct ComparedText: Sendable {
    public var text: String
    public var author: String?
    public var published: Instant?
    /// Host of the site.
    public var site: String?
    public var url: String?

    public init(
        text: String, author: String? = nil, published: Instant? = nil, site: String? = nil,
        url: String? = nil
    ) {
        self.text = text
        self.author = author
        self.published = published
        self.site = site
        self.url = url
    }
}

/// Whether two mentions are one complaint.
public enum SameVerdict: String, Hashable, Sendable, Codable {
    /// Posted again, word for word or nearly.
    case same
    /// Posted again by the same author with changes.
    case edited
    /// Posted by the same customer on another site.
    case crossPost = "cross-post"
    /// Much the same words, but not surely the same complaint.
    case related
    case different

    /// One complaint: the mentions belong in one cluster.
    public var isSameComplaint: Bool { self == .same || self == .edited || self == .crossPost }
}
