import Foundation

/// A review page that says what it holds in schema.org JSON-LD, beside markup for people.
struct JSONLDPage {
    var page: DemoPage
    var root: String

    func render(_ posts: [Post], all: [Post]) -> String {
        let shown = posts.map { post in
            """
            <section class="card" id="\(post.id)">
            <h2>\(Markup.escape(post.title))</h2>
            <p class="by">\(Markup.escape(post.author)), \(post.published.description.prefix(10))</p>
            \(Markup.paragraphs(post.text))
            </section>
            """
        }
        return Markup.page(
            language: page.language, title: page.title, encoding: page.encoding,
            head: """
                <link rel="canonical" href="\(root)\(page.path)">
                <script type="application/ld+json">
                \(json(posts, all: all))
                </script>
                """,
            body: shown.joined(separator: "\n"))
    }

    private func json(_ posts: [Post], all: [Post]) -> String {
        var shop: [String: Any] = [
            "@context": "https://schema.org",
            "@type": "Store",
            "name": page.shop,
            "url": root + page.path,
            "review": posts.map { review($0) },
        ]
        let stars = all.compactMap(\.stars)
        if !stars.isEmpty {
            let mean = Double(stars.reduce(0, +)) / Double(stars.count)
            shop["aggregateRating"] = [
                "@type": "AggregateRating", "ratingValue": String(format: "%.1f", mean), "bestRating": 5,
                "worstRating": 1, "reviewCount": all.count,
            ]
        }
        // A slash is written `\/`, so that no text can close the script element.
        guard
            let data = try? JSONSerialization.data(
                withJSONObject: shop, options: [.sortedKeys, .prettyPrinted])
        else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    private func review(_ post: Post) -> [String: Any] {
        var review: [String: Any] = [
            "@type": "Review",
            "@id": root + post.path,
            "identifier": post.id,
            "url": root + post.path,
            "author": ["@type": "Person", "name": post.author],
            "datePublished": post.published.description,
            "name": post.title,
            "reviewBody": post.text,
            "inLanguage": page.language,
        ]
        if let stars = post.stars {
            review["reviewRating"] = [
                "@type": "Rating", "ratingValue": stars, "bestRating": 5, "worstRating": 1,
            ]
        }
        if let edited = post.edited { review["dateModified"] = edited.description }
        if let reply = post.reply {
            review["comment"] = [
                "@type": "Comment",
                "author": ["@type": "Organization", "name": reply.author],
                "datePublished": reply.published.description,
                "text": reply.text,
            ]
        }
        return review
    }
}
