import Complaints
import Demo
import Foundation
import Synchronization

/// A site on loopback that serves what a test lays on it and keeps every request, with its time.
public final class ScriptedSite: Sendable {
    public struct Request: Sendable {
        public var path: String
        public var headers: [(name: String, value: String)]
        public var at: ContinuousClock.Instant
        /// Requests under way when this one came, itself included.
        public var atOnce: Int

        public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    private struct State {
        var answers: [String: LoopbackAnswer] = [:]
        var faults: [String: LoopbackFault] = [:]
        var requests: [Request] = []
        var running = 0
    }

    private final class Box: Sendable {
        let state = Mutex(State())
    }

    private let box: Box
    private let server: LoopbackServer

    public var url: String { server.url }

    private init(box: Box, server: LoopbackServer) {
        self.box = box
        self.server = server
    }

    public static func start() async throws -> ScriptedSite {
        let box = Box()
        let server = try await LoopbackServer.start { request in await answer(request, box) }
        return ScriptedSite(box: box, server: server)
    }

    public func stop() async { await server.stop() }

    // MARK: What it serves

    public func put(_ path: String, _ answer: LoopbackAnswer) {
        box.state.withLock { $0.answers[path] = answer }
    }

    public func put(_ path: String, _ page: ListPage) {
        put(path, .text(page.html, type: "text/html; charset=utf-8"))
    }

    public func put(_ path: String, html: String) { put(path, .text(html, type: "text/html; charset=utf-8")) }

    public func fault(_ fault: LoopbackFault?, at path: String) {
        box.state.withLock { $0.faults[path] = fault }
    }

    /// Without those for robots.txt, unless asked for.
    public func requests(_ path: String? = nil) -> [Request] {
        box.state.withLock { state in
            state.requests.filter { path == nil ? $0.path != "/robots.txt" : $0.path == path }
        }
    }

    private static func answer(_ request: LoopbackRequest, _ box: Box) async -> LoopbackAnswer {
        let (found, fault) = box.state.withLock { state in
            state.running += 1
            state.requests.append(
                Request(path: request.target, headers: request.headers, at: .now, atOnce: state.running))
            return (state.answers[request.target], state.faults[request.target])
        }
        defer { box.state.withLock { $0.running -= 1 } }
        var answer = found ?? .text("nothing here\n", status: 404)
        let etag = answer.headers.first { $0.name == "etag" }?.value
        if let etag, request.header("if-none-match") == etag {
            answer = LoopbackAnswer(status: 304, headers: [("etag", etag)])
        }
        answer = fault?.spoil(answer) ?? answer
        // Waited for here, so that a request under way is counted as such.
        if answer.delay > .zero { try? await Task.sleep(for: answer.delay) }
        answer.delay = .zero
        return answer
    }
}

/// A page of reviews in schema.org JSON-LD.
public struct ListPage: Sendable {
    public var reviews: [Review]
    /// Path of the next page.
    public var next: String?

    public init(_ reviews: [Review], next: String? = nil) {
        self.reviews = reviews
        self.next = next
    }

    public struct Review: Sendable {
        public var id: String
        public var url: String?
        public var author: String?
        public var published: String?
        public var stars: Int?
        public var text: String
        public var reply: (text: String, published: String)?

        public init(
            _ id: String, author: String? = "Anna Nowak", published: String? = nil, stars: Int? = 1,
            text: String? = nil, url: String? = nil, reply: (text: String, published: String)? = nil
        ) {
            self.id = id
            self.url = url
            self.author = author
            self.published = published
            self.stars = stars
            self.text = text ?? Self.complaint(id)
            self.reply = reply
        }

        /// A text like no other, of which every word list says that it complains.
        public static func complaint(_ id: String) -> String {
            let words = ["kettle", "lamp", "heater", "blanket", "radio", "toaster", "clock", "mirror"]
            let seed = Int(stableHash(id.utf8).magnitude % 1_000_003)
            let things = (0..<6).map {
                words[(seed / (1 + $0 * 7) + $0) % words.count] + String(seed % (97 + $0))
            }
            return "Terrible service: the \(things[0]) broke, the \(things[1]) never arrived, "
                + "nobody answers about the \(things[2]) and \(things[3]); I want a refund for "
                + "\(things[4]) and \(things[5])."
        }
    }

    public var html: String {
        let items = reviews.map { review -> [String: Any] in
            var item: [String: Any] = ["@type": "Review", "identifier": review.id, "reviewBody": review.text]
            if let url = review.url { item["url"] = url }
            if let author = review.author { item["author"] = ["@type": "Person", "name": author] }
            if let published = review.published { item["datePublished"] = published }
            if let stars = review.stars {
                item["reviewRating"] = ["@type": "Rating", "ratingValue": stars, "bestRating": 5]
            }
            if let reply = review.reply {
                item["comment"] = [
                    "@type": "Comment", "author": ["@type": "Organization", "name": "Acme"],
                    "datePublished": reply.published, "text": reply.text,
                ]
            }
            return item
        }
        let shop: [String: Any] = [
            "@context": "https://schema.org", "@type": "Store", "name": "Acme", "review": items,
        ]
        let json = (try? JSONSerialization.data(withJSONObject: shop, options: [.sortedKeys])) ?? Data()
        let link = next.map { "<a rel=\"next\" href=\"\($0)\">more</a>" } ?? ""
        return """
            <!DOCTYPE html><html lang="en"><head><title>Acme</title>
            <script type="application/ld+json">\(String(decoding: json, as: UTF8.self))</script></head>
            <body><h1>What customers say</h1>\(link)</body></html>
            """
    }
}
