/// One archived record as the store knows it: where its bytes stand, and what proves that they are those.
public struct EvidenceEntry: Hashable, Sendable {
    /// Its place in the chain, given by the store; 0 before.
    public var number: Int64
    /// nil for what describes a file itself.
    public var source: SourceID?
    public var kind: Kind
    /// UUID of its WARC-Record-ID.
    public var record: String
    public var url: String
    public var at: Instant
    /// Name of the archive file, and where in it the record's gzip member stands.
    public var file: String
    public var start: Int64
    public var length: Int64
    /// Of the gzip member's bytes.
    public var sha256: [UInt8]
    /// SHA-256 over the previous entry's chain value, `sha256` and the place; empty before it is stored.
    public var chain: [UInt8]
    /// SHA-256 of the page's bytes without transfer coding; a revisit has that of what it refers to.
    public var payloadDigest: [UInt8]?
    /// `ETag`, else `Last-Modified`, of an archived response: what a later 304 is about.
    public var validator: String?
    /// The record it goes with: a revisit's response, or the answer to a request.
    public var refersTo: String?
    /// When its bytes were dropped (retention, erasure); the entry stays, so that the chain does.
    public var gone: Instant?

    /// Stands for the address of a record that was dropped because its address named somebody.
    public static let erasedURL = "erased:"

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case warcinfo, request, response, revisit, resource
    }

    public init(
        number: Int64 = 0, source: SourceID?, kind: Kind, record: String, url: String, at: Instant,
        file: String = "", start: Int64 = 0, length: Int64 = 0, sha256: [UInt8] = [], chain: [UInt8] = [],
        payloadDigest: [UInt8]? = nil, validator: String? = nil, refersTo: String? = nil,
        gone: Instant? = nil
    ) {
        self.number = number
        self.source = source
        self.kind = kind
        self.record = record
        self.url = url
        self.at = at
        self.file = file
        self.start = start
        self.length = length
        self.sha256 = sha256
        self.chain = chain
        self.payloadDigest = payloadDigest
        self.validator = validator
        self.refersTo = refersTo
        self.gone = gone
    }
}

/// What an archived page shows of one mention.
public struct EvidenceLink: Hashable, Sendable {
    public var mention: MentionID
    /// The revision as it stood after the visit.
    public var revision: Int
    public var role: Role

    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        /// The mention was first read from it.
        case made
        /// It read differently than before.
        case changed
        /// It still read the same.
        case confirmed
        /// The mention was not on it any more.
        case vanished
        case reappeared
    }

    public init(mention: MentionID, revision: Int, role: Role) {
        self.mention = mention
        self.revision = revision
        self.role = role
    }
}

/// What is archived of one page, as far as the next visit needs it.
public struct LatestEvidence: Hashable, Sendable {
    /// The latest whole copy: a response or a resource.
    public var copy: EvidenceEntry
    /// The latest revisit of that copy.
    public var revisited: Instant?

    public init(copy: EvidenceEntry, revisited: Instant? = nil) {
        self.copy = copy
        self.revisited = revisited
    }
}

/// A link of the chain after which entries are kept: earlier ones were forgotten in order.
public struct EvidenceAnchor: Hashable, Sendable {
    public var number: Int64
    public var chain: [UInt8]

    public init(number: Int64, chain: [UInt8]) {
        self.number = number
        self.chain = chain
    }

    /// Before the first entry of all.
    public static let start = EvidenceAnchor(number: 0, chain: [UInt8](repeating: 0, count: 32))
}
