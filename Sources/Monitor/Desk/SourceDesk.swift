import Complaints
import Settings
import Storage

/// What staff do to sources: stop the polling, let it go on, accept a new look.
extension Desk {
    /// A source as an act left it.
    public struct SourceAct: Hashable, Sendable {
        public var status: SourceStatus
        /// False when it was so before.
        public var isNew: Bool
    }

    /// Stops polling; what is under way ends. One that is paused stays so from when it was, and takes over a
    /// reason that is given. All of them or, when one is not there, none.
    public func pause(_ sources: [SourceID], why: String?) async throws -> [SourceAct] {
        let (now, who) = (time.now(), who)
        return try await change(sources) { status, session in
            var pause = status.pause ?? Pause(at: now, by: who, why: why)
            if let why { pause.why = why }
            guard pause != status.pause else { return false }
            return try session.pause(status.id, pause, now: now)
        }
    }

    /// Polls again, at once.
    public func resume(_ sources: [SourceID]) async throws -> [SourceAct] {
        let now = time.now()
        return try await change(sources) { status, session in
            guard status.pause != nil else { return false }
            return try session.pause(status.id, nil, now: now)
        }
    }

    /// Takes the way a source looks now for right: what was learned of it is forgotten, what was held back is
    /// read again at once and learned.
    public func accept(_ sources: [SourceID]) async throws -> [SourceAct] {
        let (now, who) = (time.now(), who)
        return try await change(sources) { status, session in
            try session.acceptContract(of: status.id, by: who, now: now)
        }
    }

    private func change(
        _ sources: [SourceID], _ act: @escaping @Sendable (SourceStatus, any Session) throws -> Bool
    ) async throws -> [SourceAct] {
        let listed = Dictionary(
            setup.configuration.allSources.map { ($0.id, $0.isEnabled) },
            uniquingKeysWith: { first, _ in first })
        return try await store.write { session in
            try sources.map { id in
                guard let status = try session.sourceStatuses(id).first else {
                    guard let isEnabled = listed[id] else {
                        throw Refusal.noSource(id, hint: didYouMean(id.name, among: listed.keys.map(\.name)))
                    }
                    throw Refusal.already(
                        isEnabled
                            ? "the daemon has not taken up the source \(id) yet: reload or start it first, or "
                                + "set `enabled: false` in its watchlist"
                            : "the source \(id) is switched off in its watchlist (enabled: false)")
                }
                let isNew = try act(status, session)
                return SourceAct(
                    status: try session.sourceStatuses(id).first ?? status, isNew: isNew)
            }
        }
    }
}
