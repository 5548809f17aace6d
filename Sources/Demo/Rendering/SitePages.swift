import Foundation

/// Every address of the demo site and what it answers: a pure function of the board and the request.
struct SitePages {
    var board: Board
    /// `http://127.0.0.1:PORT`.
    var root: String

    func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
        guard request.method == "GET" || request.method == "HEAD" else {
            return LoopbackAnswer(status: 405, headers: [("allow", "GET, HEAD")])
        }
        switch request.path {
        case "/": return conditional(front, type: "text/html; charset=utf-8", encoding: "utf-8", request)
        case "/robots.txt": return .text(Self.robots)
        default: break
        }
        for page in DemoPage.allCases where request.path.hasPrefix(page.path) {
            let rest = request.path.dropFirst(page.path.count)
            let posts = board[page]
            if rest.isEmpty {
                return conditional(
                    list(page, posts, request), type: page.contentType, encoding: page.encoding, request)
            }
            if rest.first == "/", let post = posts.first(where: { $0.path == request.path }) {
                return conditional(single(post), type: page.contentType, encoding: page.encoding, request)
            }
        }
        return .text("There is no such page.\n", status: 404)
    }

    static let robots = """
        User-agent: *
        Disallow: /account/
        Disallow: /search
        Allow: /

        """

    private func list(_ page: DemoPage, _ posts: [Post], _ request: LoopbackRequest) -> String {
        let size = page.postsPerPage ?? max(1, posts.count)
        let number = max(1, request.query("page").flatMap { Int($0) } ?? 1)
        let first = min(posts.count, (number - 1) * size)
        let shown = Array(posts[first..<min(posts.count, first + size)])
        let hasNext = first + size < posts.count
        let next = hasNext ? "\(root)\(page.path)?page=\(number + 1)" : nil
        return render(page, shown, all: posts, next: next)
    }

    private func single(_ post: Post) -> String { render(post.page, [post], all: [post], next: nil) }

    private func render(_ page: DemoPage, _ shown: [Post], all: [Post], next: String?) -> String {
        switch page {
        case .englishReviews, .complaintsBook:
            JSONLDPage(page: page, root: root).render(shown, all: all)
        case .polishReviews, .russianReviews:
            MicrodataPage(page: page, root: root).render(shown, all: all, next: next)
        case .forum: ForumPage(page: page, root: root).render(shown)
        case .questions: FeedPage(page: page, root: root).rss(shown)
        case .reports: FeedPage(page: page, root: root).atom(shown)
        }
    }

    private var front: String {
        let links = DemoPage.allCases.map { page in
            "<li><a href=\"\(page.path)\" hreflang=\"\(page.language)\">\(Markup.escape(page.title))</a></li>"
        }
        return Markup.page(
            language: "en", title: "The demo's complaint site", encoding: "utf-8",
            body: "<ul>\n\(links.joined(separator: "\n"))\n</ul>")
    }

    /// 200 with an ETag, or 304 when the client already has these bytes.
    private func conditional(
        _ text: String, type: String, encoding: String, _ request: LoopbackRequest
    ) -> LoopbackAnswer {
        let body = Markup.bytes(text, encoding: encoding)
        let tag = "\"" + String(Self.fnv1a(body), radix: 16) + "\""
        let headers = [(name: "etag", value: tag), (name: "cache-control", value: "no-cache")]
        let known = (request.header("if-none-match") ?? "").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        if known.contains(where: { $0 == tag || $0 == "W/" + tag || $0 == "*" }) {
            return LoopbackAnswer(status: 304, headers: headers)
        }
        return LoopbackAnswer(headers: headers + [(name: "content-type", value: type)], body: body)
    }

    private static func fnv1a(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
