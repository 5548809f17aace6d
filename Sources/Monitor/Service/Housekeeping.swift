import Complaints
import Foundation
import Logging
import Reading
import ServiceLifecycle
import Settings
import Storage

/// Keeps the store from growing with what nobody asks for any more, and from damage that nobody notices.
struct Housekeeping: Service {
    let current: CurrentSetup
    let store: any Store
    let time: any TimeSource
    let logger: Logger

    static let every: Duration = .seconds(600)
    /// What a burst is measured against is younger than this.
    static let arrivalsKept: Duration = .seconds(60 * 86_400)
    /// Rows a transaction, so that nobody waits for it.
    static let batch = 5000
    /// Mentions a transaction that are indexed for `search` once, where an earlier Ombud made the store.
    static let indexed = 1000

    /// Work on the whole, and how long after the last time it is due.
    static let tasks: [(name: String, every: Duration)] = [
        ("purge", .seconds(86_400)), (Upkeep.quickCheck.rawValue, .seconds(86_400)),
        (Upkeep.fullCheck.rawValue, .seconds(7 * 86_400)), (Upkeep.emptyLog.rawValue, .seconds(3600)),
    ]

    func run() async throws {
        var isStart = true
        while !Task.isCancelled {
            await undisturbed("housekeeping") { try await tidy() }
            // What reads the whole store leaves the disk to the first visits.
            for task in isStart ? [] : Self.tasks {
                await undisturbed(task.name) { try await perform(task.name, every: task.every) }
            }
            isStart = false
            returnFreedMemory()
            letGoOfUnusedCode()
            try? await time.sleep(for: Self.every)
        }
    }

    /// What fails is told, and is tried again at the next turn.
    private func undisturbed(_ what: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            logger.error("\(what) was not done: \(error)")
        }
    }

    func tidy() async throws {
        let oldest = time.now() - Self.arrivalsKept
        while try await store.write({ try $0.forgetArrivals(before: oldest, limit: Self.batch) })
            == Self.batch
        {}
        while try await store.write({ try $0.fillSearch(limit: Self.indexed) }) {}
    }

    // MARK: By schedule

    /// Does it when it is due, and notes when it was done and what came of it.
    func perform(_ name: String, every: Duration) async throws {
        let now = time.now()
        // A clock that was set back must not put it off for long.
        if let last = try await store.read({ try $0.upkeep(name) }), last.at <= now, now - last.at < every {
            return
        }
        let found = try await name == "purge" ? purge(now) : check(name)
        let mark = UpkeepMark(at: now, found: found, bytes: size)
        try await store.write { try $0.keepUpkeep(name, mark) }
    }

    /// - Returns: what it could not do.
    private func purge(_ now: Instant) async throws -> String? {
        let configuration = current.value.configuration
        let outcomes = try await Purge(
            store: store, retention: configuration.retention,
            evidenceFolder: configuration.evidence?.folder, now: now
        ).run()
        for outcome in outcomes where outcome.deleted + outcome.left > 0 {
            logger.info("retention: \(outcome.summary)")
        }
        let left = outcomes.filter { $0.left > 0 }
        return left.isEmpty ? nil : left.map(\.summary).joined(separator: "; ")
    }

    private func check(_ name: String) async throws -> String? {
        guard let work = Upkeep(rawValue: name) else { return nil }
        let found = try await store.keepUp(work)
        guard !found.isEmpty else { return nil }
        let text = found.joined(separator: "; ")
        // A log that is in use is emptied an hour later.
        if work == .emptyLog {
            logger.debug("\(text)")
        } else {
            logger.critical(
                "the store is damaged: \(text); stop the daemon, restore a backup (docs/backup.md)")
        }
        return text
    }

    private var size: Int64? {
        guard case .sqlite(let path) = current.value.configuration.store else { return nil }
        let found = try? FileManager.default.attributesOfItem(atPath: path)
        return (found?[.size] as? NSNumber)?.int64Value
    }
}

extension Purge.Outcome {
    /// `mentions: 12 deleted that are older than 365 d, 3 left (m7 is under legal hold ...)`.
    public var summary: String {
        "\(kind.rawValue): \(deleted) deleted that are older than \(keptFor.components.seconds / 86_400) d"
            + (left == 0 ? "" : ", \(left) left (\(reasons.joined(separator: "; ")))")
    }
}
