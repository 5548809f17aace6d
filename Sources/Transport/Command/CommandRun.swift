import Complaints
import Foundation

/// One program from its start to its end: what it wrote, when it must be stopped, and what came of it.
///
/// Belongs to the thread of the commands.
final class CommandRun {
    let job: CommandJob
    private let line: CommandLine
    private let limits: FetchLimits
    private let grace: Duration
    /// nil once it was removed.
    private var folder: CommandFolder?
    private let process: CommandProcess
    private let started: ContinuousClock.Instant

    private var bytes: [UInt8] = []
    private var said = LastWords()
    private var firstByte: ContinuousClock.Instant?
    /// Moves away with every byte, so that it is reached by writing slower than the least speed.
    private var tooSlow: ContinuousClock.Instant?
    private var outputIsOpen = true
    private var errorsAreOpen = true
    /// Why it is being stopped, and since when.
    private var verdict: (reason: CommandFailure.Reason, since: ContinuousClock.Instant)?
    private var isKilled = false
    /// When something last happened to it: its end is looked for often at first, then ever less.
    private var lastEvent: ContinuousClock.Instant

    init(
        _ job: CommandJob, in parent: String, grace: Duration, now: ContinuousClock.Instant
    ) throws(CommandFailure.Reason) {
        self.job = job
        self.grace = grace
        line = job.line
        limits = job.limits
        let folder = try CommandFolder(in: parent)
        self.folder = folder
        let environment = [
            "PATH=" + CommandRequest.path.joined(separator: ":"), "LANG=C.UTF-8", "HOME=" + folder.path,
            "TMPDIR=" + folder.path,
        ]
        process = try CommandProcess(
            line, environment: environment + job.environment, input: job.input, folder: folder.path)
        started = now
        lastEvent = now
    }

    // MARK: Reading

    /// The descriptors to poll: output, then errors.
    var descriptors: (output: Int32?, errors: Int32?) {
        (
            outputIsOpen && verdict == nil ? process.output.number : nil,
            errorsAreOpen ? process.errors.number : nil
        )
    }

    /// Takes what is there, up to the buffer's size of each pipe.
    func read(into buffer: UnsafeMutableRawBufferPointer, now: ContinuousClock.Instant) {
        if outputIsOpen, verdict == nil { readOutput(into: buffer, now: now) }
        guard errorsAreOpen else { return }
        switch process.errors.read(into: buffer) {
        case .bytes(let count): said.append(buffer[..<count])
        case .nothingYet: break
        case .end: errorsAreOpen = false
        }
    }

    /// Whether there may be more.
    @discardableResult
    private func readOutput(
        into buffer: UnsafeMutableRawBufferPointer, now: ContinuousClock.Instant
    ) -> Bool {
        switch process.output.read(into: buffer) {
        case .nothingYet: return false
        case .end:
            outputIsOpen = false
            lastEvent = now
            return false
        case .bytes(let count):
            if firstByte == nil {
                firstByte = now
                lastEvent = now
            }
            guard job.writesPage else { return true }
            bytes.append(contentsOf: buffer[..<count])
            gainTime(by: count, now: now)
            let most =
                limits.pageBytes + (CommandOutput.status(of: bytes[...]) == nil ? 0 : limits.headerBytes)
            if bytes.count > most { stop(.tooLarge(limit: limits.pageBytes), now: now) }
            return verdict == nil
        }
    }

    private func gainTime(by count: Int, now: ContinuousClock.Instant) {
        guard limits.leastSpeed > 0 else { return }
        let most = now + limits.slowFor
        let gained = (tooSlow ?? most) + .seconds(Double(count) / Double(limits.leastSpeed))
        tooSlow = min(gained, most)
    }

    // MARK: Ending

    /// Asks the program to end; the first reason is the one that is told.
    func stop(_ reason: CommandFailure.Reason, now: ContinuousClock.Instant) {
        guard verdict == nil else { return }
        verdict = (reason, now)
        lastEvent = now
        bytes = []
        process.signal(SIGTERM)
    }

    /// Looks at the clock and at the process; true when the process has ended and `conclude` is due.
    func attend(into buffer: UnsafeMutableRawBufferPointer, now: ContinuousClock.Instant) -> Bool {
        if process.hasEnded() {
            // What was written before the end still waits in the pipes; what something that the program
            // left behind may write later does not count.
            while outputIsOpen, verdict == nil, readOutput(into: buffer, now: now) {}
            read(into: buffer, now: now)
            return true
        }
        if let verdict {
            if !isKilled, now >= verdict.since + grace {
                isKilled = true
                lastEvent = now
                process.signal(SIGKILL)
            }
        } else if let (end, stage) = nearestEnd, now >= end {
            stop(.timeout(stage, said: ""), now: now)
        }
        return false
    }

    private var nearestEnd: (ContinuousClock.Instant, CommandFailure.Stage)? {
        let total = started + limits.total
        guard outputIsOpen else { return (total, .end) }
        guard firstByte != nil else {
            return (min(total, started + limits.firstByte), .answer)
        }
        if let tooSlow, tooSlow < total { return (tooSlow, .slow) }
        return (total, .body)
    }

    /// When to look again if no pipe has anything before.
    func nextLook(now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        // No descriptor tells that a process has ended while something else holds its pipes.
        let tick = min(max((now - lastEvent) / 4, .milliseconds(1)), .milliseconds(50))
        var next = now + tick
        if let verdict {
            if !isKilled { next = min(next, verdict.since + grace) }
        } else if let (end, _) = nearestEnd {
            next = min(next, end)
        }
        return next
    }

    /// Clears away what is left of the program and its folder, and tells what came of it.
    func conclude(now: ContinuousClock.Instant) {
        let ended = process.reap()
        let result = Self.judge(
            ended, verdict: verdict?.reason, bytes: bytes, said: said.text, url: line.url, limits: limits)
        let answer: Result<CommandResult, CommandFailure.Reason> = result.map { output in
            CommandResult(
                status: output.status, headers: HeaderFields(head: output.head), head: output.head,
                body: output.body, finalURL: output.finalURL?.href ?? "",
                firstByte: (firstByte ?? now) - started, total: now - started)
        }
        // The folder is gone before anybody hears of the end.
        folder = nil
        job.finish(answer)
    }

    private static func judge(
        _ ended: CommandProcess.Ended, verdict: CommandFailure.Reason?, bytes: [UInt8], said: String,
        url: WebURL?, limits: FetchLimits
    ) -> Result<CommandOutput, CommandFailure.Reason> {
        switch (verdict, ended) {
        case (.timeout(let stage, _), _): return .failure(.timeout(stage, said: said))
        case (let verdict?, _): return .failure(verdict)
        case (nil, .killed(let signal)): return .failure(.killed(signal: signal, said: said))
        case (nil, .exited(let status)) where status != 0:
            return .failure(.exited(status: status, said: said))
        case (nil, .exited):
            // An errand has no page to show.
            guard let url else { return .success(CommandOutput()) }
            if bytes.isEmpty { return .failure(.empty(said: said)) }
            return Result { () throws(CommandFailure.Reason) in
                try CommandOutput(bytes, url: url, limits: limits)
            }
        }
    }
}
