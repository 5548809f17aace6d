/// When each type of event is sent, and what its data holds: from this come `ombud schema`, docs/events.md and the
/// check of every event that the tests make.
extension EventType {
    /// When it is sent, as the end of a sentence.
    public var when: String {
        switch self {
        case .mentionFlagged: "a mention scored high enough for staff to look at"
        case .mentionChanged: "its text, title, rating or reply was edited"
        case .mentionVanished: "several complete visits did not find it"
        case .mentionReappeared: "a mention that had vanished is there again"
        case .caseOpened: "a complaint became a case; once a case"
        case .caseAssigned: "it has another owner, or none; without `by` the daemon handed it out"
        case .caseWarning: "a clock is near its due time"
        case .caseMissed: "the due time of a clock has passed"
        case .caseEscalated: "a rung of the policy's ladder was climbed"
        case .caseDelayed:
            "staff moved a deadline; `clock` says which, and until when; state `missed`: it was said too late and "
                + "moved nothing"
        case .caseAnswered: "the case was answered, by a reply that was seen or by what staff said"
        case .caseResolved: "staff resolved it"
        case .caseReopened: "it is to be handled again"
        case .caseClosed: "staff closed it, or, without `by`, the policy did since nothing was heard of it"
        case .caseMerged: "it is the complaint of another case and ends in it"
        case .caseDismissed: "it is no complaint"
        case .caseReplySeen: "the public reply was read on the page"
        case .caseReplyVanished:
            "the public reply is gone from the page; or, with `why`, staff said they gave one and no page showed it "
                + "within `seen-within`"
        case .promiseAtRisk: "little of a promise's time is left; once"
        case .promiseBroken:
            "the time of a promise passed without its being kept, or staff said that it will not be; once"
        case .promiseKept: "a promise ended: its `state` is `kept`, `late` or `partial`"
        case .sourceBlind: "a source cannot be fetched any more, or something may have been missed there"
        case .sourceRecovered: "a source that was blind or changed is seen again"
        case .sourceChanged:
            "a page that used to hold records holds none that can be read, or what is read does not look like its "
                + "records"
        case .incidentOpened: "many alike complaints came at once, far above what is usual"
        case .incidentClosed: "that is over"
        case .storeHalted:
            "the store cannot be written, so that polling stands still; `time` is since when, `why` the reason"
        case .storeResumed: "the store can be written again, and polling goes on"
        case .endpointDisabled:
            "another endpoint was switched off: it answered 410, failed for days, or a person did it"
        case .digest:
            "alerts that were held back for this endpoint go out together, or what was told before still asks for a "
                + "person"
        case .test: "somebody asked for it, by `ombud alert test`"
        }
    }

    /// The keys of its `data`.
    public var keys: [EventKey] {
        switch self {
        case .mentionFlagged, .mentionVanished, .mentionReappeared: [.mention] + Self.routing
        case .mentionChanged: [.mention, .changed] + Self.routing
        case .caseOpened: Self.ofCase + [.by.optional, .why.optional]
        case .caseAssigned: Self.ofCase + [.by.optional]
        case .caseWarning, .caseMissed: Self.ofCase + [.clock, .late.optional]
        case .caseEscalated: Self.ofCase + [.clock, .rung, .why, .late.optional]
        case .caseDelayed: Self.ofCase + [.clock.optional, .by, .why.optional]
        case .caseAnswered: Self.ofCase + [.by.optional]
        case .caseResolved: Self.ofCase + [.by, .why.optional]
        case .caseReopened, .caseClosed: Self.ofCase + [.by.optional, .why.optional]
        case .caseMerged: Self.ofCase + [.into, .by.optional, .why]
        case .caseDismissed: Self.ofCase + [.by, .why.optional]
        case .caseReplySeen: Self.ofCase
        case .caseReplyVanished: Self.ofCase + [.why.optional, .late.optional]
        case .promiseAtRisk: Self.ofCase + [.promise, .late.optional]
        case .promiseBroken: Self.ofCase + [.promise, .by.optional, .why.optional, .late.optional]
        case .promiseKept: Self.ofCase + [.promise, .by, .why.optional]
        case .sourceBlind, .sourceRecovered, .sourceChanged: [.source, .policy.optional]
        case .incidentOpened, .incidentClosed: [.incident, .why] + Self.routing
        case .storeHalted, .storeResumed: [.why]
        case .endpointDisabled: [.endpoint, .why]
        case .digest:
            DigestData.keys + [.endpoint, .case.optional, .mention.optional, .by.optional, .why.optional]
                + Self.routing
        case .test: [.endpoint, .by]
        }
    }

    private static let ofCase: [EventKey] = [.case, .mention.optional] + routing
    private static let routing: [EventKey] = [.policy.optional, .reach.optional]

    /// What the CloudEvents attribute `subject` looks like, as a regular expression.
    var subjectForm: String {
        switch self {
        case .mentionFlagged, .mentionChanged, .mentionVanished, .mentionReappeared: "^mention/[0-9]+$"
        case .sourceBlind, .sourceRecovered, .sourceChanged: "^source/."
        case .incidentOpened, .incidentClosed: "^incident/[0-9]+$"
        case .storeHalted, .storeResumed: "^store$"
        case .endpointDisabled, .test: "^endpoint/."
        case .digest: "^(case/[0-9]+|endpoint/.+)$"
        default: "^case/[0-9]+$"
        }
    }

    /// Events of a case count its versions.
    var isOfCase: Bool { subjectForm.hasPrefix("^case/") }

    /// Says nothing any more after its `expirytime`.
    var expires: Bool { self == .caseWarning || self == .promiseAtRisk }
}

extension EventKey {
    static let `case` = EventKey("case", .shape(.case), EventShape.case.note)
    static let mention = EventKey(
        "mention", .shape(.mention),
        "The mention that the event is about; of a case the one that caused it, else its "
            + "first.")
    static let changed = EventKey(
        "changed", .list(.oneOf(Content.Part.allCases.map(\.rawValue))), "The parts that were edited.")
    static let clock = EventKey("clock", .shape(.clock), "The clock that is meant.")
    static let source = EventKey("source", .shape(.source), EventShape.source.note)
    static let promise = EventKey("promise", .shape(.promise), EventShape.promise.note)
    static let rung = EventKey("rung", .shape(.rung), EventShape.rung.note)
    static let incident = EventKey("incident", .shape(.incident), EventShape.incident.note)
    static let endpoint = EventKey("endpoint", .text, "The endpoint, as ombud.yaml calls it.")
    static let into = EventKey("into", .integer, "The number of the case that goes on.")
    static let by = EventKey("by", .text, "Who did it.")
    static let why = EventKey("why", .text, "The reason that was given, or what was seen.")
    static let policy = EventKey(
        "policy", .text, "The policy of the case, or the one that a case of this complaint would get.")
    static let reach = EventKey(
        "reach", .integer,
        "How many mentions are known of the same complaint; of an incident, how many belong to it.")
    static let late = EventKey(
        "late", .truth, "true where it is told more than 5 s after its time, as after a standstill.")
}
