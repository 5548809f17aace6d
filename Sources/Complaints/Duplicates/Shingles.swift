/// The runs of five letters of a text, each as a well-mixed hash, sorted and each once: what two texts are
/// held against each other by, exactly.
struct Shingles {
    static let length = 5
    let hashes: [UInt64]

    init(_ text: FoldedText, words: [FoldedText.Word]) {
        var letters: [UInt32] = []
        letters.reserveCapacity(text.letters.count + words.count)
        for word in words {
            if !letters.isEmpty { letters.append(0x20) }
            letters += text.spelling(of: word)
        }
        guard !letters.isEmpty else {
            hashes = []
            return
        }
        let length = min(Self.length, letters.count)
        let found = [UInt64](unsafeUninitializedCapacity: letters.count - length + 1) { room, count in
            letters.withUnsafeBufferPointer { letters in
                for start in 0...(letters.count - length) {
                    var hash = Fold64.start
                    for offset in 0..<length { hash = Fold64.add(letters[start + offset], to: hash) }
                    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
                    room.initializeElement(at: start, to: hash ^ (hash >> 32))
                }
            }
            count = letters.count - length + 1
        }
        hashes = Self.sortedOnce(found)
    }

    /// Sorted, each once. Hashes are evenly spread: thrown into as many bins by their highest bits, they nearly
    /// stand in order.
    static func sortedOnce(_ found: [UInt64]) -> [UInt64] {
        var bits = 4
        while 1 << bits < found.count, bits < 14 { bits += 1 }
        var ends = [Int32](repeating: 0, count: 1 << bits)
        for hash in found { ends[Int(truncatingIfNeeded: hash >> UInt64(64 - bits))] += 1 }
        // One run over and over, or a text that was made for it.
        guard let most = ends.max(), most < 32 else {
            var unique: [UInt64] = []
            for hash in found.sorted() where hash != unique.last { unique.append(hash) }
            return unique
        }
        var end: Int32 = 0
        for bin in ends.indices {
            end += ends[bin]
            ends[bin] = end
        }
        return [UInt64](unsafeUninitializedCapacity: found.count) { room, count in
            guard !found.isEmpty else { return }
            for hash in found {
                let bin = Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
                ends[bin] -= 1
                room.initializeElement(at: Int(ends[bin]), to: hash)
            }
            for place in 1..<room.count where room[place] < room[place - 1] {
                let hash = room[place]
                var free = place
                while free > 0, room[free - 1] > hash {
                    room[free] = room[free - 1]
                    free -= 1
                }
                room[free] = hash
            }
            count = 1
            for place in 1..<room.count where room[place] != room[count - 1] {
                room[count] = room[place]
                count += 1
            }
        }
    }

    /// How many runs both texts have.
    func shared(with other: Shingles) -> Int {
        hashes.withUnsafeBufferPointer { mine in
            other.hashes.withUnsafeBufferPointer { theirs in
                var (a, b, count) = (0, 0, 0)
                while a < mine.count, b < theirs.count {
                    let (left, right) = (mine[a], theirs[b])
                    // Sums, not branches: which comes next is chance.
                    count &+= left == right ? 1 : 0
                    a &+= left <= right ? 1 : 0
                    b &+= right <= left ? 1 : 0
                }
                return count
            }
        }
    }
}
