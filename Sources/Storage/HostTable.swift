import Complaints

/// `host`: politeness that outlives a restart.
public struct HostState: Hashable, Sendable {
    public var name: String
    /// Retry-After: nothing is asked before.
    public var heldUntil: Instant?
    public var robots: [UInt8]?
    /// HTTP status of robots.txt; nil when it could not be fetched.
    public var robotsStatus: Int?
    public var robotsFetched: Instant?

    public init(
        name: String, heldUntil: Instant? = nil, robots: [UInt8]? = nil, robotsStatus: Int? = nil,
        robotsFetched: Instant? = nil
    ) {
        self.name = name
        self.heldUntil = heldUntil
        self.robots = robots
        self.robotsStatus = robotsStatus
        self.robotsFetched = robotsFetched
    }
}

extension Session {
    public func host(_ name: String) throws -> HostState? {
        try first(
            "SELECT held_until, robots, robots_status, robots_fetched FROM host WHERE name = ?", [name]
        ) {
            HostState(
                name: name, heldUntil: $0.optionalInstant(), robots: $0.optionalBlob(),
                robotsStatus: $0.optionalInteger().map(Int.init), robotsFetched: $0.optionalInstant())
        }
    }

    public func heldHosts(now: Instant) throws -> [String: Instant] {
        Dictionary(
            try query("SELECT name, held_until FROM host WHERE held_until > ?", [now]) {
                ($0.text(), $0.instant())
            }, uniquingKeysWith: max)
    }

    /// An earlier hold is never shortened.
    public func holdHost(_ name: String, until: Instant) throws {
        try execute(
            """
            INSERT INTO host (name, held_until) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET held_until = excluded.held_until
            WHERE host.held_until IS NULL OR host.held_until < excluded.held_until
            """, [name, until])
    }

    public func keepRobots(_ body: [UInt8]?, status: Int?, of host: String, fetched: Instant) throws {
        try execute(
            """
            INSERT INTO host (name, robots, robots_status, robots_fetched) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET robots = excluded.robots,
                robots_status = excluded.robots_status, robots_fetched = excluded.robots_fetched
            """, [host, body, status, fetched])
    }
}
