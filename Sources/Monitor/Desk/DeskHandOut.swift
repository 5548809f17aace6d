import Complaints
import Storage

/// Cases that are handed out fairly, by load, working hours and skill.
extension Desk {
    /// Gives a case to whoever the rule finds; one that somebody has goes to another.
    /// - Returns: the case, and why it is theirs.
    public func assignFairly(_ id: CaseID) async throws -> (case: Case, reason: String) {
        let team = setup.configuration.team
        let done = try await transact(id, leavesNext: false) { file, now in
            // Forbidden before anybody is looked for.
            _ = try file.case.state.after(.assign(to: who), of: id)
            var item = try file.session.handOutItem(of: file.case, now: now)
            if let owner = file.case.owner { item.declined.insert(owner) }
            var round = HandOut(team, loads: try file.session.workloads(now: now), now: now)
            switch round.give(item) {
            case .hold(let reason, _):
                throw Refusal.already("case \(id) is handed to nobody: \(reason)")
            case .give(let owner, _) where owner == file.case.owner:
                throw Refusal.already(
                    "case \(id) stays with \(owner): nobody else under `staff` in ombud.yaml could take it")
            case .give(let owner, let reason):
                try file.hand(to: owner, act: .assign(to: owner), by: who, why: reason, now: now)
                return reason
            }
        }
        return (done.case, done.result)
    }

    /// Hands out every case that nobody has, or says what it would do.
    public func handOut(dryRun: Bool) async throws -> [HandedOut] {
        let (setup, now, who) = (setup, time.now(), who)
        guard !setup.configuration.team.people.isEmpty else {
            throw Refusal.already(
                "no staff are named: write who is on the team under `staff: { people: [...] }` in ombud.yaml")
        }
        let round = { @Sendable (session: any Session) in
            HandOutRound(
                team: setup.configuration.team, outbox: setup.outbox, now: now, session: session)
        }
        if dryRun { return try await store.read { try round($0).decide(limit: Self.mostHandedOut) } }
        return try await store.write { try round($0).run(limit: Self.mostHandedOut, by: who) }
    }

    /// In one transaction.
    private static let mostHandedOut = 10_000
}
