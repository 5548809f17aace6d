import CDeflate

/// Why bytes could not be decompressed.
public enum GzipError: Error, Hashable, Sendable, CustomStringConvertible {
    case notGzip
    /// The member that begins at this byte; libdeflate does not tell a missing end from a wrong one.
    case damaged(at: Int)
    case tooLarge(limit: Int)
    case noMemory

    public var description: String {
        switch self {
        case .notGzip: "the bytes are not gzip"
        case .damaged(let at): "the gzip member at byte \(at) is cut off or damaged"
        case .tooLarge(let limit): "the gzip data holds more than \(limit) bytes"
        case .noMemory: "there is no memory to decompress with"
        }
    }
}

/// What all members of `bytes` hold, one after the other; zeros after the last are padding.
public func gunzip(_ bytes: [UInt8], atMost limit: Int) throws(GzipError) -> [UInt8] {
    guard beginsGzip(bytes[...]) else { throw .notGzip }
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
        if at > 0, bytes[at] == 0, bytes[at...].allSatisfy({ $0 == 0 }) { break }
        guard beginsGzip(bytes[at...]) else { throw .damaged(at: at) }
        let member: GzipMember
        do {
            member = try gunzipMember(bytes, at: at, atMost: limit - result.count)
        } catch .tooLarge {
            throw .tooLarge(limit: limit)
        }
        if at == 0 { result = member.bytes } else { result += member.bytes }
        at += member.length
    }
    return result
}

/// One member: what it holds, and how many bytes it takes.
public struct GzipMember: Sendable {
    public var bytes: [UInt8]
    public var length: Int
}

/// Decompresses the one member that begins at `at`.
public func gunzipMember(
    _ bytes: [UInt8], at: Int = 0, atMost limit: Int
) throws(GzipError) -> GzipMember {
    guard at < bytes.count, beginsGzip(bytes[at...]) else { throw .notGzip }
    let available = bytes.count - at
    guard available >= 18 else { throw .damaged(at: at) }
    guard let decompressor = libdeflate_alloc_decompressor() else { throw .noMemory }
    defer { libdeflate_free_decompressor(decompressor) }
    // The last four bytes say how much a lone member holds; deflate never shrinks below a 1032nd.
    let stated = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    var capacity = min(limit, max(4096, available * 4, min(stated, available * 1032)))
    while true {
        var (used, produced) = (0, 0)
        var result = LIBDEFLATE_BAD_DATA
        let output = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { room, count in
            bytes.withUnsafeBytes { input in
                guard let start = input.baseAddress else { return }
                result = libdeflate_gzip_decompress_ex(
                    decompressor, start + at, available, room.baseAddress, capacity, &used, &produced)
            }
            // On failure the contents are undefined and must not be read.
            count = result == LIBDEFLATE_SUCCESS ? produced : 0
        }
        switch result {
        case LIBDEFLATE_SUCCESS: return GzipMember(bytes: output, length: used)
        case LIBDEFLATE_INSUFFICIENT_SPACE:
            guard capacity < limit else { throw .tooLarge(limit: limit) }
            capacity = min(limit, capacity * 4)
        default: throw .damaged(at: at)
        }
    }
}

/// Whether bytes begin as gzip does (RFC 1952 section 2.3: magic, deflate).
public func beginsGzip(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = bytes.prefix(3)
    return first.count >= 2 && first.elementsEqual([0x1F, 0x8B, 8].prefix(first.count))
}
