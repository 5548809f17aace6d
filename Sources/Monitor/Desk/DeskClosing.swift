import Complaints
import Storage

/// Cases that end for good, and mentions that turn out to be another case.
extension Desk {
    /// Nothing is to be done or to be heard of it any more.
    /// - Parameter anyway: also with a promise that is still to be kept; it goes on.
    public func close(_ id: CaseID, why: String?, anyway: Bool = false) async throws -> Case {
        try await change(id) { file, now in
            _ = try file.case.state.after(.close, of: id)
            if !anyway { try file.refuseWithOpenPromise() }
            try file.close(by: who, why: why, now: now)
        }
    }

    /// Takes mentions out of a case, into one of their own.
    /// - Returns: the case that they are in now.
    public func split(_ ids: [MentionID], from caseID: CaseID, why: String?) async throws -> Case {
        let known = try await store.read { session in
            guard let found = try session.case(caseID) else { throw Refusal.noCase(caseID) }
            return (found, try session.mentions(of: caseID).map(\.id))
        }
        if let version = along.version, version != known.0.version {
            throw Refusal.already(
                "case \(caseID) is at version \(known.0.version), not \(version); look at it again")
        }
        if let stranger = ids.first(where: { !known.1.contains($0) }) {
            throw Refusal.already(
                "\(stranger) is not in case \(caseID); it has \(known.1.map(\.description).joined(separator: ", "))"
            )
        }
        let gone = try await split(ids, why: why)
        guard let new = gone.lazy.compactMap(\.caseID).first else {
            throw Refusal.already("\(ids.map(\.description).joined(separator: ", ")) left, and wants no case")
        }
        return try await store.read { session in
            guard let found = try session.case(new) else { throw Refusal.noCase(new) }
            return found
        }
    }
}

extension CaseFile {
    mutating func close(by who: String?, why: String?, now: Instant) throws {
        try act(.close)
        try add(TimelineEntry(at: now, by: who, what: .closed, note: why))
        try settle(now: now)
        try post(.caseClosed, at: now, by: who, why: why)
    }
}
