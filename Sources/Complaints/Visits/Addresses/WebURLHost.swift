/// The host parser of the WHATWG URL Standard: IPv6 in brackets, IPv4 in all the forms that systems
/// accept (`0x7f.1` is 127.0.0.1), and domain names as ASCII.
enum WebURLHost {
    static func serialised(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.last == UInt8(ascii: "]"), bytes.count > 2,
                let address = IPAddress(v6: bytes.dropFirst().dropLast())
            else { return nil }
            return "[" + address.description + "]"
        }
        guard let domain = WebURLDomain.ascii(PercentEncoding.decoded(bytes)), !domain.isEmpty,
            !domain.contains(where: isForbidden)
        else { return nil }
        if endsInNumber(domain) {
            guard let address = address(domain) else { return nil }
            return IPAddress(v4: address).description
        }
        return String(decoding: domain, as: UTF8.self)
    }

    private static let forbidden = Set(" #/:<>?@[\\]^|%".utf8)

    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || forbidden.contains(byte)
    }

    // MARK: IPv4 numbers

    private static func endsInNumber(_ domain: [UInt8]) -> Bool {
        var parts = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true {
            guard parts.count > 1 else { return false }
            parts.removeLast()
        }
        guard let last = parts.last, !last.isEmpty else { return false }
        return last.allSatisfy(ASCII.isDigit) || number(last) != nil
    }

    private static func address(_ domain: [UInt8]) -> UInt32? {
        var parts = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true, parts.count > 1 { parts.removeLast() }
        guard parts.count <= 4 else { return nil }
        var address: UInt64 = 0
        for (index, part) in parts.enumerated() {
            guard let value = number(part) else { return nil }
            if index == parts.count - 1 {
                guard value < 1 << UInt64(8 * (5 - parts.count)) else { return nil }
                address += value
            } else {
                guard value < 256 else { return nil }
                address += value << UInt64(8 * (3 - index))
            }
        }
        return UInt32(truncatingIfNeeded: address)
    }

    /// Decimal, `0` octal or `0x` hexadecimal; a number past 32 bits saturates, to be refused by range.
    private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
        guard !part.isEmpty else { return nil }
        var digits = part
        var radix: UInt64 = 10
        if part.count >= 2, part.first == UInt8(ascii: "0") {
            if part[part.startIndex + 1] | 0x20 == UInt8(ascii: "x") {
                digits = part.dropFirst(2)
                radix = 16
            } else {
                digits = part.dropFirst()
                radix = 8
            }
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = ASCII.hexValue(byte), UInt64(digit) < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 40)
        }
        return value
    }
}
