import Complaints

/// What one visitor wrote on the demo site, as it stands now.
public struct Post: Sendable, Hashable, Identifiable {
    /// The site's own identifier: `pl-7`.
    public let id: String
    public let page: DemoPage
    public var author: String
    public var published: Instant
    public var edited: Instant?
    /// 1 to 5; nil where the page asks for no stars.
    public var stars: Int?
    public var title: String
    public var text: String
    /// The shop's public answer.
    public var reply: ShopReply?

    public struct ShopReply: Sendable, Hashable {
        public var author: String
        public var published: Instant
        public var text: String
    }

    /// The permalink's path on the site.
    public var path: String { page.path + "/" + id }
}

/// A post that nobody has published yet.
public struct Draft: Sendable, Hashable {
    public var author: String
    public var stars: Int?
    public var title: String
    public var text: String

    public init(author: String, stars: Int? = nil, title: String, text: String) {
        self.author = author
        self.stars = stars
        self.title = title
        self.text = text
    }
}

/// A post of the bundled site; its age is counted back from the moment the site is made.
struct Seed: Sendable {
    var author: String
    var daysAgo: Double
    var stars: Int?
    var title: String
    var text: String
    var reply: String?

    init(
        _ author: String, daysAgo: Double, stars: Int? = nil, title: String, text: String,
        reply: String? = nil
    ) {
        self.author = author
        self.daysAgo = daysAgo
        self.stars = stars
        self.title = title
        self.text = text
        self.reply = reply
    }

    func post(number: Int, on page: DemoPage, now: Instant) -> Post {
        let published = now - .milliseconds(Int64(daysAgo * 86_400_000))
        return Post(
            id: "\(page.prefix)-\(number)", page: page, author: author, published: published, stars: stars,
            title: title, text: text,
            reply: reply.map {
                Post.ShopReply(author: page.shop, published: published + .seconds(18_000), text: $0)
            })
    }
}
