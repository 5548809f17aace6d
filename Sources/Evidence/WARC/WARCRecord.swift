import Complaints

/// One record of WARC 1.1 (ISO 28500:2017) as a value and as bytes.
public struct WARCRecord: Hashable, Sendable {
    public var kind: EvidenceEntry.Kind
    /// UUID.
    public var id: String
    public var at: Instant
    /// Absent in a warcinfo record.
    public var url: String?
    /// All other named fields, in order, without `Content-Length`.
    public var fields: [Field]
    public var block: [UInt8]

    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(
        kind: EvidenceEntry.Kind, id: String, at: Instant, url: String?, fields: [Field], block: [UInt8]
    ) {
        self.kind = kind
        self.id = id
        self.at = at
        self.url = url
        self.fields = fields
        self.block = block
    }

    /// Header, block and the two line ends after it; the block's digest is computed here.
    public func serialized() -> [UInt8] {
        var head = "WARC/1.1\r\nWARC-Type: \(kind.rawValue)\r\nWARC-Record-ID: <urn:uuid:\(id)>\r\n"
        head += "WARC-Date: \(at)\r\n"
        if let url { head += "WARC-Target-URI: \(url)\r\n" }
        for field in fields { head += "\(field.name): \(lineSafe(field.value))\r\n" }
        head += "WARC-Block-Digest: \(digestField(sha256(block)))\r\n"
        head += "Content-Length: \(block.count)\r\n\r\n"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.utf8.count + block.count + 4)
        bytes += head.utf8
        bytes += block
        bytes += lineEnd + lineEnd
        return bytes
    }
}

let lineEnd: [UInt8] = [13, 10]

/// A value that cannot end its line: control characters become spaces.
private func lineSafe(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 < 32 || $0 == 127 }) else { return value }
    return String(decoding: value.utf8.map { $0 < 32 || $0 == 127 ? 32 : $0 }, as: UTF8.self)
}

/// A URL as records and chain values have it: characters that no URI holds are percent-encoded.
func recordURL(_ url: String) -> String {
    guard url.utf8.contains(where: { $0 <= 32 || $0 == 127 }) else { return url }
    let hex = Array("0123456789ABCDEF".utf8)
    let bytes = url.utf8.flatMap {
        $0 <= 32 || $0 == 127 ? [37, hex[Int($0 >> 4)], hex[Int($0 & 15)]] : [$0]
    }
    return String(decoding: bytes, as: UTF8.self)
}
