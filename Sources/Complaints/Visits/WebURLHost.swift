import Foundation

/// The host parser of the WHATWG URL Standard: IPv6 in brackets, IPv4 in all the forms that systems
/// accept (`0x7f.1` is 127.0.0.1), and domain names as ASCII.
///
/// Domain names are mapped by NFKC and lower case, ignorable characters dropped, then punycode; the
/// full UTS #46 tables are left out, which changes nothing for names that can be registered.
enum WebURLHost {
    static func serialised(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.last == UInt8(ascii: "]"), bytes.count > 2,
                let address = IPAddress(v6: bytes.dropFirst().dropLast())
            else { return nil }
            return "[" + address.description + "]"
        }
        guard let domain = ascii(PercentEncoding.decoded(bytes)), !domain.isEmpty,
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

    // MARK: Domain to ASCII

    private static func ascii(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(ASCII.lower) }
        let text = String(decoding: bytes, as: UTF8.self)
        var mapped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isIgnored(scalar) { mapped.append(scalar) }
        let folded = String(mapped).precomposedStringWithCompatibilityMapping.lowercased()
            .precomposedStringWithCompatibilityMapping
        var labels: [[UInt8]] = []
        for label in folded.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isDot) {
            guard label.allSatisfy(isAllowed), let written = asciiLabel(label) else { return nil }
            labels.append(written)
        }
        return Array(labels.joined(separator: [UInt8(ascii: ".")]))
    }

    private static func asciiLabel(_ label: String.UnicodeScalarView.SubSequence) -> [UInt8]? {
        if label.allSatisfy({ $0.isASCII }) { return label.map { UInt8($0.value) } }
        if let first = label.first, isMark(first) { return nil }
        guard let encoded = Punycode.encode(label) else { return nil }
        return Array("xn--".utf8) + encoded
    }

    private static func isDot(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "\u{3002}" }

    /// Joiners (U+200C, U+200D) change meaning in some scripts and are kept.
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x180B...0x180D, 0x200B, 0x2060, 0x2064, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        if scalar.value == 0x200C || scalar.value == 0x200D { return true }
        switch scalar.properties.generalCategory {
        case .unassigned, .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return !(0xFFF9...0xFFFF).contains(scalar.value)
        }
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
