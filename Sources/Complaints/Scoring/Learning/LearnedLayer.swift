import Foundation

/// What this installation learned from its staff: a bounded correction, in logits, of the shipped score.
///
/// A linear model over the words of a text (`LearnedFeatures`), taught one decision at a time
/// (`learn(_:)`). The same decisions in the same order give the same bits: nothing here depends on time,
/// chance or the order of a hash table. docs/judging.md tells what it does and what it cannot do.
public struct LearnedLayer: Hashable, Sendable {
    /// Decisions learned from.
    public internal(set) var count = 0
    /// Of a weight's slot: what it adds, and how much was seen of it. `LearnedFeatures.slots` of them, or
    /// none while nothing was learned.
    var means: [Float] = []
    var precisions: [Float] = []
    /// How strict the staff are whatever the words say: takes up what every word would learn else.
    var bias = Intercept()
    /// The same for one who knows how strict the staff are, and no words: the words must do better.
    var rival = Intercept()
    /// How well the words foretold each decision before it was learned, against the rival: the logarithm of
    /// the odds, in nats.
    var evidence = 0.0

    public static let empty = LearnedLayer()

    struct Intercept: Hashable, Sendable {
        var mean: Float = 0
        var precision = LearnedLayer.priorOfBias
    }

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// From 0 to 1: how far the words are believed. Each decision is foretold before it is learned, with the
    /// words and by the rival; the posterior odds of the two are the weights of the mixture (Hedge with its rate
    /// at 1, which for logarithmic loss is Bayes' rule: Vovk 1990, Freund and Schapire 1997).
    public var trust: Double { logistic(Self.priorOfTrust + evidence) }

    /// The most that it may add or take away after so many decisions, in logits: few have little to say.
    public var bound: Double { Self.mostEver * Double(count) / (Double(count) + Self.halfway) }

    /// What it makes of one text.
    /// - Parameter shipped: the logit of the shipped score, star rating and cues included.
    func correction(of text: FoldedText, at place: LearnedPlace, shipped: Double) -> Correction {
        guard !isEmpty else { return .none }
        let features = LearnedFeatures(text, at: place)
        let words = trust * sum(features.words)
        let total = min(max(words + general(features, shipped: shipped), -bound), bound)
        return Correction(weight: total, words: strongest(features, in: text, sign: total), count: count)
    }

    /// What is not in the words: how strict the staff are, here and with this source and language.
    ///
    /// Staff see what was flagged and little else. What their decisions say of all mentions together is thus
    /// said of flagged ones, and holds for others as far as those are likely complaints too.
    private func general(_ features: LearnedFeatures, shipped: Double) -> Double {
        let sum = Double(bias.mean) + sum(features.place)
        return logistic(shipped) * min(max(sum, -Self.mostGeneral), Self.mostGeneral)
    }

    func sum(_ features: [LearnedFeatures.Feature]) -> Double {
        guard !means.isEmpty else { return 0 }
        return features.reduce(0) { $0 + Double(means[Int($1.slot)]) * Double($1.value) }
    }

    /// The words behind a correction, those that pull its way the most first.
    private func strongest(_ features: LearnedFeatures, in text: FoldedText, sign: Double) -> [String] {
        var pulls: [(pull: Double, word: Int32, length: Int32)] = []
        for feature in features.words {
            let pull = Double(means[Int(feature.slot)]) * Double(feature.value) * (sign < 0 ? -1 : 1)
            if pull > Self.leastTold { pulls.append((pull, feature.word, feature.length)) }
        }
        pulls.sort { ($1.pull, $0.word) < ($0.pull, $1.word) }
        var told: [String] = []
        var taken = Set<Int32>()
        for pull in pulls where told.count < 3 {
            let words = pull.word..<pull.word + pull.length
            guard taken.isDisjoint(with: words) else { continue }
            taken.formUnion(words)
            told.append(words.map { text.text(of: text.words[Int($0)]) }.joined(separator: " "))
        }
        return told
    }

    /// The correction of one text.
    struct Correction: Hashable, Sendable {
        /// To be added to the shipped logit.
        var weight: Double
        /// The words behind it, as folded; the strongest first.
        var words: [String]
        /// Decisions learned from.
        var count: Int

        static let none = Correction(weight: 0, words: [], count: 0)

        /// Too small to change anything: nothing is added, nothing told.
        var isNone: Bool { abs(weight) < 0.005 }

        /// As the reasons of a score tell it.
        var reason: String {
            let what = "learned from \(count) \(count == 1 ? "decision" : "decisions") here"
            return words.isEmpty ? what : "\(what): \(words.joined(separator: ", "))"
        }
    }
}

/// Where a text stands, as far as that is learned from.
public struct LearnedPlace: Hashable, Sendable {
    public var source: SourceID?
    /// As the page states it, or as recognised: `pl`.
    public var language: String?

    public init(source: SourceID? = nil, language: String? = nil) {
        self.source = source
        self.language = language
    }
}

/// - Returns: 0 to 1.
func logistic(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }
