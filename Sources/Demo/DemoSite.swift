import Complaints

/// The bundled complaint site: what customers of an invented shop wrote about it, on seven pages that
/// are read in seven ways, served on loopback. People can write, edit, repeat, answer and delete on it
/// while a daemon watches.
public actor DemoSite {
    private var board: Board
    private var server: LoopbackServer?
    private var faults: [String: LoopbackFault] = [:]
    private var counts: [String: Int] = [:]

    /// The shop that the pages are about.
    public static let shop = "Lumiretka"

    /// Every page is filled with posts, from hours to months older than `now`.
    public init(now: Instant) { board = Board(now: now) }

    /// Opens the port and returns it; port 0 takes a free one.
    @discardableResult
    public func start(port: Int = 0) async throws -> Int {
        let server = try await LoopbackServer.start(port: port) { [weak self] request in
            await self?.answer(request) ?? LoopbackAnswer(status: 503)
        }
        self.server = server
        return server.port
    }

    public func stop() async {
        await server?.stop()
        server = nil
    }

    // MARK: What people do on it

    /// Somebody writes a new post; it stands first on its page.
    @discardableResult
    public func publish(_ draft: Draft, on page: DemoPage, at time: Instant) -> Post {
        board.publish(draft, on: page, at: time)
    }

    /// The author changes the post; what is nil stays.
    @discardableResult
    public func edit(
        _ id: Post.ID, title: String? = nil, text: String? = nil, stars: Int? = nil, at time: Instant
    ) throws(DemoFailure) -> Post {
        try board.change(id) { post in
            if let title { post.title = title }
            if let text { post.text = text }
            if let stars { post.stars = stars }
            post.edited = time
        }
    }

    /// The author posts the same complaint on another page, a little changed, under a new id.
    @discardableResult
    public func crossPost(
        _ id: Post.ID, to page: DemoPage, at time: Instant, retelling: Retelling = .typing
    ) throws(DemoFailure) -> Post {
        guard let post = board.post(id) else { throw .noSuchPost(id) }
        let draft = Draft(
            author: post.author, stars: post.stars, title: post.title,
            text: retelling.retell(post.text, in: post.page.language))
        return board.publish(draft, on: page, at: time)
    }

    /// The shop answers in public, under the post; a second answer replaces the first.
    @discardableResult
    public func reply(to id: Post.ID, text: String, at time: Instant) throws(DemoFailure) -> Post {
        guard let post = board.post(id) else { throw .noSuchPost(id) }
        guard post.page.showsReplies else { throw .noRepliesOn(post.page) }
        return try board.change(id) { post in
            post.reply = Post.ShopReply(author: post.page.shop, published: time, text: text)
        }
    }

    /// The shop takes its answer away again.
    @discardableResult
    public func withdrawReply(to id: Post.ID) throws(DemoFailure) -> Post {
        try board.change(id) { $0.reply = nil }
    }

    /// The post disappears from its page.
    public func remove(_ id: Post.ID) throws(DemoFailure) { try board.remove(id) }

    /// Newest first.
    public func posts(on page: DemoPage) -> [Post] { board[page] }

    // MARK: What a watcher meets

    /// `http://127.0.0.1:PORT`.
    public func url() throws(DemoFailure) -> String {
        guard let server else { throw .notRunning }
        return server.url
    }

    public func url(of page: DemoPage) throws(DemoFailure) -> String { try url() + page.path }

    /// The permalink, as the pages write it.
    public func url(of post: Post) throws(DemoFailure) -> String { try url() + post.path }

    /// Makes every request for this path (without its query) go wrong; nil mends it.
    public func fault(_ fault: LoopbackFault?, at path: String) { faults[path] = fault }

    public func fault(_ fault: LoopbackFault?, on page: DemoPage) { faults[page.path] = fault }

    /// How often this path was asked for, whatever was answered.
    public func requestCount(of path: String) -> Int { counts[path] ?? 0 }

    private func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
        let path = request.path
        counts[path, default: 0] += 1
        let good = SitePages(board: board, root: server?.url ?? "http://" + (request.header("host") ?? ""))
            .answer(request)
        return faults[path]?.spoil(good) ?? good
    }
}
