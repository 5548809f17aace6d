import Complaints
import Storage

/// Legal hold: what is needed in a dispute is kept, whatever retention and erasure would do to it.
extension Desk {
    /// - Returns: false when it was held before; the reason is the new one then.
    public func hold(_ target: Hold.Target, why: String) async throws -> Bool {
        guard !why.allSatisfy(\.isWhitespace) else {
            throw Refusal.unfit("the reason of the hold is empty; say what it is needed for")
        }
        let hold = Hold(target: target, at: time.now(), by: who, why: why)
        return try await store.write { session in
            try require(target, in: session)
            return try session.addHold(hold)
        }
    }

    public func endHold(of target: Hold.Target) async throws {
        let (now, who) = (time.now(), who)
        try await store.write { session in
            try require(target, in: session)
            guard try session.endHold(of: target, at: now, by: who) else {
                throw Refusal.already("\(target) is under no legal hold: nothing to end")
            }
        }
    }

    private func require(_ target: Hold.Target, in session: any Session) throws {
        switch target {
        case .case(let id):
            guard try session.case(id) != nil else { throw Refusal.noCase(id) }
        case .mention(let id):
            guard try session.mention(id) != nil else { throw Refusal.noMention(id) }
        }
    }
}
