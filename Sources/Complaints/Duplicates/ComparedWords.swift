/// The words of a text and the facts among them, ready to be held against another's.
struct ComparedWords: Sendable {
    let worded: WordedText
    let facts: [StoryFact]

    init(_ worded: WordedText) {
        self.worded = worded
        facts = StoryFactScanner(worded.text, words: worded.words, original: worded.own).facts()
    }

    init(_ original: String, site: String? = nil, boilerplate: Boilerplate = .none) {
        self.init(WordedText(original, site: site, boilerplate: boilerplate))
    }

    var text: FoldedText { worded.text }
    var words: [FoldedText.Word] { worded.words }
    var isTemplate: Bool { worded.isTemplate }
    private var own: String { worded.own }

    var hashes: [UInt64] { words.map(\.hash) }
    var letterCount: Int { words.reduce(0) { $0 + $1.letterCount } }

    func saysTheSame(as other: ComparedWords) -> Bool {
        words.count == other.words.count
            && zip(words, other.words).allSatisfy { $0.hash == $1.hash }
    }

    /// A word as it stands between spaces: "9:30" and "well-known" are one each.
    struct Written {
        /// Folded.
        var letters: ArraySlice<UInt32>
        let isCapital: Bool
        /// A mark stands right behind it: "however,".
        var hasMark = false
    }

    func written() -> [Written] {
        var written: [Written] = []
        written.reserveCapacity(words.count)
        var scalars = own.unicodeScalars.makeIterator()
        var position: Int32 = 0
        var (first, last): (Int32, Int32) = (0, 0)
        for word in words {
            // Signs of a script without spaces stand side by side, and each is a word.
            var isJoined = word.start > position && !written.isEmpty && word.first == last
            var isBehind = !written.isEmpty
            var hasMark = false
            while position < word.start, let scalar = scalars.next() {
                if scalar.properties.isWhitespace || scalar.value >= 0x3000 {
                    (isJoined, isBehind) = (false, false)
                }
                if isBehind { hasMark = Self.marks.contains(scalar) }
                position += 1
            }
            if !written.isEmpty { written[written.count - 1].hasMark = hasMark }
            while position < word.end, scalars.next() != nil { position += 1 }
            var isCapital = word.isCapital
            if isJoined { isCapital = written.removeLast().isCapital } else { first = word.first }
            last = word.last
            written.append(Written(letters: text.letters[Int(first)..<Int(last)], isCapital: isCapital))
        }
        if !written.isEmpty {
            let behind = marks(before: words.count).prefix { !$0.properties.isWhitespace }
            written[written.count - 1].hasMark = behind.last.map(Self.marks.contains) ?? false
        }
        return written
    }

    private static let marks = Set(".,!?;:…)»\"”".unicodeScalars)

    /// What stands between a word and the one before it; behind the last word for an index past it.
    func marks(before index: Int) -> Substring.UnicodeScalarView {
        let scalars = own.unicodeScalars
        let first = index == 0 ? 0 : Int(words[index - 1].end)
        let start = scalars.index(scalars.startIndex, offsetBy: first)
        guard index < words.count else { return Substring(own).unicodeScalars[start...] }
        return Substring(own).unicodeScalars[
            start..<scalars.index(start, offsetBy: Int(words[index].start) - first)]
    }

    /// The names that the text is written to: "@anna @bank that is how it was". "RT @anna" is passed on.
    var addressees: Set<UInt64> {
        var names: Set<UInt64> = []
        var position = 0
        var scalars = own.unicodeScalars.makeIterator()
        for word in text.words.prefix(while: \.isTag) {
            var last: Unicode.Scalar?
            while position < word.start, let scalar = scalars.next() {
                last = scalar
                position += 1
            }
            if last == "@" || last == "＠" { names.insert(word.hash) }
            while position < word.end, scalars.next() != nil { position += 1 }
        }
        return names
    }

    /// "UPDATE:", "Nachtrag", "EDIT", "АПД".
    func saysUpdate(at index: Int) -> Bool { Self.updates.contains(words[index].hash) }

    private static let updates: Set<UInt64> = Set(
        """
        update updated upd edit edited ps postscript addendum aktualizacja edycja dopisek uzupełnienie апд обновление
        обновлено дополнение дополнено добавлено nachtrag aktualisierung ergänzung doplnění aktualizace dodatek
        """.split { $0 == " " || $0 == "\n" }.map { Fold64.of(FoldedText(String($0)).letters) })
}
