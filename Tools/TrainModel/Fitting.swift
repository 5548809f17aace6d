import Complaints
import Foundation

/// What the training of one model is told; the values were chosen by the figures of the held part.
struct FittingSettings {
    var weights = 3_200_000
    var rarities = 1_000_000
    var block = 128
    /// What one text costs when it is judged wrong, in a set of 3,000 texts: the inverse of the L2 penalty.
    var cost = 2.0
    /// Texts of a set of n texts cost (3,000 / n) to this power: none dominates, none is drowned.
    var balance = 0.5
    /// Beyond that: small sets of the reviews that Ombud is for cost more.
    var factors = ["ceneo": 15.0, "gazprombank_banki_ru": 8, "alza_cs": 3]
    /// What texts labelled for sentiment about anything, and those written for this project, count.
    var weak = 0.3
    var invented = 1.5
    var words = 0.3
    /// What the second sight of a text counts, in the language that it is taken for where none is stated.
    var twin = 0.5
    var intercept = 3.0
    var rounds = 12.0
    /// How much more a feature that leans may weigh, by how much it leans, and the texts that count before.
    var leaning = 0.5
    var leaningFloor = 0.5
    var leaningPrior = 0.5
    /// Parts that calibration leaves out in turn.
    let folds = 3

    /// `cost=4,rounds=20`, for trying what other values do; `set:ceneo=2` for the factor of one set.
    mutating func change(_ text: String) throws {
        let names: [String: WritableKeyPath<FittingSettings, Double>] = [
            "cost": \.cost, "balance": \.balance, "weak": \.weak, "invented": \.invented, "words": \.words,
            "twin": \.twin,
            "intercept": \.intercept, "rounds": \.rounds, "leaning": \.leaning, "floor": \.leaningFloor,
            "prior": \.leaningPrior,
        ]
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=").map(String.init)
            guard sides.count == 2, let value = Double(sides[1]) else {
                throw TrainModel.Misuse("--settings: \(part) is not NAME=NUMBER")
            }
            if sides[0].hasPrefix("set:") {
                factors[String(sides[0].dropFirst(4))] = value
            } else if let path = names[sides[0]] {
                self[keyPath: path] = value
            } else {
                throw TrainModel.Misuse("--settings: \(sides[0]) is none of \(names.keys.sorted())")
            }
        }
    }
}

/// The features of an example, made once for all the models it takes part in.
struct Prepared {
    var example: Example
    var features: ModelFeatures
    var domain: ModelDomain
    var isTwin = false

    init(_ example: Example, _ text: ModelText, _ features: ModelFeatures, language: String?) {
        self.example = example
        self.features = features
        domain = ModelDomain(text, language: language)
    }

    /// Once in its language; once more, for less, as it is met where no language is stated and the recogniser
    /// finds another or none.
    static func all(of example: Example, _ settings: FittingSettings) -> [Prepared] {
        let text = ModelText(example.text)
        let features = ModelFeatures(text)
        var all = [Prepared(example, text, features, language: example.language)]
        let found = languages(of: example.text).likely
        if settings.twin > 0, !example.isWeak, found != example.language {
            var twin = example
            twin.weight *= settings.twin
            var again = Prepared(twin, text, features, language: found)
            again.isTwin = true
            all.append(again)
        }
        return all
    }
}

/// A trained model before it is made small.
struct Fitted {
    var weights: [Float]
    var grades: [UInt8]
    var calibration: ModelCalibration
    var curve = ScoreCurve.straight
    var settings: FittingSettings
}

/// How rare each feature is in the language that has it most often, in the 16 grades of the file.
///
/// Rarity within a language, since in all languages together every word of a small one would be rare.
func rarityGrades(_ examples: [Prepared], _ settings: FittingSettings) -> [UInt8] {
    var rarities = [Float](repeating: 99, count: settings.rarities)
    for language in Set(examples.map { $0.domain.language }).sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
        var found = [Float](repeating: 0, count: settings.rarities)
        var count: Float = 0
        for prepared in examples where prepared.domain.language == language && !prepared.example.isInvented {
            count += 1
            for family in prepared.features.families.dropLast() {
                for index in family { found[rarityPlace(prepared.features.ids[index], settings)] += 1 }
            }
        }
        guard count >= 200 else { continue }
        for place in found.indices {
            rarities[place] = min(rarities[place], log((1 + count) / (1 + found[place])) + 1)
        }
    }
    return rarities.map { UInt8(max(0, min(15, (($0 - 1) / 0.7).rounded()))) }
}

private func rarityPlace(_ id: UInt32, _ settings: FittingSettings) -> Int {
    ModelDomain.place(of: id, salt: ModelDomain.raritySalt, in: UInt64(settings.rarities))
}

/// A text's features as the model weighs them: places in the table of weights, and values.
func sparseRow(_ prepared: Prepared, grades: [UInt8], _ settings: FittingSettings) -> [(UInt32, Float)] {
    let (features, domain) = (prepared.features, prepared.domain)
    var row: [(UInt32, Float)] = []
    row.reserveCapacity(features.ids.count * 3)
    func add(_ id: UInt32, _ salt: UInt32, _ value: Float) {
        row.append((UInt32(ModelDomain.place(of: id, salt: salt, in: UInt64(settings.weights))), value))
    }
    for (family, range) in features.families.enumerated() {
        let values = range.map { index -> Float in
            let value = features.values[index]
            if family == ModelFeatures.shape { return value }
            return value * ModelDomain.rarity(grades[rarityPlace(features.ids[index], settings)])
        }
        let square = values.reduce(0) { $0 + $1 * $1 }
        let norm = family == ModelFeatures.shape ? ModelDomain.shape : 1 / max(square.squareRoot(), 1e-6)
        for (index, value) in zip(range, values) {
            add(features.ids[index], 0, value * norm * ModelDomain.shared)
            if let salt = domain.salt { add(features.ids[index], salt, value * norm) }
            if let salt = domain.longSalt { add(features.ids[index], salt, value * norm) }
        }
    }
    return row
}

/// Trains on the examples, and calibrates on what models that left a third of them out say of that third.
func fit(_ examples: [Prepared], _ settings: FittingSettings) throws -> Fitted {
    let grades = rarityGrades(examples, settings)
    var rows = SparseRows()
    for prepared in examples { rows.append(sparseRow(prepared, grades: grades, settings)) }
    let sets = Set(examples.map(\.example.set)).sorted()
    var sizes: [String: Double] = [:]
    for prepared in examples { sizes[prepared.example.set, default: 0] += 1 }
    let costs = examples.map {
        settings.cost * $0.example.weight * (settings.factors[$0.example.set] ?? 1)
            * pow(3000 / (sizes[$0.example.set] ?? 1), settings.balance)
    }
    let truth = examples.map(\.example.isComplaint)
    func trained(without fold: Int?) -> [Float] {
        var part = SparseRows()
        var (partTruth, partCosts, partSets): ([Bool], [Double], [String]) = ([], [], [])
        for index in examples.indices where fold == nil || examples[index].example.fold(settings) != fold {
            let range = rows.starts[index]..<rows.starts[index + 1]
            // The sets differ in how many of their texts are complaints; an intercept of their own takes that up.
            let set = UInt32(settings.weights + 1 + (sets.firstIndex(of: examples[index].example.set) ?? 0))
            part.append(
                range.map { (rows.buckets[$0], rows.values[$0]) }
                    + [(UInt32(settings.weights), Float(1)), (set, Float(settings.intercept))])
            partTruth.append(truth[index])
            partCosts.append(costs[index])
            partSets.append(examples[index].example.set)
        }
        let size = settings.weights + 1 + sets.count
        let scales = leaning(part, partTruth, partSets, size: settings.weights, settings)
        for k in part.buckets.indices where part.buckets[k] < settings.weights {
            part.values[k] *= scales[Int(part.buckets[k])]
        }
        var weights = train(part, partTruth, costs: partCosts, size: size, rounds: Int(settings.rounds))
        for place in scales.indices { weights[place] *= scales[place] }
        return weights
    }
    var sums = [Double](repeating: 0, count: examples.count)
    var parts: [[Float]] = []
    for fold in 0..<settings.folds {
        let weights = trained(without: fold)
        parts.append(Array(weights.prefix(settings.weights)))
        for index in examples.indices where examples[index].example.fold(settings) == fold {
            for k in rows.starts[index]..<rows.starts[index + 1] {
                sums[index] += Double(weights[Int(rows.buckets[k])] * rows.values[k])
            }
        }
    }
    let weights = Array(trained(without: nil).prefix(settings.weights))
    let calibration = calibrate(examples, sums)
    var fitted = Fitted(weights: weights, grades: grades, calibration: calibration, settings: settings)
    var scored: [ScoredExample] = []
    for (fold, weights) in parts.enumerated() {
        let part = Fitted(weights: weights, grades: grades, calibration: calibration, settings: settings)
        let scorer = Scorer(try model(packed(part)))
        for prepared in examples where !prepared.isTwin && !prepared.example.isWeak {
            guard prepared.example.fold(settings) == fold else { continue }
            let score = scorer.score(prepared.example.text)
            scored.append(
                ScoredExample(logit: score.logit, isComplaint: prepared.example.isComplaint))
        }
    }
    fitted.curve = curve(over: scored)
    return fitted
}

/// How much each feature leans to one side, by counting alone (Wang and Manning 2012): what leans is let to
/// weigh more than what does not.
private func leaning(
    _ rows: SparseRows, _ truth: [Bool], _ sets: [String], size: Int, _ settings: FittingSettings
) -> [Float] {
    guard settings.leaning > 0 else { return [Float](repeating: 1, count: size) }
    // A set of which half are complaints makes nothing of it look like complaining.
    var rates: [String: (yes: Float, all: Float)] = [:]
    for (set, isComplaint) in zip(sets, truth) {
        rates[set, default: (0, 0)].yes += isComplaint ? 1 : 0
        rates[set, default: (0, 0)].all += 1
    }
    var found = [(yes: Float, all: Float, expected: Float)](repeating: (0, 0, 0), count: size)
    for row in 0..<rows.count {
        let own = rates[sets[row]] ?? (0, 1)
        let rate = own.yes / own.all
        for k in rows.starts[row]..<rows.starts[row + 1] where rows.buckets[k] < size {
            let place = Int(rows.buckets[k])
            found[place].all += 1
            found[place].expected += rate
            if truth[row] { found[place].yes += 1 }
        }
    }
    let a = Float(settings.leaningPrior)
    return found.map {
        let r =
            log(($0.yes + a) / ($0.expected + a)) - log(($0.all - $0.yes + a) / ($0.all - $0.expected + a))
        return Float(settings.leaningFloor) + Float(settings.leaning) * abs(r)
    }
}

extension Example {
    /// Copies of a text stay together.
    fileprivate func fold(_ settings: FittingSettings) -> Int {
        Int(text.utf8.reduce(17 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } >> 21) % settings.folds
    }
}
