import ArgumentParser
import Complaints
import Foundation
import Monitor
import ServiceLifecycle
import Storage
import Synchronization
import UnixSignals

struct PollCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll", abstract: "Visits sources once, now.",
        discussion: "All sources, the named ones, or with --due those whose time has come. What it finds "
            + "is stored and its alerts are sent once; the daemon may be running.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Flag(help: "Only those whose time has come.") var due = false
    @Flag(help: "Follows the lists back in time (not there yet).") var backfill = false
    @Argument(help: "Names of sources.") var sources: [String] = []

    func perform() async throws {
        if backfill { throw Failure(.failed, "`ombud poll --backfill` is not there yet in this version") }
        let wiring = try place.wiring()
        // Unsigned alerts are worse than late ones: without the keys they are left to the daemon.
        let mayDeliver = (try? place.wiring(needsSecrets: true)) != nil
        let names = try chosen(wiring)
        let store = try wiring.openStore(.own)
        let daemon = wiring.daemon(
            store: store, node: "poll-\(getpid())", notifier: Notifier(environment: [:]),
            logger: Log.make(.error))
        let total = names?.count ?? wiring.configuration.sources.count
        let progress = Progress(total: total, isQuiet: printing.json)
        let wantsJSON = printing.json
        let tally = Tally()
        let visited: Int
        do {
            visited = try await stoppable {
                let visited = try await daemon.poll(names, onlyDue: due) { visit in
                    tally.add(visit)
                    if wantsJSON { print(visit.json.line) } else { progress.show(visit, done: tally.visits) }
                }
                if mayDeliver { try await daemon.deliverDue() }
                return visited
            }
        } catch {
            progress.end()
            try await daemon.close()
            throw error
        }
        try await daemon.close()
        progress.end()
        try await store.close()
        if !mayDeliver { progress.note("alerts are left to the daemon: its secrets cannot be read here") }
        if !due, visited < total {
            progress.note(
                "\(total - visited) not visited: they are held, or another process is visiting them")
        }
        guard !wantsJSON else { return try tally.failIfAllFailed() }
        print(
            "\(visited) of \(total) sources visited: \(tally.records) records, \(tally.new) new mentions, "
                + "\(tally.changed) changed, \(tally.failures) failed")
        try tally.failIfAllFailed()
    }

    private func chosen(_ wiring: Wiring) throws -> [SourceID]? {
        guard !sources.isEmpty else { return nil }
        let known = Set(wiring.configuration.sources.map(\.id.name))
        for name in sources where !known.contains(name) {
            let off = wiring.configuration.allSources.contains { $0.id.name == name }
            throw Failure(
                .failed,
                off
                    ? "the source \(name) is switched off in its watchlist (enabled: false)"
                    : "there is no source \(name) in the watchlists; `ombud source list` shows them")
        }
        return sources.map { SourceID($0) }
    }
}

/// Ends the work in order at SIGINT and SIGTERM.
func stoppable<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
    let task = Task { try await work() }
    let signals = Task {
        for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { task.cancel() }
    }
    defer { signals.cancel() }
    let result = await task.result
    if task.isCancelled { throw ExitCode(130) }
    return try result.get()
}

/// What the visits of a pass brought.
private final class Tally: Sendable {
    private struct Counts {
        var visits = 0, records = 0, new = 0, changed = 0, failures = 0
    }
    private let counts = Mutex(Counts())

    func add(_ visit: Visit) {
        counts.withLock {
            $0.visits += 1
            $0.records += visit.recordCount
            $0.new += visit.newMentions
            $0.changed += visit.changedMentions
            if visit.outcome.failure != nil { $0.failures += 1 }
        }
    }

    var visits: Int { counts.withLock { $0.visits } }
    var records: Int { counts.withLock { $0.records } }
    var new: Int { counts.withLock { $0.new } }
    var changed: Int { counts.withLock { $0.changed } }
    var failures: Int { counts.withLock { $0.failures } }

    func failIfAllFailed() throws {
        if visits > 0, failures == visits {
            throw Failure(.failed, "every visit failed; `ombud source list` says why")
        }
    }
}

/// A bar on a terminal; elsewhere a line a failed visit and one every few seconds.
private final class Progress: Sendable {
    private let total: Int
    private let isQuiet: Bool
    private let lastLine = Mutex(ContinuousClock.now)

    init(total: Int, isQuiet: Bool) {
        self.total = total
        self.isQuiet = isQuiet
    }

    func show(_ visit: Visit, done: Int) {
        guard !isQuiet else { return }
        if let failure = visit.outcome.failure { line("\(visit.source): \(failure.reason)") }
        if Screen.isTerminal {
            let filled = total == 0 ? 20 : 20 * done / total
            let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
            FileHandle.standardError.write(Data("\r[\(bar)] \(done)/\(total)".utf8))
        } else {
            let isTime = lastLine.withLock { last in
                guard ContinuousClock.now - last > .seconds(3) else { return false }
                last = .now
                return true
            }
            if isTime { line("\(done) of \(total) visited") }
        }
    }

    func end() {
        if Screen.isTerminal, !isQuiet { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    func note(_ text: String) { line(text) }

    private func line(_ text: String) {
        FileHandle.standardError.write(
            Data(((Screen.isTerminal ? "\r\u{1B}[K" : "") + text.safe + "\n").utf8))
    }
}
