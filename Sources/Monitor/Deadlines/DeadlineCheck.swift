import Complaints
import Storage

/// What deadlines demand now: missed clocks and due warnings, in one transaction.
struct DeadlineCheck {
    let outbox: Outbox
    let now: Instant
    let session: any Session

    /// What is said later than this is marked as late: the daemon was not running at the time.
    static let punctual: Duration = .seconds(5)
    static let mostAtOnce = 200

    /// - Returns: how many cases were told of; call again when it is `mostAtOnce` or more.
    func run() throws -> Int {
        var touched = 0
        for id in try session.casesOverdue(now: now, limit: Self.mostAtOnce) {
            guard var file = try CaseFile.load(id, outbox: outbox, in: session) else { continue }
            try file.settle(now: now)
            touched += 1
        }
        // After a standstill several warnings of one clock may be due: the last is said, once.
        var latest: [CaseID: [String: Instant]] = [:]
        for (id, clock, at) in try session.warningsDue(now: now, limit: Self.mostAtOnce) {
            latest[id, default: [:]][clock] = max(latest[id]?[clock] ?? at, at)
        }
        for (id, clocks) in latest.sorted(by: { $0.key < $1.key }) {
            guard var file = try CaseFile.load(id, outbox: outbox, in: session) else { continue }
            try file.settle(now: now)
            for (clock, at) in clocks.sorted(by: { $0.key < $1.key }) {
                try session.markWarned(id, clock: clock, upTo: at, now: now)
                guard let reading = file.clocks.first(where: { $0.name == clock }), reading.state == .running
                else { continue }
                try file.add(TimelineEntry(at: now, what: .warned, note: clock, time: reading.due))
                try file.post(.caseWarning, at: at, clock: reading, isLate: now - at > Self.punctual)
            }
            touched += 1
        }
        return touched
    }
}
