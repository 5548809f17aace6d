/// A text in 96 numbers: two texts agree in about that share of them which their runs of five letters share.
///
/// MinHash over runs of five folded letters, words joined by one space. Empty for a text without letters.
public func shingleSketch(_ text: String) -> [UInt32] {
    // The least of each number: a run that comes twice changes nothing, so they need not be sorted out.
    let runs = Shingles.runs(of: FoldedText(text))
    guard !runs.isEmpty else { return [] }
    var sketch = [UInt32](repeating: .max, count: MinHash.count)
    sketch.withUnsafeMutableBufferPointer { sketch in
        MinHash.factors.withUnsafeBufferPointer { factors in
            MinHash.masks.withUnsafeBufferPointer { masks in
                for run in runs {
                    let low = UInt32(truncatingIfNeeded: run)
                    let high = UInt32(truncatingIfNeeded: run >> 32)
                    // All three hold `count` numbers.
                    for index in 0..<MinHash.count {
                        let value = (low &* factors[index] &+ high) &* 0x9E37_79B1 ^ masks[index]
                        sketch[index] = min(sketch[index], value)
                    }
                }
            }
        }
    }
    return sketch
}

/// Keys under which a text is stored and looked up: texts of which half the runs are shared meet under at
/// least one key 98 times of 100, texts that share a tenth 3 times.
public func bandKeys(of sketch: [UInt32]) -> [Int64] {
    guard sketch.count == MinHash.count else { return [] }
    return stride(from: 0, to: MinHash.count, by: MinHash.rows).map { start in
        var hash = Fold64.add(UInt32(start), to: Fold64.start)
        for row in 0..<MinHash.rows { hash = Fold64.add(sketch[start + row], to: hash) }
        return Int64(bitPattern: hash)
    }
}

/// The share of numbers in which two sketches agree.
public func sketchSimilarity(_ a: [UInt32], _ b: [UInt32]) -> Double {
    guard a.count == b.count, !a.isEmpty else { return 0 }
    return Double(zip(a, b).count { $0 == $1 }) / Double(a.count)
}

/// The constants of the sketch; stored sketches hold them for ever.
enum MinHash {
    static let count = 96
    static let rows = 3

    static let factors: [UInt32] = numbers(seed: 0x0117_B0D5).map { $0 | 1 }
    static let masks: [UInt32] = numbers(seed: 0x5EED_CA5E)

    /// SplitMix64 (Steele, Lea, Flood 2014), the upper half of each number.
    private static func numbers(seed: UInt64) -> [UInt32] {
        var state = seed
        return (0..<count).map { _ in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return UInt32(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 32)
        }
    }
}

/// The runs of five letters of a text, each as a well-mixed hash, sorted and each once.
struct Shingles {
    static let length = 5
    let hashes: [UInt64]

    init(_ text: FoldedText) {
        var found = Self.runs(of: text)
        found.sort()
        var unique: [UInt64] = []
        unique.reserveCapacity(found.count)
        for hash in found where hash != unique.last { unique.append(hash) }
        hashes = unique
    }

    /// In the order of the text, repeats and all.
    static func runs(of text: FoldedText) -> [UInt64] {
        var letters: [UInt32] = []
        letters.reserveCapacity(text.letters.count + text.words.count)
        for word in text.words {
            if !letters.isEmpty { letters.append(0x20) }
            letters += text.spelling(of: word)
        }
        guard !letters.isEmpty else { return [] }
        let length = min(Self.length, letters.count)
        var found: [UInt64] = []
        found.reserveCapacity(letters.count)
        for start in 0...(letters.count - length) {
            var hash = Fold64.start
            for offset in 0..<length { hash = Fold64.add(letters[start + offset], to: hash) }
            hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
            found.append(hash ^ (hash >> 32))
        }
        return found
    }

    /// How many runs both texts have.
    func shared(with other: Shingles) -> Int {
        var (a, b, count) = (0, 0, 0)
        while a < hashes.count, b < other.hashes.count {
            if hashes[a] == other.hashes[b] {
                count += 1
                a += 1
                b += 1
            } else if hashes[a] < other.hashes[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return count
    }
}
