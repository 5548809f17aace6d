/// How to read the records of a site whose pages say nothing by themselves: one selector a field.
///
/// Selectors are CSS, or XPath when they start with `/` or `./`; `selector@name` takes an attribute,
/// a bare `@name` one of the record's own element; `a || b` takes what the first finds, else the second.
/// Fields are looked for inside each record. Decoded from the same shape in watchlists (YAML) and in
/// `ombud try read` (JSON); `yaml()` writes it.
public struct Rule: Hashable, Sendable, Codable {
    /// One record. Where such elements lie inside each other, each is a record without those inside it.
    public var each: String
    public var id: Field?
    public var url: Field?
    public var author: Field?
    public var published: Field?
    public var rating: RatingRule?
    public var title: Field?
    public var text: Field?
    public var reply: ReplyRule?
    /// The link to the next page, looked for in the whole page.
    public var next: String?
    /// The number of reviews that the page states, looked for in the whole page: `1,234 reviews`.
    public var count: String?

    public init(
        each: String, id: Field? = nil, url: Field? = nil, author: Field? = nil, published: Field? = nil,
        rating: RatingRule? = nil, title: Field? = nil, text: Field? = nil, reply: ReplyRule? = nil,
        next: String? = nil, count: String? = nil
    ) {
        self.each = each
        self.id = id
        self.url = url
        self.author = author
        self.published = published
        self.rating = rating
        self.title = title
        self.text = text
        self.reply = reply
        self.next = next
        self.count = count
    }

    /// Every field with its name, in the order in which they are written.
    public var fields: [(name: String, field: Field)] {
        let all: [(String, Field?)] = [
            ("id", id), ("url", url), ("author", author), ("published", published),
            ("rating", rating?.field), ("title", title), ("text", text),
            ("reply author", reply?.author), ("reply published", reply?.published),
            ("reply text", reply?.text),
        ]
        return all.compactMap { name, field in field.map { (name, $0) } }
    }
}
