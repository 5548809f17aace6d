import Complaints
import Testing

struct HostBudgetTests {
    let start = Instant(seconds: 1_000_000)
    func at(_ seconds: Double) -> Instant { start + .milliseconds(Int64(seconds * 1000)) }

    @Test func `starts on one host are a delay apart, and no two waiters get the same instant`() {
        var budget = HostBudget(limits: PoliteLimits(atMost: 4, delay: .seconds(1)))
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: at(0.2)) == .wait(until: at(1)))
        #expect(budget.ask(host: "a", now: at(0.2)) == .wait(until: at(2)))
        #expect(budget.ask(host: "b", now: at(0.2)) == .go)
        #expect(budget.redeem(host: "a", now: at(1)) == .go)
        #expect(budget.redeem(host: "a", now: at(2)) == .go)
        #expect(budget.ask(host: "a", now: at(5)) == .go)
    }

    @Test func `no more than so many run at a time`() {
        var budget = HostBudget(limits: PoliteLimits(atMost: 2, delay: .zero))
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: start) == .busy)
        budget.finished(host: "a")
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: start) == .busy)
    }

    @Test func `a promise counts as a place taken until it is redeemed or given up`() {
        var budget = HostBudget(limits: PoliteLimits(atMost: 2, delay: .seconds(1)))
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: start) == .wait(until: at(1)))
        #expect(budget.ask(host: "a", now: start) == .busy)
        budget.giveUp(host: "a")
        #expect(budget.ask(host: "a", now: start) == .wait(until: at(2)))
    }

    @Test func `a late start moves the next one`() {
        var budget = HostBudget(limits: PoliteLimits(atMost: 3, delay: .seconds(1)))
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: start) == .wait(until: at(1)))
        #expect(budget.ask(host: "a", now: start) == .wait(until: at(2)))
        #expect(budget.redeem(host: "a", now: at(1.9)) == .go)
        #expect(budget.redeem(host: "a", now: at(2)) == .wait(until: at(2.9)))
        #expect(budget.redeem(host: "a", now: at(2.9)) == .go)
    }

    @Test(arguments: [(0.2, 1.0), (1.0, 1.0), (5.0, 5.0)])
    func `the larger of delay and Crawl-delay holds`(crawlDelay: Double, seconds: Double) {
        var budget = HostBudget(limits: PoliteLimits(atMost: 4, delay: .seconds(1)))
        budget.setCrawlDelay(host: "a", .seconds(crawlDelay), now: start)
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: start) == .wait(until: at(seconds)))
    }

    @Test func `a host that said Retry-After is left alone until then, others are not`() {
        var budget = HostBudget(limits: PoliteLimits(atMost: 4, delay: .seconds(1)))
        #expect(budget.ask(host: "a", now: start) == .go)
        #expect(budget.ask(host: "a", now: start) == .wait(until: at(1)))
        budget.hold(host: "a", until: at(60), now: start)
        budget.hold(host: "a", until: at(30), now: start)
        #expect(budget.heldUntil(host: "a", now: at(10)) == at(60))
        #expect(budget.redeem(host: "a", now: at(1)) == .wait(until: at(60)))
        #expect(budget.ask(host: "a", now: at(2)) == .wait(until: at(61)))
        #expect(budget.ask(host: "b", now: at(2)) == .go)
        #expect(budget.redeem(host: "a", now: at(60)) == .go)
        #expect(budget.heldUntil(host: "a", now: at(60)) == nil)
    }

    @Test func `hosts of which nothing is left to know are forgotten`() {
        var budget = HostBudget(limits: PoliteLimits(atMost: 1, delay: .seconds(1)))
        budget.hold(host: "held", until: at(1_000_000), now: start)
        for number in 0..<10_000 {
            let now = at(Double(number) * 2)
            #expect(budget.ask(host: "host\(number)", now: now) == .go)
            budget.finished(host: "host\(number)")
        }
        #expect(budget.count < 1000)
        #expect(budget.heldUntil(host: "held", now: at(20_000)) == at(1_000_000))
    }
}

struct RetryAfterTests {
    /// 2015-10-21T07:28:00Z
    let now = Instant(seconds: 1_445_412_480)

    @Test(arguments: [
        ("120", "2015-10-21T07:30:00Z"), (" 0 ", "2015-10-21T07:28:00Z"),
        ("Wed, 21 Oct 2015 07:28:30 GMT", "2015-10-21T07:28:30Z"),
        ("Wednesday, 21-Oct-15 07:28:30 GMT", "2015-10-21T07:28:30Z"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"),
        ("sun, 06 nov 1994 08:49:37 gmt", "1994-11-06T08:49:37Z"),
    ])
    func `seconds and all three date forms are read`(value: String, expected: String) {
        #expect(RetryAfter.instant(value, now: now) == Instant(rfc3339: expected))
    }

    @Test(arguments: [
        "", "-5", "1.5", "soon", "Wed, 31 Feb 2015 07:28:30 GMT", "Wed, 21 Oct 2015 25:28:30 GMT",
        "Wed, 21 Oct 2015", "21 Oct 2015 07:28:30 +0200",
    ])
    func `anything else is nothing`(value: String) {
        #expect(RetryAfter.instant(value, now: now) == nil)
    }

    @Test func `a number past all measure is far away and no crash`() throws {
        let far = try #require(RetryAfter.instant("99999999999999999999999", now: now))
        #expect(far > now + .seconds(3_000_000_000))
    }
}
