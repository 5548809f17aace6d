/// Turns what the weights sum up to into odds that hold: by how long a text is, and by its language.
///
/// Platt scaling (Platt 1999) fitted on texts the weights were not trained on.
package struct ModelCalibration: Hashable, Sendable {
    package var slope: Double
    package var slopeWhenLong: Double
    package var bias: Double
    package var biasWhenLong: Double
    /// Added to the bias for the languages the model was trained on.
    package var languages: [String: Double] = [:]

    package init(slope: Double, slopeWhenLong: Double, bias: Double, biasWhenLong: Double) {
        self.slope = slope
        self.slopeWhenLong = slopeWhenLong
        self.bias = bias
        self.biasWhenLong = biasWhenLong
    }

    package func logit(of sum: Double, isLong: Bool, language: String?) -> Double {
        sum * (isLong ? slopeWhenLong : slope) + (isLong ? biasWhenLong : bias)
            + (language.flatMap { languages[$0] } ?? 0)
    }

    var isFinite: Bool {
        slope.isFinite && slopeWhenLong.isFinite && bias.isFinite && biasWhenLong.isFinite
            && languages.values.allSatisfy(\.isFinite)
    }
}
