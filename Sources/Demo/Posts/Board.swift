import Complaints

/// All posts of the site and what can happen to them; knows nothing of HTML or HTTP.
struct Board: Sendable {
    private var posts: [DemoPage: [Post]] = [:]
    private var lastNumber: [DemoPage: Int] = [:]

    /// Fills every page with its seeds, their ages counted back from `now`.
    init(now: Instant) {
        for page in DemoPage.allCases {
            let seeds = page.seeds
            posts[page] = seeds.enumerated().map { index, seed in
                seed.post(number: seeds.count - index, on: page, now: now)
            }
            lastNumber[page] = seeds.count
        }
    }

    /// Newest first.
    subscript(page: DemoPage) -> [Post] { posts[page] ?? [] }

    func post(_ id: Post.ID) -> Post? {
        for page in DemoPage.allCases {
            if let found = self[page].first(where: { $0.id == id }) { return found }
        }
        return nil
    }

    mutating func publish(_ draft: Draft, on page: DemoPage, at time: Instant) -> Post {
        let number = (lastNumber[page] ?? 0) + 1
        lastNumber[page] = number
        let post = Post(
            id: "\(page.prefix)-\(number)", page: page, author: draft.author, published: time,
            stars: draft.stars, title: draft.title, text: draft.text)
        posts[page, default: []].insert(post, at: 0)
        return post
    }

    mutating func change(_ id: Post.ID, _ change: (inout Post) -> Void) throws(DemoFailure) -> Post {
        for page in DemoPage.allCases {
            guard let index = self[page].firstIndex(where: { $0.id == id }) else { continue }
            var post = self[page][index]
            change(&post)
            posts[page]?[index] = post
            return post
        }
        throw .noSuchPost(id)
    }

    mutating func remove(_ id: Post.ID) throws(DemoFailure) {
        for page in DemoPage.allCases where self[page].contains(where: { $0.id == id }) {
            posts[page]?.removeAll { $0.id == id }
            return
        }
        throw .noSuchPost(id)
    }
}

public enum DemoFailure: Error, Hashable, CustomStringConvertible {
    case noSuchPost(Post.ID)
    case noRepliesOn(DemoPage)
    case notRunning

    public var description: String {
        switch self {
        case .noSuchPost(let id):
            "the demo site has no post \(id); use an id that `publish` or `posts(on:)` gave"
        case .noRepliesOn(let page): "\(page.path) is a feed and shows no replies; reply on an HTML page"
        case .notRunning: "the demo site is not running; call start() first"
        }
    }
}

/// How a person who posts the same complaint a second time changes it.
public enum Retelling: Sendable, Hashable, CaseIterable {
    /// Other punctuation, spaces and capitals; the words are the same.
    case typing
    /// A word of greeting before it and a closing sentence after it.
    case framed

    func retell(_ text: String, in language: String) -> String {
        switch self {
        case .typing:
            let oneLine = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return oneLine.replacing(". ", with: "... ").uppercasedFirstWord + "!!"
        case .framed:
            let (before, after) =
                switch language {
                case "pl": ("Witam. ", " Piszę także tutaj, bo nikt nie reaguje.")
                case "ru": ("Здравствуйте. ", " Пишу и здесь, потому что никто не реагирует.")
                default: ("Hello all. ", " Posting it here as well because nobody reacts.")
                }
            return before + text + after
        }
    }
}

extension String {
    fileprivate var uppercasedFirstWord: String {
        guard let end = firstIndex(of: " ") else { return uppercased() }
        return self[..<end].uppercased() + self[end...]
    }
}
