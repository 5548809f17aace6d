/// Finds a rule from examples: the selectors by which a page shows what is known of its records (wrapper
/// induction; Kushmerick, "Wrapper induction for information extraction", 1997).
import Complaints

struct RuleInduction {
    let root: Node
    let context: ReadingContext
    let page: VisibleLetters
    let places: [ExamplePlaces.Place]
    private let candidates: FieldCandidates

    /// Records whose fields are looked for; the rule is tried on all.
    private static let mostStudied = 6
    /// Selectors of a field that are tried on all records.
    private static let mostTried = 30

    init(root: Node, context: ReadingContext, examples: [Record]) {
        self.root = root
        self.context = context
        page = VisibleLetters(root: root)
        places = ExamplePlaces(of: examples, in: page).places
        candidates = FieldCandidates(page: page, context: context)
    }

    /// nil where the page shows none of the examples, or nothing tells its records from the rest of it.
    /// - Parameter old: a rule whose selectors are kept where they find as much.
    func rule(keeping old: Rule?) -> Rule? {
        guard !places.isEmpty else { return nil }
        var rule = Rule(each: ":scope")
        for field in ProposedField.allCases {
            rule.set(field, to: selector(for: field, keeping: old), as: old, best: usualBest)
        }
        rule.reply = old?.reply
        guard rule.text != nil, let each = each(holding: rule, keeping: old?.each) else { return nil }
        rule.each = each
        if places.contains(where: { $0.example.reply != nil }), !readsReplies(rule) {
            rule.reply = reply() ?? old?.reply
        }
        (rule.next, rule.count) = (old?.next, old?.count)
        return rule
    }

    private var usualBest: Double? { places.lazy.compactMap(\.example.rating?.best).first }

    // MARK: Fields

    /// The selector that finds most of what is known, with a second one for the records it does not suit.
    private func selector(for field: ProposedField, keeping rule: Rule?) -> String? {
        let old = rule?.selector(field)
        let wanted = places.indices.filter { places[$0].example.says(field) }
        guard !wanted.isEmpty else { return old }
        var tally = NameTally()
        for place in places.filter({ $0.example.says(field) }).prefix(Self.mostStudied) {
            tally.add(candidates.selectors(for: field, of: place.example, in: place.whole))
        }
        var results = tally.best(Self.mostTried, keeping: old).compactMap { name in
            outcome(of: name.selector, for: field, as: rule).map { FieldTrial(name: name, outcome: $0) }
        }
        results.removeAll(where: \.right.isEmpty)
        let winner = results.min { $0.isBetter(than: $1) }
        guard let winner, winner.right.count * 2 > wanted.count, winner.right.count > winner.wrong else {
            return nil
        }
        let missed = Set(wanted).subtracting(winner.right)
        let second = results.filter { !$0.right.isDisjoint(with: missed) }.min {
            $0.right.intersection(missed).count == $1.right.intersection(missed).count
                ? $0.isBetter(than: $1)
                : $0.right.intersection(missed).count > $1.right.intersection(missed).count
        }
        guard let second else { return winner.selector }
        let both = "\(winner.selector) || \(second.selector)"
        guard let (right, _) = outcome(of: both, for: field, as: rule), right.count > winner.right.count
        else { return winner.selector }
        return both
    }

    /// A selector tried on all records.
    private struct FieldTrial {
        let selector: String
        let cost: Int
        let right: Set<Int>
        let wrong: Int

        init(name: StableName, outcome: (right: Set<Int>, wrong: Int)) {
            (selector, cost) = (name.selector, name.cost)
            (right, wrong) = outcome
        }

        func isBetter(than other: FieldTrial) -> Bool {
            let (mine, theirs) = (right.count - wrong, other.right.count - other.wrong)
            if mine != theirs { return mine > theirs }
            return (cost, selector) < (other.cost, other.selector)
        }
    }

    /// Which records a selector reads right, and how many wrong; nil where it is no selector.
    private func outcome(
        of selector: String, for field: ProposedField, as old: Rule?
    ) -> (right: Set<Int>, wrong: Int)? {
        var trial = Rule(each: ":scope")
        trial.set(field, to: selector, as: old, best: usualBest)
        guard let reader = try? RuleReader(trial, context: context) else { return nil }
        var right: Set<Int> = []
        var wrong = 0
        for (number, place) in places.enumerated() {
            let read = reader.fields(of: page.elements[place.whole].node)
            switch place.example.agrees(with: read, on: field) {
            case true?: right.insert(number)
            case false?: wrong += 1
            case nil: break
            }
        }
        return (right, wrong)
    }

    /// The block beside the text that holds the company's answer, and the words of the answer in it.
    private func reply() -> Rule.ReplyRule? {
        var blocks = NameTally()
        var texts = NameTally()
        var wanted = 0
        for place in places {
            guard let text = place.example.reply?.text else { continue }
            let key = VisibleLetters.key(text)
            guard key.count >= 12, let at = page.place(of: key, from: page.elements[place.whole].start),
                at + key.count <= page.elements[place.whole].end,
                let holder = page.smallest(holding: at..<(at + key.count)), holder != place.whole
            else { continue }
            wanted += 1
            let around = page.chain(from: holder).prefix { number in
                number != place.whole && !page.isInside(place.text, number)
            }
            guard let block = around.last else { continue }
            blocks.add(page.elements[block].node.stableNames.filter { $0.cost < 6 })
            if block != holder { texts.add(page.elements[holder].node.stableNames) }
        }
        guard let best = blocks.best(1, keeping: nil).first, blocks.times(best) * 2 > wanted else {
            return nil
        }
        let text = texts.best(1, keeping: nil).first.flatMap { texts.times($0) * 2 > wanted ? $0 : nil }
        return Rule.ReplyRule(each: best.selector, text: text.map { Rule.Field($0.selector) })
    }

    /// Whether a rule reads some reply that is known.
    private func readsReplies(_ rule: Rule) -> Bool {
        guard let reader = try? RuleReader(rule, context: context) else { return false }
        let known = Set(places.compactMap { $0.example.reply.map { VisibleLetters.key($0.text).prefix(40) } })
        return reader.records(in: root).contains { record in
            record.reply.map { known.contains(VisibleLetters.key($0.text).prefix(40)) } ?? false
        }
    }

    // MARK: Records

    /// The selector that tells the records from each other and from the rest of the page.
    private func each(holding rule: Rule, keeping old: String?) -> String? {
        var tally = NameTally()
        for place in places.prefix(Self.mostStudied) {
            var names: [StableName] = []
            for number in page.chain(from: place.text) {
                let node = page.elements[number].node
                for name in node.stableNames.prefix(6) {
                    names.append(name)
                    if name.selector.first == ".", name.cost < 10 {
                        names.append(
                            StableName(selector: node.name.string + name.selector, cost: name.cost + 1))
                    }
                    guard let parent = page.elements[number].parent else { continue }
                    for outer in page.elements[parent].node.stableNames.prefix(3) where outer.cost < 10 {
                        names.append(
                            StableName(
                                selector: "\(outer.selector) > \(name.selector)",
                                cost: outer.cost + name.cost + 2))
                    }
                }
                if number == place.whole { break }
            }
            tally.add(names)
        }
        var best: (selector: String, worth: Double)?
        // Of equal worth the one that lasts longer, which comes first.
        for name in tally.best(Self.mostTried * 2, keeping: old).sorted(by: { $0.cost < $1.cost }) {
            guard let worth = worth(ofEach: name.selector, with: rule), worth > best?.worth ?? 0 else {
                continue
            }
            best = (name.selector, worth)
        }
        return best?.selector
    }

    /// Fields of examples that are read right, less what is read too much.
    private func worth(ofEach selector: String, with rule: Rule) -> Double? {
        var trial = rule
        trial.each = selector
        guard let reader = try? RuleReader(trial, context: context) else { return nil }
        let records = reader.records(in: root)
        let right = agreement(of: records).reduce(0.0) { $0 + Double($1.right) * ($1.name == "text" ? 3 : 1) }
        guard right > 0 else { return nil }
        // What is more than the examples may well be records that nobody knew.
        let extra = Double(max(0, records.count - places.count))
        return right - extra * (extra > Double(places.count) * 2 ? 1.5 : 0.3)
    }
}

extension Record {
    func says(_ field: ProposedField) -> Bool {
        switch field {
        case .id: id != nil
        case .url: url != nil
        case .author: author != nil
        case .published: published != nil
        case .rating: rating != nil
        case .title: title != nil
        case .text: !text.isEmpty
        }
    }

    /// Whether another reading says the same; nil where this one says nothing, so that nobody knows.
    func agrees(with other: Record?, on field: ProposedField) -> Bool? {
        guard says(field) else { return nil }
        guard let other, other.says(field) else { return false }
        switch field {
        case .id: return id == other.id
        case .url: return url == other.url
        case .author: return VisibleLetters.key(author ?? "") == VisibleLetters.key(other.author ?? "")
        case .title: return VisibleLetters.key(title ?? "") == VisibleLetters.key(other.title ?? "")
        case .rating: return rating?.value == other.rating?.value
        case .published:
            guard let mine = published, let theirs = other.published else { return false }
            return abs((mine.instant - theirs.instant).inMilliseconds) < 86_400_000
        case .text:
            let mine = VisibleLetters.key(text)
            let theirs = VisibleLetters.key(other.text)
            return theirs.starts(with: mine.prefix(60)) && theirs.count <= mine.count * 5 / 4 + 8
        }
    }
}

extension Rule {
    func selector(_ field: ProposedField) -> String? {
        switch field {
        case .id: id?.at
        case .url: url?.at
        case .author: author?.at
        case .published: published?.at
        case .rating: rating?.at
        case .title: title?.at
        case .text: text?.at
        }
    }

    /// - Parameter old: what it makes of a text is kept where the selector is its own.
    mutating func set(_ field: ProposedField, to selector: String?, as old: Rule?, best: Double?) {
        func made(_ before: Field?) -> Field? {
            selector.map { before?.at == $0 ? before : Field($0) } ?? nil
        }
        switch field {
        case .id: id = made(old?.id)
        case .url: url = made(old?.url)
        case .author: author = made(old?.author)
        case .published: published = made(old?.published)
        case .title: title = made(old?.title)
        case .text: text = made(old?.text)
        case .rating:
            guard let selector else {
                rating = nil
                return
            }
            rating = old?.rating?.at == selector ? old?.rating : RatingRule(at: selector, best: best)
        }
    }
}
