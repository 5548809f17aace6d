/// What differs between engines in otherwise shared SQL.
public struct Dialect: Sendable {
    public var name: String
    /// The type of a row number that the engine gives out and never gives out again.
    public var identityColumn: String
    public var blobType: String
    /// Ends the CREATE of a table that is found by its primary key alone: no second tree for row numbers.
    var keyedTable: String
    /// The number that the next row of a table will get, inside the statement that inserts it.
    var nextRow: @Sendable (_ table: String) -> String
    /// An expression for the text at a path of keys in a JSON document kept as a blob.
    var jsonText: @Sendable (_ column: String, _ path: [String]) -> String
    var fullText: FullText

    public init(
        name: String, identityColumn: String, blobType: String, keyedTable: String,
        nextRow: @escaping @Sendable (_ table: String) -> String,
        jsonText: @escaping @Sendable (_ column: String, _ path: [String]) -> String, fullText: FullText
    ) {
        self.name = name
        self.identityColumn = identityColumn
        self.blobType = blobType
        self.keyedTable = keyedTable
        self.nextRow = nextRow
        self.jsonText = jsonText
        self.fullText = fullText
    }

    public static let sqlite = Dialect(
        name: "SQLite", identityColumn: "INTEGER PRIMARY KEY AUTOINCREMENT", blobType: "BLOB",
        keyedTable: "WITHOUT ROWID",
        nextRow: { "coalesce((SELECT seq FROM sqlite_sequence WHERE name = '\($0)'), 0) + 1" },
        jsonText: { column, path in
            "json_extract(CAST(\(column) AS TEXT), '$.\(path.joined(separator: "."))')"
        }, fullText: .fts5)
}
