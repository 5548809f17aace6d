/// Encodings of one byte a character as tables, made by iconv at the first page in each.
import Synchronization

struct SingleByteTable: Sendable {
    /// UTF-8 of the bytes from 0x80 up, up to three bytes each, the first lowest; how many is in the highest byte.
    private let units: [UInt32]

    private static let known = Mutex<[String: SingleByteTable]>([:])

    /// nil for an encoding of several bytes a character, or one that composes letters of several bytes.
    static func of(_ encoding: Encoding) -> SingleByteTable? {
        guard encoding.isSingleByte, encoding.name != "windows-1255", encoding.name != "windows-1258" else {
            return nil
        }
        if let table = known.withLock({ $0[encoding.name] }) { return table }
        guard let table = SingleByteTable(encoding) else { return nil }
        known.withLock { $0[encoding.name] = table }
        return table
    }

    private init?(_ encoding: Encoding) {
        var units: [UInt32] = []
        for byte in UInt8(0x80)...0xFF {
            let text = converted([byte][...], from: encoding)
            guard (1...3).contains(text.count) else { return nil }
            var unit = UInt32(text.count) << 24
            for (i, byte) in text.enumerated() { unit |= UInt32(byte) << UInt32(8 * i) }
            units.append(unit)
        }
        self.units = units
    }

    /// NUL becomes a space.
    func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let high = bytes.count { $0 >= 0x80 }
        return [UInt8](unsafeUninitializedCapacity: bytes.count + 2 * high) { room, count in
            for byte in bytes {
                if byte < 0x80 {
                    room[count] = byte == 0 ? 0x20 : byte
                    count += 1
                    continue
                }
                var unit = units[Int(byte) - 0x80]
                for _ in 0..<(unit >> 24) {
                    room[count] = UInt8(truncatingIfNeeded: unit)
                    unit >>= 8
                    count += 1
                }
            }
        }
    }
}
