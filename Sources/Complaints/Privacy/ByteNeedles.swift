/// Finds any of many runs of bytes in one walk, whatever their number.
///
/// A window as long as the shortest of them (at most 64 bytes) slides over the bytes, and its last three tell how far
/// it may go on without missing an end (S. Wu and U. Manber, "A Fast Algorithm for Multi-Pattern Searching", 1994;
/// by the ends, since addresses begin alike).
public struct ByteNeedles: Hashable, Sendable {
    public let texts: [String]
    private var bytes: [UInt8] = []
    /// Where each begins in `bytes`, and where the last one ends.
    private var starts: [Int] = [0]
    private var shifts: [UInt8] = []
    /// By the hash of its last bytes the first needle, and by needle the next of the same; -1 for none.
    private var heads: [Int32] = []
    private var nexts: [Int32] = []
    private var window = 0
    private var block = 1

    private static let mask = 0xFFFF

    public init(_ texts: [String]) {
        self.texts = Set(texts).filter { !$0.isEmpty }.sorted()
        guard !self.texts.isEmpty else { return }
        for text in self.texts {
            bytes += Array(text.utf8)
            starts.append(bytes.count)
        }
        window = min(64, self.texts.map(\.utf8.count).min() ?? 1)
        block = min(3, window)
        shifts = [UInt8](repeating: UInt8(window - block + 1), count: Self.mask + 1)
        heads = [Int32](repeating: -1, count: Self.mask + 1)
        nexts = [Int32](repeating: -1, count: self.texts.count)
        bytes.withUnsafeBufferPointer { all in
            guard let base = all.baseAddress else { return }
            for needle in 0..<self.texts.count {
                let first = starts[needle + 1] - window
                for step in 0...window - block {
                    let hash = Self.hash(base + first + step, block)
                    shifts[hash] = min(shifts[hash], UInt8(window - block - step))
                }
                let last = Self.hash(base + first + window - block, block)
                nexts[needle] = heads[last]
                heads[last] = Int32(needle)
            }
        }
    }

    public var isEmpty: Bool { texts.isEmpty }

    @inline(__always)
    private static func hash(_ at: UnsafePointer<UInt8>, _ block: Int) -> Int {
        var hash = Int(at[0])
        if block > 1 { hash = hash << 5 ^ Int(at[1]) }
        if block > 2 { hash = hash << 5 ^ Int(at[2]) }
        return hash & mask
    }

    /// - Parameter found: which of `texts`, and where; false ends the walk.
    private func walk(_ text: UnsafeRawBufferPointer, _ found: (_ needle: Int, Range<Int>) -> Bool) {
        guard !texts.isEmpty, text.count >= window,
            let base = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
        else { return }
        // Every index below is within the tables (the hash is masked) or was compared with the length.
        shifts.withUnsafeBufferPointer { shifts in
            bytes.withUnsafeBufferPointer { bytes in
                guard let steps = shifts.baseAddress, let own = bytes.baseAddress else { return }
                var at = window - block
                let last = text.count - block
                while at <= last {
                    let hash = Self.hash(base + at, block)
                    let step = Int(steps[hash])
                    if step > 0 {
                        at += step
                        continue
                    }
                    let end = at + block
                    at += 1
                    var needle = Int(heads[hash])
                    while needle >= 0 {
                        let (from, to) = (starts[needle], starts[needle + 1])
                        var length = 0
                        while length < to - from, length < end,
                            own[to - 1 - length] == base[end - 1 - length]
                        {
                            length += 1
                        }
                        if length == to - from, !found(needle, end - length..<end) { return }
                        needle = Int(nexts[needle])
                    }
                }
            }
        }
    }

    public func stand(in bytes: [UInt8]) -> Bool {
        var isThere = false
        bytes.withUnsafeBytes { all in
            walk(all) { _, _ in
                isThere = true
                return false
            }
        }
        return isThere
    }

    public func stand(in text: String) -> Bool { stand(in: Array(text.utf8)) }

    /// Which of `texts`, by their places.
    public func all(in bytes: [UInt8]) -> Set<Int> {
        var all: Set<Int> = []
        bytes.withUnsafeBytes { bytes in
            walk(bytes) { needle, _ in
                all.insert(needle)
                return true
            }
        }
        return all
    }

    /// What overlaps is replaced as one; nil where there is none.
    public func replacing(in text: String, with other: String) -> String? {
        let bytes = Array(text.utf8)
        var places: [Range<Int>] = []
        bytes.withUnsafeBytes { all in
            walk(all) { _, place in
                places.append(place)
                return true
            }
        }
        guard !places.isEmpty else { return nil }
        var (result, last): ([UInt8], Int) = ([], 0)
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if place.lowerBound >= last {
                result += bytes[last..<place.lowerBound]
                result += other.utf8
            }
            last = max(last, place.upperBound)
        }
        result += bytes[last...]
        return String(decoding: result, as: UTF8.self)
    }
}
