/// How to read the records of a site whose pages say nothing by themselves: one selector a field.
///
/// Selectors are CSS, or XPath when they start with `/` or `./`; `selector@name` takes an attribute,
/// a bare `@name` one of the record's own element. Fields are looked for inside each record.
/// Decoded from the same shape in watchlists (YAML) and in `ombud try read` (JSON).
public struct Rule: Hashable, Sendable, Codable {
    public var each: String
    public var id: String?
    public var url: String?
    public var author: String?
    public var published: String?
    public var rating: RatingRule?
    public var title: String?
    public var text: String?
    public var reply: ReplyRule?
    /// The link to the next page, looked for in the whole page.
    public var next: String?
    /// The number of reviews that the page states, looked for in the whole page: `1,234 reviews`.
    public var count: String?

    /// `rating: ".stars@data-value"` or `rating: { at: ".stars@data-value", best: 5 }`.
    public struct RatingRule: Hashable, Sendable, Codable {
        public var at: String
        public var best: Double?
        public var worst: Double?

        public init(at: String, best: Double? = nil, worst: Double? = nil) {
            self.at = at
            self.best = best
            self.worst = worst
        }

        public init(from decoder: any Decoder) throws {
            if let at = try? decoder.singleValueContainer().decode(String.self) {
                self.init(at: at)
                return
            }
            let map = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                at: try map.decode(String.self, forKey: .at),
                best: try map.decodeIfPresent(Double.self, forKey: .best),
                worst: try map.decodeIfPresent(Double.self, forKey: .worst))
        }
    }

    public struct ReplyRule: Hashable, Sendable, Codable {
        /// The element of the reply, inside the record.
        public var each: String
        public var author: String?
        public var published: String?
        public var text: String?

        public init(each: String, author: String? = nil, published: String? = nil, text: String? = nil) {
            self.each = each
            self.author = author
            self.published = published
            self.text = text
        }
    }

    public init(
        each: String, id: String? = nil, url: String? = nil, author: String? = nil, published: String? = nil,
        rating: RatingRule? = nil, title: String? = nil, text: String? = nil, reply: ReplyRule? = nil,
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
}
