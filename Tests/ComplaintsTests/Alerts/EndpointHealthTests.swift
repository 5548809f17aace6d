import TestSupport
import Testing

@testable import Complaints

@Suite struct EndpointHealthTests {
    private let now = ManualTime.monday

    private func failed(
        _ times: Int, every gap: Duration = .seconds(1), waits: [Duration] = Endpoint.defaultRetry
    ) -> EndpointHealth {
        var health = EndpointHealth()
        for number in 0..<times {
            let at = now + .milliseconds(gap.inMilliseconds * Int64(number))
            health.fail("no", started: at, now: at, isTooMuch: false, waits: waits, chance: 0.5)
        }
        return health
    }

    @Test func `after ten failures in a row one at a time tries it again`() {
        #expect(failed(9).gate(now: now) == .open)
        let health = failed(10)
        let last = now + .seconds(9)
        #expect(health.gate(now: last) == .closed(until: last + .seconds(5)))
        #expect(health.gate(now: last + .seconds(5)) == .oneProbe)
    }

    @Test func `the wait for the next probe doubles up to five minutes, by probes alone`() {
        var health = failed(10)
        var waits: [Int64] = []
        for _ in 0..<8 {
            guard let probe = health.probe else { break }
            // What was under way before is no probe.
            health.fail(
                "no", started: probe.at - .seconds(1), now: probe.at, isTooMuch: false, waits: [.seconds(90)],
                chance: 0.5)
            #expect(health.probe == probe)
            health.fail(
                "no", started: probe.at, now: probe.at, isTooMuch: false, waits: [.seconds(90)], chance: 0.5)
            waits.append(health.probe.map { ($0.at - probe.at).inMilliseconds / 1000 } ?? 0)
        }
        #expect(waits == [10, 20, 40, 80, 160, 300, 300, 300])
    }

    @Test func `one that is taken ends all of it`() {
        var health = failed(12)
        let endedAll = health.take(now: now + .seconds(60))
        #expect(endedAll)
        #expect(health.gate(now: now) == .open)
        #expect(health.failures == 0 && health.failingSince == nil && health.takenLast == now + .seconds(60))
        let endedMore = health.take(now: now + .seconds(61))
        #expect(endedMore == false)
    }

    @Test func `where all attempts are made within a minute nothing waits for a probe`() {
        #expect(failed(50, waits: [.seconds(1), .seconds(1)]).gate(now: now) == .open)
        #expect(failed(50, waits: []).gate(now: now) == .open)
        #expect(failed(50, waits: [.seconds(60)]).gate(now: now) != .open)
    }

    @Test func `a clock that is turned back does not put the probe off`() {
        let health = failed(10)
        #expect(health.gate(now: now - .seconds(86_400)) == .oneProbe)
    }

    @Test func `it is used up after so long of failures, not of silence`() {
        let limit = Endpoint.defaultGiveUp
        #expect(failed(1).isUsedUp(after: limit) == false)
        // An hour apart: 120 hours are 121 failures.
        #expect(failed(120, every: .seconds(3600)).isUsedUp(after: limit) == false)
        #expect(failed(121, every: .seconds(3600)).isUsedUp(after: limit))
        // A jump of the clock, or months in which the daemon did not run.
        #expect(failed(2, every: .seconds(90 * 86_400)).isUsedUp(after: limit) == false)
        #expect(failed(2, every: .seconds(-90 * 86_400)).isUsedUp(after: limit) == false)
    }

    @Test func `one that has too much to do is slowed down, and recovers`() {
        var health = EndpointHealth()
        var paces: [Double] = []
        for _ in 0..<5 {
            health.fail("503", started: now, now: now, isTooMuch: true, waits: [.seconds(90)], chance: 0.5)
            paces.append(health.pace ?? 0)
        }
        #expect(paces == [10, 5, 2.5, 1.25, 1])
        var taken = 0
        while health.pace != nil, taken < 1000 {
            _ = health.take(now: now)
            taken += 1
        }
        #expect(taken == 66)
    }
}

@Suite struct DeliveryWindowTests {
    private let now = ManualTime.monday

    private func room(
        _ window: inout DeliveryWindow, underWay: Int = 0, pace: Double? = nil, after: Duration = .zero
    ) -> Int {
        window.room(underWay: underWay, pace: pace, now: now + after)
    }

    @Test func `what is under way is bounded, more where it is quick, fewer where it is slow`() {
        var window = DeliveryWindow()
        let atFirst = [room(&window), room(&window, underWay: 20)]
        #expect(atFirst == [16, 0])
        for _ in 0..<500 { window.take() }
        let whereQuick = room(&window, underWay: 8)
        #expect(whereQuick == DeliveryWindow.most - 8)
        for _ in 0..<20 { window.fail(isSlow: false) }
        #expect(window.size == DeliveryWindow.most)
        for _ in 0..<20 { window.fail(isSlow: true) }
        #expect(window.size == 4)
    }

    @Test func `a pace spreads deliveries over time, and saves up a second of it at most`() {
        var window = DeliveryWindow()
        var begun: [Int] = []
        for milliseconds in [0, 0, 500, 86_400_000, 86_400_000, -86_400_000, -86_399_500] {
            let count = room(&window, pace: 2, after: .milliseconds(milliseconds))
            window.begin(count)
            begun.append(count)
        }
        #expect(begun == [2, 0, 1, 2, 0, 0, 1])
        #expect(window.nextRoom(pace: 2, now: now) == now + .milliseconds(500))
    }
}

@Suite struct GreetingTests {
    @Test(
        arguments: [
            ("*", nil, nil), ("eventemitter.example.com", "*", nil),
            ("EventEmitter.example.com", "120", 120.0),
            ("other.example, eventemitter.example.com", "60", 60),
        ] as [(String, String?, Double?)])
    func `a receiver that names us, or all, agrees`(origin: String, rate: String?, agreed: Double?) throws {
        let greeting = try Greeting(
            status: 200, origins: [origin], rate: rate, for: "eventemitter.example.com")
        #expect(greeting.rate == agreed)
    }

    @Test(
        arguments: [
            (405, ["*"], nil, Greeting.Refusal.status(405)), (200, [], nil, .noOrigin),
            (204, [""], nil, .noOrigin),
            (200, ["other.example"], nil, .otherOrigin("other.example")), (200, ["*"], "0", .badRate("0")),
            (200, ["*"], "many", .badRate("many")), (302, ["*"], nil, .status(302)),
        ] as [(Int, [String], String?, Greeting.Refusal)])
    func `anything else is no agreement`(
        status: Int, origins: [String], rate: String?, refusal: Greeting.Refusal
    ) {
        #expect(throws: refusal) {
            try Greeting(status: status, origins: origins, rate: rate, for: "ombud.example")
        }
    }

    @Test func `the origin is the host of the instance`() {
        #expect(Greeting.origin(of: "https://Ombud.example:8443/x") == "ombud.example")
        #expect(Greeting.origin(of: "urn:example:ombud") == "urn:example:ombud")
    }
}
