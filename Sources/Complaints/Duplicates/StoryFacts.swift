/// The facts of two stories held against each other: which they share, and which one replaces by another.
struct StoryFacts {
    let left: [StoryFact]
    let right: [StoryFact]

    /// A fact that stands where the other text has another of its kind.
    struct Replaced {
        var left: StoryFact
        var right: StoryFact

        /// "another sum: 1200 / 1350".
        var words: String { "another \(left.noun): \(left.shown) / \(right.shown)" }

        var isPlace: Bool { left.kind == .name && left.isPlace && right.isPlace }

        /// A name or an hour that the same person may state otherwise.
        var isMere: Bool { left.kind == .name || left.kind == .time || left.kind == .weekday }

        /// Says less than a sum or a date: among many other words it may have changed by chance.
        var isSlight: Bool {
            switch left.kind {
            case .number, .time, .name, .weekday: true
            case .sum, .date, .order, .phone, .month: false
            }
        }
    }

    /// Gaps with more words than these are told anew, not filled in otherwise.
    private static let mostWords = 12

    /// - Parameter leastSlight: slight facts count where they are at least one of so many changes.
    func replaced(in alignment: WordAlignment, leastSlight: Int) -> [Replaced] {
        var found: [Replaced] = []
        let both = alignment.gaps.filter { !$0.left.isEmpty && !$0.right.isEmpty }
        var (slight, named) = (0, 0)
        for gap in both {
            let mine = left.filter { fact in
                fact.words.overlaps(gap.left) && !right.contains { $0.isStated(by: fact) }
            }
            guard !mine.isEmpty else { continue }
            let theirs = right.filter { fact in
                fact.words.overlaps(gap.right) && !left.contains { $0.isStated(by: fact) }
            }
            let isLong = max(gap.left.count, gap.right.count) > Self.mostWords
            for fact in mine {
                guard let other = theirs.first(where: { $0.isOfKind(of: fact) && !$0.isSame(as: fact) })
                else { continue }
                let pair = Replaced(left: fact, right: other)
                if isLong, pair.isSlight { continue }
                if pair.isSlight { slight += 1 }
                if fact.kind == .name, !pair.isPlace { named += 1 }
                found.append(pair)
            }
        }
        // Who fills a copied text in with other names and places changes little else; where many words are
        // others, some of them are names by chance.
        if slight * leastSlight < both.count { found.removeAll(where: \.isSlight) }
        if named * 2 < both.count { found.removeAll { $0.left.kind == .name && !$0.isPlace } }
        return found
    }

    /// Whether the words of a gap are parts of facts that both state.
    func areRestated(_ gap: WordAlignment.Gap) -> Bool {
        func areStated(_ words: Range<Int>, _ facts: [StoryFact], _ others: [StoryFact]) -> Bool {
            words.allSatisfy { word in
                facts.contains { fact in
                    fact.words.contains(word) && others.contains { $0.isSame(as: fact) }
                }
            }
        }
        return areStated(gap.left, left, right) && areStated(gap.right, right, left)
    }

    /// Facts that both state, each once.
    func shared() -> [StoryFact] {
        var found: [StoryFact] = []
        for fact in left where right.contains(where: { $0.isSame(as: fact) }) {
            if !found.contains(where: { $0.isSame(as: fact) }) { found.append(fact) }
        }
        return found
    }

    /// Whether they make it one story of one person though the words are others.
    /// - Parameter surely: it is one person; else perhaps.
    func makeOneStory(surely: Bool) -> Bool {
        let shared = shared()
        return Self.weight(of: shared) >= (surely ? 3 : 4) && shared.contains { $0.weight >= 2 }
    }

    /// Both name orders or accounts, and none of them is the same.
    var areOfOtherOrders: Bool {
        let mine = left.filter { $0.kind == .order }
        let theirs = right.filter { $0.kind == .order }
        return !mine.isEmpty && !theirs.isEmpty
            && !mine.contains { fact in theirs.contains { $0.isSame(as: fact) } }
    }

    /// How much the shared facts say that it is one story; names say little.
    static func weight(of facts: [StoryFact]) -> Int {
        let names = facts.count { $0.kind == .name }
        return facts.reduce(0) { $0 + ($1.kind == .name ? 0 : $1.weight) } + min(names, 2)
    }

    /// "order 1177, 3 March": the weightiest first, for staff.
    static func words(_ facts: [StoryFact]) -> String {
        facts.sorted { $0.weight > $1.weight }.prefix(3).map { "\($0.noun) \($0.shown)" }
            .joined(separator: ", ")
    }
}
