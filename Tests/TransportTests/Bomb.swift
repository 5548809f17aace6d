/// Small bodies that grow without end when they are decompressed.
enum Bomb {
    /// A zlib stream of zeros: one literal, then matches of 258 bytes at distance 1 in fixed Huffman codes
    /// (RFC 1951 section 3.2.6), 13 bits each.
    static func deflate(bytes: Int) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var bits: UInt32 = 0
        var count: UInt32 = 0
        func write(_ value: UInt32, _ length: UInt32) {
            bits |= value << count
            count += length
            while count >= 8 {
                out.append(UInt8(bits & 0xFF))
                bits >>= 8
                count -= 8
            }
        }
        write(0b011, 3)
        write(0b0000_1100, 8)
        for _ in 0..<(bytes / 258) { write(0b0_0000_1010_0011, 13) }
        return out
    }

    /// The same in a gzip frame (RFC 1952), without an end.
    static func gzip(bytes: Int) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + deflate(bytes: bytes).dropFirst(2)
    }

    /// A brotli stream (RFC 7932) of one letter: blocks of 16 MB, each a few bytes long.
    static func brotli(bytes: Int) -> [UInt8] {
        var bits: [Bool] = []
        func write(_ value: Int, _ length: Int) {
            for bit in 0..<length { bits.append(value >> bit & 1 == 1) }
        }
        write(0, 1)  // WBITS 16
        for _ in 0...(bytes / (1 << 24)) {
            write(0, 1)  // not the last
            write(2, 2)  // six nibbles of length
            write((1 << 24) - 1, 24)
            write(0, 1)  // compressed
            write(0, 3)  // one type each of literals, commands, distances
            write(0, 6)  // no postfix bits, no direct distances
            write(0, 2)  // context mode of the literals
            write(0, 2)  // one tree each of literals and distances
            write(1, 2)  // literals: a simple code
            write(0, 2)  // of one symbol
            write(0x61, 8)
            write(1, 2)  // commands: a simple code
            write(0, 2)  // of one symbol
            write(504, 10)  // insert code 23, copy code 0
            write(1, 2)  // distances: a simple code
            write(0, 2)  // of one symbol
            write(0, 6)
            write((1 << 24) - 22594, 24)  // what insert code 23 leaves to say: the whole block
        }
        while bits.count % 8 != 0 { bits.append(false) }
        return stride(from: 0, to: bits.count, by: 8).map { at in
            (0..<8).reduce(UInt8(0)) { $0 | (bits[at + $1] ? 1 << UInt8($1) : 0) }
        }
    }
}
