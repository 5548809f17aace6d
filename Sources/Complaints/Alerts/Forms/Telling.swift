/// An event in the words a person needs: what happened, to which case, what the customer said, until when,
/// and where to look. Every text is plain; each format escapes it in its own way.
public struct Telling: Hashable, Sendable {
    /// One sentence.
    public var headline: String
    public var tone: Tone
    /// `Due: 2026-11-23 14:00 (Europe/Warsaw)`.
    public var facts: [Fact]
    /// The customer's words, shortened.
    public var quote: Quote?
    /// Further lines: what a digest sums up, what belongs to an incident.
    public var lines: [String]
    /// How many more lines there would be.
    public var more: Int
    public var link: Link?

    public enum Tone: Hashable, Sendable { case plain, good, warning, bad }

    public struct Fact: Hashable, Sendable {
        public var label: String
        public var value: String
    }

    public struct Quote: Hashable, Sendable {
        public var text: String
        public var author: String?
    }

    public struct Link: Hashable, Sendable {
        /// http or https, as serialised by `WebURL`.
        public var url: String
        public var label: String
    }

    /// Lines of a digest that are shown at most.
    static let mostLines = 30

    /// The same event and reader give the same words, whenever it is asked.
    public init(_ event: ToldEvent, for reader: Reader) {
        let phrases = Phrases.of(reader.language)
        var maker = TellingMaker(event: event, reader: reader, phrases: phrases)
        maker.gather()
        headline = Self.headline(of: event, phrases)
        tone = Self.tone(of: event.kind)
        facts = maker.facts
        quote = maker.quote
        lines = Array(maker.lines.prefix(Self.mostLines))
        more = maker.more + max(0, maker.lines.count - Self.mostLines)
        link = maker.link
    }

    /// The headline and the customer's first words: one line of a digest.
    public var summary: String {
        guard let quote else { return headline }
        return "\(headline) — “\(quote.text.shortened(to: 120))”"
    }

    /// `and more: 12`, where lines were left out.
    func moreLine(_ reader: Reader, besides cut: Int = 0) -> String? {
        guard more + cut > 0 else { return nil }
        return Phrases.fill(Phrases.of(reader.language)[.more], ["count": String(more + cut)])
    }

    /// One event of a digest: what happened, when it is due, the customer's first words.
    static func line(_ line: ToldLine, _ phrases: Phrases, _ reader: Reader) -> String {
        let facts = line.facts
        guard let kind = line.type.flatMap(EventType.init(rawValue:)), var pattern = phrases.headlines[kind]
        else {
            return [line.type, line.subject].compactMap(\.self).map(\.onOneLine).joined(separator: " ")
                .shortened(to: 200)
        }
        if kind == .caseAssigned, facts?.owner == nil { pattern = phrases.unassigned }
        let about = line.subject.map { String($0.drop { $0 != "/" }.dropFirst()) } ?? ""
        let values = [
            "case": facts?.case.map { "#\($0)" } ?? about, "subject": facts?.subject, "owner": facts?.owner,
            "clock": facts?.clock, "source": facts?.source ?? about, "endpoint": about, "who": facts?.why,
        ]
        var told = Phrases.fill(pattern, values.compactMapValues { $0?.onOneLine.shortened(to: 120) })
        if let due = facts?.due?.instant {
            told += "; \(phrases[.due]): \(reader.text(due, withZone: false))"
        }
        let words = facts?.text?.onOneLine ?? ""
        return words.isEmpty ? told : "\(told) — “\(words.shortened(to: 120))”"
    }

    private static func headline(of event: ToldEvent, _ phrases: Phrases) -> String {
        let data = event.data
        if event.kind == .digest || data.events != nil, let pattern = digestPattern(data, phrases) {
            return Phrases.fill(pattern, ["count": String(data.count ?? data.events?.count ?? 0)])
        }
        guard let kind = event.kind, var pattern = phrases.headlines[kind] else {
            return [event.type, event.subject].filter { !$0.isEmpty }.joined(separator: " ").onOneLine
                .shortened(to: 200)
        }
        if kind == .caseAssigned, data.case?.owner == nil { pattern = phrases.unassigned }
        let subject = data.case?.subject ?? data.mention?.subject ?? data.incident?.subject
        let number = data.case?.id.map { "#\($0)" } ?? event.subject
        let values = [
            "case": number, "subject": subject, "owner": data.case?.owner, "clock": data.clock?.name,
            "source": data.source?.name ?? data.mention?.source, "who": data.rung?.who,
            "endpoint": data.endpoint, "into": data.into.map { "#\($0)" },
            "count": (data.incident?.total ?? data.incident?.count).map(String.init),
        ]
        return Phrases.fill(
            pattern, values.compactMapValues { $0?.onOneLine.shortened(to: 120) })
    }

    private static func digestPattern(_ data: ToldData, _ phrases: Phrases) -> String? {
        data.reason.flatMap { phrases.digests[$0] } ?? phrases.digests["digest"]
    }

    private static func tone(of kind: EventType?) -> Tone {
        switch kind {
        case .caseMissed, .promiseBroken, .sourceBlind, .endpointDisabled, .incidentOpened, .storeHalted: .bad
        case .caseWarning, .caseEscalated, .promiseAtRisk, .mentionFlagged, .caseOpened, .caseReopened,
            .caseReplyVanished, .sourceChanged:
            .warning
        case .caseAnswered, .caseResolved, .promiseKept, .sourceRecovered, .caseReplySeen, .incidentClosed,
            .storeResumed:
            .good
        default: .plain
        }
    }
}
