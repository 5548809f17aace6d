/// Where an event goes, and why: the first route that takes it, and those behind it while they say to go on.
public struct Routing: Hashable, Sendable {
    /// One for each route, in their order.
    public var steps: [Step]
    /// Each endpoint once, in the order of the routes.
    public var endpoints: [String]

    public enum Step: Hashable, Sendable {
        case taken
        /// Each condition that did not hold, in words.
        case passedOver([String])
        /// A route before it, by its place, took the event and did not say to go on.
        case notAsked(takenBy: Int)
    }

    public init(_ facts: EventFacts, by routes: [Route]) {
        steps = []
        endpoints = []
        var taker: Int?
        for (index, route) in routes.enumerated() {
            if let taker {
                steps.append(.notAsked(takenBy: taker))
                continue
            }
            let misses = route.misses(facts)
            guard misses.isEmpty else {
                steps.append(.passedOver(misses))
                continue
            }
            steps.append(.taken)
            for name in route.to where !endpoints.contains(name) { endpoints.append(name) }
            if !route.continues { taker = index }
        }
    }

    /// The endpoints alone, without the words: asked for every event of every visit.
    public static func endpoints(for facts: EventFacts, by routes: [Route]) -> [String] {
        var endpoints: [String] = []
        for route in routes where route.takes(facts) {
            for name in route.to where !endpoints.contains(name) { endpoints.append(name) }
            if !route.continues { break }
        }
        return endpoints
    }
}
