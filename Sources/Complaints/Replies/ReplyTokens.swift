/// A reply as folded words with what stands between them: promises, and what must stay inside, are looked for in it.
struct ReplyTokens {
    var tokens: [Token] = []
    /// What follows the last word.
    var tail = ""

    struct Token {
        /// Folded: no case, no accents.
        var text: String
        /// Unicode scalars of the original.
        var start: Int
        var end: Int
        /// What stands between this word and the one before.
        var gap: String
        var isNumber: Bool
        var isCapital: Bool
    }

    init(_ text: String) {
        var word = Word()
        var gap = ""
        var position = 0
        func close() {
            if let token = word.token(after: gap) {
                tokens.append(token)
                gap = ""
            }
            word = Word()
        }
        for scalar in text.unicodeScalars {
            switch Folding.kind(scalar) {
            case .letter(let letter), .sign(let letter):
                if word.changesKind(with: letter) { close() }
                word.add([letter], of: scalar, at: position)
            case .letters(let first, let second):
                if word.changesKind(with: first) { close() }
                word.add([first, second], of: scalar, at: position)
            case .accent, .unseen: word.end = max(word.end, position + 1)
            case .gap:
                close()
                gap.unicodeScalars.append(scalar)
            }
            position += 1
        }
        close()
        tail = gap
    }

    private struct Word {
        var letters: [UInt32] = []
        var start = 0
        var end = 0
        var isCapital = false

        /// `24h` and `15th` are two words.
        func changesKind(with letter: UInt32) -> Bool {
            letters.last.map { Folding.isDigit($0) != Folding.isDigit(letter) } ?? false
        }

        mutating func add(_ new: [UInt32], of scalar: Unicode.Scalar, at position: Int) {
            if letters.isEmpty {
                start = position
                isCapital = scalar.properties.isUppercase
            }
            letters += new
            end = position + 1
        }

        func token(after gap: String) -> Token? {
            guard let first = letters.first else { return nil }
            var text = ""
            for letter in letters {
                if let scalar = Unicode.Scalar(letter) { text.unicodeScalars.append(scalar) }
            }
            return Token(
                text: text, start: start, end: end, gap: gap, isNumber: Folding.isDigit(first),
                isCapital: isCapital)
        }
    }

    /// A word folded as the words of texts are.
    static func fold(_ word: String) -> String { ReplyTokens(word).tokens.map(\.text).joined(separator: " ") }

    // MARK: Sentences

    struct Sentence {
        var range: Range<Int>
        var isQuestion: Bool
    }

    /// - Parameter isMonth: whether a word is the name of a month: `15. Mai` is one sentence.
    func sentences(isMonth: (String) -> Bool) -> [Sentence] {
        var sentences: [Sentence] = []
        var first = 0
        for index in tokens.indices {
            let after = index + 1 < tokens.count ? tokens[index + 1].gap : tail
            let isLast = index + 1 == tokens.count
            guard isLast || ends(after, between: tokens[index], and: tokens[index + 1], isMonth) else {
                continue
            }
            sentences.append(
                Sentence(range: first..<index + 1, isQuestion: after.contains("?")))
            first = index + 1
        }
        return sentences
    }

    private func ends(
        _ gap: String, between word: Token, and next: Token, _ isMonth: (String) -> Bool
    ) -> Bool {
        if gap.contains(where: { "!?…;。".contains($0) }) { return true }
        if gap.contains("\n") {
            return !(gap.allSatisfy { $0 == "\n" || $0 == " " } && !next.isCapital && !next.isNumber)
        }
        guard gap.contains(".") else { return false }
        if word.isNumber { return !(next.isNumber || isMonth(next.text) || !next.isCapital) }
        return !(Self.abbreviations.contains(word.text) || gap == ".")
    }

    /// They end with a full stop and end no sentence.
    private static let abbreviations: Set<String> = [
        "godz", "ca", "tel", "nr", "ok", "approx", "max", "maks", "mr", "mrs", "ms", "dr", "min", "std", "ul",
        "г", "ул", "св", "макс", "mon", "tue", "wed", "thu", "fri", "hod", "spat", "spatest", "a", "p",
    ]
}
