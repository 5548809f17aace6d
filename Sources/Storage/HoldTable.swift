import Complaints

/// `hold`: what a dispute still needs, so that neither retention nor erasure may touch it.

func holdStatements(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE hold (
            id \(dialect.identityColumn), "case" INTEGER REFERENCES "case" (id),
            mention INTEGER REFERENCES mention (id), at INTEGER NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL,
            ended INTEGER, ended_by TEXT, CHECK (("case" IS NULL) <> (mention IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX hold_case ON hold (\"case\") WHERE \"case\" IS NOT NULL AND ended IS NULL",
        "CREATE UNIQUE INDEX hold_mention ON hold (mention) WHERE mention IS NOT NULL AND ended IS NULL",
    ]
}

/// A word that something is still needed: for a dispute, a court, an authority.
public struct Hold: Hashable, Sendable {
    public var number: Int64 = 0
    public var target: Target
    public var at: Instant
    public var by: String
    public var why: String
    public var ended: Instant?
    public var endedBy: String?

    public enum Target: Hashable, Sendable, CustomStringConvertible {
        /// With all its mentions.
        case `case`(CaseID)
        case mention(MentionID)

        public var description: String {
            switch self {
            case .case(let id): "case \(id)"
            case .mention(let id): "mention \(id)"
            }
        }
    }

    public init(target: Target, at: Instant, by: String, why: String) {
        self.target = target
        self.at = at
        self.by = by
        self.why = why
    }

    /// `case 42 is under legal hold since 2026-03-02 by anna: court of Kraków, VI C 12/26`.
    public var words: String { "\(target) is under legal hold since \(at) by \(by): \(why)" }

    /// The command that ends it.
    public var end: String {
        switch target {
        case .case(let id): "`ombud case hold \(id.number) --end`"
        case .mention(let id): "`ombud mention hold \(id) --end`"
        }
    }
}

extension Session {
    /// - Returns: false when it is held already; the reason is replaced then.
    public func addHold(_ hold: Hold) throws -> Bool {
        let (caseID, mention) = Self.columns(of: hold.target)
        acted(on: hold.target.subject)
        let changed = try execute(
            "UPDATE hold SET why = ? WHERE ended IS NULL AND (\"case\" = ? OR mention = ?)",
            [hold.why, caseID, mention])
        guard changed == 0 else { return false }
        try execute(
            "INSERT INTO hold (\"case\", mention, at, by, why) VALUES (?, ?, ?, ?, ?)",
            [caseID, mention, hold.at, hold.by, hold.why])
        return true
    }

    /// - Returns: false when none was in force.
    public func endHold(of target: Hold.Target, at now: Instant, by who: String) throws -> Bool {
        let (caseID, mention) = Self.columns(of: target)
        acted(on: target.subject)
        return try execute(
            "UPDATE hold SET ended = ?, ended_by = ? WHERE ended IS NULL AND (\"case\" = ? OR mention = ?)",
            [now, who, caseID, mention]) > 0
    }

    /// Those in force, or all that ever were; the latest first.
    public func holds(isInForce: Bool = true) throws -> [Hold] {
        try holds(isInForce ? "WHERE ended IS NULL" : "", [])
    }

    /// What keeps a mention: its own hold, or that of a case that it is in, or was in before that was merged.
    public func hold(on id: MentionID) throws -> Hold? {
        let all = try holds()
        guard !all.isEmpty else { return nil }
        let cases = Set(try casesOnTheWay(of: id))
        return all.first { hold in
            switch hold.target {
            case .mention(let held): held == id
            case .case(let held): cases.contains(held)
            }
        }
    }

    public func hold(on id: CaseID) throws -> Hold? {
        try holds("WHERE ended IS NULL AND \"case\" = ?", [id]).first
    }

    private func holds(_ condition: String, _ values: [any SQLBindable]) throws -> [Hold] {
        try query(
            "SELECT id, \"case\", mention, at, by, why, ended, ended_by FROM hold \(condition) ORDER BY id DESC",
            values
        ) {
            let (number, caseID, mention) = ($0.integer(), $0.optionalInteger(), $0.optionalInteger())
            var hold = Hold(
                target: caseID.map { .case(CaseID($0)) } ?? .mention(MentionID(mention ?? 0)),
                at: $0.instant(), by: $0.text(), why: $0.text())
            (hold.number, hold.ended, hold.endedBy) = (number, $0.optionalInstant(), $0.optionalText())
            return hold
        }
    }

    private static func columns(of target: Hold.Target) -> (CaseID?, MentionID?) {
        switch target {
        case .case(let id): (id, nil)
        case .mention(let id): (nil, id)
        }
    }
}

extension Hold.Target {
    var subject: EventSubject {
        switch self {
        case .case(let id): .case(id)
        case .mention(let id): .mention(id)
        }
    }
}
