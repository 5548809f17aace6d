import Complaints
import Storage

/// Cases that stand still until the customer says something, and such as were over and are not.
extension Desk {
    /// Something was asked of the customer: clocks that say `pause: waiting` stand still.
    public func wait(_ id: CaseID, why: String?) async throws -> Case {
        try await change(id) { file, now in
            try file.act(.wait)
            try file.add(TimelineEntry(at: now, by: who, what: .waiting, note: why))
            try file.settle(now: now)
        }
    }

    public func resume(_ id: CaseID, why: String?) async throws -> Case {
        try await change(id) { file, now in
            // Answered meanwhile, it waits all the same: its other clocks stand until this is said.
            if !(file.case.state == .answered && file.isWaiting) { try file.act(.resume) }
            try file.add(TimelineEntry(at: now, by: who, what: .resumed, note: why))
            try file.settle(now: now)
        }
    }

    /// Every clock starts anew at full length, and a next step is wanted anew.
    public func reopen(_ id: CaseID, why: String) async throws -> Case {
        try await change(id) { file, now in
            try file.act(.reopen)
            try file.add(TimelineEntry(at: now, by: who, what: .reopened, note: why))
            try file.settle(now: now)
            try file.post(.caseReopened, at: now, by: who, why: why)
        }
    }
}
