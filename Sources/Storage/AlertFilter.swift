import Complaints

/// Which alerts are meant: the filter of the lists and of what is sent again.
public struct AlertFilter: Hashable, Sendable {
    public var states: Set<State> = []
    public var endpoint: String?
    /// A whole type, or one with `*` in it.
    public var type: String?
    /// The digest that told of them.
    public var bundle: EventID?
    /// Of the event; the end does not belong to it.
    public var since: Instant?
    public var until: Instant?

    public init(states: Set<State> = [], endpoint: String? = nil) {
        self.states = states
        self.endpoint = endpoint
    }

    /// The states that a person asks for: those of the table, and two that follow from more than it.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case pending, failing, disabled, delivered, dead, held, bundled, dropped

        fileprivate var term: String {
            switch self {
            case .pending: "state = 'pending'"
            // Tried at least once, and to be tried again.
            case .failing: "(state = 'pending' AND attempts > 0)"
            case .disabled:
                "(state = 'pending' AND endpoint IN (SELECT name FROM endpoint WHERE disabled_at IS NOT NULL))"
            default: "state = '\(rawValue)'"
            }
        }
    }

    var conditions: Conditions {
        var conditions = Conditions()
        let terms = State.allCases.filter(states.contains).map(\.term)
        if !terms.isEmpty { conditions.add("(" + terms.joined(separator: " OR ") + ")") }
        if let endpoint { conditions.add("endpoint = ?", [endpoint]) }
        if let type {
            let taken = EventType.allCases.filter { Glob(type).takes($0.rawValue) }
            if taken.isEmpty { conditions.add("1 = 0") } else { conditions.among("type", Set(taken)) }
        }
        if let bundle { conditions.add("bundle = ?", [bundle]) }
        if let since { conditions.add("time >= ?", [since]) }
        if let until { conditions.add("time < ?", [until]) }
        return conditions
    }
}

extension Session {
    /// The numbers of the alerts that are meant, the first event first.
    public func alertNumbers(_ filter: AlertFilter, limit: Int? = nil) throws -> [Int64] {
        let conditions = filter.conditions
        let terms = conditions.terms.isEmpty ? "" : "WHERE " + conditions.terms.joined(separator: " AND ")
        return try query(
            "SELECT number FROM alert JOIN event ON event.id = alert.event \(terms) ORDER BY number"
                + Self.limit(limit), conditions.values
        ) { $0.integer() }
    }

    /// How many alerts there are to each endpoint in each state.
    public func alertCounts() throws -> [String: [Alert.State: Int]] {
        var counts: [String: [Alert.State: Int]] = [:]
        let rows = try query("SELECT endpoint, state, count(*) FROM alert GROUP BY endpoint, state", []) {
            (endpoint: $0.text(), state: try $0.value(Alert.State.self), count: $0.int())
        }
        for row in rows { counts[row.endpoint, default: [:]][row.state] = row.count }
        return counts
    }
}
