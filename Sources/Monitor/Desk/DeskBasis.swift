import Complaints
import Storage

/// Whether a law applies to a case at all: staff confirm or deny the basis of its statutory clocks.
extension Desk {
    /// A denied clock is off; one that is confirmed after that counts from its start again, as if it had never
    /// been denied.
    ///
    /// - Parameter clock: nil for every clock of a law.
    public func setBasis(
        _ basis: ClockBasis, clock: String? = nil, why: String? = nil, on id: CaseID
    ) async throws -> Case {
        try await change(id, leavesNext: true) { file, now in
            try file.act(.basis)
            let statutory = file.policy.clocks.filter(\.isStatutory).map(\.name)
            guard !statutory.isEmpty else {
                throw Refusal.already("case \(id) has no clock of a law: there is no basis to settle")
            }
            if let clock, !statutory.contains(clock) {
                throw Refusal.already(
                    "case \(id) has no clock \(clock) of a law; it has \(statutory.joined(separator: ", "))")
            }
            let meant = file.readings(now: now, isExplained: false).filter {
                clock.map([$0.name].contains) ?? statutory.contains($0.name)
            }
            guard meant.contains(where: { $0.basis != basis }) else {
                throw Refusal.already(
                    "the basis of \(meant.map(\.name).joined(separator: ", ")) in case \(id) is "
                        + "\(basis.rawValue) already: nothing to do")
            }
            try file.add(
                TimelineEntry(
                    at: now, by: who, what: basis == .denied ? .basisDenied : .basisConfirmed, note: why,
                    clock: clock))
            try file.settle(now: now)
        }
    }
}
