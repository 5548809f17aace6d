import Complaints

/// The schema's history: append-only; one that was shipped is never edited.
public struct Migration: Sendable {
    public let number: Int
    let statements: @Sendable (Dialect) -> [String]

    public static let all: [Migration] = [
        Migration(number: 1, statements: firstSchema), Migration(number: 2, statements: secondSchema),
        Migration(number: 3, statements: thirdSchema), Migration(number: 4, statements: fourthSchema),
        Migration(number: 5, statements: fifthSchema), Migration(number: 6, statements: sixthSchema),
        Migration(number: 7, statements: seventhSchema),
    ]

    public static var latest: Int { all.last?.number ?? 0 }
}

extension Session {
    /// The number of the schema of a store that has one.
    public func schemaVersion() throws -> Int {
        try count("SELECT coalesce(max(number), 0) FROM migration")
    }

    /// Brings the store up to a schema, as a rule to this program's.
    public func migrate(from found: Int, to last: Int = Migration.latest, now: Instant) throws {
        if found == 0 {
            try execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, applied INTEGER NOT NULL)")
        }
        for migration in Migration.all where migration.number > found && migration.number <= last {
            for statement in migration.statements(dialect) { try execute(statement) }
            try execute(
                "INSERT INTO migration (number, applied) VALUES (?, ?)", [migration.number, now])
        }
    }
}
