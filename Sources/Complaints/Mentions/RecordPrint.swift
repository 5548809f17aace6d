/// A fingerprint of everything that a record says: the same print is the same record, unchanged.
///
/// Not against forgery: two texts made to collide would be taken for one. The same for ever, since it is
/// stored; a change of it costs one reading in full of every page.
public func recordPrint(_ record: Record) -> Int64 {
    var print = Print()
    print.add(record.id)
    print.add(record.url)
    print.add(record.author)
    print.add(record.published)
    print.add(record.rating)
    print.add(record.title)
    print.add(record.text)
    print.add(record.reply?.author)
    print.add(record.reply?.published)
    print.add(record.reply?.text)
    return Int64(bitPattern: print.state)
}

/// Folds eight bytes a step; every part ends with its length, so that no two parts run together.
private struct Print {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15

    mutating func mix(_ word: UInt64) {
        state = (state ^ word) &* 0xd6e8_feb8_6659_fd93
        state ^= state >> 32
    }

    mutating func add(_ text: String?) {
        guard var text else { return mix(.max) }
        text.withUTF8 { bytes in
            var index = 0
            // A String's bytes need not stand on an eight-byte boundary.
            while index + 8 <= bytes.count {
                mix(
                    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                        .littleEndian)
                index += 8
            }
            var rest: UInt64 = 0
            for byte in bytes[index...] { rest = rest << 8 | UInt64(byte) }
            mix(rest)
            mix(UInt64(bytes.count))
        }
    }

    mutating func add(_ time: StatedTime?) {
        guard let time else { return mix(.max) }
        mix(UInt64(bitPattern: time.instant.milliseconds))
    }

    mutating func add(_ rating: Rating?) {
        guard let rating else { return mix(.max) }
        mix(rating.value.bitPattern)
    }
}
