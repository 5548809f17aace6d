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
        var found: [UInt64] = []
        found.reserveCapacity(letters.count)
        for start in 0...(letters.count - length) {
            var hash = Fold64.start
            for offset in 0..<length { hash = Fold64.add(letters[start + offset], to: hash) }
            hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
            found.append(hash ^ (hash >> 32))
        }
        found.sort()
        var unique: [UInt64] = []
        unique.reserveCapacity(found.count)
        for hash in found where hash != unique.last { unique.append(hash) }
        hashes = unique
    }

    /// How many runs both texts have.
    func shared(with other: Shingles) -> Int {
        var (a, b, count) = (0, 0, 0)
        while a < hashes.count, b < other.hashes.count {
            let (mine, theirs) = (hashes[a], other.hashes[b])
            if mine == theirs { count += 1 }
            if mine <= theirs { a += 1 }
            if theirs <= mine { b += 1 }
        }
        return count
    }
}
