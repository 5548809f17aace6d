/// One review, post, comment or complaint as read from a page, before any judgement.
public struct Record: Hashable, Sendable {
    /// The site's own identifier, where the page states one.
    public var id: String?
    /// Permalink, absolute.
    public var url: String?
    public var author: String?
    public var published: StatedTime?
    public var rating: Rating?
    public var title: String?
    /// Plain text; paragraphs are separated by newlines.
    public var text: String
    /// BCP 47 primary tag (`pl`), as stated by the page or recognised from the text.
    public var language: String?
    /// The official answer of the company under this record.
    public var reply: Reply?
    public var via: Via

    public init(
        id: String? = nil, url: String? = nil, author: String? = nil, published: StatedTime? = nil,
        rating: Rating? = nil, title: String? = nil, text: String, language: String? = nil,
        reply: Reply? = nil, via: Via
    ) {
        self.id = id
        self.url = url
        self.author = author
        self.published = published
        self.rating = rating
        self.title = title
        self.text = text
        self.language = language
        self.reply = reply
        self.via = via
    }
}

/// By which way a record was read; the order is the order of trust.
public enum Via: String, Hashable, Sendable, Codable, CaseIterable {
    case jsonLD = "json-ld"
    case microdata, rdfa, feed, json, rule, pattern
}

/// A mark as the site shows it; `best` and `worst` are the ends of its scale.
public struct Rating: Hashable, Sendable, Codable {
    public var value: Double
    public var best: Double?
    public var worst: Double?

    public init(value: Double, best: Double? = nil, worst: Double? = nil) {
        self.value = value
        self.best = best
        self.worst = worst
    }

    /// False for a mark below its scale, which is how sites write that none was given: 0 of 5 stars.
    public var isGiven: Bool {
        if let worst {
            // A scale may be turned round: 1 the best, 6 the worst.
            if let best, best < worst { return value >= best }
            return value >= worst
        }
        return value > 0 || (best ?? 5) > 5
    }

    /// 0 the worst mark, 1 the best. A scale that is not stated is 1 to 5, or 1 to 10, or 0 to 100,
    /// the first that holds the value.
    public var share: Double {
        let best = best ?? (value <= 5 ? 5 : value <= 10 ? 10 : 100)
        let worst = worst ?? (value < 1 || best > 10 ? 0 : 1)
        guard best != worst else { return 0.5 }
        return min(1, max(0, (value - worst) / (best - worst)))
    }
}

/// The public answer of the company.
public struct Reply: Hashable, Sendable {
    public var author: String?
    public var published: StatedTime?
    public var text: String

    public init(author: String? = nil, published: StatedTime? = nil, text: String) {
        self.author = author
        self.published = published
        self.text = text
    }
}
