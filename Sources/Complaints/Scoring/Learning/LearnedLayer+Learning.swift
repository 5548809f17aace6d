import Foundation

/// One decision of the staff, as the layer is taught it.
public struct Lesson: Hashable, Sendable {
    /// Title and text of the mention, as it read when it was decided on.
    public var text: String
    public var place: LearnedPlace
    /// The logit of the shipped score alone.
    public var shipped: Double
    public var isComplaint: Bool

    public init(text: String, place: LearnedPlace, shipped: Double, isComplaint: Bool) {
        self.text = text
        self.place = place
        self.shipped = shipped
        self.isComplaint = isComplaint
    }
}

/// How the layer learns: one step of online Bayesian logistic regression with a diagonal Gaussian posterior
/// (Spiegelhalter and Lauritzen 1990; Chapelle and Li 2011) on the error of shipped score and layer together.
///
/// - A score that was right leaves little error, so it teaches little.
/// - Precisions grow with what was seen: the thousandth decision moves a well-known word hardly at all.
/// - One label in thirty is taken to be a slip: a decision that is far from everything known counts for less.
extension LearnedLayer {
    static let priorOfBias: Float = 0.3
    private static let priorOfPlace: Float = 2
    private static let priorOfWord: Float = 5
    /// Before the first decision the words are trusted by half.
    static let priorOfTrust = 0.0
    /// Beyond this, evidence is not gathered: what turns out wrong later can be taken back soon.
    private static let mostEvidence = 6.0
    /// Of all decisions.
    static let slips = 0.03
    static let mostEver = 1.5
    static let mostGeneral = 0.25
    /// Decisions after which half of `mostEver` is allowed.
    static let halfway = 10.0
    private static let mostWeight: Float = 4
    /// A word that pulls less is not told.
    static let leastTold = 0.02

    public mutating func learn(_ lesson: Lesson) {
        if means.isEmpty {
            means = [Float](repeating: 0, count: LearnedFeatures.slots)
            precisions = means
        }
        let features = LearnedFeatures(FoldedText(lesson.text), at: lesson.place)
        let shipped = min(max(lesson.shipped, -8), 8)
        let known = shipped + Double(bias.mean) + sum(features.place)
        let words = sum(features.words)
        let bounded = min(max(words, -Self.mostEver), Self.mostEver)
        let strict = shipped + Double(rival.mean)
        weigh(chance(known + bounded, lesson.isComplaint) / chance(strict, lesson.isComplaint))
        let step = Step(at: known + words, lesson.isComplaint)
        for feature in features.words { move(feature, by: step, prior: Self.priorOfWord) }
        for feature in features.place { move(feature, by: step, prior: Self.priorOfPlace) }
        bias.move(by: step)
        rival.move(by: Step(at: strict, lesson.isComplaint))
        count += 1
    }

    /// What one decision asks of every weight: how far, and how sure it makes of it.
    struct Step {
        var error: Float
        var curve: Float

        init(at logit: Double, _ isComplaint: Bool) {
            let share = logistic(logit)
            let said = isComplaint ? share : 1 - share
            let slips = LearnedLayer.slips
            let isMeant = (1 - slips) * said / ((1 - slips) * said + slips * (1 - said))
            error = Float(((isComplaint ? 1 : 0) - share) * isMeant)
            curve = Float(max(share * (1 - share), 0.05))
        }
    }

    /// How well the decision was foretold with the words, and how well by the rival.
    private mutating func weigh(_ odds: Double) {
        evidence = min(max(evidence + log(odds), -Self.mostEvidence), Self.mostEvidence)
    }

    private func chance(_ logit: Double, _ isComplaint: Bool) -> Double {
        let share = logistic(logit)
        return Self.slips + (1 - 2 * Self.slips) * (isComplaint ? share : 1 - share)
    }

    private mutating func move(_ feature: LearnedFeatures.Feature, by step: Step, prior: Float) {
        let slot = Int(feature.slot)
        precisions[slot] += step.curve * feature.value * feature.value
        let moved = means[slot] + step.error * feature.value / (prior + precisions[slot])
        means[slot] = min(max(moved, -Self.mostWeight), Self.mostWeight)
    }
}

extension LearnedLayer.Intercept {
    mutating func move(by step: LearnedLayer.Step) {
        precision += step.curve
        mean = min(max(mean + step.error / precision, -3), 3)
    }
}
