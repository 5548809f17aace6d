import Complaints
import Settings
import Storage

/// Somebody has seen it.
extension Desk {
    /// Nobody is told again of a case, a source or an incident until it asks anew. On a case that stands on its
    /// timeline.
    /// - Returns: false where nobody was to be told again.
    public func acknowledge(_ subject: EventSubject) async throws -> Bool {
        if case .case(let id) = subject {
            _ = try await note("acknowledged", on: id)
            return true
        }
        return try await store.write { session in
            switch subject {
            case .source(let id):
                let known = try session.sourceStatuses().map(\.id)
                if !known.contains(id) {
                    throw Refusal.noSource(id, hint: didYouMean(id.name, among: known.map(\.name)))
                }
            case .incident(let id):
                guard try session.incident(id) != nil else { throw Refusal.noIncident(id) }
            default: break
            }
            return try session.dropReminders(about: subject)
        }
    }
}
