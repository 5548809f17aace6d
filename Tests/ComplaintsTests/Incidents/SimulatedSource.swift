import Foundation

@testable import Complaints

/// A source over weeks: complaints by chance, more by day than by night, fewer at weekends, more on some days
/// than on others; and bursts of one topic laid over it.
struct SimulatedSource {
    struct Result {
        /// Bursts that were called where there was none.
        var falseAlarms = 0
        /// From the start of each burst that was found to its first call.
        var delays: [Duration] = []
        var missed = 0
    }

    /// Complaints a day, on average.
    var perDay: Double
    var days: Int
    var seed: UInt64
    /// Each burst brings so many times the usual rate, for a day; nil for none.
    var factor: Double?

    private static let start = Instant(seconds: 1_772_409_600)
    private static let topics = [
        "delivery", "service", "product", "price", "app", "staff", "refund", "other",
    ]

    private struct Drawn {
        var arrival: Arrival
        var isOfBurst: Bool
    }

    /// Looks at every complaint as it comes, as the daemon does; the first four weeks only tell what is usual.
    func run() -> Result {
        let (drawn, bursts) = draw()
        var (result, gone) = (Result(), Set<MentionID>())
        var (first, oldest, quiet) = (0, 0, Self.start)
        var found: Set<Int> = []
        for (index, one) in drawn.enumerated() {
            let now = one.arrival.at
            while drawn[first].arrival.at < now - .seconds(86_400) { first += 1 }
            while drawn[oldest].arrival.at < now - .seconds(29 * 86_400) { oldest += 1 }
            guard now >= Self.start + Baseline.memory, now >= quiet else { continue }
            let recent = drawn[first...index].map(\.arrival).filter { !gone.contains($0.mention) }
            guard recent.count >= 5 else { continue }
            let (history, topics) = past(drawn[oldest...index], without: gone, now: now)
            guard
                let burst = BurstRule(.usual).look(recent, baseline: Baseline([history]), topics: topics)
            else { continue }
            if let number = bursts.firstIndex(where: { now >= $0 && now < $0 + .seconds(30 * 3600) }) {
                if found.insert(number).inserted { result.delays.append(now - bursts[number]) }
                gone.formUnion(
                    drawn[first...].prefix { $0.arrival.at < now + .seconds(86_400) }.filter(\.isOfBurst)
                        .map(\.arrival.mention))
            } else {
                result.falseAlarms += 1
            }
            gone.formUnion(burst.arrivals.map(\.mention))
            quiet = now + .seconds(86_400)
        }
        result.missed = bursts.count - found.count
        return result
    }

    private func past(
        _ drawn: ArraySlice<Drawn>, without gone: Set<MentionID>, now: Instant
    ) -> (Baseline.History, [String: Int]) {
        var history = Baseline.History(source: "a", since: Self.start)
        var topics: [String: Int] = [:]
        for one in drawn where !gone.contains(one.arrival.mention) {
            history.hours[one.arrival.at.milliseconds / 3_600_000, default: 0] += 1
            if one.arrival.at < now - .seconds(86_400) { topics[one.arrival.topic ?? "", default: 0] += 1 }
        }
        return (history, topics)
    }

    private func draw() -> (drawn: [Drawn], bursts: [Instant]) {
        var chance = Chance(state: seed)
        let dayRates = (0...days).map { _ in exp(0.25 * chance.normal() - 0.03) }
        var drawn: [Drawn] = []
        func add(_ minute: Double, _ topic: String, isOfBurst: Bool) {
            let number = Int64(drawn.count + 1)
            drawn.append(
                Drawn(
                    arrival: Arrival(
                        mention: MentionID(number), source: "a",
                        at: Self.start + .milliseconds(Int64(minute * 60_000)),
                        span: .zero, isBackfill: false, author: number, topic: topic), isOfBurst: isOfBurst))
        }
        let (end, most) = (Double(days) * 1440, perDay / 1440 * 5)
        var minute = 0.0
        while true {
            minute += chance.exponential() / most
            guard minute < end else { break }
            guard chance.next() * most < perDay / 1440 * Self.rhythm(minute) * dayRates[Int(minute / 1440)]
            else {
                continue
            }
            add(minute, Self.topics[Int(chance.next() * chance.next() * 8)], isOfBurst: false)
        }
        var bursts: [Instant] = []
        if let factor {
            for start in stride(from: 30.0 * 1440 + 540, to: end - 2880, by: 9.3 * 1440) {
                bursts.append(Self.start + .milliseconds(Int64(start * 60_000)))
                var minute = start
                while true {
                    minute += chance.exponential() * 1440 / (perDay * (factor - 1))
                    guard minute < start + 1440 else { break }
                    add(minute, chance.next() < 0.8 ? "app" : "service", isOfBurst: true)
                }
            }
        }
        return (drawn.sorted { $0.arrival.at < $1.arrival.at }, bursts)
    }

    /// Nineteen times as many at three in the afternoon as at three at night.
    private static func rhythm(_ minute: Double) -> Double {
        let hour = (minute / 60).truncatingRemainder(dividingBy: 24)
        let day = Int(minute / 1440) % 7
        return (1 + 0.9 * sin((hour - 9) / 12 * .pi)) * (day >= 5 ? 0.7 : 1.12)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same at every run.
private struct Chance {
    var state: UInt64

    mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / 9_007_199_254_740_992
    }

    mutating func exponential() -> Double { -log(1 - next()) }
    mutating func normal() -> Double { sqrt(-2 * log(1 - next())) * cos(2 * .pi * next()) }
}
