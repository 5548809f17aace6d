/// What `ombud.digest` holds, as its schema says it.
extension DigestData {
    static let keys: [EventKey] = [
        EventKey(
            "reason", .oneOf(Reason.allCases.map(\.rawValue)),
            "What held them; `repeat`: they were told before, and still ask for a person."),
        EventKey("key", .text, "The group, or the number of the silence.", isOptional: true),
        EventKey("count", .integer, "How many events it tells of."),
        EventKey(
            "counts",
            .list(
                .map([
                    EventKey("type", .text, "The type of events."),
                    EventKey("count", .integer, "How many of them."),
                ])), "How many of each type."),
        EventKey(
            "cut", .integer, "How many are not in `events`, since the body would be too large.",
            isOptional: true),
        EventKey(
            "events", .list(.map(EventSummary.keys), atMost: mostEvents),
            "The events, in the order in which they happened."),
        EventKey("from", .time, "When the first of them happened."),
        EventKey("until", .time, "When the last of them happened."),
        EventKey("zone", .text, "The reader's zone, an IANA name.", isOptional: true),
        EventKey("language", .text, "The reader's language.", isOptional: true),
    ]
}

extension EventSummary {
    fileprivate static let keys: [EventKey] = [
        EventKey("id", .form("^[^.]+$"), "The event's own id."),
        EventKey("type", .text, "Its type."),
        EventKey("subject", .text, "What it is about, as in the event."),
        EventKey("time", .time, "When it happened."),
        EventKey(
            "summary", .map(Facts.keys), "What it says; absent where there was room for its name only.",
            isOptional: true),
    ]
}

extension EventSummary.Facts {
    fileprivate static let keys: [EventKey] = [
        EventKey("case", .integer, "The case.", isOptional: true),
        EventKey("mention", .form("^m[0-9]+$"), "The mention.", isOptional: true),
        EventKey("subject", .text, "The company, brand or product of the watchlist.", isOptional: true),
        EventKey("source", .text, "The source on which it stands.", isOptional: true),
        EventKey("state", .text, "Where the case stood.", isOptional: true),
        EventKey("owner", .text, "Who works on it.", isOptional: true),
        EventKey("clock", .text, "The clock that it is about.", isOptional: true),
        EventKey("due", .time, "When that clock, the promise or the case is due.", isOptional: true),
        EventKey("urgency", .text, "How urgent it is.", isOptional: true),
        EventKey("topic", .text, "What it is about.", isOptional: true),
        EventKey("legal", .truth, "true where it speaks of the law.", isOptional: true),
        EventKey("rating", .number, "The mark that was given.", isOptional: true),
        EventKey("url", .text, "Where it can be read.", isOptional: true),
        EventKey("text", .text, "The beginning of what was written.", isOptional: true),
        EventKey("why", .text, "The reason that was given.", isOptional: true),
        EventKey("late", .truth, "true where it was told late.", isOptional: true),
    ]
}
