/// The feeds that a page offers: as it states them, or as its links look.
import CXML2
import Complaints

struct FeedLinks {
    private var stated: [(href: String, title: String?, type: FeedLink.Kind)] = []
    private static let most = 50

    /// `<link rel=alternate type=application/rss+xml>`, `<link rel=feed>`, `<a type=application/rss+xml>`.
    mutating func consider(_ node: Node, rel: CText?, href: CText) {
        guard stated.count < Self.most else { return }
        let type = node.attribute("type")
        let kind = type.flatMap(Self.kind)
        guard kind != nil || rel?.hasWord("feed") == true else { return }
        stated.append((href.string, node.string("title").flatMap(nonEmpty), kind ?? .unknown))
    }

    func found(links: Links) -> [FeedLink] {
        var urls: Set<String> = []
        return stated.compactMap { link in
            guard let url = links.absolute(link.href), urls.insert(url).inserted else { return nil }
            return FeedLink(url: url, title: link.title, type: link.type)
        }
    }

    private static func kind(_ type: CText) -> FeedLink.Kind? {
        if type.contains("rss+xml") || type.contains("rdf+xml") || type.contains("text/rss") { return .rss }
        if type.contains("atom+xml") { return .atom }
        return type.contains("feed+json") ? .json : nil
    }

    /// Links whose address ends as feeds' do, for pages that state none.
    static func guessed(in root: Node, links: Links) -> [FeedLink] {
        var urls: Set<String> = []
        var found: [FeedLink] = []
        root.forEachElement { node in
            if node.name == "a", let href = node.attribute("href"), looksLikeFeed(href.bytes),
                let url = links.absolute(href.string), urls.insert(url).inserted
            {
                found.append(FeedLink(url: url, title: nonEmpty(node.shortText(limit: 100)), type: .unknown))
            }
            return found.count < most
        }
        return found
    }

    private static let ends = [
        "/feed", "/rss", ".rss", "/atom", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json",
        "format=rss", "format=feed", "type=rss", "feed=rss2", ".atom",
    ]

    private static func looksLikeFeed(_ href: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = href.count
        if end > 0, href[end - 1] == 0x2F { end -= 1 }
        return ends.contains { tail in
            let count = tail.utf8.count
            guard count <= end else { return false }
            return zip(href[(end - count)..<end], tail.utf8).allSatisfy { $0.lowercasedASCII == $1 }
        }
    }
}
