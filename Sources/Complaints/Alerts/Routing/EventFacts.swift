/// What routes look at of an event; nil and empty where the event says nothing of it.
public struct EventFacts: Hashable, Sendable {
    /// `ombud.case.opened`.
    public var type: String
    /// The company, brand or product.
    public var subject: String?
    /// Every source that the complaint was read at.
    public var sources: [String] = []
    public var policy: String?
    public var topic: String?
    public var urgency: Score.Urgency?
    /// Of the complaint: `pl`, `pt-BR`.
    public var languages: [String] = []
    public var owner: String?
    /// Whether it is about a case, which somebody has or nobody.
    public var isOfCase = false
    /// How often the same complaint was found; of an incident, how many complaints belong to it.
    public var reach: Int?
    /// Whether it appeals to the law.
    public var isLegal: Bool?

    public init(type: String) { self.type = type }

    /// Of an event that is about to be stored.
    public init(_ type: EventType, _ data: EventData) {
        self.init(type: type.rawValue)
        let (found, mention, incident) = (data.case, data.mention, data.incident)
        subject = found?.subject ?? mention?.subject ?? incident?.subject ?? data.source?.subject
        policy = data.policy
        reach = data.reach
        topic = found?.topic ?? mention?.topic ?? incident?.topic
        let words = found?.urgency ?? mention?.urgency
        urgency = words.flatMap { Score.Urgency(rawValue: $0) }
        owner = found?.owner
        isOfCase = found != nil
        isLegal = found?.legal ?? mention?.legal
        sources = Self.joined(
            found?.sources ?? [], mention?.source, data.source?.name, incident?.source,
            incident?.mentions.map(\.source) ?? [])
        languages = Self.joined(found?.languages ?? [], mention?.language)
    }

    /// Of a stored event, or one that somebody wrote to try the routes.
    public init(_ event: ToldEvent) {
        self.init(type: event.type)
        let data = event.data
        let (found, mention, incident) = (data.case, data.mention, data.incident)
        subject = found?.subject ?? mention?.subject ?? incident?.subject ?? data.source?.subject
        policy = data.policy
        reach = data.reach
        topic = found?.topic ?? mention?.topic ?? incident?.topic
        let words = found?.urgency ?? mention?.urgency
        urgency = words.flatMap { Score.Urgency(rawValue: $0) }
        owner = found?.owner
        isOfCase = found != nil
        isLegal = found?.legal ?? mention?.legal
        sources = Self.joined(
            found?.sources ?? [], mention?.source, data.source?.name, incident?.source,
            incident?.mentions?.compactMap(\.source) ?? [])
        languages = Self.joined(found?.languages ?? [], mention?.language)
    }

    private static func joined(_ parts: any FactPart...) -> [String] {
        var all: [String] = []
        for name in parts.flatMap(\.names) where !all.contains(name) { all.append(name) }
        return all
    }
}

/// A name that may be missing, or several.
private protocol FactPart { var names: [String] { get } }
extension Optional: FactPart where Wrapped == String { var names: [String] { map { [$0] } ?? [] } }
extension Array: FactPart where Element == String { var names: [String] { self } }
