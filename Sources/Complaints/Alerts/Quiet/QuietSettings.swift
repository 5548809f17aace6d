/// How much the readers behind one endpoint want to be told at a time.
public struct QuietSettings: Hashable, Sendable {
    public var group: AlertGroup?
    public var digest: DigestSchedule?
    public var hours: QuietHours?
    public var budget: AlertBudget?
    /// In which digests are written.
    public var language: String?

    public init(
        group: AlertGroup? = nil, digest: DigestSchedule? = nil, hours: QuietHours? = nil,
        budget: AlertBudget? = nil, language: String? = nil
    ) {
        self.group = group
        self.digest = digest
        self.hours = hours
        self.budget = budget
        self.language = language
    }

    /// Every alert goes out at once.
    public static let none = QuietSettings()

    public var isNone: Bool { group == nil && digest == nil && hours == nil && budget == nil }

    /// The reader's zone, as far as it is known.
    public var zone: Zone? { digest?.zone ?? hours?.zone }
}

/// Alerts that belong together go out together; the words and their meaning are Alertmanager's.
public struct AlertGroup: Hashable, Sendable {
    /// What makes two alerts belong together: all of these are the same.
    public var by: [Trait]
    /// How long the first of a group waits for others.
    public var wait: Duration
    /// The shortest time between two messages of one group.
    public var interval: Duration
    /// What still asks for a person is told again after this, until somebody acts on it; nil for once.
    public var `repeat`: Duration?

    public enum Trait: String, Hashable, Sendable, CaseIterable {
        case `case`, source, incident, subject, type, all
    }

    public static let usualWait: Duration = .seconds(30)
    public static let usualInterval: Duration = .seconds(300)

    public init(
        by: [Trait], wait: Duration = AlertGroup.usualWait, interval: Duration = AlertGroup.usualInterval,
        repeat again: Duration? = nil
    ) {
        self.by = by
        self.wait = wait
        self.interval = interval
        self.repeat = again
    }

    /// `case/42`; what has no such trait stands for itself.
    public func key(_ facts: QuietFacts) -> String {
        by.map { facts.value(of: $0) ?? facts.about }.joined(separator: " ")
    }

    /// When a group is told of an alert that comes now.
    /// - Parameter told: when it was told last.
    func due(told: Instant?, now: Instant) -> Instant {
        // A clock that was set back must not make a group wait for the time it showed before.
        let next = told.map { min($0, now) + interval } ?? now
        return max(now + wait, next)
    }
}

extension QuietFacts {
    /// nil where the event has no such trait.
    fileprivate func value(of trait: AlertGroup.Trait) -> String? {
        switch trait {
        case .case: `case`.map { "case/\($0.number)" }
        case .source: source.map { "source/\($0)" }
        case .incident: incident.map { "incident/\($0.number)" }
        case .subject: subject.map { "subject/\($0)" }
        case .type: "type/\(type.rawValue)"
        case .all: "all"
        }
    }
}
