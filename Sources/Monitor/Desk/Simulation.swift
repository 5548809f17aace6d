import Complaints
import Storage

/// What a changed policy would do to the open cases, and doing it when it is told to.
public struct Simulation: Sendable {
    /// Open cases under the policy of that name.
    public var cases = 0
    /// The cases whose clocks would show something else, by number.
    public var moved: [(id: CaseID, moves: [ClockMove])] = []
    /// Open cases under other policies, by name.
    public var others: [String: Int] = [:]

    public var wouldMiss: Int { moved.reduce(0) { $0 + $1.moves.count(where: \.wouldMiss) } }
}

extension Desk {
    /// Changes nothing.
    ///
    /// - Parameter name: of the policy under which the cases are now; mostly the new one's own name.
    public func simulate(_ policy: Policy, insteadOf name: String) async throws -> Simulation {
        let now = time.now()
        return try await store.read { session in
            var found = Simulation()
            let known = try session.policies()
            let new = Reckoner(policy)
            // Policies are few and cases many.
            var old: [Int64: Reckoner] = [:]
            for (id, number) in try session.openCases() {
                guard let kept = known[number] else { continue }
                guard kept.name == name else {
                    found.others[kept.name, default: 0] += 1
                    continue
                }
                found.cases += 1
                let before = try old[number] ?? Reckoner(try PolicyText.read(kept.body))
                old[number] = before
                guard before.policy != policy, let item = try session.case(id) else { continue }
                let history = CaseHistory(item, timeline: try session.timeline(of: id))
                let present = before.readings(of: history, now: now, isExplained: false)
                let quick = new.readings(of: history, now: now, isExplained: false)
                // Proofs are made for the few that move.
                guard !moves(from: present, to: quick).isEmpty else { continue }
                found.moved.append((id, moves(from: present, to: new.readings(of: history, now: now))))
            }
            return found
        }
    }

    /// Brings every open case of the policy of that name under the new one, each in a transaction of its own.
    ///
    /// - Returns: how many cases came under it.
    public func apply(_ policy: Policy, insteadOf name: String) async throws -> Int {
        let (outbox, now, who) = (setup.outbox, time.now(), who)
        let ids = try await store.read { session in
            let others = try session.policies().filter {
                try $0.value.name == name && PolicyText.read($0.value.body) != policy
            }
            return try session.openCases().filter { others[$0.policy] != nil }.map(\.id)
        }
        for id in ids {
            try await store.write { session in
                guard var file = try CaseFile.load(id, outbox: outbox, in: session) else { return }
                try file.adopt(policy, by: who, now: now)
            }
        }
        return ids.count
    }
}
