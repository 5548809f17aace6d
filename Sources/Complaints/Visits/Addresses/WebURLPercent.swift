/// Percent-encoding by the sets of the WHATWG URL Standard, and the few ASCII questions URLs ask.
enum PercentEncoding {
    /// Which bytes are written as `%XX` in one part of a URL; the rest stay as they are.
    struct Kept: Sendable {
        private let low: UInt64
        private let high: UInt64

        /// Every printable ASCII byte is kept but those of `encoded`; space is never kept.
        init(allBut encoded: String) {
            var low: UInt64 = 0
            var high: UInt64 = 0
            for byte in UInt8(0x21)...0x7E where !encoded.utf8.contains(byte) {
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
            }
            self.low = low
            self.high = high
        }

        func contains(_ byte: UInt8) -> Bool {
            byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
        }

        static let fragment = Kept(allBut: "\"<>`")
        static let query = Kept(allBut: "\"#<>'")
        static let path = Kept(allBut: "\"#<>?`{}^")
        static let userinfo = Kept(allBut: "\"#<>?`{}/:;=@[\\]^|")
        /// RFC 3986 unreserved: the bytes whose encoding never matters.
        static let unreserved = Kept(allBut: "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}")
    }

    static func encode(_ bytes: some Sequence<UInt8>, _ kept: Kept) -> String {
        String(decoding: encoded(bytes, kept), as: UTF8.self)
    }

    static func encoded(_ bytes: some Sequence<UInt8>, _ kept: Kept) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.underestimatedCount)
        for byte in bytes {
            if kept.contains(byte) { out.append(byte) } else { append(byte, to: &out) }
        }
        return out
    }

    static func append(_ byte: UInt8, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "%"))
        out.append(ASCII.upperHex(byte >> 4))
        out.append(ASCII.upperHex(byte & 15))
    }

    /// `%XX` becomes its byte; a lone `%` stays.
    static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if let (byte, next) = escape(in: bytes, at: index) {
                out.append(byte)
                index = next
            } else {
                out.append(bytes[index])
                bytes.formIndex(after: &index)
            }
        }
        return out
    }

    /// One writing for every way to encode the same bytes: escapes of unreserved characters are
    /// undone, the others are upper case, and what is not ASCII is escaped (RFC 3986 section 6.2.2).
    static func normalised(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if let (byte, next) = escape(in: bytes, at: index) {
                if Kept.unreserved.contains(byte) { out.append(byte) } else { append(byte, to: &out) }
                index = next
            } else {
                let byte = bytes[index]
                if byte > 0x20, byte < 0x7F { out.append(byte) } else { append(byte, to: &out) }
                bytes.formIndex(after: &index)
            }
        }
        return out
    }

    private static func escape<Bytes: Collection<UInt8>>(
        in bytes: Bytes, at index: Bytes.Index
    ) -> (UInt8, Bytes.Index)? {
        guard bytes[index] == UInt8(ascii: "%") else { return nil }
        let first = bytes.index(after: index)
        guard first < bytes.endIndex, let high = ASCII.hexValue(bytes[first]) else { return nil }
        let second = bytes.index(after: first)
        guard second < bytes.endIndex, let low = ASCII.hexValue(bytes[second]) else { return nil }
        return (high << 4 | low, bytes.index(after: second))
    }
}

enum ASCII {
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
    static func upperHex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x37 + nibble }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        if isDigit(byte) { return byte - 0x30 }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}
