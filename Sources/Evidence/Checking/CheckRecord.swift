import Complaints
import Gzip

/// What is wrong with the bytes that an entry names; empty when all agrees.
func faults(of member: [UInt8], for entry: EvidenceEntry, atMost limit: Int) -> [String] {
    guard sha256(member) == entry.sha256 else {
        return [
            "is not what was archived: the SHA-256 of its bytes is \(hexadecimal(sha256(member))), "
                + "the store has \(hexadecimal(entry.sha256))"
        ]
    }
    let record: ReadRecord
    do {
        let read = try gunzipMember(member, atMost: limit)
        guard read.length == member.count else { return ["is more than one gzip member"] }
        record = try ReadRecord(read.bytes)
    } catch let error as GzipError {
        return ["cannot be decompressed: \(error)"]
    } catch let error as NotARecord {
        return [error.what]
    } catch {
        return ["cannot be read: \(error)"]
    }
    return disagreements(of: record, with: entry)
}

private func disagreements(of record: ReadRecord, with entry: EvidenceEntry) -> [String] {
    var found: [String] = []
    func compare(_ name: String, _ expected: String?) {
        let actual = record.value(name)
        if actual != expected {
            found.append("has \(name) \(actual ?? "none"), the store says \(expected ?? "none")")
        }
    }
    compare("WARC-Type", entry.kind.rawValue)
    compare("WARC-Record-ID", urn(entry.record))
    compare("WARC-Date", entry.at.description)
    compare("WARC-Target-URI", entry.kind == .warcinfo ? nil : entry.url)
    if let refersTo = entry.refersTo {
        compare(entry.kind == .request ? "WARC-Concurrent-To" : "WARC-Refers-To", urn(refersTo))
    }
    if record.value("WARC-Block-Digest") != digestField(sha256(record.block)) {
        found.append("has a WARC-Block-Digest that is not that of its block")
    }
    if let digest = payloadDigest(of: record, entry), digest != entry.payloadDigest {
        found.append("holds a page whose SHA-256 is not the one in the store")
    }
    if let stated = record.value("WARC-Payload-Digest"), stated != entry.payloadDigest.map(digestField) {
        found.append("has a WARC-Payload-Digest that is not the one in the store")
    }
    return found
}

private func payloadDigest(of record: ReadRecord, _ entry: EvidenceEntry) -> [UInt8]? {
    switch entry.kind {
    case .resource: return sha256(record.block)
    case .response:
        let content = record.content
        let isChunked = MessageHead(record.head).isChunked
        return sha256(isChunked ? dechunked(content) ?? content : content)
    case .warcinfo, .request, .revisit: return nil
    }
}

private func urn(_ id: String) -> String { "<urn:uuid:\(id)>" }
