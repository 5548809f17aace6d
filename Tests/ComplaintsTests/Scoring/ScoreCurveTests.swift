import Testing

@testable import Complaints

/// The curve on which whole scores hold.
struct ScoreCurveTests {
    static let places = Array(stride(from: -12.0, through: 12, by: 0.25))

    @Test(arguments: places)
    func `the straight curve changes nothing`(logit: Double) {
        #expect(abs(ScoreCurve.straight.value(at: logit) - logit) < 1e-9)
    }

    @Test func `at its knots it has the knots' values, and lies between them between`() {
        let curve = ScoreCurve([-6, -3, -2, -1, 0.5, 1.25, 2, 3])
        for (place, value) in zip(ScoreCurve.places, curve.values) {
            #expect(abs(curve.value(at: place) - value) < 1e-9)
        }
        #expect(abs(curve.value(at: 0) + 0.25) < 1e-9)
        #expect(curve.value(at: 5) > 3 && curve.value(at: -5) < -6)
    }

    @Test(arguments: [[0, 0, 0, 0, 0, 0, 0, 0], [3, 2, 1, 0, -1, -2, -3, -4], [-4, 5, -3, 5, 0, 1, 1, 9]])
    func `whatever is found, no two texts change their order`(values: [Double]) {
        let curve = ScoreCurve(values)
        for (left, right) in zip(Self.places, Self.places.dropFirst()) {
            #expect(curve.value(at: left) < curve.value(at: right))
        }
    }

    @Test(arguments: places)
    func `the knots' shares make the place they stand for`(logit: Double) {
        let shares = ScoreCurve.shares(at: logit)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
        #expect(abs(zip(shares, ScoreCurve.places).reduce(0) { $0 + $1.0 * $1.1 } - logit) < 1e-9)
    }
}
