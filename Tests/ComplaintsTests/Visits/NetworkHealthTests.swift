import Complaints
import Testing

@Suite struct NetworkHealthTests {
    private let start = Instant(seconds: 1_000_000)
    private func at(_ seconds: Double) -> Instant { start + .milliseconds(Int64(seconds * 1000)) }

    /// Words `host+` answered, `host-` unreachable; one second apart, the first at second 1.
    private func after(_ history: String, seeded: String = "") -> NetworkHealth {
        var health = NetworkHealth()
        for host in seeded.split(separator: " ") { health.seed(String(host), answered: start - .seconds(60)) }
        for (index, word) in history.split(separator: " ").enumerated() {
            let time = at(Double(index + 1))
            health.take(
                word.last == "+" ? .answered : .unreachable, from: String(word.dropLast()), started: time,
                at: time)
        }
        return health
    }

    @Test(arguments: [
        ("a+ b+ c+ a- b- c-", 4.0), ("a+ b+ c+ d+ e+ a- c- e-", 6), ("a+ b+ a- b-", 3),
        ("a+ b+ c+ x- x- a- b- c-", 6), ("a+ b+ c+ a- b- c- a- d-", 4), ("x+ a+ b+ c+ x- a+ a- b- c-", 7),
        ("x+ a+ b+ x- a+ b+ a- b-", 7),
    ])
    func `the network is down when hosts that used to answer all fail since the last answer`(
        history: String, since: Double
    ) {
        #expect(after(history).state == .down(since: at(since)))
    }

    @Test(arguments: [
        "", "a-", "a- b- c- d-", "a+ a- a- a-", "a+ b+ c+ a- b-", "a+ b+ c+ a- b- a- b-",
        "a+ b+ c+ a- b- d+ c-", "a+ b+ c+ d+ a- b- d+ c-", "x+ y+ a+ x- a+ y- a+ a- x- y-",
        "a+ b+ x- y- z- a-", "a+ b+ c+ a- b- c- a+", "a+ b+ c+ a- b- c- z+",
    ])
    func `the network is up while one host may be to blame, or anyone answers`(history: String) {
        #expect(after(history).state == .up)
    }

    @Test func `hosts known from before a restart prove it as well`() {
        #expect(after("a- b- c-", seeded: "a b c").state == .down(since: at(1)))
        #expect(after("a- b- c-").state == .up)
        #expect(after("a- b-", seeded: "a b c").state == .up)
    }

    @Test func `an answer of long ago proves nothing`() {
        var health = after("a+ b+ c+")
        let later = start + NetworkHealth.memory + .seconds(10)
        for host in ["a", "b", "c"] { health.take(.unreachable, from: host, started: later, at: later) }
        #expect(health.state == .up)
    }

    @Test func `what hung since before the last answer proves nothing`() {
        var health = after("a+ b+ c+ d+")
        for host in ["a", "b", "c"] {
            health.take(.unreachable, from: host, started: at(3.5), at: at(14))
        }
        #expect(health.state == .up)
    }

    @Test func `what hung in an outage is excused when it fails after it`() {
        var health = after("a+ b+ c+ d+ e+ f+ a- b- c- a+")
        #expect(health.state == .up)
        for host in ["d", "e", "f"] {
            #expect(health.excuses(started: at(8), at: at(18)))
            health.take(.unreachable, from: host, started: at(8), at: at(18))
        }
        #expect(health.state == .up)
        #expect(!health.excuses(started: at(11), at: at(21)))
        for host in ["d", "e", "f"] { health.take(.unreachable, from: host, started: at(30), at: at(30)) }
        #expect(health.state == .down(since: at(30)), "their failures count again")
    }

    @Test func `a network that drops again at once is found down again`() {
        #expect(after("a+ b+ c+ a- b- c- a+ a- b- c-").state == .down(since: at(8)))
    }

    @Test func `failures since the outage began are forgiven, earlier ones are not`() {
        let health = after("a+ b+ c+ a- b- c-")
        #expect(health.excuses(started: at(4), at: at(4)))
        #expect(!health.excuses(started: at(2), at: at(3.9)))
        let failures: [NetworkHealth.Failure] = [
            .init(source: "one", at: at(3)), .init(source: "one", at: at(4)), .init(source: "one", at: at(9)),
            .init(source: "two", at: at(3.9)), .init(source: "three", at: at(5)),
        ]
        #expect(NetworkHealth.forgiven(failures, since: at(4)) == ["one": 2, "three": 1])
    }

    @Test func `while it is down each host is tried again after 15 to 60 seconds`() {
        var health = after("a+ b+ c+ a- b- c-")
        #expect(health.admit(host: "a", now: at(10), chance: 0.5) == .go)
        #expect(health.admit(host: "a", now: at(20), chance: 0) == .hold(until: at(47.5)))
        #expect(health.admit(host: "b", now: at(20), chance: 0) == .go)
        #expect(health.admit(host: "b", now: at(34), chance: 0) == .hold(until: at(35)))
        #expect(health.admit(host: "a", now: at(47.5), chance: 1) == .go)
        #expect(health.admit(host: "a", now: at(48), chance: 0) == .hold(until: at(107.5)))
        health.take(.answered, from: "z", started: at(50), at: at(50))
        #expect(health.admit(host: "a", now: at(50), chance: 0) == .go)
    }

    @Test func `a dead network is not hammered by ten thousand hosts`() {
        var health = after("a+ b+ c+ a- b- c-")
        var started = 0
        for second in 0..<60 {
            for number in 0..<1000
            where health.admit(
                host: "h\(number)", now: at(100 + Double(second)), chance: 0.3) == .go
            { started += 1 }
        }
        #expect(started == 4 * NetworkHealth.mostProbes)
    }

    @Test func `a hundred thousand hosts are not all remembered, the latest are`() {
        var health = NetworkHealth()
        for number in 0..<100_000 {
            health.take(.answered, from: "h\(number)", started: at(1), at: at(1 + Double(number) / 100))
        }
        for number in [0, 1, 2] {
            health.take(.unreachable, from: "h\(number)", started: at(2000), at: at(2000))
        }
        #expect(health.state == .up)
        for number in [99_999, 99_998, 99_997] {
            health.take(.unreachable, from: "h\(number)", started: at(2001), at: at(2001))
        }
        #expect(health.state == .down(since: at(2001)))
    }
}
