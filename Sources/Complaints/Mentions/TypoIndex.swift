/// Words one typing mistake away: a letter left out, put in, changed, or two neighbours swapped.
///
/// Each known word is filed under itself and under itself with each one letter left out; a written
/// word that meets it there is then compared in full. Words under five letters take no mistakes:
/// too many other words are that near.
struct TypoIndex: Sendable {
    static let shortest = 5

    private var words: [[UInt32]] = []
    private var filed: [UInt64: [Int32]] = [:]

    var isEmpty: Bool { words.isEmpty }

    mutating func add(_ word: [UInt32]) {
        guard word.count >= Self.shortest else { return }
        let number = Int32(words.count)
        words.append(word)
        for key in Self.keys(word[...]) { filed[key, default: []].append(number) }
    }

    /// The hashes of the known words that are one mistake away.
    func near(_ written: ArraySlice<UInt32>) -> [UInt64] {
        guard written.count >= Self.shortest - 1, written.count <= 64 else { return [] }
        var seen: Set<Int32> = []
        var result: [UInt64] = []
        for key in Self.keys(written) {
            for number in filed[key] ?? [] where seen.insert(number).inserted {
                let word = words[Int(number)]
                if Self.isOneMistake(word[...], written) { result.append(Fold64.of(word)) }
            }
        }
        return result
    }

    private static func keys(_ word: ArraySlice<UInt32>) -> Set<UInt64> {
        var keys: Set<UInt64> = [Fold64.of(word)]
        for skipped in word.indices {
            var hash = Fold64.start
            for index in word.indices where index != skipped { hash = Fold64.add(word[index], to: hash) }
            keys.insert(hash)
        }
        return keys
    }

    static func isOneMistake(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Bool {
        guard abs(a.count - b.count) <= 1, !a.elementsEqual(b) else { return false }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let restA = a.dropFirst(start)
        let restB = b.dropFirst(start)
        if a.count > b.count { return restA.dropFirst().elementsEqual(restB) }
        if a.count < b.count { return restB.dropFirst().elementsEqual(restA) }
        if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
        let (x, y) = (Array(restA), Array(restB))
        return x.count >= 2 && x[0] == y[1] && x[1] == y[0] && x.dropFirst(2).elementsEqual(y.dropFirst(2))
    }
}
