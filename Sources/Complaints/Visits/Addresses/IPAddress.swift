/// An IPv4 or IPv6 address as its bits, so that rules about addresses never compare text.
public struct IPAddress: Hashable, Sendable {
    /// An IPv4 address stands in the last four bytes, with `isV4` set.
    let high: UInt64
    let low: UInt64
    public let isV4: Bool

    /// Four decimal numbers, or IPv6 with `::` and an optional dotted tail; brackets and a zone
    /// (`%eth0`) are allowed, anything else is nil.
    public init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
            bytes = bytes.dropFirst().dropLast()
        }
        if let zone = bytes.firstIndex(of: UInt8(ascii: "%")) { bytes = bytes[..<zone] }
        if bytes.contains(UInt8(ascii: ":")) {
            self.init(v6: bytes)
        } else {
            guard let value = Self.dotted(bytes) else { return nil }
            self.init(v4: value)
        }
    }

    /// 4 or 16 bytes in network order.
    public init?(bytes: some Collection<UInt8>) {
        switch bytes.count {
        case 4: self.init(v4: bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            self.init(
                high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
                low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
        default: return nil
        }
    }

    init(v4: UInt32) {
        high = 0
        low = UInt64(v4)
        isV4 = true
    }

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
        isV4 = false
    }

    /// 4 or 16 bytes in network order.
    public var bytes: [UInt8] {
        let all = [high, low].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
        }
        return isV4 ? Array(all.suffix(4)) : all
    }

    var v4: UInt32? { isV4 ? UInt32(low) : nil }

    private static func dotted(_ bytes: some Collection<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(ASCII.isDigit),
                part.count == 1 || part.first != UInt8(ascii: "0")
            else { return nil }
            let number = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
            guard number < 256 else { return nil }
            value = value << 8 | number
        }
        return value
    }
}

extension IPAddress {
    /// The IPv6 parser of the WHATWG URL Standard (RFC 4291 section 2.2), without brackets.
    init?(v6 bytes: some Collection<UInt8>) {
        let text = Array(bytes)
        var pieces = [UInt16](repeating: 0, count: 8)
        var count = 0
        var compress: Int?
        var at = 0
        if text.first == UInt8(ascii: ":") {
            guard text.count > 1, text[1] == UInt8(ascii: ":") else { return nil }
            at = 2
            compress = 0
        }
        while at < text.count {
            guard count < 8 else { return nil }
            if text[at] == UInt8(ascii: ":") {
                guard compress == nil else { return nil }
                at += 1
                compress = count
                continue
            }
            var value: UInt16 = 0
            let start = at
            while at < text.count, at - start < 4, let digit = ASCII.hexValue(text[at]) {
                value = value << 4 | UInt16(digit)
                at += 1
            }
            if at < text.count, text[at] == UInt8(ascii: ".") {
                guard at > start, count <= 6, let tail = Self.dotted(text[start...]) else { return nil }
                pieces[count] = UInt16(tail >> 16)
                pieces[count + 1] = UInt16(tail & 0xFFFF)
                count += 2
                at = text.count
                break
            }
            if at < text.count {
                guard text[at] == UInt8(ascii: ":"), at + 1 < text.count, at > start else { return nil }
                at += 1
            }
            pieces[count] = value
            count += 1
        }
        if let compress {
            // `::` stands for one group at least.
            guard count < 8 else { return nil }
            let moved = Array(pieces[compress..<count])
            for index in compress..<8 { pieces[index] = 0 }
            for (offset, piece) in moved.enumerated() { pieces[8 - moved.count + offset] = piece }
        } else if count != 8 {
            return nil
        }
        self.init(
            high: pieces[..<4].reduce(0) { $0 << 16 | UInt64($1) },
            low: pieces[4...].reduce(0) { $0 << 16 | UInt64($1) })
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted, or the shortest IPv6 writing (RFC 5952).
    public var description: String {
        if isV4 { return bytes.map { String($0) }.joined(separator: ".") }
        let pieces = (0..<8).map { index in
            UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> UInt64(48 - 16 * (index % 4)))
        }
        var zeros = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, pieces[end] == 0 { end += 1 }
            if end - start > max(1, zeros.count) { zeros = start..<end }
            start = max(end, start + 1)
        }
        let write = { (part: ArraySlice<UInt16>) in
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        if zeros.isEmpty { return write(pieces[...]) }
        return write(pieces[..<zeros.lowerBound]) + "::" + write(pieces[zeros.upperBound...])
    }
}
