/// Finds the facts of a text in one pass over its words.
struct FactFinder {
    private let text: FoldedText
    private let index: FactIndex
    private let hits: [FactIndex.Hit]
    /// Words of phrases that mean nothing here, and words that deny or take a denial back.
    private var unmeant: [Range<Int32>] = []
    private var negators: [Int32] = []
    private var reassurers: [Int32] = []
    private let places: NamedPlaces
    /// Words that say that a trouble did not come, from the denial to the trouble.
    private let denials: [Range<Int32>]
    private let hasLooseHarm: Bool
    /// "But", "until".
    private let contrasts: [Int32]

    static func facts(of original: String, _ text: FoldedText, language: String?) -> Facts {
        var facts = Facts()
        guard let (index, hits) = FactLanguages.read(text, language: language) else { return facts }
        let signs = TextSigns(original)
        FactFinder(text: text, index: index, hits: hits).collect(signs, into: &facts)
        if signs.hasStars, !facts.has(.swearing), let range = obscuredSwearing(in: original, index.obscured) {
            facts.note(.swearing, range, points: 3)
        }
        if let at = signs.question { facts.note(.question, at..<at + 1, points: 1) }
        facts.order()
        return facts
    }

    private init(text: FoldedText, index: FactIndex, hits: [FactIndex.Hit]) {
        self.text = text
        self.index = index
        self.hits = hits
        var (denials, places) = (Denials(), NamedPlaces())
        for hit in hits {
            switch index.entries[Int(hit.entry)].sense {
            case .never: denials.nevers.append(hit.words)
            case .without: denials.withouts.append(hit.words)
            case .harm: denials.harms.append(hit.words)
            case .contrast: denials.contrasts.append(hit.words.lowerBound)
            case .place: places.places.append(hit.words)
            case .named: places.named.append(hit.words)
            case .notMeant: unmeant.append(hit.words)
            case .negator: negators.append(hit.words.lowerBound)
            case .reassurer: reassurers.append(hit.words.lowerBound)
            default: break
            }
        }
        self.places = places
        contrasts = denials.contrasts
        (self.denials, hasLooseHarm) = denials.found(in: text, unmeant: unmeant, negators: negators)
    }

    private func collect(_ signs: TextSigns, into facts: inout Facts) {
        var reply = ReplyShape(signs)
        var tone = Tone()
        var claim: Range<Int>?
        var praise: Range<Int32>?
        var counts: [(entry: Int32, times: Int)] = []
        for hit in hits {
            let entry = index.entries[Int(hit.entry)]
            let range = scalars(hit.words)
            switch entry.sense {
            case .negator, .reassurer, .notMeant, .never, .without, .harm, .contrast, .place, .named: continue
            case .liked: if !isDenied(hit.words) { tone.liked.append(hit.words) }
            case .turn: tone.turns.append(hit.words)
            case .claim:
                guard signs.quotation(around: range) == nil else { continue }
                reply.claims += entry.points > 3 ? 6 : 3
                if claim == nil { claim = range }
            case .formal: if hit.words.lowerBound < 3 { reply.isFormal = true }
            case .signer: if isSigned(hit.words) { reply.claims += 6 }
            case .threat:
                // "I will not sue" leaps over the denial.
                guard isMeant(hit.words), !isDenied(hit.words), !negators.contains(where: hit.words.contains),
                    signs.quotation(around: range) == nil
                else { continue }
                facts.note(.legal, range, points: 6)
                if facts.threat == nil { facts.threat = range }
            case .reply(let part):
                // What stands between quotation marks is somebody else's.
                if let quoted = signs.quotation(around: range) {
                    if facts.unmeant.last != quoted { facts.unmeant.append(quoted) }
                    continue
                }
                reply.add(part, range, atWord: Int(hit.words.lowerBound), of: text.words.count)
                if part == .handling, entry.points > 3 { reply.isStatement = true }
                if part == .salutation, entry.points > 3, namesSomebody(hit.words) { reply.isNamed = true }
            case .acclaim: tone.praised(hit.words, range, isPointed: entry.points > 3, in: text)
            case .solved: if !isDenied(hit.words) { tone.solved.append((hit.words, range)) }
            case .trouble: if !hasNotCome(hit.words) { tone.troubles.append(hit.words) }
            case .customer: reply.customer += 1
            case .company: reply.company += 1
            case .praise:
                praise = hit.words
                if facts.praise == nil { facts.praise = range }
            case .topic, .cause, .cue:
                guard isMeant(hit.words) else { continue }
                var points = Int(entry.points) + 2 * entry.rest.count
                if let at = counts.firstIndex(where: { $0.entry == hit.entry }) {
                    counts[at].times += 1
                    points = counts[at].times == 2 ? 1 : 0
                } else {
                    counts.append((hit.entry, 1))
                }
                switch entry.sense {
                case .topic(let topic): facts.note(topic, range, points: points)
                case .cause(let cause):
                    if hasNotCome(hit.words) { continue }
                    facts.note(cause, range, points: points)
                    if points >= 3, !isDenied(hit.words) { tone.troubles.append(hit.words) }
                case .cue(let cue):
                    if Self.deniable.contains(cue), isDenied(hit.words) { continue }
                    if cue == .legal, negators.contains(where: hit.words.dropFirst().contains) { continue }
                    if cue == .legal, signs.isNamed(range) || places.isName(hit.words, in: text) { continue }
                    facts.note(cue, range, points: points)
                default: break
                }
            }
        }
        reply.hasTrouble = !tone.troubles.isEmpty
        if reply.hasTrouble || reply.claims >= 6 { facts.claim = claim }
        facts.officialReply = reply.verdict(words: text.words.count)
        (facts.solved, facts.sting) = tone.verdict()
        if facts.solved == nil, facts.sting == nil { facts.turn = tone.turn(in: text).map(scalars) }
        if facts.sting != nil { facts.unmeant += tone.praises }
        // "No complaints but for the hotline, which nobody answers" complains.
        if facts.causes.contains(where: { $0.points > 6 }) || isTakenBack(praise, by: tone.troubles) {
            facts.praise = nil
        }
        if let first = denials.first {
            facts.denied = denials.map { scalars($0) }
            let presses = facts.cues.contains { $0.what.weight >= 0.4 }
            if tone.troubles.isEmpty, !hasLooseHarm, !presses, reply.claims < 6 {
                facts.denial = scalars(first)
            }
        }
        for cause in facts.causes {
            guard let topic = cause.what.nearestTopic else { continue }
            facts.note(topic, cause.range, points: 2)
        }
    }

    /// "Never had a problem, until they lost my card".
    private func isTakenBack(_ praise: Range<Int32>?, by troubles: [Range<Int32>]) -> Bool {
        guard let praise else { return false }
        return contrasts.contains { contrast in
            contrast >= praise.upperBound && troubles.contains { $0.lowerBound >= contrast }
        }
    }

    private static let deniable: Set<Cue> = [.legal, .media, .safety, .urgent, .deadline]

    /// Among the last words, and behind more than a space.
    private func isSigned(_ words: Range<Int32>) -> Bool {
        let first = Int(words.lowerBound)
        guard first > 0, text.words.count - first <= 7 else { return false }
        return text.words[first].opensSentence || text.words[first].start - text.words[first - 1].end > 1
    }

    private func hasNotCome(_ words: Range<Int32>) -> Bool { denials.contains { $0.overlaps(words) } }

    /// A title opens the text beside a capitalised name, and more than a space follows both.
    private func namesSomebody(_ title: Range<Int32>) -> Bool {
        let words = text.words
        // "Frau Vogel, ..." or "Zeynep Hanım, ...".
        let name = title.lowerBound == 0 ? Int(title.upperBound) : 0
        let next = title.lowerBound == 0 ? name + 1 : Int(title.upperBound)
        guard title.lowerBound <= 1, next < words.count, words[name].isCapital else { return false }
        return words[next].start - words[next - 1].end > 1
    }

    private func scalars(_ words: Range<Int32>) -> Range<Int> {
        Int(text.words[Int(words.lowerBound)].start)..<Int(text.words[Int(words.upperBound) - 1].end)
    }

    private func isMeant(_ words: Range<Int32>) -> Bool {
        !unmeant.contains { $0.overlaps(words) && $0.count >= words.count }
    }

    /// A negator before it in the same clause: right before a phrase, one full word away from a single word.
    private func isDenied(_ words: Range<Int32>) -> Bool {
        guard !negators.isEmpty else { return false }
        var full = 0
        var at = words.lowerBound - 1
        while at >= 0, words.lowerBound - at <= 4 {
            let (word, next) = (text.words[Int(at)], text.words[Int(at) + 1])
            // More than a space between two words ends a clause.
            if next.opensSentence || next.start - word.end > 1 { return false }
            if negators.contains(at) { return true }
            if reassurers.contains(at) { return false }
            if word.count > 3 { full += 1 }
            if full > (words.count > 1 ? 0 : 1) { return false }
            at -= 1
        }
        return false
    }
}

extension Facts {
    mutating func note(_ topic: Topic, _ range: Range<Int>, points: Int) {
        Self.note(topic, range, points, in: &topics)
    }

    mutating func note(_ cause: Cause, _ range: Range<Int>, points: Int) {
        Self.note(cause, range, points, in: &causes)
    }

    mutating func note(_ cue: Cue, _ range: Range<Int>, points: Int) {
        Self.note(cue, range, points, in: &cues)
    }

    /// Points add up; the longest words found stand for all.
    private static func note<Kind>(
        _ what: Kind, _ range: Range<Int>, _ points: Int, in findings: inout [Finding<Kind>]
    ) {
        guard let at = findings.firstIndex(where: { $0.what == what }) else {
            findings.append(Finding(what, range: range, points: points))
            return
        }
        findings[at].points += points
        if range.count > findings[at].range.count { findings[at].range = range }
    }

    /// Most points first; of equals the one said first.
    mutating func order() {
        topics.sort { ($1.points, $0.range.lowerBound) < ($0.points, $1.range.lowerBound) }
        causes.sort { ($1.points, $0.range.lowerBound) < ($0.points, $1.range.lowerBound) }
        cues.sort { $0.what.order < $1.what.order }
    }
}

extension Cause {
    /// What a text is about where only its cause is told.
    fileprivate var nearestTopic: Topic? {
        switch self {
        case .productFault: .product
        case .humiliated: .staff
        case .overcharged: .price
        case .leftAlone, .notHeard, .outage: .service
        default: nil
        }
    }
}

extension Cue {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
