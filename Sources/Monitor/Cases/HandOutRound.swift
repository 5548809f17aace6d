import Complaints
import Storage

/// What becomes of one case that nobody had.
public struct HandedOut: Sendable {
    public var `case`: Case
    public var decision: HandOut.Decision
}

/// Hands out cases that nobody has, inside one transaction.
struct HandOutRound {
    let team: Team
    let outbox: Outbox
    let now: Instant
    let session: any Session

    /// Who would get what; changes nothing. In the order in which they are handed out.
    func decide(limit: Int) throws -> [HandedOut] {
        let found = try session.unownedCases(limit: limit).compactMap { try session.case($0) }
        var cases: [CaseID: Case] = [:]
        for one in found { cases[one.id] = one }
        let items = try found.map { try session.handOutItem(of: $0, now: now) }.sorted(by: HandOut.order)
        guard !items.isEmpty else { return [] }
        var round = HandOut(team, loads: try session.workloads(now: now), now: now)
        return items.compactMap { item in
            cases[item.id].map { HandedOut(case: $0, decision: round.give(item)) }
        }
    }

    /// - Parameter who: the member of staff who wants it; nil where the daemon does it.
    func run(limit: Int, by who: String?) throws -> [HandedOut] {
        try decide(limit: limit).map { handed in
            guard case .give(let owner, let reason) = handed.decision,
                var file = try CaseFile.load(handed.case.id, outbox: outbox, in: session)
            else { return handed }
            try file.hand(to: owner, act: .assign(to: owner), by: who, why: reason, now: now)
            return HandedOut(case: file.case, decision: handed.decision)
        }
    }
}

extension [HandedOut] {
    var given: Int { count { if case .give = $0.decision { true } else { false } } }
}
