import Complaints
import Storage

/// Promises that stand in a public reply of ours are put up for staff to accept.
extension CaseFile {
    /// - Parameter time: when it was said; nil where the page does not tell.
    mutating func proposePromises(
        in text: String, said time: Instant?, language: String?, now: Instant
    ) throws {
        let time = min(time ?? now, now)
        guard now - time <= Self.promiseMemory, self.case.state.isActive else { return }
        let found = promisesFound(in: text, at: time, language: language, calendar: policy.calendar)
        guard !found.isEmpty else { return }
        // Said by staff and then seen on the page, or under a second mention: one promise.
        var known = Set(try session.promises(of: self.case.id).flatMap { [$0.said, $0.what] })
        for promise in found where known.insert(promise.what).inserted {
            let proposed = try session.addPromise(
                Promise(
                    what: promise.what, due: promise.due, state: .proposed, made: time, said: promise.what),
                of: self.case.id)
            try add(
                TimelineEntry(at: now, what: .promiseProposed, note: proposed.name, time: proposed.due))
        }
    }

    /// What was said longer ago is history.
    private static let promiseMemory: Duration = .seconds(14 * 86_400)
}
