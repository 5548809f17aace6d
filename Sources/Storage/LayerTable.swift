import Complaints

/// `layer`, one row: what the score learned from the decisions of the staff.

func layerSchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE layer (
            id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, model TEXT NOT NULL,
            body \(dialect.blobType) NOT NULL
        )
        """
    ]
}

/// The layer of a store, as the processes that share it keep up with it.
public struct StoredLayer: Hashable, Sendable {
    /// Rises with every change.
    public var version: Int
    /// The shipped model that it was taught over.
    public var model: String
    /// nil where the bytes are not of this program's kind.
    public var layer: LearnedLayer?

    public static let none = StoredLayer(version: 0, model: "", layer: .empty)

    public init(version: Int, model: String, layer: LearnedLayer?) {
        self.version = version
        self.model = model
        self.layer = layer
    }
}

extension Session {
    /// 0 where nothing was ever learned.
    public func layerVersion() throws -> Int { try count("SELECT version FROM layer") }

    public func layer() throws -> StoredLayer? {
        try first("SELECT version, model, body FROM layer") { row in
            StoredLayer(version: row.int(), model: row.text(), layer: LearnedLayer(bytes: row.blob()))
        }
    }

    public func keepLayer(_ layer: LearnedLayer, model: String) throws {
        try execute(
            """
            INSERT INTO layer (id, version, model, body) VALUES (1, 1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET version = layer.version + 1, model = excluded.model,
                body = excluded.body
            """, [model, layer.bytes])
    }
}
