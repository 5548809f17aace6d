import Complaints

/// `manifest.json`: what an export holds, and what anyone needs to check it without Ombud.
struct Manifest: Encodable {
    var tool: String
    var made: Instant
    var caseNumber: Int64
    var subject: String
    var warc: Warc
    /// How a chain value is computed, in words.
    var chain = """
        chain = SHA-256(previous chain value as 32 bytes, zeros before the first record; the record's \
        sha256 as 32 bytes; file, start, length, kind, url and at_ms as UTF-8 with a line feed between). \
        sha256 is of the record's gzip member, which stands in the WARC at exported_start.
        """
    var mentions: [MentionPart]
    var records: [RecordPart]

    struct Warc: Encodable {
        var file: String
        var bytes: Int64
        var sha256: String
    }

    struct MentionPart: Encodable {
        var mention: String
        var source: String
        var url: String?
        var author: String?
        var published: Instant?
        var presence: String
        var firstSeen: Instant
        var revisions: [RevisionPart]
        var records: [LinkPart]
    }

    struct RevisionPart: Encodable {
        var number: Int
        var seen: Instant
        var title: String?
        var text: String
        var rating: Double?
        var reply: String?
        /// Records (UUIDs) on which it reads like this.
        var provedBy: [String]
    }

    struct LinkPart: Encodable {
        var record: String
        var revision: Int
        var role: String
    }

    struct RecordPart: Encodable {
        var number: Int64
        var record: String
        var kind: String
        var source: String?
        var url: String
        var at: Instant
        var atMs: Int64
        var file: String
        var start: Int64
        var length: Int64
        var sha256: String
        var previous: String
        var chain: String
        var payloadSha256: String?
        var refersTo: String?
        /// Where it stands in the WARC of this export; absent when its bytes were dropped.
        var exportedStart: Int64?
        var gone: Instant?
    }

    enum CodingKeys: String, CodingKey {
        case tool, made, subject, warc, chain, mentions, records
        case caseNumber = "case"
    }
}

extension Manifest.MentionPart {
    init(_ part: CaseEvidence.MentionEvidence) {
        let mention = part.mention
        self.init(
            mention: mention.id.description, source: mention.source.name, url: mention.url,
            author: mention.author, published: mention.published?.instant,
            presence: mention.presence.rawValue, firstSeen: mention.firstSeen,
            revisions: part.revisions.map { revision in
                Manifest.RevisionPart(
                    number: revision.number, seen: revision.seen, title: revision.content.title,
                    text: revision.content.text, rating: revision.content.rating?.value,
                    reply: revision.content.reply?.text,
                    provedBy: part.links.filter {
                        $0.link.revision == revision.number && $0.link.role != .vanished
                    }.map(\.record))
            },
            records: part.links.map {
                Manifest.LinkPart(
                    record: $0.record, revision: $0.link.revision, role: $0.link.role.rawValue)
            })
    }
}

extension Manifest.RecordPart {
    init(_ proved: CaseEvidence.Proved, exportedStart: Int64?) {
        let entry = proved.entry
        self.init(
            number: entry.number, record: entry.record, kind: entry.kind.rawValue,
            source: entry.source?.name, url: entry.url, at: entry.at, atMs: entry.at.milliseconds,
            file: entry.file, start: entry.start, length: entry.length, sha256: hexadecimal(entry.sha256),
            previous: hexadecimal(proved.previous), chain: hexadecimal(entry.chain),
            payloadSha256: entry.payloadDigest.map { hexadecimal($0) }, refersTo: entry.refersTo,
            exportedStart: exportedStart, gone: entry.gone)
    }
}
