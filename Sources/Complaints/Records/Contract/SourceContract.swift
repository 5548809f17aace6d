/// The contract of one source, as its visits find and leave it.
public struct SourceContract: Hashable, Sendable {
    /// As the source was read when it was learned: another rule, another contract.
    public var readAs: Int64
    public var contract: Contract
    /// nil while it is kept.
    public var broken: Broken?
    /// The last time that people let it be learned anew.
    public var accepted: Acceptance?

    public init(
        readAs: Int64, contract: Contract = Contract(), broken: Broken? = nil, accepted: Acceptance? = nil
    ) {
        self.readAs = readAs
        self.contract = contract
        self.broken = broken
        self.accepted = accepted
    }

    /// Keeps how the records look, and no value of any of them.
    public mutating func forgetSamples() {
        contract.examples = [:]
        guard var seen = broken else { return }
        seen.breaches = seen.breaches.map { Breach($0.field, before: "", after: "") }
        seen.held = []
        broken = seen
    }

    public struct Broken: Hashable, Sendable {
        public var since: Instant
        /// By which way the records were read that broke it.
        public var way: Via?
        public var breaches: [Breach]
        /// Read by this instead; nil where no way keeps the contract, so that the records are held back.
        public var fallback: Via?
        /// What was held back of the last visit.
        public var held: [HeldRecord]
        /// Of the bytes they were read from: the same bytes need not be tried in every way again.
        public var heldHash: Int64?

        public init(
            since: Instant, way: Via?, breaches: [Breach], fallback: Via? = nil, held: [HeldRecord] = [],
            heldHash: Int64? = nil
        ) {
            self.since = since
            self.way = way
            self.breaches = breaches
            self.fallback = fallback
            self.held = held
            self.heldHash = heldHash
        }

        /// One sentence without its end: what is not as it was, and what comes of it.
        public var reason: String {
            let fields = breaches.map(\.field.rawValue).joined(separator: ", ")
            let way = way.map { ", read by \($0.rawValue)," } ?? ""
            let end =
                fallback.map { "its records are read by \($0.rawValue) instead" }
                ?? "what was read is held back until `ombud source accept` takes it, or the page is as before"
            return "\(fields)\(way) \(breaches.count == 1 ? "is" : "are") not as before; \(end)"
        }
    }

    public struct Acceptance: Hashable, Sendable {
        public var at: Instant
        public var by: String

        public init(at: Instant, by: String) {
            self.at = at
            self.by = by
        }
    }
}

/// A record that was held back, for staff to look at.
public struct HeldRecord: Hashable, Sendable, Codable {
    public var id: String?
    public var url: String?
    public var author: String?
    /// RFC 3339.
    public var published: String?
    public var rating: Rating?
    public var title: String?
    public var text: String
    public var reply: String?
    public var via: Via

    /// Of one batch, and of one text.
    public static let most = 50
    public static let mostText = 1000

    public init(_ record: Record) {
        id = record.id.map { String($0.prefix(300)) }
        url = record.url.map { String($0.prefix(1000)) }
        author = record.author.map { String($0.prefix(Self.mostText)) }
        published = record.published?.instant.rfc3339()
        rating = record.rating
        title = record.title.map { String($0.prefix(Self.mostText)) }
        text = String(record.text.prefix(Self.mostText))
        reply = record.reply.map { String($0.text.prefix(Self.mostText)) }
        via = record.via
    }
}
