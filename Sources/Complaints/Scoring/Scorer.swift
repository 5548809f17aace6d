import Foundation

/// Says how likely a text is a complaint, and why: how it sounds to the model, its star rating, and what it
/// threatens or asks.
public struct Scorer: Sendable {
    private let complaints: ComplaintModel?
    /// What this installation's staff taught it.
    public var layer: LearnedLayer
    /// From here on a text is flagged.
    public var threshold: Double

    /// Without a model only stars and cues are weighed: for what opens the configuration and judges nothing.
    public init(
        _ model: ComplaintModel? = nil, layer: LearnedLayer = .empty, threshold: Double = Scorer.threshold
    ) {
        complaints = model
        self.layer = layer
        self.threshold = threshold
    }

    /// From here on a text is flagged where nothing else is configured: below one half, since a complaint
    /// that nobody sees costs more than a look at a text that is none.
    public static let threshold = 0.35

    /// Names what scores without the layer: a layer that was taught over another is taught anew.
    public var model: String { complaints?.name ?? "none" }

    /// `language` as stated by the page; recognised from the text when nil.
    /// - Parameter source: where it stands; the layer may have learned something of it.
    public func score(
        _ text: String, title: String? = nil, language: String? = nil, rating: Rating? = nil,
        source: SourceID? = nil
    ) -> Score {
        let whole = title.map { $0 + "\n" + text } ?? text
        let stated = language.map(Self.primary)
        // The model gains more by a right guess than it loses by a wrong one.
        let recognised = stated.map { (sure: $0, likely: $0) } ?? languages(of: whole)
        let language = recognised.sure
        let scalars = [Unicode.Scalar](scalarsOf: whole)
        let read = ModelText(whole)
        let rating = rating.flatMap { $0.isGiven ? $0 : nil }
        let folded = FoldedText(whole)
        let facts = Facts(whole, folded, language: language)
        var weighing = Weighing()
        if let complaints, !folded.words.isEmpty {
            var reading = complaints.read(read, language: recognised.likely)
            reading.forget(facts.unmeant, of: read)
            if facts.denial != nil { reading.forgive(facts.denied, of: read) }
            let turn = rating == nil ? Self.turn(facts, read) : nil
            // "Lovely, but": what stands before no longer speaks against a complaint.
            if let turn { reading.forget([0..<turn.lowerBound], of: read) }
            weighing.add(reading, read, isRated: rating != nil)
            if let turn {
                let what = "takes praise back: \"\(Facts.spelled(turn, scalars))\""
                weighing.add(what, Self.turn)
            }
        } else {
            weighing.add("says nothing", rating == nil ? Self.blank : 0)
        }
        if let rating { addRating(rating, to: &weighing) }
        addFacts(facts, scalars, read, isRated: rating != nil, to: &weighing)
        if rating == nil, let complaints { weighing.bend(complaints.curve) }
        addThreat(facts, scalars, to: &weighing)
        let learned = layer.correction(
            of: folded, at: LearnedPlace(source: source, language: language), shipped: weighing.sum)
        if !learned.isNone { weighing.add(learned.reason, learned.weight) }
        let value = logistic(weighing.sum)
        let told = weighing.strongest(8, in: scalars) + routing(facts, scalars)
        return Score(
            value: value, isFlagged: value >= threshold, urgency: facts.urgency(score: value),
            topic: (facts.topic ?? (weighing.sum > 0 ? .other : nil))?.rawValue,
            cause: facts.cause?.rawValue, isLegal: facts.isLegal, language: language, reasons: told)
    }

    /// What takes praise back, where something went wrong behind it. In a long text the one stands far from the other.
    private static func turn(_ facts: Facts, _ text: ModelText) -> Range<Int>? {
        guard let turn = facts.turn, !facts.isOfficialReply, share(text) == 1,
            facts.causes.contains(where: { $0.range.lowerBound >= turn.lowerBound })
        else { return nil }
        return turn
    }

    /// A text of which nothing is known is rather no complaint.
    private static let blank = -1.2

    /// What is pressed for, and what went wrong.
    private func addFacts(
        _ facts: Facts, _ scalars: [Unicode.Scalar], _ text: ModelText, isRated: Bool,
        to weighing: inout Weighing
    ) {
        let share = Self.share(text)
        for cue in facts.cues where cue.what.weight != 0 {
            weighing.add(cue.what.reason(Facts.spelled(cue.range, scalars)), cue.what.weight * share)
        }
        if let solved = facts.solved {
            weighing.add(
                "was put right: \"\(Facts.spelled(solved, scalars))\"", (isRated ? -0.5 : Self.solved) * share
            )
        } else if !facts.causes.isEmpty, !facts.isPraise {
            weighing.add("names what went wrong", (isRated ? Self.causeBesideStars : Self.cause) * share)
        } else if facts.onlyAsks, !text.isAddressed {
            weighing.add("only asks", Self.onlyAsks * share)
        }
        if let sting = facts.sting {
            weighing.add("praises bitterly: \"\(Facts.spelled(sting, scalars))\"", Self.sting * share)
        }
        if let denial = facts.denial {
            let what = "says that nothing went wrong: \"\(Facts.spelled(denial, scalars))\""
            weighing.add(what, -2 * share)
        } else if facts.isPraise {
            weighing.add("says that nothing is wrong", -2)
        }
        if let claim = facts.claim, !isRated {
            weighing.add("speaks as a customer: \"\(Facts.spelled(claim, scalars))\"", Self.claim * share)
        }
        if facts.isOfficialReply { weighing.add(facts.officialReason { Facts.spelled($0, scalars) }, -5) }
    }

    /// The longer a text, the more of it is found by chance.
    private static func share(_ text: ModelText) -> Double {
        min(1, 200 / Double(max(1, text.letters.count)))
    }

    private static let turn = 0.4
    private static let cause = 1.0
    private static let causeBesideStars = 0.2
    private static let onlyAsks = -0.6
    private static let solved = -1.6
    private static let sting = 1.6
    private static let claim = 0.8

    /// Whoever threatens to go to law is looked at, whatever else the text says.
    private func addThreat(_ facts: Facts, _ scalars: [Unicode.Scalar], to weighing: inout Weighing) {
        guard let threat = facts.threat, !facts.isOfficialReply else { return }
        let enough = min(0.97, max(0.55, threshold + 0.1))
        let missing = log(enough / (1 - enough)) - weighing.sum
        if missing > 0 {
            weighing.add("threatens with the law: \"\(Facts.spelled(threat, scalars))\"", missing)
        }
    }

    /// Why it goes where it goes: tells staff, and weighs nothing.
    private func routing(_ facts: Facts, _ scalars: [Unicode.Scalar]) -> [Score.Reason] {
        facts.routingReasons { Facts.spelled($0, scalars) }.map { Score.Reason(what: $0, weight: 0) }
    }

    /// The mark mostly decides; words that plainly contradict it win.
    private func addRating(_ rating: Rating, to weighing: inout Weighing) {
        let share = rating.share
        let weight = share <= 0.3 ? 2.4 : share <= 0.45 ? 1.9 : share < 0.6 ? -0.3 : share < 0.9 ? -2 : -2.1
        let best = rating.best ?? (rating.value <= 5 ? 5 : rating.value <= 10 ? 10 : 100)
        weighing.add("\(Self.short(rating.value)) of \(Self.short(best)) stars", weight)
    }

    private static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
