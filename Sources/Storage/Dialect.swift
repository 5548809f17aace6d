/// What differs between engines in otherwise shared SQL.
public struct Dialect: Sendable {
    public var name: String
    /// The type of a row number that the engine gives out and never gives out again.
    public var identityColumn: String
    public var blobType: String

    public init(name: String, identityColumn: String, blobType: String) {
        self.name = name
        self.identityColumn = identityColumn
        self.blobType = blobType
    }

    public static let sqlite = Dialect(
        name: "SQLite", identityColumn: "INTEGER PRIMARY KEY AUTOINCREMENT", blobType: "BLOB")
}
