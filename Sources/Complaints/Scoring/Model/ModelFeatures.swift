import Foundation

/// What the model sees of a text: hashed character n-grams (2 to 5, within words and the spaces around them),
/// hashed words and pairs of words, and a few signs of its shape.
///
/// `ids[i]` is the hash of a feature, `values[i]` its damped count, 1 + ln(count). After scikit-learn's
/// TfidfVectorizer (`char_wb`, `sublinear_tf`), with the hashing trick of Weinberger et al. 2009.
package struct ModelFeatures {
    package private(set) var ids: [UInt32] = []
    package private(set) var values: [Float] = []
    /// Which word of the text each occurrence of a feature stands in.
    package private(set) var occurrences: [Occurrence] = []
    /// How often each feature occurs.
    package private(set) var counts: [Float] = []
    /// Where the features of characters, of words and of the shape lie.
    package private(set) var families: [Range<Int>] = []
    package static let shape = 2

    package struct Occurrence {
        /// Into `ids`.
        var feature: Int32
        /// Into the text's words.
        var word: Int32
    }

    package init(_ text: ModelText) {
        var found = FeatureCounter(text)
        defer { found.release() }
        found.addCharacters(text)
        let characters = found.count
        found.addWords(text)
        let words = found.count
        found.addShape(text)
        families = [0..<characters, characters..<words, words..<found.count]
        // unsafe: so many elements were written; they are copied before they are released.
        ids = Array(UnsafeBufferPointer(start: found.ids, count: found.count))
        counts = Array(UnsafeBufferPointer(start: found.counts, count: found.count))
        occurrences = Array(UnsafeBufferPointer(start: found.occurrences, count: found.occurred))
        values = counts.map { $0 > 1 ? 1 + log($0) : 1 }
    }

    /// At each letter or space begin at most four runs of characters; of two neighbours at most one ends a
    /// word, with a pair, and either may be a sign; the shape adds two.
    static func most(_ text: ModelText) -> Int { text.letters.count * 6 + 8 }
}

/// Counts the features of one text in room that is enough for all of them, so that nothing grows.
private struct FeatureCounter {
    let ids: UnsafeMutablePointer<UInt32>
    let counts: UnsafeMutablePointer<Float>
    let occurrences: UnsafeMutablePointer<ModelFeatures.Occurrence>
    private(set) var count = 0
    private(set) var occurred = 0
    /// Open addressing, into `ids`; -1 where nothing is.
    private let table: UnsafeMutablePointer<Int32>
    private let mask: Int

    init(_ text: ModelText) {
        // unsafe: no text has more features than this, so none is written past the room.
        let most = ModelFeatures.most(text)
        ids = .allocate(capacity: most)
        counts = .allocate(capacity: most)
        occurrences = .allocate(capacity: most)
        // At most one place in two is taken.
        var room = 64
        while room < most * 2 { room *= 2 }
        table = .allocate(capacity: room)
        table.initialize(repeating: -1, count: room)
        mask = room - 1
    }

    func release() {
        ids.deallocate()
        counts.deallocate()
        occurrences.deallocate()
        table.deallocate()
    }

    private static let longest = 5
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func extend(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        let mixed = (hash ^ UInt64(value)) &* factor
        return mixed ^ (mixed >> 29)
    }

    mutating func addCharacters(_ text: ModelText) {
        text.letters.withUnsafeBufferPointer { letters in
            for (index, word) in text.words.enumerated() {
                let (first, end) = (Int(word.first) - 1, Int(word.last) + 1)
                // A word of hundreds of letters is a blob.
                let last = min(end, first + 64)
                var start = first
                while start < last - 1 {
                    var hash = Self.extend(0x6368, letters[start])
                    var next = start + 1
                    while next < last, next < start + Self.longest {
                        hash = Self.extend(hash, letters[next])
                        add(hash, in: index)
                        next += 1
                    }
                    start += 1
                }
            }
        }
    }

    mutating func addWords(_ text: ModelText) {
        var before: UInt64?
        var beforeWord = 0
        text.letters.withUnsafeBufferPointer { letters in
            for (index, word) in text.words.enumerated() {
                var hash: UInt64 = 0
                for position in Int(word.first)...Int(word.last) {
                    let letter = position < Int(word.last) ? letters[position] : ModelText.space
                    if Self.isOfWord(letter) {
                        hash = Self.extend(hash == 0 ? 0x776F : hash, letter)
                        continue
                    }
                    if hash != 0 {
                        add(hash, in: index)
                        if let before {
                            let pair = Self.extend(before &* 31, UInt32(truncatingIfNeeded: hash))
                            add(pair, in: beforeWord)
                        }
                        before = hash
                        beforeWord = index
                        hash = 0
                    }
                    if letter >= 0x2190 { add(Self.extend(0x7369, letter), in: index) }
                }
            }
        }
    }

    @inline(__always)
    private static func isOfWord(_ letter: UInt32) -> Bool {
        if letter < 0x80 {
            return (0x61...0x7A).contains(letter) || letter == 0x30 || letter == 0x5F
        }
        return letter >= 0xAA && letter != 0xAB && letter != 0xBB && letter != 0xD7 && letter != 0xF7
            && !(0x2000...0x2BFF).contains(letter) && !(0x3000...0x3004).contains(letter)
            && !(0x1F000...0x1FAFF).contains(letter) && letter != ModelText.link
    }

    /// How long it is, and whether it shouts.
    mutating func addShape(_ text: ModelText) {
        func note(_ kind: UInt32, _ grade: Int) {
            add(Self.extend(Self.extend(0x7368, kind), UInt32(grade)), in: -1)
        }
        let letters = text.letters.count
        note(1, Int(2 * log2(Double(letters + 1))))
        let shouted = text.words.count { $0.isShouted }
        if shouted * 2 > text.words.count { note(2, min(3, shouted)) }
    }

    @inline(__always)
    private mutating func add(_ hash: UInt64, in word: Int) {
        let mixed = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
        let id = UInt32(truncatingIfNeeded: mixed >> 32)
        var place = Int(truncatingIfNeeded: mixed >> 34) & mask
        var found = table[place]
        while found >= 0, ids[Int(found)] != id {
            place = (place + 1) & mask
            found = table[place]
        }
        if found < 0 {
            found = Int32(truncatingIfNeeded: count)
            table[place] = found
            ids[count] = id
            counts[count] = 0
            count += 1
        }
        counts[Int(found)] += 1
        occurrences[occurred] = ModelFeatures.Occurrence(
            feature: found, word: Int32(truncatingIfNeeded: word))
        occurred += 1
    }
}
