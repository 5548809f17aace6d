import Complaints

/// `host`: politeness that outlives a restart.

func hostSchema(_ dialect: Dialect) -> [String] {
    [
        // While robots.txt is out of reach: how often it was asked for, since when, and when it is again.
        "ALTER TABLE host ADD COLUMN robots_failures INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE host ADD COLUMN robots_failing_since INTEGER",
        "ALTER TABLE host ADD COLUMN robots_ask_again INTEGER",
    ]
}

public struct HostState: Hashable, Sendable {
    public var name: String
    /// Retry-After: nothing is asked before.
    public var heldUntil: Instant?
    public var robots: [UInt8]?
    /// HTTP status of robots.txt; nil when it could not be fetched.
    public var robotsStatus: Int?
    public var robotsFetched: Instant?
    /// Questions after robots.txt in a row that were not answered.
    public var robotsFailures: Int
    public var robotsFailingSince: Instant?
    public var robotsAskAgain: Instant?

    public init(
        name: String, heldUntil: Instant? = nil, robots: [UInt8]? = nil, robotsStatus: Int? = nil,
        robotsFetched: Instant? = nil, robotsFailures: Int = 0, robotsFailingSince: Instant? = nil,
        robotsAskAgain: Instant? = nil
    ) {
        self.name = name
        self.heldUntil = heldUntil
        self.robots = robots
        self.robotsStatus = robotsStatus
        self.robotsFetched = robotsFetched
        self.robotsFailures = robotsFailures
        self.robotsFailingSince = robotsFailingSince
        self.robotsAskAgain = robotsAskAgain
    }
}

extension Session {
    public func host(_ name: String) throws -> HostState? {
        try first(
            """
            SELECT held_until, robots, robots_status, robots_fetched, robots_failures,
                robots_failing_since, robots_ask_again
            FROM host WHERE name = ?
            """, [name]
        ) {
            HostState(
                name: name, heldUntil: $0.optionalInstant(), robots: $0.optionalBlob(),
                robotsStatus: $0.optionalInteger().map(Int.init), robotsFetched: $0.optionalInstant(),
                robotsFailures: $0.int(), robotsFailingSince: $0.optionalInstant(),
                robotsAskAgain: $0.optionalInstant())
        }
    }

    /// The clock went back: a host that wanted to be left alone for a minute wants a minute still.
    public func shortenHolds(by length: Duration, now: Instant) throws {
        try execute(
            "UPDATE host SET held_until = held_until - ? WHERE held_until > ?", [length, now])
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

    /// What an answered question brought; failures before it are over.
    public func keepRobots(_ body: [UInt8]?, status: Int?, of host: String, fetched: Instant) throws {
        try execute(
            """
            INSERT INTO host (name, robots, robots_status, robots_fetched) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET robots = excluded.robots,
                robots_status = excluded.robots_status, robots_fetched = excluded.robots_fetched,
                robots_failures = 0, robots_failing_since = NULL, robots_ask_again = NULL
            """, [host, body, status, fetched])
    }

    /// A question that was not answered; the last copy stays.
    public func keepRobotsFailure(
        of host: String, failures: Int, since: Instant, askAgain: Instant
    ) throws {
        try execute(
            """
            INSERT INTO host (name, robots_failures, robots_failing_since, robots_ask_again)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET robots_failures = excluded.robots_failures,
                robots_failing_since = excluded.robots_failing_since,
                robots_ask_again = excluded.robots_ask_again
            """, [host, failures, since, askAgain])
    }

    /// What is known of the robots.txt of every origin, for a plan.
    public func knownRobots() throws -> [HostState] {
        try query(
            "SELECT name, robots, robots_status, robots_fetched FROM host WHERE robots_fetched IS NOT NULL",
            []
        ) {
            HostState(
                name: $0.text(), robots: $0.optionalBlob(), robotsStatus: $0.optionalInteger().map(Int.init),
                robotsFetched: $0.optionalInstant())
        }
    }
}
