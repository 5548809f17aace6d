import Complaints
import Storage

/// The ladder of a case as it stands: which rungs were climbed, which come, and when.
public struct CaseLadder: Sendable {
    public var rungs: [Standing]

    public struct Standing: Sendable {
        public var number: Int
        public var rung: Rung
        /// When it falls in the present run of its clock; nil while the clock is stopped, paused or off.
        public var at: Instant?
        public var climbed: Instant?
        /// When a policy was put in force under which its time had passed: nobody was told.
        public var passed: Instant?
    }

    public init(_ id: CaseID, in session: any Session) throws {
        guard let body = try session.policyBody(of: id) else {
            rungs = []
            return
        }
        // A policy that cannot be read is told of by whoever reckons with it.
        let ladder = (try? PolicyText.read(body))?.ladder ?? []
        let known = ladder.isEmpty ? [] : try session.rungs(of: id)
        rungs = ladder.enumerated().map { index, rung in
            let mine = known.filter { $0.step.number == index + 1 }.max { $0.step.start < $1.step.start }
            return Standing(
                number: index + 1, rung: rung, at: mine?.step.at, climbed: mine?.sent, passed: mine?.passed)
        }
    }

    /// The next rung that was neither climbed nor passed over; the last where there is none.
    public var next: Standing? {
        rungs.filter { $0.climbed == nil && $0.passed == nil }.min { ($0.at ?? .max) < ($1.at ?? .max) }
            ?? rungs.last
    }
}

extension Instant {
    fileprivate static let max = Instant(milliseconds: .max)
}

extension Desk {
    public func ladder(_ id: CaseID) async throws -> CaseLadder {
        try await store.read { try CaseLadder(id, in: $0) }
    }
}
