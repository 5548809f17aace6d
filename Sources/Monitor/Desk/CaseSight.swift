import Complaints
import Storage

/// Shows the clocks of cases as far as they can be known: a reply on a page that nobody can see stops no
/// clock, so its state is `unknown`.
public struct CaseSight {
    private let session: any Session
    private let unseen: [SourceID: UnseenSource]
    /// Policies are few and cases many.
    private var rules: [String: [ClockRule]] = [:]

    /// As the sources are in this transaction; for one case those of its mentions suffice.
    public init(in session: any Session, of mentions: [Mention]? = nil) throws {
        self.session = session
        unseen = Dictionary(
            try session.unseenSources(mentions.map { Array(Set($0.map(\.source))) }).map { ($0.source, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter mentions: of the case.
    public mutating func show(
        _ clocks: [ClockReading], of id: CaseID, mentions: [Mention]
    ) throws -> [ShownClock] {
        let sources = Set(mentions.map(\.source)).compactMap { unseen[$0] }.sorted { $0.source < $1.source }
        guard !sources.isEmpty, clocks.contains(where: { $0.state == .running }) else {
            return clocks.map { ShownClock($0) }
        }
        return shown(clocks, rules: try rules(of: id), unseen: sources)
    }

    private mutating func rules(of id: CaseID) throws -> [ClockRule] {
        guard let body = try session.policyBody(of: id) else { return [] }
        if let known = rules[body] { return known }
        let read = try PolicyText.read(body).clocks
        rules[body] = read
        return read
    }
}
