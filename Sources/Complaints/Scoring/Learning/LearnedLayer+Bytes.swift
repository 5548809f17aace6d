/// The layer as it is stored: little-endian, the slots that were ever touched alone.
///
/// `version` (1 byte), `count` (8), mean and precision of `bias` and of `rival` (4 each), `evidence` (8), then
/// for each slot its number (4), mean (4) and precision (4), in rising order.
extension LearnedLayer {
    /// To be raised when the same bytes, or the same decisions, would mean something else: the layer is then
    /// made anew from the decisions.
    public static let version = 1

    public var bytes: [UInt8] {
        var bytes: [UInt8] = [UInt8(Self.version)]
        append(UInt64(count), to: &bytes)
        for value in [bias.mean, bias.precision, rival.mean, rival.precision] {
            append(value.bitPattern, to: &bytes)
        }
        append(evidence.bitPattern, to: &bytes)
        for slot in precisions.indices where precisions[slot] > 0 {
            append(UInt32(slot), to: &bytes)
            append(means[slot].bitPattern, to: &bytes)
            append(precisions[slot].bitPattern, to: &bytes)
        }
        return bytes
    }

    /// nil for bytes of another version, or that are none of a layer.
    public init?(bytes: [UInt8]) {
        let head = 33
        guard bytes.count >= head, bytes[0] == UInt8(Self.version), (bytes.count - head) % 12 == 0 else {
            return nil
        }
        count = Int(clamping: Self.number(bytes, at: 1, 8))
        bias = Intercept(mean: Self.float(bytes, at: 9), precision: Self.float(bytes, at: 13))
        rival = Intercept(mean: Self.float(bytes, at: 17), precision: Self.float(bytes, at: 21))
        evidence = Double(bitPattern: Self.number(bytes, at: 25, 8))
        let numbers = [bias.mean, bias.precision, rival.mean, rival.precision]
        guard numbers.allSatisfy(\.isFinite), evidence.isFinite else { return nil }
        guard count > 0 else { return }
        means = [Float](repeating: 0, count: LearnedFeatures.slots)
        precisions = means
        for offset in stride(from: head, to: bytes.count, by: 12) {
            let slot = Int(Self.number(bytes, at: offset, 4))
            let (mean, precision) = (Self.float(bytes, at: offset + 4), Self.float(bytes, at: offset + 8))
            guard slot < means.count, mean.isFinite, precision.isFinite else { return nil }
            means[slot] = mean
            precisions[slot] = precision
        }
    }

    private func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }

    private static func number(_ bytes: [UInt8], at offset: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }

    private static func float(_ bytes: [UInt8], at offset: Int) -> Float {
        Float(bitPattern: UInt32(truncatingIfNeeded: number(bytes, at: offset, 4)))
    }
}
