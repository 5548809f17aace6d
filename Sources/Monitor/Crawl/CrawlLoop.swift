import Complaints
import Logging
import ServiceLifecycle
import Storage

/// Polls every source at its interval, as long as the daemon runs.
struct CrawlLoop: Service {
    let crawler: Crawler
    let node: String

    /// What other processes changed in the store is noticed within this.
    static let longestWait: Duration = .seconds(1)
    static let mostClaims = 256
    /// Renewed while the daemon runs, since visits to a slow host may wait for long. The claims of a daemon
    /// that died are void at its restart; this is for one that never comes back.
    static let lease: Duration = .seconds(3600)

    func run() async throws {
        await withDiscardingTaskGroup { group in
            var renewed = crawler.time.now()
            while !Task.isCancelled {
                do {
                    let now = crawler.time.now()
                    if now - renewed > Self.lease / 4 {
                        renewed = now
                        try await crawler.store.write {
                            try $0.renewClaims(of: node, until: now + Self.lease)
                        }
                    }
                    let claims = try await claimDue()
                    for claim in claims { group.addTask { _ = await crawler.visit(claim) } }
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

    private func claimDue() async throws -> [ClaimedVisit] {
        let now = crawler.time.now()
        // Another process may have been asked to leave a host alone.
        await crawler.gate.take(held: try await crawler.store.read { try $0.heldHosts(now: now) })
        guard let due = try await crawler.store.read({ try $0.nextVisitDue(now: now) }), due <= now else {
            return []
        }
        let node = node
        return try await crawler.store.write {
            try $0.claimDueVisits(now: now, limit: Self.mostClaims, node: node, lease: now + Self.lease)
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

/// One pass over chosen sources: `ombud poll`.
struct Poll: Sendable {
    let crawler: Crawler
    let node: String

    /// Renewed while the pass runs; a pass that was killed holds its sources no longer than this.
    static let lease: Duration = .seconds(15)

    /// - Parameters:
    ///   - names: nil for all.
    ///   - onlyDue: leaves out those whose time has not come.
    ///   - each: called after every visit, in the order they end.
    /// - Returns: how many were visited; the others are being visited by another process.
    func run(
        _ names: [SourceID]?, onlyDue: Bool, each: @Sendable (VisitCommit.Summary) -> Void
    ) async throws -> Int {
        let claims = try await claim(names, onlyDue: onlyDue)
        return await withTaskGroup(of: VisitCommit.Summary?.self) { group in
            let renewal = Task { await renew() }
            defer { renewal.cancel() }
            for claim in claims { group.addTask { await crawler.visit(claim) } }
            var visited = 0
            for await summary in group {
                guard let summary else { continue }
                visited += 1
                each(summary)
            }
            return visited
        }
    }

    private func claim(_ names: [SourceID]?, onlyDue: Bool) async throws -> [ClaimedVisit] {
        let (now, node) = (crawler.time.now(), node)
        return try await crawler.store.write { session in
            if !onlyDue {
                for source in try session.sourceStatuses() where source.isActive {
                    guard names?.contains(source.id) ?? true else { continue }
                    try session.postpone(source.id, to: min(source.nextVisit, now))
                }
            }
            return try session.claimDueVisits(
                now: now, limit: .max, node: node, lease: now + Self.lease, only: names)
        }
    }

    private func renew() async {
        while !Task.isCancelled {
            try? await crawler.time.sleep(for: Self.lease / 3)
            let (lease, node) = (crawler.time.now() + Self.lease, node)
            do {
                try await crawler.store.write { try $0.renewClaims(of: node, until: lease) }
            } catch {
                crawler.logger.error("claims were not renewed: \(error)")
            }
        }
    }
}
