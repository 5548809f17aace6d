import Complaints
import Logging
import Reading
import ServiceLifecycle
import Storage

/// Keeps the store from growing with what nobody asks for any more.
struct Housekeeping: Service {
    let store: any Store
    let time: any TimeSource
    let logger: Logger

    static let every: Duration = .seconds(600)
    /// Visits older than this leave the ledger.
    static let visitsKept: Duration = .seconds(90 * 86_400)
    /// What a burst is measured against is younger than this.
    static let arrivalsKept: Duration = .seconds(60 * 86_400)
    /// Rows a transaction, so that nobody waits for it.
    static let batch = 5000
    /// Mentions a transaction that are indexed for `search` once, where an earlier Ombud made the store.
    static let indexed = 1000

    func run() async throws {
        while !Task.isCancelled {
            do {
                try await tidy()
            } catch is CancellationError {
                return
            } catch {
                logger.error("housekeeping was not done: \(error)")
            }
            returnFreedMemory()
            letGoOfUnusedCode()
            try? await time.sleep(for: Self.every)
        }
    }

    func tidy() async throws {
        let before = time.now() - Self.visitsKept
        while try await store.write({ try $0.forgetVisits(before: before, limit: Self.batch) }) == Self.batch
        {}
        let oldest = time.now() - Self.arrivalsKept
        while try await store.write({ try $0.forgetArrivals(before: oldest, limit: Self.batch) })
            == Self.batch
        {}
        while try await store.write({ try $0.fillSearch(limit: Self.indexed) }) {}
    }
}
