import Complaints
import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Polls every source at its interval, as long as the daemon runs.
struct CrawlLoop: Service {
    let crawler: Crawler
    let node: String
    let heartbeat: Heartbeat

    /// What other processes changed in the store is noticed within this.
    static let longestWait: Duration = .seconds(1)
    static let mostClaims = 256
    /// Less is the slow correction of a clock, not a jump.
    static let leastJump: Duration = .seconds(2)
    /// Visits under way or waiting for their host; each holds what the store knows of its source. The
    /// others stay in the store until one of these has ended.
    static let mostVisits = 4096
    /// Renewed while the daemon runs, since visits to a slow host may wait for long. The claims of a daemon
    /// that died are void at its restart; this is for one that never comes back.
    static let lease: Duration = .seconds(3600)

    func run() async throws {
        let underWay = Counter()
        await withDiscardingTaskGroup { group in
            var renewed = crawler.time.now()
            var last = renewed
            while !Task.isCancelled {
                do {
                    let now = crawler.time.now()
                    if now + Self.leastJump < last { try await clockWentBack(by: last - now) }
                    last = now
                    if now - renewed > Self.lease / 4 {
                        renewed = now
                        try await crawler.store.write {
                            try $0.renewClaims(of: node, until: now + Self.lease)
                        }
                    }
                    let room = Self.mostVisits - underWay.value
                    guard room > 0 else {
                        heartbeat.tick()
                        try await crawler.time.sleep(for: .milliseconds(100))
                        continue
                    }
                    let claims = try await claimDue(limit: min(room, Self.mostClaims))
                    heartbeat.tick()
                    for claim in claims {
                        underWay.add(1)
                        group.addTask {
                            _ = await crawler.visit(claim)
                            underWay.add(-1)
                        }
                    }
                    if claims.count == Self.mostClaims { continue }
                    try await sleepUntilDue()
                } catch is CancellationError {
                    break
                } catch {
                    crawler.logger.error("the schedule cannot be read: \(error)")
                    try? await crawler.time.sleep(for: Self.longestWait)
                }
            }
            group.cancelAll()
        }
    }

    /// A clock that is set back would leave everything planned too late by as much.
    private func clockWentBack(by length: Duration) async throws {
        let now = crawler.time.now()
        let count = try await crawler.store.write {
            try $0.shortenHolds(by: length, now: now)
            return try $0.replanAfterFutureVisits(now: now)
        }
        await crawler.gate.clockWentBack(by: length)
        await crawler.network.clockWentBack()
        crawler.logger.warning(
            "the clock went back by \(length.setting); the next visits of \(counted(count, "source")) are planned anew"
        )
    }

    private func claimDue(limit: Int) async throws -> [ClaimedVisit] {
        let now = crawler.time.now()
        // Another process may have been asked to leave a host alone.
        await crawler.gate.take(held: try await crawler.store.read { try $0.heldHosts(now: now) })
        try await crawler.current.keepUp(with: crawler.store)
        guard let due = try await crawler.store.read({ try $0.nextVisitDue(now: now) }), due <= now else {
            return []
        }
        let node = node
        return try await crawler.store.write {
            try $0.claimDueVisits(now: now, limit: limit, node: node, lease: now + Self.lease)
        }
    }

    private func sleepUntilDue() async throws {
        let now = crawler.time.now()
        let due = try await crawler.store.read { try $0.nextVisitDue(now: now) }
        // What is overdue already belongs to the turn that is about to begin.
        let wait = due.map { max(min($0 - now, Self.longestWait), .milliseconds(5)) } ?? Self.longestWait
        try await crawler.time.sleep(for: wait)
    }
}

private final class Counter: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }

    func add(_ number: Int) { count.add(number, ordering: .relaxed) }
}
