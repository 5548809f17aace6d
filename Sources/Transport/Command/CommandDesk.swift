import Foundation

/// Which programs run and which wait for their turn; belongs to the thread of the commands.
struct CommandDesk {
    private let atMost: Int
    private let grace: Duration
    private let folder: String
    private var waiting: [CommandJob] = []
    private var running: [CommandRun] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private(set) var isClosed = false

    init(atMost: Int, grace: Duration, folder: String) {
        self.atMost = atMost
        self.grace = grace
        self.folder = folder
    }

    var isIdle: Bool { waiting.isEmpty && running.isEmpty }

    mutating func accept(_ job: CommandJob) {
        if isClosed { return job.finish(.failure(.closed)) }
        // The order to cancel may have come first, when there was nothing to cancel.
        if job.isCancelled { return job.finish(.failure(.cancelled)) }
        waiting.append(job)
    }

    /// One that waits is answered at once; one that runs is answered when it is gone.
    mutating func cancel(_ job: CommandJob) {
        if let place = waiting.firstIndex(where: { $0 === job }) {
            waiting.remove(at: place).finish(.failure(.cancelled))
        } else {
            running.first { $0.job === job }?.stop(.cancelled, now: .now)
        }
    }

    /// Starts nothing more and stops what runs.
    mutating func close() {
        isClosed = true
        for job in waiting { job.finish(.failure(.closed)) }
        waiting = []
        for run in running { run.stop(.closed, now: .now) }
    }

    /// Ends what has ended or must end, and starts what has its turn.
    mutating func attend() {
        let now = ContinuousClock.now
        running = buffer.withUnsafeMutableBytes { buffer in
            running.filter { run in
                guard run.attend(into: buffer, now: now) else { return true }
                run.conclude(now: .now)
                return false
            }
        }
        while running.count < atMost, !waiting.isEmpty {
            let job = waiting.removeFirst()
            do throws(CommandFailure.Reason) {
                running.append(try CommandRun(job, in: folder, grace: grace, now: .now))
            } catch {
                job.finish(.failure(error))
            }
        }
    }

    /// Waits for output, an order or the next moment that matters, and reads what there is.
    mutating func wait(_ heard: PipeEnd) {
        var polled = [pollfd(fd: heard.number, events: Int16(POLLIN), revents: 0)]
        for run in running {
            // poll passes over negative descriptors.
            let (output, errors) = run.descriptors
            polled.append(pollfd(fd: output ?? -1, events: Int16(POLLIN), revents: 0))
            polled.append(pollfd(fd: errors ?? -1, events: Int16(POLLIN), revents: 0))
        }
        let now = ContinuousClock.now
        var milliseconds: Int32 = -1
        if let next = running.map({ $0.nextLook(now: now) }).min() {
            let left = max(.zero, next - now)
            milliseconds = Int32(
                clamping: left.components.seconds * 1000
                    + left.components.attoseconds / 1_000_000_000_000_000 + 1)
        }
        // A failed poll (EINTR, ENOMEM) is a short wait: the next round looks at everything again.
        guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return }
        let arrived = ContinuousClock.now
        buffer.withUnsafeMutableBytes { buffer in
            if polled[0].revents != 0 { _ = heard.read(into: buffer) }
            for (index, run) in running.enumerated()
            where polled[1 + 2 * index].revents != 0 || polled[2 + 2 * index].revents != 0 {
                run.read(into: buffer, now: arrived)
            }
        }
    }
}
