import Complaints
import Gzip

/// A record ready to be appended: its gzip member, and its entry without a place.
public struct PackedRecord: Hashable, Sendable {
    public var entry: EvidenceEntry
    public var member: [UInt8]
}

/// Makes the records of pages: all the computing that evidence needs, before anything is locked.
public struct RecordMaker: Sendable {
    /// Header names whose values are struck out of requests, besides those that always are.
    private let secretNames: [String]
    private let compressor: GzipCompressor
    private let random: @Sendable () -> UInt64

    /// - Parameters:
    ///   - secretHeaders: names whose values are struck out of requests, besides `Authorization`,
    ///     `Proxy-Authorization` and the values of cookies.
    ///   - random: 64 bits of chance, for record IDs.
    public init(
        secretHeaders: [String] = [], compressor: GzipCompressor = GzipCompressor(),
        random: @escaping @Sendable () -> UInt64
    ) {
        secretNames = ["authorization", "proxy-authorization"] + secretHeaders
        self.compressor = compressor
        self.random = random
    }

    /// An answer in full and its request.
    /// - Parameter secretHeaders: more names to strike out, those of this source.
    public func response(
        _ exchange: Exchange, payload: Payload, source: SourceID, at: Instant, secretHeaders: [String] = []
    ) -> [PackedRecord] {
        var fields = [WARCRecord.Field("Content-Type", "application/http; msgtype=response")]
        if payload.isAsSent {
            fields.append(.init("WARC-Payload-Digest", digestField(payload.digest)))
        }
        return answer(
            .response, exchange, fields: fields, block: exchange.responseHead + exchange.body,
            payload: payload, refersTo: nil, source: source, at: at, secretHeaders: secretHeaders)
    }

    /// An answer that the page is still as in `copy`, and its request.
    /// - Parameter notModified: the server said so (304); otherwise the same bytes came again.
    public func revisit(
        _ exchange: Exchange, of copy: EvidenceEntry, notModified: Bool, source: SourceID, at: Instant,
        secretHeaders: [String] = []
    ) -> [PackedRecord] {
        answer(
            .revisit, exchange,
            fields: [.init("Content-Type", "application/http; msgtype=response")]
                + revisitFields(of: copy, notModified: notModified),
            block: exchange.responseHead, payload: nil, refersTo: copy, source: source, at: at,
            secretHeaders: secretHeaders)
    }

    /// A page that a command brought.
    public func resource(
        _ bytes: [UInt8], type: String, url: String, payload: Payload, source: SourceID, at: Instant
    ) -> [PackedRecord] {
        let fields = [
            WARCRecord.Field("Content-Type", type),
            WARCRecord.Field("WARC-Payload-Digest", digestField(payload.digest)),
        ]
        let record = WARCRecord(
            kind: .resource, id: recordID(random), at: at, url: recordURL(url), fields: fields, block: bytes)
        return [pack(record, source: source, payload: payload)]
    }

    /// A command brought the same bytes again.
    public func revisit(
        url: String, of copy: EvidenceEntry, source: SourceID, at: Instant
    ) -> [PackedRecord] {
        let record = WARCRecord(
            kind: .revisit, id: recordID(random), at: at, url: recordURL(url),
            fields: revisitFields(of: copy, notModified: false), block: [])
        return [pack(record, source: source, refersTo: copy)]
    }

    /// The first record of a file.
    func warcinfo(file: String, fields: [WARCRecord.Field], at: Instant) -> PackedRecord {
        let format = [
            WARCRecord.Field("format", "WARC File Format 1.1"),
            .init(
                "conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
            ),
        ]
        let text = (fields + format).map { "\($0.name): \($0.value)\r\n" }.joined()
        let record = WARCRecord(
            kind: .warcinfo, id: recordID(random), at: at, url: nil,
            fields: [.init("WARC-Filename", file), .init("Content-Type", "application/warc-fields")],
            block: Array(text.utf8))
        return pack(record, source: nil)
    }

    private func answer(
        _ kind: EvidenceEntry.Kind, _ exchange: Exchange, fields: [WARCRecord.Field], block: [UInt8],
        payload: Payload?, refersTo copy: EvidenceEntry?, source: SourceID, at: Instant,
        secretHeaders: [String]
    ) -> [PackedRecord] {
        let url = recordURL(exchange.url)
        let place = exchange.address.map { [WARCRecord.Field("WARC-IP-Address", $0.description)] } ?? []
        let (answerID, requestID) = (recordID(random), recordID(random))
        let answer = WARCRecord(
            kind: kind, id: answerID, at: at, url: url,
            fields: place + [.init("WARC-Concurrent-To", "<urn:uuid:\(requestID)>")] + fields, block: block)
        let request = WARCRecord(
            kind: .request, id: requestID, at: at, url: url,
            fields: place + [
                .init("WARC-Concurrent-To", "<urn:uuid:\(answerID)>"),
                .init("Content-Type", "application/http; msgtype=request"),
            ], block: MessageHead(exchange.requestHead).struck(secretNames + secretHeaders))
        var packedRequest = pack(request, source: source)
        packedRequest.entry.refersTo = answerID
        return [pack(answer, source: source, payload: payload, refersTo: copy), packedRequest]
    }

    private func revisitFields(of copy: EvidenceEntry, notModified: Bool) -> [WARCRecord.Field] {
        let profile = notModified ? "server-not-modified" : "identical-payload-digest"
        var fields = [
            WARCRecord.Field("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/\(profile)"),
            WARCRecord.Field("WARC-Refers-To", "<urn:uuid:\(copy.record)>"),
            WARCRecord.Field("WARC-Refers-To-Target-URI", copy.url),
            WARCRecord.Field("WARC-Refers-To-Date", copy.at.description),
        ]
        if let digest = copy.payloadDigest {
            fields.append(.init("WARC-Payload-Digest", digestField(digest)))
        }
        return fields
    }

    private func pack(
        _ record: WARCRecord, source: SourceID?, payload: Payload? = nil, refersTo copy: EvidenceEntry? = nil
    ) -> PackedRecord {
        let member = compressor.gzip(record.serialized())
        let entry = EvidenceEntry(
            source: source, kind: record.kind, record: record.id, url: record.url ?? "", at: record.at,
            length: Int64(member.count), sha256: sha256(member),
            payloadDigest: payload?.digest ?? copy?.payloadDigest, validator: payload?.validator,
            refersTo: copy?.record)
        return PackedRecord(entry: entry, member: member)
    }
}
