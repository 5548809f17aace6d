import Complaints
import Storage

/// What a silence names is not there.
public enum SilenceRefusal: Error, Hashable, CustomStringConvertible {
    case noSilence(SilenceID)
    case noSubject(String, known: [String])

    public var description: String {
        switch self {
        case .noSilence(let id): "there is no silence \(id); `ombud alert silence list --over` shows them"
        case .noSubject(let name, let known):
            "no watchlist has the subject \(name); "
                + (known.isEmpty ? "there are none" : "there are \(known.joined(separator: ", "))")
        }
    }
}

/// What staff want to be left in peace from, for a while.
extension Desk {
    /// Nothing is sent of what it covers until its end; then it is told in sum.
    public func silence(_ covers: Silence.Cover, until: Instant, why: String) async throws -> Silence {
        let now = time.now()
        guard until > now else { throw Refusal.unfit("the silence would end at \(until), which is over") }
        guard !why.allSatisfy(\.isWhitespace) else { throw Refusal.unfit("a silence needs a reason") }
        for name in covers.endpoints { try requireEndpoint(name) }
        let watched = Set(setup.configuration.watchlists.map(\.subject))
        let new = Silence(made: now, by: who, until: until, why: why, covers: covers)
        return try await store.write { session in
            // A name that is mistyped would silence nothing, and nobody would notice.
            let known = try session.sourceStatuses()
            for name in covers.sources where !known.contains(where: { $0.id.name == name }) {
                throw Refusal.noSource(SourceID(name), hint: "")
            }
            for name in covers.subjects
            where !watched.contains(name) && !known.contains(where: { $0.subject == name }) {
                throw SilenceRefusal.noSubject(name, known: watched.sorted())
            }
            for id in covers.cases where try session.case(id) == nil { throw Refusal.noCase(id) }
            var silence = new
            silence.id = try session.addSilence(new)
            return silence
        }
    }

    /// What it held goes out at once, in sum.
    public func endSilence(_ id: SilenceID) async throws -> Silence {
        let (now, who) = (time.now(), who)
        return try await store.write { session in
            guard try session.endSilence(id, by: who, now: now) else {
                guard let found = try session.silence(id) else {
                    throw SilenceRefusal.noSilence(id)
                }
                throw Refusal.already("silence \(id) ended already, at \(found.ended ?? found.until)")
            }
            let holder = Holder(.silence, id.description).description
            for held in try session.holders() where held.holder == holder {
                try session.pullIn(holder, of: held.endpoint, to: now)
            }
            guard let found = try session.silence(id) else { throw SilenceRefusal.noSilence(id) }
            return found
        }
    }

    private func requireEndpoint(_ name: String) throws {
        guard setup.endpoint(name) != nil else {
            throw Refusal.noEndpoint(name, known: setup.endpoints.map(\.name))
        }
    }
}
