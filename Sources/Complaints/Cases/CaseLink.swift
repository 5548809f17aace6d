/// What a case has to do with another case, or with a page.
public struct CaseLink: Hashable, Sendable {
    public var target: Target
    public var kind: Kind
    public var at: Instant
    public var by: String
    public var why: String?

    public enum Target: Hashable, Sendable, CustomStringConvertible {
        case `case`(CaseID)
        /// http or https.
        case url(String)

        public var description: String {
            switch self {
            case .case(let id): "case \(id)"
            case .url(let text): text
            }
        }
    }

    /// What the target is to the case: `parent` says that the target is the parent of the case.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case related
        case causedBy = "caused-by"
        case causes, parent, child

        /// The same link as the other case sees it.
        public var reversed: Kind {
            switch self {
            case .related: .related
            case .causedBy: .causes
            case .causes: .causedBy
            case .parent: .child
            case .child: .parent
            }
        }

        /// How it is stored, of a link and what it is from the other side.
        public var isStored: Bool { self == .related || self == .causedBy || self == .parent }

        /// Leads from the later to the earlier: no case may come round to itself along it.
        public var isRanked: Bool { self != .related }
    }

    public init(target: Target, kind: Kind, at: Instant, by: String, why: String? = nil) {
        self.target = target
        self.kind = kind
        self.at = at
        self.by = by
        self.why = why
    }
}
