/// Punycode (RFC 3492): how a domain label that is not ASCII is written on the wire.
enum Punycode {
    /// The part after `xn--`; nil when the label is too long to count.
    static func encode(_ label: some Collection<Unicode.Scalar>) -> [UInt8]? {
        let scalars = label.map(\.value)
        var out = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = out.count
        var handled = basic
        if basic > 0 { out.append(UInt8(ascii: "-")) }
        var n: UInt32 = 128
        var delta = 0
        var bias = 72
        while handled < scalars.count {
            guard let next = scalars.lazy.filter({ $0 >= n }).min(), scalars.count < 4096 else { return nil }
            delta += Int(next - n) * (handled + 1)
            n = next
            for scalar in scalars {
                if scalar < n { delta += 1 }
                guard scalar == n else { continue }
                append(delta, bias: bias, to: &out)
                bias = adapt(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return out
    }

    /// What was encoded, from the part after `xn--` in lower case; nil when that is no punycode.
    static func decode(_ bytes: some BidirectionalCollection<UInt8>) -> [Unicode.Scalar]? {
        guard bytes.count < 4096, bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        let bytes = Array(bytes)
        let delimiter = bytes.lastIndex(of: UInt8(ascii: "-"))
        var out = bytes[..<(delimiter ?? 0)].map { Unicode.Scalar($0) }
        var rest = bytes[(delimiter.map { $0 + 1 } ?? 0)...]
        var n = 128
        var i = 0
        var bias = 72
        while !rest.isEmpty {
            let start = i
            var weight = 1
            var k = 36
            while true {
                guard let byte = rest.popFirst(), let digit = value(of: byte) else { return nil }
                i += digit * weight
                guard i <= 0x7FFF_FFFF else { return nil }
                let threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
                if digit < threshold { break }
                weight *= 36 - threshold
                guard weight <= 0x7FFF_FFFF else { return nil }
                k += 36
            }
            bias = adapt(i - start, out.count + 1, isFirst: start == 0)
            n += i / (out.count + 1)
            i %= out.count + 1
            guard n <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(n)) else { return nil }
            out.insert(scalar, at: i)
            i += 1
        }
        return out
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
        default: nil
        }
    }

    private static func append(_ delta: Int, bias: Int, to out: inout [UInt8]) {
        var q = delta
        var k = 36
        while true {
            let threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
            if q < threshold { break }
            out.append(digit(threshold + (q - threshold) % (36 - threshold)))
            q = (q - threshold) / (36 - threshold)
            k += 36
        }
        out.append(digit(q))
    }

    private static func adapt(_ delta: Int, _ points: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / points
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }

    private static func digit(_ value: Int) -> UInt8 {
        value < 26 ? UInt8(0x61 + value) : UInt8(0x30 + value - 26)
    }
}
