/// A burst of alike complaints above what is usual for a subject: an outage, a bad batch, an attack.
public struct Incident: Hashable, Sendable {
    public var id: IncidentID
    public var subject: String
    /// Where all of the complaints that opened it came from one.
    public var source: SourceID?
    public var kind: Kind
    /// When it was noticed.
    public var opened: Instant
    public var closed: Instant?
    /// The burst by which it was noticed: from its first complaint to its last.
    public var from: Instant
    public var until: Instant
    /// The length of the window that was too full: one hour, six, or twenty-four.
    public var window: Duration
    /// Complaints in the window, each author's once.
    public var count: Int
    /// How many are usual in such a window.
    public var expected: Double
    /// What they share.
    public var likeness: Likeness
    /// Alike complaints an hour that are usual.
    public var usualRate: Double
    /// For people: how many against how many, and what they share.
    public var why: String
    /// All that were gathered.
    public var total: Int
    /// The latest time one of them was written.
    public var last: Instant

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Something does not work: many customers, each in their own words.
        case outage
        /// Something that was sold is bad: the same of products and their repair.
        case batch
        /// Many texts that are nearly equal, under several names.
        case attack
    }

    public init(
        id: IncidentID, subject: String, source: SourceID?, kind: Kind, opened: Instant,
        closed: Instant? = nil,
        from: Instant, until: Instant, window: Duration, count: Int, expected: Double, likeness: Likeness,
        usualRate: Double, why: String, total: Int = 0, last: Instant
    ) {
        self.id = id
        self.subject = subject
        self.source = source
        self.kind = kind
        self.opened = opened
        self.closed = closed
        self.from = from
        self.until = until
        self.window = window
        self.count = count
        self.expected = expected
        self.likeness = likeness
        self.usualRate = usualRate
        self.why = why
        self.total = total
        self.last = last
    }
}

public struct IncidentID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let number: Int64
    public init(_ number: Int64) { self.number = number }
    public var description: String { String(number) }
    public static func < (a: IncidentID, b: IncidentID) -> Bool { a.number < b.number }
}

/// Whether bursts of a subject are looked for, and how many complaints make one.
public struct IncidentSettings: Hashable, Sendable {
    public var isOn: Bool
    /// By so many different authors; posts where no author is known.
    public var atLeast: Int

    public static let usual = IncidentSettings(isOn: true, atLeast: 5)

    public init(isOn: Bool, atLeast: Int) {
        self.isOn = isOn
        self.atLeast = atLeast
    }
}

/// What the complaints of a burst share.
public struct Likeness: Hashable, Sendable {
    public var topic: String?
    /// Words that most of them use and hardly any before did; as one of them wrote them, folded.
    public var words: [String]
    /// Half of them or more are nearly equal to another's.
    public var isOneWording: Bool

    public init(topic: String? = nil, words: [String] = [], isOneWording: Bool = false) {
        self.topic = topic
        self.words = words
        self.isOneWording = isOneWording
    }
}
