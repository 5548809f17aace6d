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

    private var table: [Int32]
    private let mask: Int

    package init(_ text: ModelText) {
        var room = 64
        let most = text.letters.count * 4 + text.words.count * 4
        while room < most + most / 2 { room *= 2 }
        table = [Int32](repeating: -1, count: room)
        mask = room - 1
        ids.reserveCapacity(most)
        values.reserveCapacity(most)
        occurrences.reserveCapacity(most)
        addCharacters(text)
        let characters = ids.count
        addWords(text)
        let words = ids.count
        addShape(text)
        families = [0..<characters, characters..<words, words..<ids.count]
        counts = values
        for index in values.indices where values[index] > 1 { values[index] = 1 + log(values[index]) }
    }

    private static let longest = 5
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func extend(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        let mixed = (hash ^ UInt64(value)) &* factor
        return mixed ^ (mixed >> 29)
    }

    private mutating func addCharacters(_ text: ModelText) {
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

    private mutating func addWords(_ text: ModelText) {
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
    private mutating func addShape(_ text: ModelText) {
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
        while true {
            let found = table[place]
            if found < 0 {
                table[place] = Int32(ids.count)
                occurrences.append(Occurrence(feature: Int32(ids.count), word: Int32(word)))
                ids.append(id)
                values.append(1)
                return
            }
            if ids[Int(found)] == id {
                values[Int(found)] += 1
                occurrences.append(Occurrence(feature: found, word: Int32(word)))
                return
            }
            place = (place + 1) & mask
        }
    }
}
