import Complaints
import Storage

/// Says once that a promise is at risk, and once that it is broken.
extension CaseFile {
    mutating func tellPromises(now: Instant) throws {
        for var promise in try session.promises(of: self.case.id) {
            guard let news = promise.tell(now: now) else { continue }
            try session.update(promise, of: self.case.id)
            let (what, type, at): (TimelineEntry.What, EventType, Instant) =
                switch news {
                case .atRisk(let at): (.promiseAtRisk, .promiseAtRisk, at)
                case .broken(let at): (.promiseBroken, .promiseBroken, at)
                }
            try add(TimelineEntry(at: now, what: what, note: promise.name, time: promise.due))
            try post(type, at: at, promise: promise, isLate: now - at > DeadlineCheck.punctual)
        }
    }

    /// A promise that is owed from now on, with the time at which something of it has to be told.
    func watched(_ promise: Promise) -> Promise {
        var promise = promise
        let risk = policy.promiseRisk.moment(from: promise.made, to: promise.due, on: policy.calendar)
        promise.next = risk ?? promise.due + .milliseconds(1)
        return promise
    }

    func refuseWithOpenPromise() throws {
        let open = try session.openPromises(of: self.case.id)
        guard let first = open.first else { return }
        let number = self.case.id.number
        throw Desk.Refusal.already(
            "case \(self.case.id) has \(open.count == 1 ? "an open promise" : "\(open.count) open promises"): "
                + open.map { "\($0.name), due \($0.due)" }.joined(separator: "; ")
                + "; say how it ended with `ombud case kept \(number) \(first.number)`, or give --anyway: "
                + "it is watched on all the same")
    }
}

extension Session {
    /// Those that are still to be kept, whether or not the case goes on.
    public func openPromises(of id: CaseID) throws -> [Promise] {
        try promises(of: id).filter { $0.state == .open }
    }
}

extension Promise {
    /// `promise 1 "money back", due 2026-03-02T16:00:00.000Z, stays open`, for those who end its case.
    public var staysOpen: String { "promise \(name), due \(due), stays open" }
}

extension Desk {
    /// The promises of a case that are still to be kept.
    public func openPromises(of id: CaseID) async throws -> [Promise] {
        try await store.read { try $0.openPromises(of: id) }
    }
}
