/// What is asked of an event before it is sent.
public struct QuietFacts: Hashable, Sendable {
    public var type: EventType
    /// As in the event: `case/42`.
    public var about: String
    public var `case`: CaseID?
    /// The company or brand that is watched for.
    public var subject: String?
    public var source: String?
    public var incident: IncidentID?
    /// The nearest due time of a running clock of the case that comes from a law or a contract.
    public var statuteDue: Instant?
    /// It tells that such a clock was missed.
    public var isStatuteMissed: Bool
    /// It is told later than its time, because the daemon was not running then.
    public var isLate: Bool

    public init(
        type: EventType, about: String, case id: CaseID? = nil, subject: String? = nil, source: String? = nil,
        incident: IncidentID? = nil, statuteDue: Instant? = nil, isStatuteMissed: Bool = false,
        isLate: Bool = false
    ) {
        self.type = type
        self.about = about
        self.case = id
        self.subject = subject
        self.source = source
        self.incident = incident
        self.statuteDue = statuteDue
        self.isStatuteMissed = isStatuteMissed
        self.isLate = isLate
    }

    public init(_ type: EventType, about: EventSubject, data: EventData) {
        self.init(
            type: type, about: about.description,
            case: (data.case?.id ?? data.mention?.case).map { CaseID($0) },
            subject: data.case?.subject ?? data.mention?.subject ?? data.source?.subject
                ?? data.incident?.subject,
            source: data.mention?.source ?? data.source?.name ?? data.incident?.source,
            incident: data.incident.map { IncidentID($0.id) }, statuteDue: data.statute.due,
            isStatuteMissed: type == .caseMissed && data.statute.isOfClock, isLate: data.late == true)
    }

    /// How long before a statute's due time whoever can still meet it has to know.
    public static let margin: Duration = .seconds(4 * 3600)

    /// Until when it may be held at most; nil where nothing presses.
    public var latest: Instant? {
        isStatuteMissed ? Instant(milliseconds: 0) : statuteDue.map { $0 - Self.margin }
    }

    /// Asks a person to do something: about a case, a source that is not seen, an incident.
    public var asks: Bool {
        switch type {
        case .caseOpened, .caseWarning, .caseMissed, .caseEscalated, .caseReopened, .caseReplyVanished,
            .promiseAtRisk, .promiseBroken:
            `case` != nil
        case .sourceBlind, .incidentOpened: true
        default: false
        }
    }

    /// What it asks about: the case of an event about one, else what the event is about.
    public var asked: String { `case`.map { EventSubject.case($0).description } ?? about }

    /// Tells those who run the installation that others are not told, or nothing is seen: that waits for no better
    /// time.
    public var isForOperators: Bool { type == .endpointDisabled || type == .storeHalted }
}

/// What the laws behind a case's clocks demand; not part of the body.
public struct StatuteNews: Hashable, Sendable {
    /// Of the nearest running clock that comes from a law or a contract.
    public var due: Instant?
    /// The clock that the event is about is one of those.
    public var isOfClock: Bool

    public init(due: Instant? = nil, isOfClock: Bool = false) {
        self.due = due
        self.isOfClock = isOfClock
    }
}
