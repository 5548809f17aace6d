/// Finds names in a text, in one walk over its UTF-8, in whatever way they are written: any case, accents or none,
/// first name last, a dot, a hyphen, a comma or a line break between their words, or nothing at all;
/// each of these as it is or escaped, in any mixture (`WrittenLetter`).
///
/// Bytes that are no UTF-8 stand for a gap, so that files can be walked, too.
public struct NameScan: Hashable, Sendable {
    /// The words of a name, folded, as hashes; found where a text has them one after the other.
    private struct Shape: Hashable, Sendable {
        var words: [UInt64]
        /// The first letter of what is found has to be a capital: in small letters it may be any word.
        var needsCapital: Bool
    }

    /// By their last word.
    private let shapes: [UInt64: [Shape]]
    private let longest: Int
    /// Whether a word may be one of a name, by the lowest bits of its hash.
    private let mayBeWord: [Bool]

    /// What may stand between two words of a name.
    private static let mostGap = 3

    /// - Parameters:
    ///   - names: in full, or handles.
    ///   - capitals: single words that are a name only when they begin with a capital.
    public init(_ names: [String], capitals: [String] = []) {
        var all: Set<Shape> = []
        for name in names {
            let words = Self.words(of: name)
            guard !words.isEmpty else { continue }
            for order in Self.orders(words) {
                all.insert(Shape(words: order.map { Fold64.of($0) }, needsCapital: false))
                let joined = order.flatMap(\.self)
                if words.count > 1, joined.count >= 6 {
                    all.insert(Shape(words: [Fold64.of(joined)], needsCapital: false))
                }
            }
        }
        for word in capitals {
            let words = Self.words(of: word)
            if words.count == 1 { all.insert(Shape(words: words.map { Fold64.of($0) }, needsCapital: true)) }
        }
        shapes = Dictionary(grouping: all) { $0.words.last ?? 0 }
        longest = all.map(\.words.count).max() ?? 0
        var mayBeWord = [Bool](repeating: false, count: Int(Self.wordMask) + 1)
        for word in all.flatMap(\.words) { mayBeWord[Int(word & Self.wordMask)] = true }
        self.mayBeWord = mayBeWord
    }

    private static let wordMask: UInt64 = 0xFFF

    public var isEmpty: Bool { shapes.isEmpty }

    /// As it is given, and with the last of its words first: Kowalski Jan Maria.
    static func orders<T>(_ words: [T]) -> [[T]] {
        guard words.count > 1, let last = words.last else { return [words] }
        let lastFirst = [last] + words.dropLast()
        return words.count == 2 ? [words, lastFirst] : [words, lastFirst, words.dropFirst() + [words[0]]]
    }

    private static func words(of name: String) -> [[UInt32]] {
        let folded = FoldedText(name)
        return folded.words.map { Array(folded.spelling(of: $0)) }
    }

    // MARK: Looking

    /// Where names stand, in bytes of the text's UTF-8, in their order; none overlaps another.
    public func places(in text: String) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        var text = text
        return text.withUTF8 { places(in: UnsafeRawBufferPointer($0), onlyFirst: false) }
    }

    public func holds(_ text: String) -> Bool {
        guard !isEmpty else { return false }
        var text = text
        return text.withUTF8 { !places(in: UnsafeRawBufferPointer($0), onlyFirst: true).isEmpty }
    }

    /// The same of bytes that may be anything.
    public func holds(_ bytes: [UInt8]) -> Bool {
        !isEmpty && bytes.withUnsafeBytes { !places(in: $0, onlyFirst: true).isEmpty }
    }

    /// Every name replaced; nil where there is none.
    public func replacing(in text: String, with other: String) -> String? {
        let places = places(in: text)
        guard !places.isEmpty else { return nil }
        let bytes = Array(text.utf8)
        var (result, last): ([UInt8], Int) = ([], 0)
        for place in places {
            result += bytes[last..<place.lowerBound]
            result += other.utf8
            last = place.upperBound
        }
        result += bytes[last...]
        return String(decoding: result, as: UTF8.self)
    }

    private struct Word {
        var hash = Fold64.start
        var start = 0
        var end = 0
        var isCapital = false
        /// Since the word before; beyond `mostGap` they are no words of one name.
        var gap = Int.max
    }

    private func places(in bytes: UnsafeRawBufferPointer, onlyFirst: Bool) -> [Range<Int>] {
        let (found, isDoubtful) = walk(bytes, onlyFirst: onlyFirst, isPlain: false)
        guard isDoubtful, !onlyFirst || found.isEmpty else { return found }
        let all = found + walk(bytes, onlyFirst: onlyFirst, isPlain: true).found
        return all.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, place in
            if let last = joined.last, place.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                joined.append(place)
            }
        }
    }

    /// - Parameter isPlain: escapes that may be none are read as they stand.
    /// - Returns: whether there were such, too.
    private func walk(
        _ bytes: UnsafeRawBufferPointer, onlyFirst: Bool, isPlain: Bool
    ) -> (found: [Range<Int>], isDoubtful: Bool) {
        var (found, isDoubtful): ([Range<Int>], Bool) = ([], false)
        var recent: [Word] = []
        var (word, isInWord, gap, at) = (Word(), false, Int.max, 0)
        func close() {
            guard isInWord else { return }
            isInWord = false
            guard mayBeWord[Int(word.hash & Self.wordMask)] else {
                if !recent.isEmpty { recent.removeAll(keepingCapacity: true) }
                gap = 0
                return
            }
            recent.append(word)
            if recent.count > longest { recent.removeFirst() }
            gap = 0
            guard let candidates = shapes[word.hash] else { return }
            for start in candidates.compactMap({ start(of: $0, in: recent) }).sorted() {
                // A word that was found already may be a part of a longer name.
                while let last = found.last, last.lowerBound >= start { found.removeLast() }
                guard start >= (found.last?.upperBound ?? 0) else { continue }
                return found.append(start..<word.end)
            }
        }
        func add(_ letter: UInt32, _ isCapital: Bool, _ start: Int) {
            if !isInWord { word = Word(start: start, isCapital: isCapital, gap: gap) }
            isInWord = true
            word.hash = Fold64.add(letter, to: word.hash)
        }
        let (table, count) = (Folding.table, bytes.count)
        while at < count {
            // Letters of ASCII, of which most texts are made, and the gaps between words that are no name's.
            if bytes[at] < 0x80 {
                var folded = table[Int(bytes[at])]
                if folded > 3 {
                    if !isInWord { word = Word(start: at, isCapital: folded != UInt32(bytes[at]), gap: gap) }
                    isInWord = true
                    var hash = word.hash
                    repeat {
                        hash = Fold64.add(folded, to: hash)
                        at += 1
                        folded = at < count && bytes[at] < 0x80 ? table[Int(bytes[at])] : 0
                    } while folded > 3
                    word.hash = hash
                    word.end = at
                    continue
                }
            }
            let written = WrittenLetter.read(bytes, at, isPlain: isPlain)
            let start = at
            at += written.length
            isDoubtful = isDoubtful || written.isDoubtful
            guard let scalar = written.scalar else {
                close()
                gap = Int.max
                continue
            }
            switch Folding.kind(scalar) {
            case .letter(let letter):
                add(letter, letter != scalar.value && scalar.properties.isUppercase, start)
                word.end = at
            case .letters(let first, let second):
                add(first, scalar.properties.isUppercase, start)
                add(second, false, start)
                word.end = at
            case .accent: if isInWord { word.end = at }
            case .unseen: break
            case .gap:
                close()
                let isSeen = scalar.value >= 0x20 || (0x09...0x0D).contains(scalar.value)
                gap = isSeen && gap < Self.mostGap ? gap + 1 : Int.max
            case .sign(let letter):
                close()
                add(letter, true, start)
                word.end = at
                close()
            }
            if onlyFirst, !found.isEmpty { return (found, isDoubtful) }
        }
        close()
        return (found, isDoubtful)
    }

    /// Where the words of a name begin that end with the last word that was read.
    private func start(of shape: Shape, in recent: [Word]) -> Int? {
        guard recent.count >= shape.words.count else { return nil }
        let words = recent.suffix(shape.words.count)
        guard zip(words, shape.words).allSatisfy({ $0.hash == $1 }), let first = words.first,
            words.dropFirst().allSatisfy({ $0.gap <= Self.mostGap })
        else { return nil }
        return shape.needsCapital && !first.isCapital ? nil : first.start
    }
}
