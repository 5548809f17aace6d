/// What the maps of events hold; `EventWriting.swift` writes them, and every event of the tests is held against
/// this.
extension EventShape {
    public var keys: [EventKey] {
        switch self {
        case .case: Self.caseKeys
        case .mention: Self.mentionKeys
        case .clock: Self.clockKeys
        case .source: Self.sourceKeys
        case .promise: Self.promiseKeys
        case .rung: Self.rungKeys
        case .incident: Self.incidentKeys
        }
    }

    private static let caseKeys: [EventKey] = [
        EventKey("id", .integer, "The number of the case."),
        EventKey("subject", .text, "The company, brand or product of the watchlist."),
        EventKey("state", .oneOf(CaseState.allCases.map(\.rawValue)), "Where the case stands."),
        EventKey("owner", .text, "Who works on it.", isOptional: true),
        EventKey("version", .integer, "Grows with every event of the case; keep the highest."),
        EventKey("opened", .time, "When the case was opened."),
        EventKey("posted", .time, "When the customer wrote, as the page says.", isOptional: true),
        EventKey("seen", .time, "When the complaint was first seen."),
        EventKey("due", .time, "The nearest due time of a running clock.", isOptional: true),
        EventKey("urgency", .oneOf(Score.Urgency.allCases.map(\.rawValue)), "How urgent it is."),
        EventKey("topic", .text, "What it is about.", isOptional: true),
        EventKey("clocks", .list(.shape(.clock)), "Every clock of the case."),
        EventKey(
            "mentions", .list(.form("^m[0-9]+$"), atMost: CaseData.mostMentions),
            "Its mentions, the earliest first."),
        EventKey(
            "sources", .list(.text, atMost: CaseData.mostSources), "Every source where one of them stands."),
        EventKey(
            "languages", .list(.text, atMost: CaseData.mostLanguages), "BCP 47 tags of their languages."),
        EventKey("legal", .truth, "Whether one of them speaks of the law, a court or an authority."),
    ]

    private static let mentionKeys: [EventKey] = [
        EventKey("id", .form("^m[0-9]+$"), "The mention, as `ombud mention show` takes it."),
        EventKey("subject", .text, "The company, brand or product of the watchlist."),
        EventKey("source", .text, "The source on which it stands."),
        EventKey(
            "url", .text,
            "Where it can be read, as browsers take it; left out where it is longer than 2,000 bytes.",
            isOptional: true),
        EventKey("author", .text, "Who wrote it, as the page says.", isOptional: true),
        EventKey("published", .time, "When it was written, as the page says.", isOptional: true),
        EventKey(
            "rating",
            .map([
                EventKey("value", .number, "The mark."),
                EventKey("best", .number, "The best mark of the site's scale.", isOptional: true),
                EventKey("worst", .number, "The worst mark of the site's scale.", isOptional: true),
            ]), "The mark that was given.", isOptional: true),
        EventKey("title", .text, "Its headline, cut at 1,000 bytes.", isOptional: true),
        EventKey("text", .text, "What it says, cut at 8,500 bytes."),
        EventKey("text_cut", .truth, "Whether `text` is only the beginning."),
        EventKey("language", .text, "BCP 47 tag of its language.", isOptional: true),
        EventKey("score", .number, "How likely it is a complaint, 0 to 1."),
        EventKey("flagged", .truth, "Whether it scored high enough for staff to look at."),
        EventKey("urgency", .oneOf(Score.Urgency.allCases.map(\.rawValue)), "How urgent it is."),
        EventKey("topic", .text, "What it is about.", isOptional: true),
        EventKey("legal", .truth, "Whether it speaks of the law, a court or an authority."),
        EventKey(
            "reply",
            .map([
                EventKey("author", .text, "Who answered, as the page says.", isOptional: true),
                EventKey("published", .time, "When, as the page says.", isOptional: true),
                EventKey("text", .text, "The answer, cut at 3,000 bytes."),
            ]), "The public answer under it.", isOptional: true),
        EventKey("first_seen", .time, "When it was first seen."),
        EventKey("revision", .integer, "How often it was read differently, from 1."),
        EventKey("cluster", .integer, "Mentions with the same number are one complaint."),
        EventKey("case", .integer, "The case that handles it.", isOptional: true),
    ]

    private static let clockKeys: [EventKey] = [
        EventKey("name", .text, "As the policy calls it."),
        EventKey("due", .time, "When it ends; absent while it is not known.", isOptional: true),
        EventKey(
            "state", .oneOf(ClockState.allCases.map(\.rawValue) + ["unknown"]),
            "`unknown`: the page on which a reply would stand cannot be seen now."),
    ]

    private static let sourceKeys: [EventKey] = [
        EventKey("name", .text, "As the watchlist calls it."),
        EventKey("subject", .text, "The company, brand or product of the watchlist."),
        EventKey("url", .text, "The address that is polled."),
        EventKey("since", .time, "Since when it is so.", isOptional: true),
        EventKey("reason", .text, "What was seen, for people.", isOptional: true),
        EventKey(
            "changes",
            .list(
                .map([
                    EventKey(
                        "field", .oneOf(ContractField.allCases.map(\.rawValue)), "What is not as before."),
                    EventKey("before", .text, "What it was like."),
                    EventKey("after", .text, "What it is like now."),
                ])), "What is not as before.", isOptional: true),
        EventKey(
            "way", .oneOf(Via.allCases.map(\.rawValue)), "The way of reading that broke.", isOptional: true),
        EventKey(
            "fallback", .oneOf(Via.allCases.map(\.rawValue)),
            "The way by which the records are read instead; without it they are held back.", isOptional: true),
    ]

    private static let promiseKeys: [EventKey] = [
        EventKey("number", .integer, "Counted in the case, from 1."),
        EventKey("what", .text, "What was promised."),
        EventKey("measure", .text, "How it is seen that it was kept.", isOptional: true),
        EventKey("owner", .text, "Who answers for it.", isOptional: true),
        EventKey("due", .time, "Until when."),
        EventKey("state", .oneOf(Promise.State.allCases.map(\.rawValue)), "What became of it."),
        EventKey("wording", .text, "One wording for everybody who is told."),
    ]

    private static let rungKeys: [EventKey] = [
        EventKey("number", .integer, "Counted from the bottom, from 1."),
        EventKey("who", .text, "Who is told."),
        EventKey("what", .text, "What is to be done."),
        EventKey("clock", .text, "The clock that it belongs to."),
        EventKey("when", .text, "How far before or after the due time, in words."),
    ]

    private static let incidentKeys: [EventKey] = [
        EventKey("id", .integer, "The number of the incident."),
        EventKey("subject", .text, "The company, brand or product of the watchlist."),
        EventKey("source", .text, "The source that brought all of them, where it was one.", isOptional: true),
        EventKey(
            "kind", .oneOf(Incident.Kind.allCases.map(\.rawValue)),
            "`outage`: many customers in their own words; `batch`: the same, of products and their repair; "
                + "`attack`: nearly equal texts under several names."),
        EventKey("opened", .time, "When it was noticed."),
        EventKey("closed", .time, "When it was over.", isOptional: true),
        EventKey("from", .time, "The first complaint by which it was noticed."),
        EventKey("until", .time, "The last of them."),
        EventKey("window_seconds", .integer, "The length of the window that was too full."),
        EventKey("count", .integer, "Complaints in that window, each author's once."),
        EventKey("expected", .number, "How many are usual in such a window."),
        EventKey("topic", .text, "What they share.", isOptional: true),
        EventKey("words", .list(.text), "Words that they share, and earlier ones do not."),
        EventKey("total", .integer, "All that were gathered."),
        EventKey("last", .time, "When the latest of them was written."),
        EventKey("cases", .list(.integer, atMost: IncidentData.mostCases), "The first of their cases."),
        EventKey(
            "mentions",
            .list(
                .map([
                    EventKey("id", .form("^m[0-9]+$"), "The mention."),
                    EventKey("source", .text, "The source on which it stands."),
                    EventKey("url", .text, "Where it can be read.", isOptional: true),
                    EventKey("author", .text, "Who wrote it.", isOptional: true),
                    EventKey("published", .time, "When.", isOptional: true),
                    EventKey("text", .text, "The beginning of what it says."),
                ]), atMost: IncidentData.mostMentions), "Some of them."),
    ]
}
