/// `cookie`: what a site asked to be sent back, kept for each source.
func cookieSchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE cookie (
            source TEXT NOT NULL REFERENCES source (name), line TEXT NOT NULL, PRIMARY KEY (source, line)
        )
        """
    ]
}
