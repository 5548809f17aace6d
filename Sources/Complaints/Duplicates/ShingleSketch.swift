/// A text in 96 numbers: two texts agree in about that share of them which their runs of seven letters share.
///
/// MinHash over runs of seven folded letters, words joined by one space. Each run is thrown into one of 32
/// bins under each of three hashes, and a bin keeps the least (one permutation hashing: Li, Owen, Zhang 2012);
/// an empty bin of a short text takes what another holds (Shrivastava 2017). So a run costs three comparisons,
/// not 96. Empty for a text without letters.
public func shingleSketch(_ text: String) -> [UInt32] {
    var text = text
    return text.withUTF8 { bytes in
        // A folded letter is at least a byte, and so is the space before a word.
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bytes.count + 2) { letters in
            let count = FoldedLetters.fill(letters, from: bytes)
            guard count > 0 else { return [] }
            return MinHash.sketch(of: UnsafeBufferPointer(rebasing: letters[..<count]))
        }
    }
}

/// Keys under which a text is stored and looked up, 32 of them: texts of which half the runs are shared meet
/// under at least one key 98 times of 100, texts that share a tenth 3 times.
public func bandKeys(of sketch: [UInt32]) -> [Int64] {
    guard sketch.count == MinHash.count else { return [] }
    return (0..<MinHash.bins).map { bin in
        let start = bin * MinHash.rows
        var hash = (UInt64(sketch[start]) << 32 | UInt64(sketch[start + 1])) &* 0x9FB2_1C65_1E98_DF25
        hash ^= hash >> 29
        hash = (hash ^ UInt64(sketch[start + 2]) ^ UInt64(bin) << 40) &* 0xD6E8_FEB8_6659_FD93
        return Int64(bitPattern: hash ^ (hash >> 32))
    }
}

/// The share of numbers in which two sketches agree.
public func sketchSimilarity(_ a: [UInt32], _ b: [UInt32]) -> Double {
    guard a.count == b.count, !a.isEmpty else { return 0 }
    var equal: UInt32 = 0
    for index in a.indices where a[index] == b[index] { equal += 1 }
    return Double(equal) / Double(a.count)
}

/// The constants of the sketch; stored keys hold them for ever: with another constant those of a store meet no
/// new ones and have to be made again.
enum MinHash {
    static let length = 7
    static let bins = 32
    static let rows = 3
    static let count = bins * rows

    private static let base: UInt64 = 0x0000_0100_0000_01B3
    /// `base` to the power of `length`: what the letter that leaves the run weighs.
    private static let leaving: UInt64 = (0..<length).reduce(1) { power, _ in power &* base }

    static func sketch(of letters: UnsafeBufferPointer<UInt32>) -> [UInt32] {
        [UInt32](unsafeUninitializedCapacity: count) { sketch, initialized in
            sketch.initialize(repeating: .max)
            initialized = count
            var filled: (UInt32, UInt32, UInt32) = (0, 0, 0)
            let length = min(Self.length, letters.count)
            let leaving = Self.leaving
            var rolling: UInt64 = 0
            for place in 0..<letters.count {
                rolling = rolling &* base &+ UInt64(letters[place] &+ 1)
                if place + 1 < length { continue }
                if place >= length { rolling &-= leaving &* UInt64(letters[place - length] &+ 1) }
                var run = rolling
                run = (run ^ (run >> 32)) &* 0xD6E8_FEB8_6659_FD93
                run = (run ^ (run >> 29)) &* 0x9E37_79B9_7F4A_7C15
                run ^= run >> 32
                // Each hash has its five bits of the run for the bin, and its own product for the value.
                let bins = (Int(run & 31), Int(run >> 5 & 31), Int(run >> 10 & 31))
                filled.0 |= 1 << UInt32(bins.0)
                filled.1 |= 1 << UInt32(bins.1)
                filled.2 |= 1 << UInt32(bins.2)
                lower(&sketch[bins.0 * 3], to: run &* 0xBF58_476D_1CE4_E5B9)
                lower(&sketch[bins.1 * 3 + 1], to: run &* 0x94D0_49BB_1331_11EB)
                lower(&sketch[bins.2 * 3 + 2], to: run &* 0xFF51_AFD7_ED55_8CCD)
            }
            lend(&sketch, row: 0, filled: filled.0)
            lend(&sketch, row: 1, filled: filled.1)
            lend(&sketch, row: 2, filled: filled.2)
        }
    }

    @inline(__always)
    private static func lower(_ least: inout UInt32, to product: UInt64) {
        least = min(least, UInt32(truncatingIfNeeded: product >> 32))
    }

    /// Gives each empty bin what a filled one holds, the same one in every text with the same empty bins.
    private static func lend(_ sketch: inout UnsafeMutableBufferPointer<UInt32>, row: Int, filled: UInt32) {
        guard filled != .max else { return }
        for bin in 0..<bins where filled & 1 << UInt32(bin) == 0 {
            var mixed = UInt64(bin * rows + row + 1) &* 0x9E37_79B9_7F4A_7C15
            var lender: Int
            repeat {
                mixed = (mixed ^ (mixed >> 31)) &* 0xBF58_476D_1CE4_E5B9 &+ 0x5EED
                lender = Int(mixed >> 59)
            } while filled & 1 << UInt32(lender) == 0
            sketch[bin * rows + row] = sketch[lender * rows + row]
        }
    }
}
