import Complaints
import Storage

/// What the deadlines of one case demand now: missed clocks, due warnings, rungs and promises,
/// in one transaction.
struct DeadlineCheck {
    let outbox: Outbox
    let now: Instant
    let session: any Session

    /// What is said later than this is marked as late: the daemon was not running at the time.
    static let punctual: Duration = .seconds(5)

    func run(_ id: CaseID) throws {
        guard var file = try CaseFile.load(id, outbox: outbox, in: session) else { return }
        // After a standstill several warnings of one clock may be due: the last is said, once.
        let due = try session.warningsDue(of: id, now: now)
        let latest = Dictionary(due.map { ($0.clock, $0.at) }, uniquingKeysWith: max)
        let hoped = file.case.lookAgain.flatMap { $0 < now ? $0 : nil }
        try file.settle(now: now)
        if let closes = file.case.closes, closes <= now {
            try file.close(by: nil, why: "nothing was heard of it until then", now: now)
        }
        if let hoped { try file.missReply(since: hoped, now: now) }
        for (clock, at) in latest.sorted(by: { $0.key < $1.key }) {
            try session.markWarned(id, clock: clock, upTo: at, now: now)
            guard let reading = file.clocks.first(where: { $0.name == clock }), reading.state == .running
            else { continue }
            try file.add(TimelineEntry(at: now, what: .warned, note: clock, time: reading.due))
            try file.post(.caseWarning, at: at, clock: reading, isLate: now - at > Self.punctual)
        }
        try file.climb(now: now)
        try file.tellPromises(now: now)
    }
}
