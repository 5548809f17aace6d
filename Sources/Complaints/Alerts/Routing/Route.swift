/// Which events go to which endpoints: every condition that is given has to hold, and of several values one.
public struct Route: Hashable, Sendable {
    /// Event types, `ombud.case.*`; nil takes every type.
    public var types: [Glob]?
    public var subjects: [Glob]?
    public var sources: [Glob]?
    public var policies: [Glob]?
    public var topics: [Glob]?
    public var urgencies: Set<Score.Urgency>?
    /// `pt` takes `pt-BR` too.
    public var languages: [String]?
    public var owners: [Owner]?
    public var reach: ClosedRange<Int>?
    public var isLegal: Bool?
    public var to: [String]
    /// Whether the routes behind it are asked too.
    public var continues: Bool

    public enum Owner: Hashable, Sendable {
        /// A case that nobody has.
        case nobody
        case named(Glob)
    }

    public init(types: [String]? = nil, to: [String], continues: Bool = false) {
        self.types = types.map { $0.map(Glob.init) }
        self.to = to
        self.continues = continues
    }

    public func takes(type: String) -> Bool { types.map { $0.contains { $0.takes(type) } } ?? true }

    public func takes(_ facts: EventFacts) -> Bool { misses(facts, stopsAtFirst: true).isEmpty }

    /// Each condition that does not hold, in words.
    public func misses(_ facts: EventFacts) -> [String] { misses(facts, stopsAtFirst: false) }

    private func misses(_ facts: EventFacts, stopsAtFirst: Bool) -> [String] {
        var misses: [String] = []
        func look(_ what: String, _ wanted: [Glob]?, _ found: [String]) {
            guard let wanted, !(stopsAtFirst && !misses.isEmpty) else { return }
            if found.contains(where: { name in wanted.contains { $0.takes(name) } }) { return }
            misses.append(Self.miss(what, found: found, wanted: wanted.map(\.text)))
        }
        look("type", types, [facts.type])
        look("subject", subjects, facts.subject.map { [$0] } ?? [])
        look("source", sources, facts.sources)
        look("policy", policies, facts.policy.map { [$0] } ?? [])
        look("topic", topics, facts.topic.map { [$0] } ?? [])
        if let urgencies, !facts.urgency.map(urgencies.contains, or: false) {
            misses.append(
                Self.miss(
                    "urgency", found: facts.urgency.map { [$0.rawValue] } ?? [],
                    wanted: urgencies.sorted().map(\.rawValue)))
        }
        if let languages, !facts.languages.contains(where: { Self.speaks($0, oneOf: languages) }) {
            misses.append(Self.miss("language", found: facts.languages, wanted: languages))
        }
        if let owners, !owners.contains(where: { $0.takes(facts) }) {
            let found = facts.owner ?? (facts.isOfCase ? "nobody" : nil)
            misses.append(
                Self.miss("owner", found: found.map { [$0] } ?? [], wanted: owners.map(\.description)))
        }
        if let reach, !(facts.reach.map(reach.contains, or: false)) {
            let wanted = reach.upperBound == .max ? "\(reach.lowerBound) or more" : reach.shown
            misses.append(
                Self.miss("reach", found: facts.reach.map { [String($0)] } ?? [], wanted: [wanted]))
        }
        if let isLegal, facts.isLegal != isLegal {
            misses.append(
                Self.miss(
                    "legal", found: facts.isLegal.map { [String($0)] } ?? [], wanted: [String(isLegal)]))
        }
        return misses
    }

    private static func miss(_ what: String, found: [String], wanted: [String]) -> String {
        let wanted = wanted.joined(separator: " or ")
        return found.isEmpty
            ? "the event says no \(what); \(wanted) is wanted"
            : "\(what) is \(found.joined(separator: ", ")); \(wanted) is wanted"
    }

    static func speaks(_ language: String, oneOf wanted: [String]) -> Bool {
        let language = language.lowercased()
        return wanted.contains { wanted in
            let wanted = wanted.lowercased()
            return language == wanted || language.hasPrefix(wanted + "-")
        }
    }
}

extension Route.Owner: CustomStringConvertible {
    func takes(_ facts: EventFacts) -> Bool {
        switch self {
        case .nobody: facts.isOfCase && facts.owner == nil
        case .named(let glob): facts.owner.map(glob.takes, or: false)
        }
    }

    public var description: String {
        switch self {
        case .nobody: "nobody"
        case .named(let glob): glob.text
        }
    }
}

extension Optional {
    fileprivate func map(_ holds: (Wrapped) -> Bool, or otherwise: Bool) -> Bool { map(holds) ?? otherwise }
}

extension ClosedRange<Int> {
    fileprivate var shown: String {
        lowerBound == upperBound ? String(lowerBound) : "\(lowerBound) to \(upperBound)"
    }
}
