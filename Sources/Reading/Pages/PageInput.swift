/// What reading is given: one fetched body and all that is known about it. Reading asks nobody else.
import Complaints

public struct PageInput: Sendable {
    public var bytes: [UInt8]
    /// The address the body came from, after redirects.
    public var url: String
    /// The `Content-Type` header as sent.
    public var contentType: String?
    /// nil reads by what the page says of itself.
    public var rule: Rule?
    /// BCP 47 tag that the operator states.
    public var language: String?
    /// IANA zone of the dates that the site writes without one.
    public var zone: String?
    public var now: Instant
    /// Selector of the next page that the source states, before what the page says.
    public var next: String?
    /// The `Link` headers as sent: a next page that they state is believed before the page's own.
    public var linkHeaders: [String]
    /// Selector or JSONPath of the cursor that the next address is made with.
    public var cursor: String?
    /// Which links lead to the pages that hold the records; nil looks for none.
    public var follow: Follow.Links?
    /// Whether links that only look like feeds count where the page states none.
    public var seeksFeed: Bool
    /// Ways that are not to be believed: what they say is left out, as if the page did not say it.
    public var without: Set<Via>
    public var limits: ReadingLimits

    public init(
        bytes: [UInt8], url: String, contentType: String? = nil, rule: Rule? = nil, language: String? = nil,
        zone: String? = nil, now: Instant, next: String? = nil, linkHeaders: [String] = [],
        cursor: String? = nil, follow: Follow.Links? = nil, seeksFeed: Bool = false,
        without: Set<Via> = [], limits: ReadingLimits = ReadingLimits()
    ) {
        self.bytes = bytes
        self.url = url
        self.contentType = contentType
        self.rule = rule
        self.language = language
        self.zone = zone
        self.now = now
        self.next = next
        self.linkHeaders = linkHeaders
        self.cursor = cursor
        self.follow = follow
        self.seeksFeed = seeksFeed
        self.without = without
        self.limits = limits
    }

    func allows(_ way: Via) -> Bool { !without.contains(way) }
}

/// Why nothing could be read from a body at all.
public enum ReadingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    /// Not text: what it seems to be.
    case binary(String)
    case illFormed(kind: String)
    /// A selector of the rule that is no selector: the field, the selector, what is wrong with it.
    case faultySelector(field: String, selector: String, fault: String)
    /// More tags, or brackets of JSON, inside each other than the limit.
    case tooDeep(limit: Int)
    case tooManyLinks(limit: Int)
    case tooManyTags(limit: Int)

    public var description: String {
        switch self {
        case .empty: "the body is empty; nothing can be read from it"
        case .binary(let what):
            "the body is \(what), not a page; give the address of an HTML page, a feed or a JSON answer"
        case .illFormed(let kind):
            "the body is \(kind) too ill-formed to be read; look at it with `ombud source try`"
        case .faultySelector(let field, let selector, let fault):
            "rule \(field): \"\(selector)\": \(fault)"
        case .tooDeep(let limit):
            "the page nests more than \(limit) tags or brackets inside each other, which no honest page does; "
                + "raise `fetch.max-depth` of its source if it is one"
        case .tooManyLinks(let limit):
            "the page has more than \(limit) links; raise `fetch.max-links` of its source if it is an honest list"
        case .tooManyTags(let limit):
            "the page has more than \(limit) tags and attributes; give the address of a shorter page"
        }
    }
}

/// What the ways of reading share about the page they read.
struct ReadingContext {
    var links: Links
    var language: String?
    var zone: String?
    var now: Instant

    /// The order of the page's dates in numbers, once it is known.
    var order: DateOrder?
    let numericDates = NumericDates()

    /// The date of a record, from which the page's order is learned.
    func date(_ text: String) -> StatedTime? {
        if order == nil { numericDates.see(text) }
        return parsed(text)
    }

    func parsed(_ text: String) -> StatedTime? {
        parseDate(text, language: language, now: now, zone: zone, order: order)
    }
}

/// `pl` of `pl-PL`; nil for what is no language tag.
func primaryLanguage(_ tag: String) -> String? {
    let first = tag.utf8.prefix { $0 != 0x2D && $0 != 0x5F }
    guard (2...3).contains(first.count), first.allSatisfy(\.isASCIILetter) else { return nil }
    return String(decoding: first.map(\.lowercasedASCII), as: UTF8.self)
}
