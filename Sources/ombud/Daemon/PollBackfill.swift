import Complaints
import Foundation
import Monitor
import Settings
import Storage
import Synchronization

/// `ombud poll --backfill`: visits sources again and again until their gaps, and the past that the watchlist
/// asks for, were followed back to their end, or lead no further now.
///
/// Each visit commits how far it came, so that it can be stopped at any time.
struct Backfill: Sendable {
    let daemon: Daemon
    let store: any Store
    let wiring: Wiring
    /// Of the sources to follow.
    let names: [SourceID]

    struct Result: Sendable {
        /// What was followed, as it stands now.
        var gaps: [Gap] = []
        /// Why those that are still open were left.
        var stuck: [SourceID: String] = [:]
    }

    /// Passes in a row in which another process holds every source.
    private static let mostIdlePasses = 30

    func run(isQuiet: Bool, each: @escaping @Sendable (Visit) -> Void) async throws -> Result {
        let progress = ProgressLine(isQuiet: isQuiet)
        defer { progress.end() }
        var result = Result()
        var waiting = try await toFollow()
        var gaps = try await open(waiting)
        var followed = Set(gaps.values.joined().map(\.id))
        var (idle, touched) = (0, Set(waiting))
        while !waiting.isEmpty {
            try Task.checkCancellation()
            let failures = Failures()
            let visited = try await daemon.poll(waiting, onlyDue: false) { visit in
                failures.take(visit)
                each(visit)
            }
            let now = try await open(waiting)
            followed.formUnion(now.values.joined().map(\.id))
            for gap in now.values.joined() { progress.show("\(gap.source): \(gap.fact.1)") }
            let before = gaps
            let moved = waiting.filter { now[$0] != before[$0] }
            gaps = now
            if visited == 0, moved.isEmpty {
                idle += 1
                guard idle < Self.mostIdlePasses else {
                    for source in waiting { result.stuck[source] = "another process is visiting it" }
                    break
                }
                try await wiring.time.sleep(for: .seconds(1))
                continue
            }
            idle = 0
            for source in waiting where !moved.contains(source) && now[source] != nil {
                result.stuck[source] = failures.reason(of: source) ?? "its visits lead no further now"
            }
            // One that failed is left to the daemon, which knows when to ask again.
            waiting = moved.filter { source in now[source]?.contains { $0.nextURL != nil } ?? false }
                .filter { source in
                    guard let failed = now[source]?.first(where: { $0.failures > 0 }) else { return true }
                    result.stuck[source] = failures.reason(of: source) ?? failed.why ?? "a page of it failed"
                    return false
                }
            touched.formUnion(waiting)
        }
        let (ids, sources) = (followed, touched.sorted())
        result.gaps = try await store.read { session in
            try sources.flatMap { try session.gaps(of: $0).filter { ids.contains($0.id) } }
        }
        return result
    }

    /// Sources with a gap that leads on, and those whose past was asked for and not yet begun.
    private func toFollow() async throws -> [SourceID] {
        let wanted = Dictionary(
            wiring.configuration.sources.compactMap { source in source.pages.backfill.map { (source.id, $0) }
            },
            uniquingKeysWith: { first, _ in first })
        let names = names
        return try await store.read { session in
            try names.filter { id in
                if try session.openGaps(of: id).contains(where: { $0.nextURL != nil }) { return true }
                switch wanted[id] {
                case .to(let instant)?: return try !session.hasBackfill(of: id, to: instant)
                case .all?: return try !session.hasBackfill(of: id, to: nil)
                case nil: return false
                }
            }
        }
    }

    private func open(_ sources: [SourceID]) async throws -> [SourceID: [Gap]] {
        try await store.read { session in
            var found: [SourceID: [Gap]] = [:]
            for id in sources {
                let gaps = try session.openGaps(of: id)
                if !gaps.isEmpty { found[id] = gaps }
            }
            return found
        }
    }
}

extension Backfill.Result {
    /// - Throws: when something is left that could be followed.
    func tell(asJSON: Bool) throws {
        if asJSON {
            for gap in gaps { print((["source": gap.source] as JSON + gap.json).line) }
        } else if gaps.isEmpty {
            print(
                "nothing to follow: no gap is open, and no past that a watchlist asks for (`backfill`) is left"
            )
        } else {
            for gap in gaps { Screen.say("\(gap.source): \(gap.kind.rawValue) \(gap.fact.1)") }
        }
        let left = gaps.filter { $0.state == .open }
        guard let first = left.first else { return }
        throw Failure(
            .failed,
            "\(counted(left.count, "gap")) still open: \(first.source): "
                + (stuck[first.source] ?? "it leads no further now") + "; the daemon goes on with it")
    }
}

/// Why the last visit to each source failed.
private final class Failures: Sendable {
    private let reasons = Mutex<[SourceID: String]>([:])

    func take(_ visit: Visit) {
        reasons.withLock { $0[visit.source] = visit.outcome.failure?.reason }
    }

    func reason(of source: SourceID) -> String? { reasons.withLock { $0[source] } }
}
