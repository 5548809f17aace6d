import Complaints
import Testing

@Suite struct PollPlanTests {
    private let limits = PoliteLimits(atMost: 2, delay: .seconds(1))

    private func demand(
        _ name: String = "acme", host: String = "reviews.example", every: Duration = .seconds(900),
        to longest: Duration? = nil, current: Duration? = nil, pages: Double = 1,
        request: Duration = .seconds(1), crawlDelay: Duration? = nil, window: PollingWindow? = nil,
        clock: Duration? = nil, standing: PollDemand.Standing = .polled
    ) -> PollDemand {
        PollDemand(
            source: SourceID(name), host: host, origin: "https://\(host)",
            every: PollInterval(from: every, to: longest ?? every), current: current, pages: pages,
            request: request, crawlDelay: crawlDelay, window: window, policy: "fast", shortestClock: clock,
            standing: standing)
    }

    private func plan(_ demands: [PollDemand]) -> PollPlan { PollPlan(demands, limits: limits) }

    /// 09:00-17:00 on every day.
    private let office = PollingWindow(
        openADay: .seconds(8 * 3600), openingsADay: 1, longestClosed: .seconds(16 * 3600),
        meanWait: .seconds(16 * 16 * 3600 / 48))

    private func isNear(_ length: Duration?, _ seconds: Int, within tenths: Int = 5) -> Bool {
        guard let length else { return false }
        return length >= .milliseconds(seconds * 1000 - tenths * 100)
            && length <= .milliseconds(seconds * 1000 + tenths * 100)
    }

    @Test func `a complaint is seen after half an interval and the visit itself, at worst after all of it`() {
        let plan = plan([demand()])
        #expect(isNear(plan.sources[0].meanDelay, 451))
        #expect(isNear(plan.sources[0].worstDelay, 901))
        #expect(plan.sources[0].interval == .seconds(900))
        #expect(plan.sources[0].visitsADay == 96)
        #expect(plan.warnings.isEmpty)
    }

    @Test func `requests a day are pages times visits, and robots once a day for each origin`() {
        var other = demand("other", pages: 2)
        other.origin = "https://www.reviews.example"
        let plan = plan([demand(pages: 3), demand("again", pages: 1), other])
        #expect(plan.sources.map(\.requestsADay) == [288, 96, 192])
        #expect(plan.hosts.count == 1)
        #expect(plan.hosts[0].requestsADay == 288 + 96 + 192 + 2)
        #expect(plan.hosts[0].sourceCount == 3)
        #expect(plan.hosts[0].allowedADay == 86_400)
    }

    @Test func `pages of one visit keep the host's distance`() {
        let plan = plan([demand(pages: 4, crawlDelay: .seconds(10))])
        #expect(isNear(plan.sources[0].worstDelay, 900 + 31))
        #expect(plan.hosts[0].gap == .seconds(10))
        #expect(plan.hosts[0].allowedADay == 8640)
    }

    /// Delay, Crawl-delay and the time of a request, in ms; how far apart requests start.
    @Test(arguments: [(1000, 0, 500, 1000), (1000, 5000, 500, 5000), (0, 0, 500, 250), (100, 0, 4000, 2000)])
    func `a host allows what the larger of its delays and the places allow`(
        delay: Int, crawlDelay: Int, request: Int, gap: Int
    ) {
        let plan = PollPlan(
            [demand(request: .milliseconds(request), crawlDelay: .milliseconds(crawlDelay))],
            limits: PoliteLimits(atMost: 2, delay: .milliseconds(delay)))
        #expect(plan.hosts[0].gap == .milliseconds(gap))
    }

    @Test func `a host that is asked for more than it allows makes intervals longer, and is told`() {
        let demands = (0..<20).map { demand("s\($0)", every: .seconds(10)) }
        let plan = plan(demands)
        #expect(plan.hosts[0].utilisation > 2 && plan.hosts[0].utilisation < 2.01)
        #expect(isNear(plan.sources[0].interval, 20))
        #expect(
            plan.warnings.map(\.description) == [
                "reviews.example: 172801 requests a day are asked for and 86400 allowed, 1 s apart: its sources' "
                    + "intervals grow to 2.1 times their length"
            ])
    }

    @Test func `a busy host makes each wait for the others`() throws {
        let alone = try #require(plan([demand()]).sources[0].meanDelay)
        let many = plan((0..<800).map { demand("s\($0)") }).sources[0]
        let mean = try #require(many.meanDelay)
        #expect(mean > alone + .seconds(2))
        #expect(mean < alone + .seconds(10))
        #expect(isNear(many.worstDelay, 900 + 1 + 799))
    }

    @Test func `hosts have budgets of their own, the busiest first`() {
        let plan = plan([
            demand(host: "quiet.example"), demand("b", host: "busy.example", every: .seconds(5)),
        ])
        #expect(plan.hosts.map(\.host) == ["busy.example", "quiet.example"])
        #expect(isNear(plan.sources[0].worstDelay, 901))
    }

    @Test(arguments: [(3600, 900), (901, 900), (902, 901), (300, 900)])
    func `a clock shorter than the worst delay may run out unseen, and is told`(clock: Int, every: Int) {
        let plan = plan([demand(every: .seconds(every), clock: .seconds(clock))])
        #expect(plan.warnings.isEmpty == (clock >= every + 1))
        if let warning = plan.warnings.first {
            #expect(warning.source == "acme")
            #expect(
                warning.description
                    == "acme: a complaint may be seen only 15 min 1 s after it was written, and a clock of "
                    + "policy fast runs 5 min: a deadline may pass before we know")
        }
    }

    @Test func `an adaptive source is counted at its pace, and at worst at its longest`() {
        let line = plan([demand(every: .seconds(300), to: .seconds(21_600), current: .seconds(3600))])
            .sources[0]
        #expect(line.visitsADay == 24)
        #expect(isNear(line.meanDelay, 1801))
        #expect(isNear(line.worstDelay, 21_601))
        let unknown = plan([demand(every: .seconds(300), to: .seconds(21_600))]).sources[0]
        #expect(unknown.visitsADay == 288)
    }

    @Test func `closed hours delay what is written in them, and save requests`() {
        let line = plan([demand(every: .seconds(3600), window: office)]).sources[0]
        #expect(line.visitsADay == 8)
        #expect(isNear(line.meanDelay, 16 * 16 * 3600 / 48 + 1801))
        #expect(isNear(line.worstDelay, 18 * 3600 + 1))
        let daily = plan([demand(every: .seconds(86_400), window: office)]).sources[0]
        #expect(daily.visitsADay == 1)
        #expect(isNear(daily.meanDelay, 43_201))
    }

    @Test func `hours closed for longer than a clock are told`() {
        let plan = plan([demand(every: .seconds(60), window: office, clock: .seconds(4 * 3600))])
        #expect(
            plan.warnings.map(\.description) == [
                "acme: its hours stay closed for 16 h, and a clock of policy fast runs 4 h: a deadline may "
                    + "pass before we know"
            ])
    }

    @Test func `hours that never open are told`() {
        let never = PollingWindow(
            openADay: .zero, openingsADay: 0, longestClosed: .seconds(28 * 86_400), meanWait: .zero)
        let plan = plan([demand(window: never)])
        #expect(plan.warnings == [.neverOpen("acme")])
        #expect(plan.sources[0].meanDelay == nil)
        #expect(plan.hosts[0].requestsADay == 0)
    }

    @Test(arguments: [
        (PollDemand.Standing.paused, 0, "acme: paused, so nothing new is seen"),
        (.disallowed(line: 7), 0, "acme: robots.txt, line 7, disallows it, so it is not polled"),
        (.disallowed(line: nil), 0, "acme: robots.txt disallows it, so it is not polled"),
        (
            .blind(since: Instant(seconds: 0)), 96,
            "acme: blind since 1970-01-01T00:00:00.000Z, so nothing new is seen"
        ),
    ])
    func `what is not seen has no delay and is told`(
        standing: PollDemand.Standing, requests: Double, text: String
    ) {
        let plan = plan([demand(clock: .seconds(1), standing: standing)])
        #expect(plan.sources[0].meanDelay == nil)
        #expect(plan.sources[0].worstDelay == nil)
        #expect(plan.sources[0].requestsADay == requests)
        #expect(plan.warnings.map(\.description) == [text])
    }

    @Test func `an interval of nothing is as long as the visit`() {
        let plan = plan([demand(every: .zero, pages: 2, request: .milliseconds(500))])
        #expect(plan.sources[0].visitsADay == 86_400)
        #expect(plan.hosts[0].utilisation > 2)
        #expect(isNear(plan.sources[0].interval, 2))
    }

    @Test func `numbers past all measure give a plan and no crash`() {
        let huge = Duration.seconds(Int64.max / 2000)
        let plan = PollPlan(
            [
                demand(every: huge, clock: .seconds(1)), demand("b", pages: .infinity),
                demand("c", pages: .nan),
                demand("d", pages: 1e300), demand("e", crawlDelay: huge),
            ], limits: PoliteLimits(atMost: 1, delay: .zero))
        #expect(plan.sources.count == 5)
        #expect(plan.warnings.first?.source == nil)
        #expect(plan.warnings.allSatisfy { !$0.description.isEmpty })
    }

    @Test func `ten thousand sources on two thousand hosts are planned`() {
        let demands = (0..<10_000).map {
            demand("s\($0)", host: "h\($0 % 2000).example", clock: .seconds(60))
        }
        let plan = plan(demands)
        #expect(plan.sources.count == 10_000)
        #expect(plan.hosts.count == 2000)
        #expect(plan.warnings.count == 10_000)
    }

    @Test(arguments: [
        (Duration.milliseconds(250), "250 ms"), (.seconds(1), "1 s"), (.milliseconds(1250), "1.2 s"),
        (.seconds(900), "15 min"), (.seconds(901), "15 min 1 s"), (.seconds(7500), "2 h 5 min"),
        (.seconds(86_400), "1 d"), (.seconds(100 * 3600), "4 d 4 h"), (.zero, "0 ms"),
    ])
    func `lengths are told in two units at most`(length: Duration, text: String) {
        #expect(length.roughText == text)
    }
}
