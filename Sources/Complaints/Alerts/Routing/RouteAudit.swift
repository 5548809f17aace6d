/// What is odd about a list of routes, before any event came: routes that nothing reaches, types that nothing
/// takes.
public enum RouteAudit {
    /// The routes behind others that take, without going on, all that they could take: by their places, each
    /// with those that stand before it.
    public static func unreachable(_ routes: [Route]) -> [(route: Int, behind: [Int])] {
        routes.indices.compactMap { index in
            let before = routes.indices.prefix(index).filter { !routes[$0].continues }
            var takers: Set<Int> = []
            // Types, urgencies and the law are few: the route is looked at for each of their combinations, so
            // that several before it may share it out among them.
            for cell in cells(of: routes[index]) {
                let taker = before.first {
                    routes[$0].takes(cell) && routes[$0].coversOpenConditions(of: routes[index])
                }
                guard let taker else { return nil }
                takers.insert(taker)
            }
            return takers.isEmpty ? nil : (index, takers.sorted())
        }
    }

    /// The types that no route takes, whatever the event says otherwise.
    public static func untaken(_ routes: [Route]) -> [EventType] {
        EventType.allCases.filter { type in
            type.isRouted && !routes.contains { $0.takes(type: type.rawValue) }
        }
    }

    fileprivate struct Cell {
        var type: EventType
        var urgency: Score.Urgency?
        var isLegal: Bool?
    }

    private static func cells(of route: Route) -> [Cell] {
        let types = EventType.allCases.filter { route.takes(type: $0.rawValue) }
        let urgencies = route.urgencies.map { $0.map { Optional($0) } } ?? Score.Urgency.allCases + [nil]
        let laws = route.isLegal.map { [Optional($0)] } ?? [true, false, nil]
        return types.flatMap { type in
            urgencies.flatMap { urgency in
                laws.map { Cell(type: type, urgency: urgency, isLegal: $0) }
            }
        }
    }
}

extension EventType {
    /// Whether routes are asked where it goes; the others are sent to those whom they concern.
    public var isRouted: Bool { self != .test && self != .endpointDisabled && self != .digest }
}

extension Route {
    fileprivate func takes(_ cell: RouteAudit.Cell) -> Bool {
        takes(type: cell.type.rawValue)
            && (urgencies.map { urgencies in cell.urgency.map { urgencies.contains($0) } ?? false } ?? true)
            && (isLegal.map { $0 == cell.isLegal } ?? true)
    }

    /// Whether every condition with endlessly many values takes at least what the other's takes.
    fileprivate func coversOpenConditions(of other: Route) -> Bool {
        func covers(_ own: [Glob]?, _ others: [Glob]?) -> Bool {
            guard let own else { return true }
            return others.map { $0.allSatisfy { glob in own.contains { $0.covers(glob) } } } ?? false
        }
        let coversLanguages =
            languages.map { own in
                other.languages?.allSatisfy { Self.speaks($0, oneOf: own) } ?? false
            } ?? true
        let coversOwners =
            owners.map { own in
                other.owners?.allSatisfy { wanted in own.contains { $0.covers(wanted) } } ?? false
            } ?? true
        let coversReach =
            reach.map { own in
                other.reach.map { own.lowerBound <= $0.lowerBound && $0.upperBound <= own.upperBound }
                    ?? false
            } ?? true
        return covers(subjects, other.subjects) && covers(sources, other.sources)
            && covers(policies, other.policies) && covers(topics, other.topics) && coversLanguages
            && coversOwners && coversReach
    }
}

extension Route.Owner {
    fileprivate func covers(_ other: Route.Owner) -> Bool {
        switch (self, other) {
        case (.nobody, .nobody): true
        case (.named(let own), .named(let other)): own.covers(other)
        default: false
        }
    }
}
