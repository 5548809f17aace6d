import Complaints
import TestSupport
import Testing

@Suite struct AttemptTests {
    private let now = ManualTime.monday
    private let waits: [Duration] = [.seconds(5), .seconds(300)]

    private func follows(_ attempt: Attempt, number: Int = 1) -> Attempt.Consequence {
        attempt.consequence(number: number, waits: waits, now: now)
    }

    @Test(arguments: [200, 201, 202, 204, 299])
    func `any 2xx is taken`(status: Int) {
        #expect(follows(.answered(status: status, retryAfter: nil)) == .delivered)
    }

    @Test(arguments: [
        (100, "it answered 100"), (301, "it answered 301; redirects are not followed"),
        (308, "it answered 308; redirects are not followed"), (400, "it answered 400"),
        (404, "it answered 404"), (429, "it answered 429"), (500, "it answered 500"),
        (503, "it answered 503"),
    ])
    func `anything else is tried again after the endpoint's own wait`(status: Int, why: String) {
        #expect(
            follows(.answered(status: status, retryAfter: nil)) == .retry(at: now + .seconds(5), why: why))
    }

    @Test func `each wait is used once, and after the last the alert is a dead letter`() {
        let attempt = Attempt.failed("no connection")
        #expect(follows(attempt, number: 1) == .retry(at: now + .seconds(5), why: "no connection"))
        #expect(follows(attempt, number: 2) == .retry(at: now + .seconds(300), why: "no connection"))
        #expect(follows(attempt, number: 3) == .deadLetter(why: "no connection"))
        #expect(attempt.consequence(number: 1, waits: [], now: now) == .deadLetter(why: "no connection"))
    }

    @Test(arguments: [1, 3])
    func `410 disables the endpoint at whatever attempt`(number: Int) {
        #expect(
            follows(.answered(status: 410, retryAfter: nil), number: number)
                == .disableEndpoint(why: "it answered 410 Gone"))
    }

    @Test func `Retry-After lengthens the wait and never shortens it`() {
        let later = Attempt.answered(status: 429, retryAfter: now + .seconds(90))
        #expect(follows(later) == .retry(at: now + .seconds(90), why: "it answered 429"))
        let sooner = Attempt.answered(status: 429, retryAfter: now + .seconds(1))
        #expect(follows(sooner) == .retry(at: now + .seconds(5), why: "it answered 429"))
        let past = Attempt.answered(status: 429, retryAfter: now - .seconds(900))
        #expect(follows(past) == .retry(at: now + .seconds(5), why: "it answered 429"))
    }

    @Test func `no receiver puts an alert off for longer than a day`() {
        let attempt = Attempt.answered(status: 503, retryAfter: now + .seconds(86_400 * 36_500))
        #expect(follows(attempt) == .retry(at: now + .seconds(86_400), why: "it answered 503"))
        #expect(attempt.hold(now: now) == now + .seconds(86_400))
    }

    @Test(arguments: [(429, true), (503, true), (500, false), (301, false)])
    func `Retry-After of 429 and 503 holds the whole endpoint`(status: Int, holds: Bool) {
        let until = now + .seconds(60)
        #expect(Attempt.answered(status: status, retryAfter: until).hold(now: now) == (holds ? until : nil))
        #expect(Attempt.answered(status: status, retryAfter: nil).hold(now: now) == nil)
    }
}

@Suite struct EndpointSecretTests {
    @Test func `a secret never prints itself`() {
        let endpoint = Endpoint(name: "desk", url: "https://desk.example/", secret: Secret("whsec_abc"))
        var dumped = ""
        dump(endpoint, to: &dumped)
        for text in ["\(endpoint)", String(reflecting: endpoint), dumped] { #expect(!text.contains("abc")) }
    }
}
