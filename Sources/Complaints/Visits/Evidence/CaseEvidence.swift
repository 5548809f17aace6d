/// Everything archived about one case, as one reading of the store gave it.
public struct CaseEvidence: Hashable, Sendable {
    public var caseID: CaseID
    public var subject: String
    public var mentions: [MentionEvidence]
    /// In chain order: the linked records, their requests, and the copies that revisits refer to.
    public var records: [Proved]

    public struct MentionEvidence: Hashable, Sendable {
        public var mention: Mention
        public var revisions: [Revision]
        /// By record (its UUID).
        public var links: [Link]

        public struct Link: Hashable, Sendable {
            public var record: String
            public var link: EvidenceLink

            public init(record: String, link: EvidenceLink) {
                self.record = record
                self.link = link
            }
        }

        public init(mention: Mention, revisions: [Revision], links: [Link]) {
            self.mention = mention
            self.revisions = revisions
            self.links = links
        }
    }

    /// An entry with the chain value before it, so that anyone can recompute its own.
    public struct Proved: Hashable, Sendable {
        public var entry: EvidenceEntry
        public var previous: [UInt8]

        public init(entry: EvidenceEntry, previous: [UInt8]) {
            self.entry = entry
            self.previous = previous
        }
    }

    public init(caseID: CaseID, subject: String, mentions: [MentionEvidence], records: [Proved]) {
        self.caseID = caseID
        self.subject = subject
        self.mentions = mentions
        self.records = records
    }
}

/// The archived records as the store lists them: what a check of the archive walks.
public protocol EvidenceLedger: Sendable {
    /// Where the kept part of the chain begins.
    func anchor() async throws -> EvidenceAnchor
    /// In chain order.
    func entries(after number: Int64, limit: Int) async throws -> [EvidenceEntry]
    /// In the order of the file, those that start at `start` or later.
    func entries(in file: String, from start: Int64, limit: Int) async throws -> [EvidenceEntry]
    /// Every file that an entry names, by name.
    func files() async throws -> [String]
    /// The entry of one record, by its UUID.
    func entry(record: String) async throws -> EvidenceEntry?
}
