import Testing

@testable import Complaints

/// How often bursts are called by chance, and how soon real ones are (figures in docs/quality.md).
@Suite(.timeLimit(.minutes(5)))
struct SimulatedBurstTests {
    @Test(arguments: [0.5, 3, 12.0])
    func `a source that goes on as ever raises one alarm in a year at most`(perDay: Double) {
        let year = SimulatedSource(perDay: perDay, days: 28 + 365, seed: 7).run()
        #expect(year.falseAlarms <= 1)
    }

    @Test(arguments: [(3.0, 10.0, 8), (12, 10, 3), (12, 3, 24)])
    func `bursts are called while they last`(perDay: Double, factor: Double, hours: Int) {
        let year = SimulatedSource(perDay: perDay, days: 28 + 150, seed: 11, factor: factor).run()
        #expect(year.missed <= year.delays.count / (factor < 5 ? 1 : 8))
        let median = year.delays.sorted()[year.delays.count / 2]
        #expect(median < .seconds(hours * 3600))
        #expect(year.falseAlarms <= 1)
    }
}
