import Complaints

/// The bytes of a body without its chunked transfer coding (RFC 9112 section 7.1); nil when it is not
/// chunked as it should be.
public func dechunked(_ body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var at = 0
    while true {
        guard let end = body[at...].firstIndex(of: 10), let size = chunkSize(body[at..<end]) else {
            return nil
        }
        at = end + 1
        // Trailer fields may follow the last chunk; they are no part of the content.
        if size == 0 { return result }
        guard size <= body.count - at - 2 else { return nil }
        result += body[at..<at + size]
        at += size
        guard body[at] == 13, body[at + 1] == 10 else { return nil }
        at += 2
    }
}

/// Hexadecimal digits, then perhaps white space and extensions.
private func chunkSize(_ line: ArraySlice<UInt8>) -> Int? {
    var size = 0
    var digits = 0
    for byte in line {
        let digit: Int
        switch byte {
        case 0x30...0x39: digit = Int(byte) - 0x30
        case 0x41...0x46: digit = Int(byte) - 0x41 + 10
        case 0x61...0x66: digit = Int(byte) - 0x61 + 10
        case 0x3B, 32, 9, 13: return digits > 0 ? size : nil
        default: return nil
        }
        digits += 1
        guard digits <= 12 else { return nil }
        size = size << 4 | digit
    }
    return digits > 0 ? size : nil
}

/// The content of an answer as it was sent: without transfer coding, its content coding (gzip, br) stays.
public func contentAsSent(_ exchange: Exchange) -> [UInt8] {
    guard MessageHead(exchange.responseHead).isChunked else { return exchange.body }
    return dechunked(exchange.body) ?? exchange.body
}
