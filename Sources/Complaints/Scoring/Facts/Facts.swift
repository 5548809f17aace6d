/// What a text tells beside how likely it is a complaint: where it goes, what went wrong, how much it
/// presses. Each finding stands on words of the text.
public struct Facts: Hashable, Sendable {
    /// One thing found, and the words that say so.
    public struct Finding<Kind: Hashable & Sendable>: Hashable, Sendable {
        public var what: Kind
        /// The words that say it most plainly: Unicode scalars of the text.
        public var range: Range<Int>
        /// How plainly; only to be compared within one text.
        public var points: Int

        public init(_ what: Kind, range: Range<Int>, points: Int) {
            self.what = what
            self.range = range
            self.points = points
        }
    }

    /// The main topic first.
    public internal(set) var topics: [Finding<Topic>] = []
    /// The main cause first.
    public internal(set) var causes: [Finding<Cause>] = []
    /// In the order of `Cue`.
    public internal(set) var cues: [Finding<Cue>] = []
    /// What makes it look like the company's own reply; empty for a customer's text.
    public internal(set) var officialReply: [Range<Int>] = []
    /// "No complaints at all": words of complaint that praise.
    public internal(set) var praise: Range<Int>?
    /// Praise for a trouble that was put right.
    public internal(set) var solved: Range<Int>?
    /// Praise that is meant the other way round: "well done, lost again".
    public internal(set) var sting: Range<Int>?

    /// Words that do not speak for the text: a company's formulae that it quotes, praise that stings.
    var unmeant: [Range<Int>] = []

    /// "Never had a problem": what it says did not come.
    public internal(set) var denial: Range<Int>?
    /// Threatens to go to law, in the first person.
    public internal(set) var threat: Range<Int>?
    /// What only a customer says, beside a trouble.
    public internal(set) var claim: Range<Int>?

    /// What takes praise back: "but". What stands before it no longer praises, if what follows complains.
    var turn: Range<Int>?

    /// Troubles that did not come, with the words that deny them.
    var denied: [Range<Int>] = []

    public init() {}

    public var topic: Topic? { topics.first?.what }
    public var cause: Cause? { causes.first?.what }
    public var isLegal: Bool { has(.legal) }
    public var isOfficialReply: Bool { !officialReply.isEmpty }
    public var isPraise: Bool { praise != nil || denial != nil }

    /// Asks, and neither names what went wrong nor presses for anything.
    var onlyAsks: Bool {
        has(.question) && causes.isEmpty && cues.allSatisfy { $0.what == .question || $0.what.weight == 0 }
    }

    public func has(_ cue: Cue) -> Bool { cues.contains { $0.what == cue } }
}

extension Facts {
    /// The facts of a text in a language (a primary tag such as `pl`; nil when it is not known).
    public init(_ text: String, language: String?) {
        self.init(text, FoldedText(text), language: language)
    }

    init(_ text: String, _ folded: FoldedText, language: String?) {
        self = FactFinder.facts(of: text, folded, language: language)
    }

    /// The findings as people read them, the topic and the cause first.
    public func reasons(in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return reasons { Self.spelled($0, scalars) }
    }

    private func reasons(_ spelled: (Range<Int>) -> String) -> [String] {
        var reasons = routingReasons(spelled)
        reasons += cues.filter { $0.what.weight > 0 }.map { $0.what.reason(spelled($0.range)) }
        if isOfficialReply { reasons.append(officialReason(spelled)) }
        if let solved { reasons.append("was put right: \"\(spelled(solved))\"") }
        if let sting { reasons.append("praises bitterly: \"\(spelled(sting))\"") }
        if let claim { reasons.append("speaks as a customer: \"\(spelled(claim))\"") }
        if let denial { reasons.append("says that nothing went wrong: \"\(spelled(denial))\"") }
        if let praise { reasons.append("praises: \"\(spelled(praise))\"") }
        return reasons
    }

    /// What makes it look like the company's own reply.
    func officialReason(_ spelled: (Range<Int>) -> String) -> String {
        let said = officialReply.prefix(4).map { "\"\(spelled($0))\"" }.joined(separator: ", ")
        return "reads like the company's own reply: \(said)"
    }

    static func spelled(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> String {
        String(spelling: scalars[range.clamped(to: 0..<scalars.count)])
    }
}
