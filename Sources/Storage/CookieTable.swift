import Complaints

/// `cookie`: what a site asked to be sent back, kept for each source, a line a cookie as cookie files have
/// it (Netscape format).

func cookieSchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE cookie (
            source TEXT NOT NULL REFERENCES source (name), line TEXT NOT NULL, PRIMARY KEY (source, line)
        )
        """
    ]
}

extension Session {
    public func cookies(of source: SourceID) throws -> [String] {
        try query("SELECT line FROM cookie WHERE source = ? ORDER BY line", [source]) { $0.text() }
    }

    /// All that a source has from now on.
    public func keepCookies(_ lines: [String], of source: SourceID) throws {
        try execute("DELETE FROM cookie WHERE source = ?", [source])
        for line in Set(lines) {
            try execute("INSERT INTO cookie (source, line) VALUES (?, ?)", [source, line])
        }
    }
}
