/// Whether a list of alike blocks is one of records, or of products, articles, links, prices, events: what
/// speaks for and against it, each with its weight.
import Complaints

struct PatternJudgement {
    private(set) var score = 0.0
    private(set) var reasons: [String] = []
    /// What share of the blocks has a text of its own.
    private(set) var texts = 0.0
    var isAccepted = false

    /// What is measured over the blocks of a list.
    struct Measures {
        var count = 0
        var texts = 0
        var letters = 0
        var dates = 0
        var ahead = 0
        var authors = 0
        var ratings = 0
        var leading = 0
        var prices = 0
        var replies = 0
        var avatars = 0
        var profiles = 0
        var pictures = 0
        var distinct = 0
        var links = 0
        var whole = 0.0
        /// How alike the blocks are, 0 to 1.
        var likeness = 1.0
    }

    init(_ m: Measures, choice: FieldChoice, hints: Hints) {
        let count = Double(max(1, m.count))
        func share(_ part: Int) -> Double { Double(part) / count }
        texts = share(m.texts)
        let letters = Double(m.letters) / Double(max(1, m.texts))
        add(min(1, share(m.dates) / 0.7), "dates")
        add(min(1, share(m.authors) / 0.6) * (choice.authorTrust >= 0.75 ? 1 : 0.55), "authors")
        if m.dates + m.authors > 0 { add(1.2 * min(1, share(m.ratings) / 0.5), "marks") }
        if hints.isReview { add(1.5, "named for reviews or comments") }
        if hints.isPost { add(0.5, "named for posts") }
        if hints.namesText { add(0.2, "the text is named as such") }
        if hints.pageSpeaks { add(0.5, "the page speaks of reviews") }
        if hints.headingSpeaks { add(0.7, "under a heading that speaks of reviews") }
        if share(m.replies) >= 0.5 { add(0.7, "each can be answered") }
        if share(m.avatars) >= 0.5 { add(0.4, "pictures of people") }
        if share(m.profiles) >= 0.5 { add(0.4, "links to people") }
        if letters >= 150 { add(0.3, "long texts") }
        if letters < 20 { add(-1.5, "hardly any text") }
        if share(m.leading) >= 0.5 { add(hints.isReview ? -0.5 : -2, "each leads to a page of its own") }
        if share(m.links) >= 0.5 { add(-1.5, "mostly links") }
        if share(m.prices) >= 0.4 { add(hints.isReview ? -0.4 : -1.2, "prices") }
        if share(m.ahead) >= 0.3 { add(-1.5, "dates to come") }
        if share(m.pictures) >= 0.6 { add(-0.4, "pictures") }
        if m.count >= 3, share(m.distinct) < 0.5 { add(-2, "the same texts again") }
        if hints.isTeaser, !hints.isReview { add(-0.7, "named for articles or products") }
        if m.count > 1, m.likeness < 0.35 {
            add(-2.5 * (0.35 - m.likeness) / 0.35 - 0.5, "the blocks are not alike")
        }
        let hasPerson = share(m.authors) >= 0.4 || share(m.ratings) >= 0.4
        let hasTime = share(m.dates) >= 0.4 || share(m.ratings) >= 0.4
        if m.count == 1 {
            isAccepted =
                hints.isReview && m.dates == 1 && m.authors == 1 && m.texts == 1 && choice.authorTrust >= 0.6
                && score >= 3.2 && !hints.isArea
        } else {
            isAccepted =
                score >= 2.1 && texts >= 0.5 && (hints.isReview ? hasPerson || hasTime : hasPerson && hasTime)
        }
    }

    private mutating func add(_ weight: Double, _ reason: String) {
        guard abs(weight) > 0.04 else { return }
        score += weight
        reasons.append((weight < 0 ? "not: " : "") + reason)
    }

    /// What names around and in a list say.
    struct Hints {
        var isReview = false
        var isPost = false
        var isTeaser = false
        var pageSpeaks = false
        var headingSpeaks = false
        var namesText = false
        /// The one block is named as the place of several.
        var isArea = false
    }
}
