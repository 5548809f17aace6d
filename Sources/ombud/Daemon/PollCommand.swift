import ArgumentParser
import Complaints
import Foundation
import Monitor
import Reading
import ServiceLifecycle
import Settings
import Storage
import Synchronization
import UnixSignals

struct PollCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll", abstract: "Visits sources once, now.",
        discussion: """
            All sources, the named ones, or with --due those whose time has come. What it finds is stored and its \
            alerts are sent once; the daemon may be running. A paused source is left out, and refused by name.

            With --backfill the gaps of these sources, and the past that `backfill` in a watchlist asks for, are \
            followed back to their end, pass after pass. Stopped (Ctrl-C), it goes on where it was the next time.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    // Taken as everywhere; what a pass finds is nobody's act, and stands under no name.
    @OptionGroup var person: Person
    @Flag(help: "Only those whose time has come.") var due = false
    @Flag(help: "Follows gaps and wanted pasts back to their end.") var backfill = false
    @Argument(help: "Names of sources.") var sources: [String] = []

    func validate() throws {
        if due, backfill { throw ValidationError("--due and --backfill exclude each other") }
    }

    func perform() async throws {
        shareHeaps()
        let wiring = try place.wiring(judges: true)
        // Unsigned alerts are worse than late ones: without the keys they are left to the daemon.
        let mayDeliver = (try? place.wiring(needsSecrets: true)) != nil
        var chosen = try PollChoice(sources, wiring.configuration)
        let store = try wiring.openStore(.own)
        try chosen.leaveOutPaused(try await store.read { try $0.sourceStatuses() })
        let (names, asked) = (chosen.names, chosen.asked)
        let daemon = wiring.daemon(
            store: store, node: "poll-\(getpid())", notifier: Notifier(environment: [:]),
            logger: Log.make(.error))
        let progress = Progress(total: names.count, isQuiet: printing.json)
        let (tally, wantsJSON, onlyDue) = (Tally(), printing.json, due)
        let each: @Sendable (Visit) -> Void = { visit in
            tally.add(visit)
            if wantsJSON { print(visit.json.line) } else { progress.show(visit, done: tally.visits) }
        }
        let backfill = backfill ? Backfill(daemon: daemon, store: store, wiring: wiring, names: names) : nil
        let (visited, followed): (Int, Backfill.Result?)
        do {
            (visited, followed) = try await stoppable {
                let followed = try await backfill?.run(isQuiet: wantsJSON, each: each)
                let visited =
                    backfill == nil ? try await daemon.poll(asked, onlyDue: onlyDue, each: each) : 0
                if mayDeliver { try await daemon.deliverDue() }
                return (visited, followed)
            }
        } catch {
            progress.end()
            try await daemon.close()
            throw error
        }
        try await daemon.close()
        progress.end()
        try await store.close()
        for note in chosen.notes { progress.note(note) }
        if !mayDeliver { progress.note("alerts are left to the daemon: its secrets cannot be read here") }
        if let followed { return try followed.tell(asJSON: wantsJSON) }
        if !due, visited < names.count {
            progress.note(
                "\(names.count - visited) not visited: they are held, or another process is visiting them")
        }
        guard !wantsJSON else { return try tally.failIfFailed(named: !sources.isEmpty) }
        print(
            "\(visited) of \(counted(names.count, "source")) visited: \(counted(tally.records, "record")), "
                + "\(counted(tally.new, "new mention")), "
                + "\(tally.changed) changed, \(tally.failures) failed")
        try tally.failIfFailed(named: !sources.isEmpty)
    }
}

/// Which sources a pass visits, and why not others.
private struct PollChoice {
    private(set) var names: [SourceID]
    private(set) var notes: [String] = []
    private let isNamed: Bool
    /// What the store is asked for: nil for all but the paused, which it leaves out by itself.
    var asked: [SourceID]? { isNamed || hasLacking ? names : nil }
    private let hasLacking: Bool

    /// - Parameter wanted: empty for all.
    /// - Throws: for a source that was named and cannot be visited.
    init(_ wanted: [String], _ configuration: Configuration) throws {
        try configuration.requireSources(wanted)
        isNamed = !wanted.isEmpty
        let all = isNamed ? wanted.map { SourceID($0) } : configuration.sources.map(\.id)
        let lacking = all.filter(configuration.lackingSecrets.contains)
        hasLacking = !lacking.isEmpty
        names = all.filter { !configuration.lackingSecrets.contains($0) }
        guard let first = lacking.first else { return }
        if isNamed || names.isEmpty {
            throw Failure(
                .failed,
                "you cannot read the secrets of the source \(first): leave it to the daemon, or run "
                    + "this as its user")
        }
        notes.append(
            "\(counted(lacking.count, "source")) left to the daemon: you cannot read their secrets "
                + "(\(lacking.map(\.name).joined(separator: ", ")))")
    }

    mutating func leaveOutPaused(_ statuses: [SourceStatus]) throws {
        let wanted = Set(names)
        let paused = statuses.filter { wanted.contains($0.id) && $0.pause != nil }
        guard let first = paused.first else { return }
        if isNamed {
            throw Failure(
                .failed,
                "the source \(first.id) is \(first.pause?.words ?? "paused"); `ombud source resume \(first.id)` "
                    + "ends that")
        }
        let left = Set(paused.map(\.id))
        names.removeAll(where: left.contains)
        notes.append("\(counted(paused.count, "source")) left out: paused")
    }
}

/// Ends the work in order at SIGINT and SIGTERM.
func stoppable<T: Sendable>(
    keepsResult: Bool = false, _ work: @escaping @Sendable () async throws -> T
) async throws -> T {
    let task = Task { try await work() }
    let signals = Task {
        for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { task.cancel() }
    }
    defer { signals.cancel() }
    let result = await task.result
    if keepsResult, case .success(let value) = result { return value }
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

    /// What was asked for by name must be seen; of a pass over all, something.
    func failIfFailed(named: Bool) throws {
        if named, failures > 0, failures < visits {
            throw Failure(
                .failed, "\(failures) of \(counted(visits, "visit")) failed; `ombud source list` says why")
        }
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
