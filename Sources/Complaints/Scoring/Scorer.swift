import Foundation

/// Says how likely a text is a complaint, and why: the star rating, and the words complaints are made of.
public struct Scorer: Sendable {
    private let lexicon: Lexicon
    /// What this installation's staff taught it.
    public var layer: LearnedLayer
    /// From here on a text is flagged.
    public var threshold: Double

    public init(layer: LearnedLayer = .empty, threshold: Double = Scorer.threshold) {
        lexicon = .shared
        self.layer = layer
        self.threshold = threshold
    }

    /// From here on a text is flagged where nothing else is configured.
    public static let threshold = 0.5

    /// Names what scores without the layer: a layer that was taught over another is taught anew.
    public var model: String { "words-1" }

    /// `language` as stated by the page; recognised from the text when nil.
    /// - Parameter source: where it stands; the layer may have learned something of it.
    public func score(
        _ text: String, title: String? = nil, language: String? = nil, rating: Rating? = nil,
        source: SourceID? = nil
    ) -> Score {
        let whole = title.map { $0 + "\n" + text } ?? text
        let language = language.map(Self.primary) ?? recognisedLanguage(of: whole)
        let folded = FoldedText(whole)
        let scalars = Array(whole.unicodeScalars)
        var judgement = Judgement()
        func spelled(_ words: Range<Int>) -> String {
            var found = String.UnicodeScalarView()
            let start = Int(folded.words[words.lowerBound].start)
            let end = Int(folded.words[words.upperBound - 1].end)
            found.append(contentsOf: scalars[start..<end])
            return String(found)
        }
        judgement.weigh(folded, by: lexicon, mask: lexicon.mask(for: language))
        let facts = Facts(whole, folded, language: language)
        addFacts(facts, scalars, to: &judgement)
        addShape(scalars, folded, to: &judgement)
        let rating = rating.flatMap { $0.isGiven ? $0 : nil }
        if let rating { addRating(rating, to: &judgement) }
        let shipped = judgement.sum + (rating == nil ? Self.bias : 0)
        let learned = layer.correction(
            of: folded, at: LearnedPlace(source: source, language: language), shipped: shipped)
        if !learned.isNone { judgement.add(learned.reason, learned.weight) }
        let value = logistic(shipped + (learned.isNone ? 0 : learned.weight))
        let told = judgement.strongest(8, spelled: spelled) + routing(facts, scalars)
        return Score(
            value: value, isFlagged: value >= threshold, urgency: facts.urgency(score: value),
            topic: (facts.topic ?? (judgement.sum > 0 ? .other : nil))?.rawValue,
            cause: facts.cause?.rawValue, isLegal: facts.isLegal, language: language, reasons: told)
    }

    private func addFacts(_ facts: Facts, _ scalars: [Unicode.Scalar], to judgement: inout Judgement) {
        for cue in facts.cues where cue.what.weight > 0 {
            judgement.add(cue.what.reason(Facts.spelled(cue.range, scalars)), cue.what.weight)
        }
        if facts.isPraise { judgement.add("says that nothing is wrong", -2) }
        if facts.isOfficialReply { judgement.add(facts.officialReason { Facts.spelled($0, scalars) }, -5) }
    }

    /// Why it goes where it goes: tells staff, and weighs nothing.
    private func routing(_ facts: Facts, _ scalars: [Unicode.Scalar]) -> [Score.Reason] {
        facts.routingReasons { Facts.spelled($0, scalars) }.map { Score.Reason(what: $0, weight: 0) }
    }

    /// A text of which nothing is known is rather no complaint.
    private static let bias = -1.2

    /// The mark decides unless the words clearly say otherwise: plain praise under one star, plain anger
    /// under five.
    private func addRating(_ rating: Rating, to judgement: inout Judgement) {
        let share = rating.share
        let words = judgement.sum
        let weight = share <= 0.3 ? 2.6 : share <= 0.45 ? 1.4 : share < 0.6 ? -0.2 : share < 0.9 ? -2.4 : -3.2
        let best = rating.best ?? (rating.value <= 5 ? 5 : rating.value <= 10 ? 10 : 100)
        judgement.add("\(Self.short(rating.value)) of \(Self.short(best)) stars", weight)
        let isPlainPraise = judgement.praises >= 3.5 && judgement.complains < 0.3 * judgement.praises
        if share <= 0.3, words < -1.6, !isPlainPraise {
            judgement.add("the mark weighs more than the kind words", -1.6 - words)
        }
        let isPlainAnger = judgement.strongest >= 1.75 && judgement.complains > 1.5 * judgement.praises
        if share >= 0.7, words > 1.2, !isPlainAnger {
            judgement.add("the mark weighs more than the harsh words", 1.2 - words)
        }
    }

    private func addShape(_ scalars: [Unicode.Scalar], _ text: FoldedText, to judgement: inout Judgement) {
        let exclamations = scalars.count { $0 == "!" }
        if exclamations >= 2 { judgement.add("\(exclamations) exclamation marks", 0.15) }
        var (long, shouted) = (0, 0)
        for word in text.words where word.count >= 4 && !word.isNumber {
            long += 1
            guard word.isCapital else { continue }
            if scalars[Int(word.start)..<Int(word.end)].allSatisfy({ $0.properties.isUppercase }) {
                shouted += 1
            }
        }
        if shouted >= 3, shouted * 3 > long { judgement.add("written in capitals", 0.3) }
    }

    private static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
