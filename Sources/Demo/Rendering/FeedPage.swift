import Complaints

/// The feeds of the demo site: RSS 2.0 and Atom (RFC 4287).
struct FeedPage {
    var page: DemoPage
    var root: String

    func rss(_ posts: [Post]) -> String {
        let items = posts.map { post in
            """
            <item>
            <title>\(Markup.escape(post.title))</title>
            <link>\(root)\(post.path)</link>
            <guid isPermaLink="false">\(post.id)</guid>
            <dc:creator>\(Markup.escape(post.author))</dc:creator>
            <pubDate>\(Markup.rfc822(post.published))</pubDate>
            <description>\(Markup.escape(Markup.paragraphs(post.text)))</description>
            </item>
            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
            <title>\(Markup.escape(page.title))</title>
            <link>\(root)/</link>
            <description>Questions of readers, answered on Fridays</description>
            <language>\(page.language)</language>
            \(items.joined(separator: "\n"))
            </channel>
            </rss>

            """
    }

    func atom(_ posts: [Post]) -> String {
        let entries = posts.map { post in
            """
            <entry>
            <id>\(root)\(post.path)</id>
            <title>\(Markup.escape(post.title))</title>
            <link rel="alternate" type="text/html" href="\(root)\(post.path)"/>
            <author><name>\(Markup.escape(post.author))</name></author>
            <published>\(post.published)</published>
            <updated>\(post.edited ?? post.published)</updated>
            <content type="html">\(Markup.escape(Markup.paragraphs(post.text)))</content>
            </entry>
            """
        }
        let updated = posts.map { $0.edited ?? $0.published }.max() ?? Instant(milliseconds: 0)
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(page.language)">
            <id>\(root)\(page.path)</id>
            <title>\(Markup.escape(page.title))</title>
            <updated>\(updated)</updated>
            <link rel="self" href="\(root)\(page.path)"/>
            \(entries.joined(separator: "\n"))
            </feed>

            """
    }
}
