/// A review page that marks its reviews with schema.org microdata, a few a page, each page linking the next.
struct MicrodataPage {
    var page: DemoPage
    var root: String

    func render(_ posts: [Post], all: [Post], next: String?) -> String {
        let link = next.map { "<a rel=\"next\" href=\"\(Markup.escape($0))\">»</a>" } ?? ""
        return Markup.page(
            language: page.language, title: page.title, encoding: page.encoding,
            head: next.map { "<link rel=\"next\" href=\"\(Markup.escape($0))\">" } ?? "",
            body: """
                <div itemscope itemtype="https://schema.org/Store">
                <h2 itemprop="name">\(page.shop)</h2>
                \(aggregate(all))
                \(posts.map { review($0) }.joined(separator: "\n"))
                </div>
                <p class="pager">\(link)</p>
                """)
    }

    private func aggregate(_ all: [Post]) -> String {
        let stars = all.compactMap(\.stars)
        guard !stars.isEmpty else { return "" }
        let tenths = stars.reduce(0, +) * 10 / stars.count
        return """
            <p itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating">
            <span itemprop="ratingValue">\(tenths / 10).\(tenths % 10)</span> / <span itemprop="bestRating">5</span>
            (<span itemprop="reviewCount">\(all.count)</span>)
            </p>
            """
    }

    private func review(_ post: Post) -> String {
        """
        <div class="opinion" id="\(post.id)" itemprop="review" itemscope itemtype="https://schema.org/Review">
        <meta itemprop="identifier" content="\(post.id)">
        <h3><a itemprop="url" href="\(post.path)"><span itemprop="name">\(Markup.escape(post.title))</span></a></h3>
        <p><span itemprop="author" itemscope itemtype="https://schema.org/Person">\
        <span itemprop="name">\(Markup.escape(post.author))</span></span>,
        <time itemprop="datePublished" datetime="\(post.published)">\(post.published.description.prefix(10))</time></p>
        \(rating(post))
        <div itemprop="reviewBody">
        \(Markup.paragraphs(post.text))
        </div>
        \(reply(post))
        </div>
        """
    }

    private func rating(_ post: Post) -> String {
        guard let stars = post.stars else { return "" }
        return """
            <p itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">
            <meta itemprop="worstRating" content="1"><meta itemprop="bestRating" content="5">
            <span itemprop="ratingValue" content="\(stars)">\(String(repeating: "*", count: stars))</span></p>
            """
    }

    private func reply(_ post: Post) -> String {
        guard let reply = post.reply else { return "" }
        return """
            <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
            <p><b itemprop="author" itemscope itemtype="https://schema.org/Organization">\
            <span itemprop="name">\(Markup.escape(reply.author))</span></b>
            <time itemprop="datePublished" datetime="\(reply.published)">\
            \(reply.published.description.prefix(10))</time></p>
            <div itemprop="text">
            \(Markup.paragraphs(reply.text))
            </div>
            </div>
            """
    }
}
