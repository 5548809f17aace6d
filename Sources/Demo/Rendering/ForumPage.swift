/// A forum page with no markup for machines: only an inline rule in the watchlist can read it.
struct ForumPage {
    var page: DemoPage
    var root: String

    func render(_ posts: [Post]) -> String {
        Markup.page(
            language: page.language, title: page.title, encoding: page.encoding,
            body: """
                <p class="count">\(posts.count) topics</p>
                \(posts.map { topic($0) }.joined(separator: "\n"))
                """)
    }

    private func topic(_ post: Post) -> String {
        """
        <article class="post" data-id="\(post.id)">
        <h3><a class="permalink" href="\(post.path)">\(Markup.escape(post.title))</a></h3>
        <p class="meta">by <span class="author">\(Markup.escape(post.author))</span> on
        <time class="posted" datetime="\(post.published)">\(post.published.description.prefix(10))</time>
        \(stars(post))</p>
        <div class="body">
        \(Markup.paragraphs(post.text))
        </div>
        \(reply(post))
        </article>
        """
    }

    private func stars(_ post: Post) -> String {
        guard let stars = post.stars else { return "" }
        return "<span class=\"stars\" data-value=\"\(stars)\">\(stars)/5</span>"
    }

    private func reply(_ post: Post) -> String {
        guard let reply = post.reply else { return "" }
        return """
            <div class="owner-reply">
            <p class="meta"><span class="author">\(Markup.escape(reply.author))</span> answered on
            <time datetime="\(reply.published)">\(reply.published.description.prefix(10))</time></p>
            <div class="body">
            \(Markup.paragraphs(reply.text))
            </div>
            </div>
            """
    }
}
