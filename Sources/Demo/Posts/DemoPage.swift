/// The pages of the bundled site: one for each way of reading, in the languages and encodings that
/// complaint sites really use.
public enum DemoPage: String, Sendable, Hashable, CaseIterable {
    /// English reviews, schema.org JSON-LD, UTF-8.
    case englishReviews = "demo-reviews"
    /// Polish reviews, microdata, UTF-8, several pages linked by rel=next.
    case polishReviews = "demo-opinie"
    /// Russian reviews, microdata, windows-1251.
    case russianReviews = "demo-otzyvy"
    /// A Polish book of complaints, JSON-LD, iso-8859-2 said only in the page itself.
    case complaintsBook = "demo-ksiega-skarg"
    /// An English forum that says nothing by itself: needs an inline rule.
    case forum = "demo-forum"
    /// English questions to a consumer column, RSS.
    case questions = "demo-questions"
    /// Polish consumer reports, Atom.
    case reports = "demo-zgloszenia"

    /// The name of the source in the demo's watchlist.
    public var source: String { rawValue }

    public var path: String {
        switch self {
        case .englishReviews: "/en/reviews"
        case .polishReviews: "/pl/opinie"
        case .russianReviews: "/ru/otzyvy"
        case .complaintsBook: "/pl/ksiega-skarg"
        case .forum: "/en/forum"
        case .questions: "/en/questions.rss"
        case .reports: "/pl/zgloszenia.atom"
        }
    }

    public var language: String {
        switch self {
        case .englishReviews, .forum, .questions: "en"
        case .polishReviews, .complaintsBook, .reports: "pl"
        case .russianReviews: "ru"
        }
    }

    public var title: String {
        switch self {
        case .englishReviews: "Lumiretka: reviews by customers"
        case .polishReviews: "Lumiretka – opinie klientów"
        case .russianReviews: "Люмиретка – отзывы покупателей"
        case .complaintsBook: "Księga skarg: Lumiretka"
        case .forum: "House and Garden Forum: lamps, kettles, heating"
        case .questions: "Ask the Consumer Column"
        case .reports: "Zgłoszenia konsumentów"
        }
    }

    /// Posts shown at once; nil shows all.
    var postsPerPage: Int? { self == .polishReviews ? 4 : nil }

    /// What people write here may be about anybody, not only about the shop.
    var isAboutAnyone: Bool { self == .forum || self == .questions || self == .reports }

    /// A feed shows no answers of the shop.
    var showsReplies: Bool { self != .questions && self != .reports }

    /// WHATWG name of the encoding it is sent in.
    public var encoding: String {
        switch self {
        case .russianReviews: "windows-1251"
        case .complaintsBook: "iso-8859-2"
        default: "utf-8"
        }
    }

    var contentType: String {
        switch self {
        case .russianReviews: "text/html; charset=windows-1251"
        case .complaintsBook: "text/html"
        case .questions: "application/rss+xml; charset=utf-8"
        case .reports: "application/atom+xml; charset=utf-8"
        default: "text/html; charset=utf-8"
        }
    }

    var prefix: String {
        switch self {
        case .englishReviews: "en"
        case .polishReviews: "pl"
        case .russianReviews: "ru"
        case .complaintsBook: "ks"
        case .forum: "f"
        case .questions: "q"
        case .reports: "z"
        }
    }

    /// How the shop signs its answers.
    var shop: String { self == .russianReviews ? "Люмиретка" : "Lumiretka" }

    var seeds: [Seed] {
        switch self {
        case .englishReviews: Seed.englishReviews
        case .polishReviews: Seed.polishReviews
        case .russianReviews: Seed.russianReviews
        case .complaintsBook: Seed.complaintsBook
        case .forum: Seed.forum
        case .questions: Seed.questions
        case .reports: Seed.reports
        }
    }
}
