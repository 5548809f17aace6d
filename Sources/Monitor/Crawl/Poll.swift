import Complaints
import Logging
import Storage

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
            for claim in claims { group.addTask { await crawler.visit(claim, anyHour: !onlyDue) } }
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
