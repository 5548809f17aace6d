/// FNV-1a, 64 bits: the same for ever, so fit to be stored. For change detection, not against forgery.
@inlinable
public func stableHash(_ bytes: some Sequence<UInt8>) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int64(bitPattern: hash)
}

/// Whether bytes are those of another time: eight of them a step, since a page has a hundred thousand.
/// The same for ever; a change of it costs one reading in full of every page. Not against forgery.
public func contentHash(_ bytes: [UInt8]) -> Int64 {
    var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { room in
        var index = 0
        while index + 8 <= room.count {
            let word = room.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            hash = (hash ^ word) &* 0xd6e8_feb8_6659_fd93
            hash ^= hash >> 32
            index += 8
        }
        var rest: UInt64 = 0
        for byte in room[index...] { rest = rest << 8 | UInt64(byte) }
        hash = (hash ^ rest) &* 0xd6e8_feb8_6659_fd93
        hash ^= hash >> 32
    }
    return Int64(bitPattern: hash)
}
