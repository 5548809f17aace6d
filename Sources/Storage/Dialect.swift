/// What differs between engines in otherwise shared SQL.
public struct Dialect: Sendable {
    public var name: String
    /// The type of a row number that the engine gives out and never gives out again.
    public var identityColumn: String
    public var blobType: String
    /// An expression for the text at a path of keys in a JSON document kept as a blob.
    var jsonText: @Sendable (_ column: String, _ path: [String]) -> String

    public init(
        name: String, identityColumn: String, blobType: String,
        jsonText: @escaping @Sendable (_ column: String, _ path: [String]) -> String
    ) {
        self.name = name
        self.identityColumn = identityColumn
        self.blobType = blobType
        self.jsonText = jsonText
    }

    public static let sqlite = Dialect(
        name: "SQLite", identityColumn: "INTEGER PRIMARY KEY AUTOINCREMENT", blobType: "BLOB",
        jsonText: { column, path in
            "json_extract(CAST(\(column) AS TEXT), '$.\(path.joined(separator: "."))')"
        })
}
