/// Bends the whole score of a text, in logits, so that 0.8 means that 8 of 10 such texts are complaints.
///
/// Straight between knots at fixed places, rising everywhere, so that no two texts change their order.
package struct ScoreCurve: Hashable, Sendable {
    /// Where the knots are, in logits before.
    package static let places: [Double] = [-4, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 4]
    /// How much the curve rises at least, for each logit.
    static let leastSlope = 0.2

    /// In logits after, for each place.
    package let values: [Double]

    /// Values that do not rise are lifted until they do.
    package init(_ values: [Double]) {
        var lifted = values
        for index in lifted.indices.dropFirst() {
            let step = Self.places[index] - Self.places[index - 1]
            lifted[index] = max(lifted[index], lifted[index - 1] + Self.leastSlope * step)
        }
        self.values = lifted
    }

    /// Changes nothing.
    package static let straight = ScoreCurve(places)

    var isFinite: Bool { values.count == Self.places.count && values.allSatisfy(\.isFinite) }

    package func value(at logit: Double) -> Double {
        let last = Self.places.count - 1
        let upper = max(1, Self.places[...(last - 1)].firstIndex { logit < $0 } ?? last)
        let (left, right) = (Self.places[upper - 1], Self.places[upper])
        let slope = (values[upper] - values[upper - 1]) / (right - left)
        return values[upper - 1] + (logit - left) * slope
    }

    /// What each knot counts for at a place: two of them, between which it lies, or of which it lies outside.
    package static func shares(at logit: Double) -> [Double] {
        var shares = [Double](repeating: 0, count: places.count)
        let last = places.count - 1
        let upper = max(1, places[...(last - 1)].firstIndex { logit < $0 } ?? last)
        let share = (logit - places[upper - 1]) / (places[upper] - places[upper - 1])
        shares[upper - 1] = 1 - share
        shares[upper] = share
        return shares
    }
}
