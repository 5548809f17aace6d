import Complaints
import Testing

@Suite struct CoverageTests {
    /// `7` read so many, `0` read none, `=` unchanged, `x` failed, `p` partly failed.
    private func run(_ visits: String) -> (said: [String], health: Coverage.Health) {
        var coverage = Coverage()
        var said: [String] = []
        for (index, visit) in visits.enumerated() {
            let now = Instant(seconds: Int64(index))
            let failure = VisitFailure(code: "http-404", reason: "it answered 404")
            let (outcome, records): (Visit.Outcome, Int?) =
                switch visit {
                case "x": (.failed(failure), 0)
                case "p": (.partial(failure), 3)
                case "=": (.unchanged, nil)
                default: (.complete, visit.wholeNumberValue)
                }
            switch coverage.take(outcome, records: records, at: now) {
            case .blind(let since, _): said.append("\(index) blind since \(since.milliseconds / 1000)")
            case .changed(let since, _): said.append("\(index) changed since \(since.milliseconds / 1000)")
            case .recovered(let since): said.append("\(index) recovered from \(since.milliseconds / 1000)")
            case nil: break
            }
        }
        return (said, coverage.health)
    }

    @Test(arguments: [
        ("7777", [], Coverage.Health.fine),
        ("", [], .new),
        ("7x", [], .failing),
        ("7xx7", [], .fine),
        ("7xx7xx7xx", [], .failing),
        ("7xxx", ["3 blind since 1"], .blind),
        ("xxx", ["2 blind since 0"], .blind),
        ("7xxxxxxxx", ["3 blind since 1"], .blind),
        ("7ppp", ["3 blind since 1"], .blind),
        ("7xxx7", ["3 blind since 1", "4 recovered from 1"], .fine),
        ("7xxx=77", ["3 blind since 1", "4 recovered from 1"], .fine),
        ("7xxx7xxx", ["3 blind since 1", "4 recovered from 1", "7 blind since 5"], .blind),
        ("70", [], .failing),
        ("707", [], .fine),
        ("700", ["2 changed since 1"], .changed),
        ("70==", ["2 changed since 1"], .changed),
        ("70000", ["2 changed since 1"], .changed),
        ("7007", ["2 changed since 1", "3 recovered from 1"], .fine),
        ("700xxx", ["2 changed since 1", "5 blind since 1"], .blind),
        ("7xxx00", ["3 blind since 1", "5 changed since 1"], .changed),
        ("0000", [], .empty),
        ("0=0=", [], .empty),
        ("7====", [], .fine),
    ])
    func `what is said of a source, once and in time`(visits: String, said: [String], health: Coverage.Health)
    {
        let ran = run(visits)
        #expect(ran.said == said)
        #expect(ran.health == health)
    }

    @Test(arguments: ["700", "70=", "7x00", "70x0"])
    func `a page that reads nothing any more is told within three visits of it`(visits: String) {
        #expect(run(visits).said.contains { $0.contains("changed") || $0.contains("blind") })
    }

    @Test func `the reason for blindness is the failure's own`() {
        var coverage = Coverage()
        var last: Coverage.News?
        for second in 0..<3 {
            last = coverage.take(
                .failed(VisitFailure(code: "timeout", reason: "shop.example: the time was over")), records: 0,
                at: Instant(seconds: Int64(second)))
        }
        #expect(last == .blind(since: Instant(seconds: 0), reason: "shop.example: the time was over"))
    }
}
