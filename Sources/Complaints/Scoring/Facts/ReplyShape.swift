/// Tells a company's own reply from a customer's text by its shape: salutation, thanks or regret in the
/// first person plural, what was done, an invitation to get in touch, a signature.
///
/// A customer who quotes such a reply, or begins with "Dear bank", speaks of "I" and "my" as well.
struct ReplyShape {
    var customer = 0
    var company = 0
    /// Opens with somebody's title and name: "Frau Vogel, ...".
    var isNamed = false
    /// Says what only a company says: "you may appeal", "reply from the owner".
    var isStatement = false
    /// How plainly a customer speaks, who says "we" as well: six settle it.
    var claims = 0
    /// Opens with a greeting to a company or an office.
    var isFormal = false
    /// Names something that went wrong.
    var hasTrouble = false
    private let signs: TextSigns
    /// Different words of what is being done.
    private var handlings = 0
    private var found: [Range<Int>?] = Array(repeating: nil, count: ReplyPart.allCases.count)

    init(_ signs: TextSigns) { self.signs = signs }

    mutating func add(_ part: ReplyPart, _ range: Range<Int>, atWord word: Int, of count: Int) {
        // A salutation opens the text; a name or two may stand before it. A signature ends it.
        if part == .salutation, word > 6 { return }
        if part == .signature, count - word > 10 { return }
        // "Reply from the owner: ..."; "Reply: ..." is a customer who quotes it.
        let isHeaded = signs.colon.map { $0 > range.upperBound && $0 < range.upperBound + 30 } ?? false
        if part == .heading, word > 0 || !isHeaded { return }
        if part == .handling { handlings += 1 }
        if found[Int(part.rawValue)] == nil { found[Int(part.rawValue)] = range }
    }

    /// The words that give it away; none for a customer's text. `words` is the length of the text.
    func verdict(words: Int) -> [Range<Int>] {
        guard claims < 6, claims == 0 || !hasTrouble else { return [] }
        func has(_ part: ReplyPart) -> Bool { found[Int(part.rawValue)] != nil }
        guard
            has(.thanks) || has(.apology) || has(.handling) || has(.invitation) || has(.heading)
                || signs.initials != nil
                || (isNamed && company > 0 && customer == 0)
        else { return [] }
        // What is being done, alone, is as often said by somebody who waits for it.
        let isOnlyHandled =
            !has(.thanks) && !has(.apology) && !has(.invitation) && !has(.heading) && signs.initials == nil
        if isOnlyHandled, !isNamed, !isStatement, handlings < 2 || customer > 0, !has(.yours),
            !has(.signature),
            !has(.salutation)
        {
            return []
        }
        var points = 0.0
        if has(.salutation) || signs.isAddressed { points += 1 }
        if signs.initials != nil { points += 2.5 }
        if isNamed { points += 1.5 }
        if has(.thanks) { points += 2 }
        if has(.apology) { points += 2 }
        if has(.handling) { points += handlings > 1 || isStatement ? 3 : 2 }
        if has(.invitation) { points += 2 }
        if has(.signature) { points += 1.5 }
        if has(.yours) { points += 1 }
        if has(.heading) { points += 2.5 }
        if company > 0 { points += 0.5 }
        if isFormal, hasTrouble { points -= 3 }
        // A reply says "I" seldom: now and then a clerk is sorry in person.
        let own = max(0, Double(customer) - 0.5 * Double(company))
        let isWholeReply = has(.salutation) && (has(.thanks) || has(.apology)) && has(.invitation)
        points -= min(6, own * (isWholeReply ? 0.5 : words < 40 ? 1.5 : 1))
        return points >= (customer == 0 ? 3 : 3.5)
            ? found.compactMap { $0 } + (signs.initials.map { [$0] } ?? []) : []
    }
}
