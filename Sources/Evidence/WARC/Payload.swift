import Complaints

/// What a page's bytes are compared by from visit to visit.
public struct Payload: Hashable, Sendable {
    /// SHA-256 of the content without transfer coding; its content coding (gzip, br) stays.
    public var digest: [UInt8]
    /// The block holds the same bytes after its head. Where it does not (chunked), the digest is left out
    /// of the response record: readers disagree on whether it is of the bytes before or after decoding.
    public var isAsSent: Bool
    /// `ETag`, else `Last-Modified`: what a later 304 is about.
    public var validator: String?

    public init(_ exchange: Exchange) {
        let head = MessageHead(exchange.responseHead)
        validator = head.values("etag").first ?? head.values("last-modified").first
        if head.isChunked, let content = dechunked(exchange.body) {
            digest = sha256(content)
            isAsSent = false
        } else {
            digest = sha256(exchange.body)
            isAsSent = !head.hasTransferCoding
        }
    }

    /// Of a page that no HTTP brought.
    public init(_ bytes: [UInt8]) {
        digest = sha256(bytes)
        isAsSent = true
        validator = nil
    }
}
