/// One event of each type, made as the daemon makes them: for `ombud schema --example` and docs/events.md, and for
/// those who try their receiver.
public enum EventExample {
    /// - Parameter words: what the customer says instead, in every event that tells it.
    public static func body(of type: EventType, words: String? = nil) -> [UInt8] {
        CloudEvent.body(
            id: EventID("evt_01m825550wegnpaxemeq5rn\(number(of: type))"), type: type,
            subject: subject(of: type),
            time: time(of: type), instance: "https://complaints.example.org/ombud",
            data: data(of: type, words: words), cause: cause(of: type), expires: type.expires ? due : nil)
    }

    private static let due = at("2026-03-02T16:00:00.000Z")

    private static func time(of type: EventType) -> Instant {
        switch type {
        case .mentionFlagged, .caseOpened: mention.firstSeen
        case .caseMissed, .promiseBroken: due
        case .caseEscalated: at("2026-03-02T20:00:00.000Z")
        case .incidentClosed: at("2026-03-02T18:00:00.000Z")
        default: at("2026-03-02T12:05:02.000Z")
        }
    }

    private static func at(_ text: String) -> Instant { Instant(rfc3339: text) ?? Instant(seconds: 0) }

    private static func number(of type: EventType) -> String {
        let number = (EventType.allCases.firstIndex(of: type) ?? 0) + 10
        return "m\(number)"
    }

    private static func cause(of type: EventType) -> EventID? {
        switch type {
        case .caseOpened: EventID("evt_01m825550wegnpaxemeq5rn\(number(of: .mentionFlagged))")
        case .caseReplySeen: EventID("evt_01m825550wegnpaxemeq5rn\(number(of: .mentionChanged))")
        case .caseAnswered: EventID("evt_01m825550wegnpaxemeq5rn\(number(of: .caseReplySeen))")
        case .endpointDisabled: EventID("evt_01m825550wegnpaxemeq5rn\(number(of: .caseOpened))")
        default: nil
        }
    }

    private static func subject(of type: EventType) -> EventSubject {
        switch type {
        case .mentionFlagged, .mentionChanged, .mentionVanished, .mentionReappeared: .mention(mention.id)
        case .sourceBlind, .sourceRecovered, .sourceChanged: .source("demo-forum")
        case .incidentOpened, .incidentClosed: .incident(IncidentID(7))
        case .storeHalted, .storeResumed: .store
        case .endpointDisabled: .endpoint("crm")
        case .test, .digest: .endpoint("desk")
        default: .case(CaseID(42))
        }
    }

    private static func data(of type: EventType, words: String?) -> EventData {
        var data = EventData()
        if type == .digest {
            data.endpoint = "desk"
            data.digest = digest
            return data
        }
        let keys = Set(type.keys.map(\.name))
        if keys.contains("case") { data.case = caseData(type) }
        if keys.contains("mention") { data.mention = MentionData(mention(in: type, words: words)) }
        if keys.contains("clock") { data.clock = ClockData(ShownClock(clock(type))) }
        if keys.contains("promise") { data.promise = PromiseData(promise(type), of: CaseID(42), zone: .utc) }
        if keys.contains("rung") {
            data.rung = RungData(
                Rung(
                    who: "head of customer service", clock: "answer",
                    when: .after(.elapsed(.seconds(4 * 3600))),
                    what: "answer today, or say when"), number: 2)
        }
        if keys.contains("source") { data.source = source(type) }
        if keys.contains("incident") {
            data.incident = IncidentData(
                incident(type), cases: [42, 43, 44].map { CaseID($0) }, mentions: [mention])
        }
        if keys.contains("endpoint") { data.endpoint = type == .test ? "desk" : "crm" }
        if type == .mentionChanged { data.changed = [.text, .reply] }
        if type == .caseMerged { data.into = CaseID(40) }
        let byStaff: Set<EventType> = [
            .caseAssigned, .caseDelayed, .caseResolved, .caseClosed, .caseDismissed, .promiseKept, .test,
        ]
        if byStaff.contains(type) { data.by = "anna" }
        data.why = why(type)
        if keys.contains("policy") { data.policy = "default" }
        if keys.contains("reach") { data.reach = data.incident?.total ?? 1 }
        return data
    }

    private static func why(_ type: EventType) -> String? {
        switch type {
        case .caseDelayed: "the courier has to come first"
        case .caseResolved: "the money went back"
        case .caseDismissed: "it is about another shop of that name"
        case .caseMerged: "m1234 says both: the same author, the same order"
        case .caseEscalated: "answer today, or say when"
        case .incidentOpened, .incidentClosed: incident(type).why
        case .storeHalted: "/var/lib/ombud/ombud.db: database or disk is full"
        case .storeResumed:
            "since 2026-03-02T11:50:02.000Z it could not be written: /var/lib/ombud/ombud.db: database or disk is "
                + "full"
        case .endpointDisabled: "it answered 410: gone"
        default: nil
        }
    }

    private static let mention = Mention(
        id: MentionID(1234), subject: "Lumiretka", source: "demo-forum", url: "https://forum.example/t/77",
        author: "graham.t", published: StatedTime(at("2026-03-02T07:41:00.000Z")), language: "en",
        content: Content(
            title: "Still waiting", text: "Ordered a month ago, and nobody answers my letters.",
            rating: Rating(value: 2, best: 5)),
        score: Score(value: 0.94, isFlagged: true, topic: "refund"),
        firstSeen: at("2026-03-02T08:00:03.120Z"),
        changed: at("2026-03-02T08:00:03.120Z"), cluster: ClusterID(1234), caseID: CaseID(42))

    private static func mention(in type: EventType, words: String?) -> Mention {
        var mention = mention
        if let words { mention.content.text = words }
        let answered: Set<EventType> = [.mentionChanged, .caseReplySeen, .caseAnswered, .caseResolved]
        if answered.contains(type) {
            mention.revisionCount = 2
            mention.content.reply = Reply(
                author: "Lumiretka", published: StatedTime(at("2026-03-02T12:02:00.000Z")),
                text: "Hello Graham, we are sorry. The money goes back today.")
        }
        return mention
    }

    private static func clock(_ type: EventType) -> ClockReading {
        let state: ClockState =
            switch type {
            case .caseMissed, .caseEscalated: .missed
            case .caseReplySeen, .caseAnswered, .caseResolved: .met
            case .caseDismissed, .caseMerged, .caseClosed: .off
            default: .running
            }
        return ClockReading(name: "answer", due: due, state: state)
    }

    private static func caseData(_ type: EventType) -> CaseData {
        let state: CaseState =
            switch type {
            case .caseOpened: .new
            case .caseAnswered, .caseReplySeen: .answered
            case .caseResolved: .resolved
            case .caseClosed: .closed
            case .caseMerged: .merged
            case .caseDismissed: .dismissed
            default: .open
            }
        let clock = clock(type)
        let found = Case(
            id: CaseID(42), subject: "Lumiretka", state: state, owner: type == .caseOpened ? nil : "anna",
            version: type == .caseOpened ? 1 : 3, opened: mention.firstSeen,
            posted: mention.published?.instant,
            seen: mention.firstSeen, due: clock.state == .running ? due : nil, topic: "refund")
        return CaseData(found, clocks: [ShownClock(clock)], mentions: [mention])
    }

    private static func promise(_ type: EventType) -> Promise {
        let state: Promise.State =
            switch type {
            case .promiseKept: .kept
            case .promiseBroken: .broken
            default: .open
            }
        return Promise(
            number: 1, what: "45 EUR back", measure: "on the account", owner: "anna", due: due, state: state,
            made: mention.firstSeen)
    }

    private static func source(_ type: EventType) -> SourceData {
        let since = at("2026-03-02T11:50:02.000Z")
        let (name, subject, url) = ("demo-forum", "Lumiretka", "https://forum.example/latest")
        return switch type {
        case .sourceChanged:
            SourceData(
                name: name, subject: subject, url: url, since: since,
                reason: "author, read by rule, is not as before",
                changes: [
                    Breach(
                        .author, before: "filled in 100% of records, such as \"Anna Nowak\"",
                        after: "filled in none of 20")
                ], way: .rule, fallback: .jsonLD)
        case .sourceRecovered: SourceData(name: name, subject: subject, url: url, since: since, reason: nil)
        default:
            SourceData(
                name: name, subject: subject, url: url, since: since, reason: "the server answered 503")
        }
    }

    private static var digest: DigestData {
        let kinds: [EventType] = [.caseOpened, .caseWarning]
        return DigestData(
            reason: .quietHours,
            events: kinds.map {
                EventSummary(
                    id: "evt_01m825550wegnpaxemeq5rn\(number(of: $0))", type: $0.rawValue, subject: "case/42",
                    time: mention.firstSeen, body: body(of: $0))
            }, counts: kinds.map { DigestData.TypeCount(type: $0.rawValue, count: 1) },
            from: mention.firstSeen, until: mention.firstSeen, zone: "Europe/London", language: "en")
    }

    private static func incident(_ type: EventType) -> Incident {
        let (from, until) = (at("2026-03-02T11:20:00.000Z"), at("2026-03-02T12:04:00.000Z"))
        return Incident(
            id: IncidentID(7), subject: "Lumiretka", source: nil, kind: .outage,
            opened: at("2026-03-02T12:05:02.000Z"),
            closed: type == .incidentClosed ? at("2026-03-02T18:00:00.000Z") : nil, from: from, until: until,
            window: .seconds(3600), count: 9, expected: 0.2,
            likeness: Likeness(topic: "app", words: ["login", "error"]), usualRate: 0.2,
            why:
                "9 complaints in an hour, where 0.2 are usual; they share the topic app and the words login, error",
            total: 9, last: until)
    }
}
