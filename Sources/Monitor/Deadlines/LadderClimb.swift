import Complaints
import Storage

/// Tells who has to be told next because a clock runs out, a rung at a time.
extension CaseFile {
    mutating func climb(now: Instant) throws {
        for step in try session.rungsDue(of: self.case.id, now: now) {
            try session.markClimbed(self.case.id, step, now: now)
            guard let rung = policy.ladder.dropFirst(step.number - 1).first,
                let reading = clocks.first(where: { $0.name == rung.clock })
            else { continue }
            try add(
                TimelineEntry(
                    at: now, what: .escalated,
                    note: "rung \(step.number), \(rung.when.text): \(rung.who): \(rung.what)",
                    time: reading.due, clock: rung.clock))
            try post(
                .caseEscalated, at: step.at, why: rung.what, clock: reading,
                rung: RungData(rung, number: step.number), isLate: now - step.at > DeadlineCheck.punctual)
        }
    }
}
