import Complaints

/// An event of every type with words of the test's own.
public enum SampleEvent {
    /// One CloudEvents object.
    public static func body(
        _ type: EventType, words: String = "Paczka nie dotarła, a infolinia milczy od tygodnia.",
        author: String = "Anna K.", time: Instant = Instant(milliseconds: 1_772_445_600_000)
    ) -> [UInt8] {
        let (subject, data) = content(of: type, words: words, author: author, time: time)
        return CloudEvent.body(
            id: EventID("evt_sample"), type: type, subject: subject, time: time,
            instance: "https://complaints.example.org/ombud", data: data)
    }

    public static func content(
        of type: EventType, words: String, author: String, time: Instant
    ) -> (EventSubject, EventData) {
        var data = EventData()
        let mention = mention(words, author, time)
        let (found, due) = (complaint(time), time + .seconds(14 * 86_400))
        let clock = ShownClock(ClockReading(name: "answer", due: due, state: .running))
        data.mention = MentionData(mention)
        data.policy = "pl-consumer"
        data.reach = 3
        switch type {
        case .mentionFlagged, .mentionVanished, .mentionReappeared: return (.mention(mention.id), data)
        case .mentionChanged:
            data.changed = [.text]
            return (.mention(mention.id), data)
        case .sourceBlind, .sourceRecovered, .sourceChanged:
            data.mention = nil
            data.source = SourceData(
                name: "acme-opinions", subject: "Acme", url: "https://reviews.example/acme", since: time,
                reason: "it answered 503 three times in a row")
            return (.source("acme-opinions"), data)
        case .incidentOpened, .incidentClosed:
            data.mention = nil
            data.incident = incident(mention, time)
            data.why = "12 complaints within an hour, where 0.4 are usual"
            return (.incident(IncidentID(7)), data)
        case .endpointDisabled, .test:
            var data = EventData()
            data.endpoint = "desk"
            data.why = type == .test ? nil : "it answered 410 Gone"
            return (.endpoint("desk"), data)
        default: break
        }
        data.case = CaseData(found, clocks: [clock], mentions: [mention])
        switch type {
        case .caseWarning, .caseMissed, .caseDelayed: data.clock = ClockData(clock)
        case .caseEscalated:
            let rung = Rung(
                who: "head of customer service", clock: "answer",
                when: .after(.elapsed(.seconds(4 * 3600))), what: "answer today, or say when")
            data.rung = RungData(rung, number: 1)
        case .promiseAtRisk, .promiseBroken, .promiseKept:
            let promise = Promise(
                number: 1, what: "a new parcel by Friday", owner: "jan", due: due, made: time, by: "jan")
            data.promise = PromiseData(promise, of: found.id, zone: .utc)
        case .caseMerged: data.into = CaseID(41)
        case .caseAssigned, .caseResolved, .caseDismissed:
            (data.by, data.why) = ("jan", "money was sent back")
        default: break
        }
        return (.case(found.id), data)
    }

    private static func mention(_ words: String, _ author: String, _ time: Instant) -> Mention {
        var mention = Mention(
            id: MentionID(1234), subject: "Acme", source: "acme-opinions", author: author,
            published: StatedTime(time),
            content: Content(title: nil, text: words, rating: Rating(value: 1, best: 5)),
            score: Score(value: 0.93, isFlagged: true, urgency: .high, topic: "delivery", language: "pl"),
            firstSeen: time, changed: time, cluster: ClusterID(1234))
        mention.url = "https://reviews.example/acme?id=1&page=2"
        mention.caseID = CaseID(42)
        mention.language = "pl"
        return mention
    }

    private static func complaint(_ time: Instant) -> Case {
        Case(
            id: CaseID(42), subject: "Acme", state: .open, owner: "anna", version: 3, opened: time,
            posted: time, seen: time, due: time + .seconds(14 * 86_400), reach: 3, urgency: .high,
            topic: "delivery")
    }

    private static func incident(_ mention: Mention, _ time: Instant) -> IncidentData {
        let burst = Incident(
            id: IncidentID(7), subject: "Acme", source: nil, kind: .outage, opened: time,
            from: time + .seconds(-3600), until: time, window: .seconds(3600), count: 12, expected: 0.4,
            likeness: Likeness(topic: "delivery", words: ["paczka"]), usualRate: 0.4,
            why: "12 complaints within an hour", total: 12, last: time)
        return IncidentData(burst, cases: [CaseID(42)], mentions: [mention])
    }
}
