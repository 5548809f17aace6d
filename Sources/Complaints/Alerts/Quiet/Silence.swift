/// What somebody does not want to be told for a while, with an end and a reason.
public struct Silence: Hashable, Sendable {
    public var id: SilenceID
    public var made: Instant
    public var by: String
    public var until: Instant
    public var why: String
    public var covers: Cover
    /// By hand, before its time.
    public var ended: Instant?
    public var endedBy: String?
    /// How many alerts it held and holds no more.
    public var letGo: Int

    /// Every kind that is named has to fit; one that is not named fits all.
    public struct Cover: Hashable, Sendable {
        public var endpoints: [String]
        /// Types, or beginnings followed by `*`.
        public var types: [String]
        public var subjects: [String]
        public var cases: [CaseID]
        public var sources: [String]

        public init(
            endpoints: [String] = [], types: [String] = [], subjects: [String] = [], cases: [CaseID] = [],
            sources: [String] = []
        ) {
            self.endpoints = endpoints
            self.types = types
            self.subjects = subjects
            self.cases = cases
            self.sources = sources
        }

        public var isEverything: Bool {
            endpoints.isEmpty && types.isEmpty && subjects.isEmpty && cases.isEmpty && sources.isEmpty
        }

        public func takes(_ facts: QuietFacts, to endpoint: String) -> Bool {
            func fits<T: Equatable>(_ named: [T], _ found: T?) -> Bool {
                named.isEmpty || found.map(named.contains) ?? false
            }
            return fits(endpoints, endpoint) && fits(subjects, facts.subject) && fits(cases, facts.case)
                && fits(sources, facts.source)
                && (types.isEmpty || Route(types: types, to: []).takes(type: facts.type.rawValue))
        }
    }

    public init(
        id: SilenceID = SilenceID(0), made: Instant, by: String, until: Instant, why: String, covers: Cover,
        ended: Instant? = nil, endedBy: String? = nil, letGo: Int = 0
    ) {
        self.id = id
        self.made = made
        self.by = by
        self.until = until
        self.why = why
        self.covers = covers
        self.ended = ended
        self.endedBy = endedBy
        self.letGo = letGo
    }

    public func isInForce(_ now: Instant) -> Bool { ended == nil && now < until }
}

/// Written `3`.
public struct SilenceID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let number: Int64
    public init(_ number: Int64) { self.number = number }
    public var description: String { String(number) }
    public static func < (a: SilenceID, b: SilenceID) -> Bool { a.number < b.number }
}
