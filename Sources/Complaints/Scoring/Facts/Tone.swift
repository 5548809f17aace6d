/// Whether a text's praise is meant: after a trouble that was put right, or bitterly before one.
struct Tone {
    private var acclaim: [(words: Range<Int32>, range: Range<Int>, maySting: Bool)] = []
    var solved: [(words: Range<Int32>, range: Range<Int>)] = []
    var troubles: [Range<Int32>] = []
    /// What is liked, and what takes it back.
    var liked: [Range<Int32>] = []
    var turns: [Range<Int32>] = []

    /// `isPointed`: may be meant the other way round wherever in a sentence's beginning it stands.
    mutating func praised(_ words: Range<Int32>, _ range: Range<Int>, isPointed: Bool, in text: FoldedText) {
        let (first, after) = (Int(words.lowerBound), Int(words.upperBound))
        let opens = first == 0 || text.words[first].opensSentence || isAlone(before: first, in: text)
        let standsAlone = after < text.words.count && isAlone(before: after, in: text)
        acclaim.append((words, range, opens && (isPointed || standsAlone)))
    }

    /// More than a space stands before the word.
    private func isAlone(before index: Int, in text: FoldedText) -> Bool {
        text.words[index].start - text.words[index - 1].end > 1
    }

    /// All words that praise.
    var praises: [Range<Int>] { acclaim.map(\.range) }

    /// The words of either; at most one is given.
    func verdict() -> (solved: Range<Int>?, sting: Range<Int>?) {
        guard !acclaim.isEmpty else { return (nil, nil) }
        if let last = solved.last {
            // Whoever complains again after it was mended is not done with it.
            if !troubles.contains(where: { $0.lowerBound >= last.words.upperBound }) {
                return (last.range, nil)
            }
            return (nil, nil)
        }
        for praise in acclaim where praise.maySting {
            if troubles.contains(where: {
                $0.lowerBound >= praise.words.lowerBound && $0.lowerBound - praise.words.upperBound <= 12
                    && !($0.upperBound <= praise.words.upperBound && $0.count < praise.words.count)
            }) {
                return (nil, praise.range)
            }
        }
        return (nil, nil)
    }

    /// What takes praise back: something is liked before it, and nothing behind it. Without a word for that, a
    /// trouble in a later sentence does.
    func turn(in text: FoldedText) -> Range<Int32>? {
        let liked = self.liked + acclaim.map(\.words)
        guard let last = liked.map(\.upperBound).max() else { return nil }
        if let turn = turns.first(where: { $0.lowerBound >= last }) { return turn }
        return troubles.first { trouble in
            trouble.lowerBound >= last
                && (last...trouble.lowerBound).contains { text.words[Int($0)].opensSentence }
        }
    }
}
