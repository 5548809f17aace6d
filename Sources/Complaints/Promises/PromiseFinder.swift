/// A promise as it stands in a reply of ours.
public struct FoundPromise: Hashable, Sendable {
    /// The words of the reply.
    public var what: String
    public var due: Instant

    public init(what: String, due: Instant) {
        self.what = what
        self.due = due
    }
}

/// What a public reply of ours promises, with its time: somebody will do something by then. A polite formula, a
/// condition, a question, something that was done and a habit are none; nor is what has no time.
///
/// - Parameters:
///   - time: when the reply was given.
///   - language: of the complaint; what the reply itself looks like goes before.
///   - calendar: on which working days are counted; a day ends with its working time.
public func promisesFound(
    in text: String, at time: Instant, language: String?, calendar: WorkingCalendar
) -> [FoundPromise] {
    guard let working = WorkingTime(calendar) else { return [] }
    var languages: [String] = []
    for candidate in [recognisedLanguage(of: text), language].compactMap({ $0 })
    where PromiseWords.of(candidate) != nil && !languages.contains(candidate) {
        languages.append(candidate)
    }
    let tokens = ReplyTokens(text)
    for language in languages.isEmpty ? PromiseWords.languages : languages {
        guard let words = PromiseWords.of(language) else { continue }
        let found = PromiseFinder(tokens, text: text, words: words).promises(at: time, working)
        if !found.isEmpty { return found }
    }
    return []
}

private struct PromiseFinder {
    let all: ReplyTokens
    let tokens: [ReplyTokens.Token]
    let scalars: [Unicode.Scalar]
    let words: PromiseWords

    init(_ all: ReplyTokens, text: String, words: PromiseWords) {
        self.all = all
        tokens = all.tokens
        scalars = Array(text.unicodeScalars)
        self.words = words
    }

    func promises(at time: Instant, _ working: WorkingTime) -> [FoundPromise] {
        let reader = PromiseDeadlineReader(tokens: tokens, words: words)
        var found: [FoundPromise] = []
        let sentences = all.sentences { name in
            words.months.contains {
                $0.contains(.init(text: name, start: 0, end: 0, gap: "", isNumber: false, isCapital: false))
            }
        }
        for sentence in sentences where !sentence.isQuestion {
            let range = sentence.range
            guard first(words.habits, in: range) == nil else { continue }
            let verbs = verbs(in: range)
            guard verbs.contains(where: { $0.kind == .commit || $0.kind == .noun }) else { continue }
            for deadline in reader.deadlines(in: range) {
                guard let verb = nearest(verbs, to: deadline),
                    !isConditional(range, verb.at, deadline.range),
                    let due = deadline.when.due(at: time, working), due > time
                else { continue }
                let what = quote(from: verb.at, deadline.range, in: range)
                if !found.contains(where: { $0.what == what }) {
                    found.append(FoundPromise(what: what, due: due))
                }
            }
        }
        return found
    }

    // MARK: Who does what

    private struct Verb {
        var at: Int
        var kind: Kind
        enum Kind { case commit, noun, other }
    }

    private func verbs(in range: Range<Int>) -> [Verb] {
        range.compactMap { index -> Verb? in
            if has(words.others, at: index, range), !has(words.notOthers, at: index, range) {
                // `will be refunded` was not yet.
                let isWill = (max(range.lowerBound, index - 3)..<index).contains {
                    has(words.commits, at: $0, range) && !has(words.notCommits, at: $0, range)
                }
                if !(isWill && isParticiple(tokens[index].text)) { return Verb(at: index, kind: .other) }
            }
            if has(words.commits, at: index, range), !has(words.notCommits, at: index, range),
                !isDenied(index, range)
            {
                return Verb(at: index, kind: isPolite(index, range) ? .other : .commit)
            }
            if has(words.nouns, at: index, range) { return Verb(at: index, kind: .noun) }
            return nil
        }
    }

    /// `will be sent`, `will have an answer`
    private func isParticiple(_ word: String) -> Bool {
        word.hasSuffix("ed")
            || ["have", "sent", "made", "got", "paid", "given", "taken", "met"].contains(word)
    }

    private func isDenied(_ index: Int, _ range: Range<Int>) -> Bool {
        let near = max(range.lowerBound, index - 1)..<min(range.upperBound, index + 2)
        return near.contains { $0 != index && has(words.negators, at: $0, range) && !isNoLater($0, range) }
    }

    /// `nicht später als`, `nie później niż`: a time, and no denial.
    private func isNoLater(_ index: Int, _ range: Range<Int>) -> Bool {
        words.leads.length(in: tokens, at: index, below: range.upperBound).map { $0 > 1 } ?? false
    }

    private func isPolite(_ index: Int, _ range: Range<Int>) -> Bool {
        (index..<min(range.upperBound, index + 5)).contains {
            has(words.polite, at: $0, range) && ($0 == index || clausesBetween(index, $0) == 0)
        }
    }

    /// The verb that the deadline belongs to, when it is one of ours.
    private func nearest(_ verbs: [Verb], to deadline: PromiseDeadline) -> Verb? {
        func distance(_ verb: Verb) -> Int {
            let (low, high) = (deadline.range.lowerBound, deadline.range.upperBound - 1)
            let steps = verb.at < low ? low - verb.at : verb.at > high ? verb.at - high : 0
            let clauses = clausesBetween(min(verb.at, low), max(verb.at, high))
            // A noun gives way to a verb, and what stands before a deadline is nearer to it than what follows.
            return steps * 2 + clauses * 8 + (verb.kind == .noun ? 6 : 0) + (verb.at > high ? 1 : 0)
        }
        let outside = verbs.filter { !deadline.range.contains($0.at) }
        guard let verb = outside.min(by: { distance($0) < distance($1) }), verb.kind != .other,
            distance(verb) <= 40
        else { return nil }
        guard verb.kind == .noun else { return verb }
        // Without a verb, only a limit says that it is promised, and nothing else may be said around it.
        guard deadline.isLimit, verb.at < deadline.range.lowerBound,
            !verbs.contains(where: {
                $0.kind == .other && clausesBetween(min($0.at, verb.at), max($0.at, verb.at)) == 0
            })
        else { return nil }
        return verb
    }

    private func clausesBetween(_ low: Int, _ high: Int) -> Int {
        guard low < high else { return 0 }
        return (low + 1...high).count { index in
            tokens[index].gap.contains(where: { ",:()–—".contains($0) })
                || words.and.contains(tokens[index])
        }
    }

    // MARK: What it depends on

    private func isConditional(_ range: Range<Int>, _ verb: Int, _ deadline: Range<Int>) -> Bool {
        let last = max(verb, deadline.upperBound - 1)
        return range.contains { index in
            guard let length = words.conditions.length(in: tokens, at: index, below: range.upperBound)
            else { return false }
            if index + length <= last { return true }
            // `... on Friday, and if you are out, ...` goes on with something else.
            let isAnother = (max(last + 1, index - 2)..<max(last + 1, index)).contains {
                words.and.contains(tokens[$0])
            }
            return !isAnother
        }
    }

    // MARK: Words

    private func has(_ phrases: PromisePhrases, at index: Int, _ range: Range<Int>) -> Bool {
        phrases.length(in: tokens, at: index, below: range.upperBound) != nil
    }

    private func first(_ phrases: PromisePhrases, in range: Range<Int>) -> Int? {
        range.first { has(phrases, at: $0, range) }
    }

    /// From the clause of the verb to that of the deadline, or the other way round.
    private func quote(from verb: Int, _ deadline: Range<Int>, in range: Range<Int>) -> String {
        var low = min(verb, deadline.lowerBound)
        var high = max(verb, deadline.upperBound - 1)
        func cuts(_ index: Int) -> Bool { tokens[index].gap.contains(where: { ",:()–—".contains($0) }) }
        while low > range.lowerBound, !cuts(low), !words.and.contains(tokens[low - 1]) { low -= 1 }
        while high + 1 < range.upperBound, !cuts(high + 1), !words.and.contains(tokens[high + 1]) {
            high += 1
        }
        var quoted = ""
        for scalar in scalars[tokens[low].start..<tokens[high].end] {
            quoted.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
        }
        return quoted
    }
}
