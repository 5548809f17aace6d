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
