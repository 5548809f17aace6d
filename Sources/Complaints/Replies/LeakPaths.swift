/// Paths of a machine in a reply: they lead nowhere for a customer, and say how things stand inside.
extension LeakSearch {
    func paths() -> [Finding] {
        let plain = chunks().filter { Self.isPath(written($0)) }.map {
            Finding(what: "the inside path", range: $0)
        }
        return plain + inside.paths.flatMap(places(ofPath:))
    }

    /// A path that is ours, wherever it stands.
    private func places(ofPath path: String) -> [Finding] {
        let wanted = Array(path.unicodeScalars)
        guard wanted.count >= 5, path.contains("/"), scalars.count >= wanted.count else { return [] }
        return (0...scalars.count - wanted.count).compactMap { start in
            guard scalars[start] == wanted[0], scalars[start..<start + wanted.count].elementsEqual(wanted)
            else {
                return nil
            }
            return Finding(what: "the inside path", range: start..<start + wanted.count)
        }
    }

    /// `/srv/shop/data`, `~/notes.txt`, `C:\Data`, `\\server\share`, also behind `store=` or `sqlite:`.
    static func isPath(_ text: String) -> Bool {
        if schemes.contains(where: text.lowercased().hasPrefix) { return true }
        if isBare(text[...]) { return true }
        // A web address has its own rules.
        guard !text.contains("://"), let sign = text.firstIndex(where: { $0 == "=" || $0 == ":" }) else {
            return false
        }
        return isBare(text[text.index(after: sign)...])
    }

    private static func isBare(_ text: Substring) -> Bool {
        if text.hasPrefix("\\\\") || text.hasPrefix("~/") && text.utf8.count > 2 { return true }
        let start = Array(text.utf8.prefix(3))
        if start.count == 3, (0x61...0x7A).contains(start[0] | 0x20), start[1] == UInt8(ascii: ":"),
            start[2] == UInt8(ascii: "\\") || start[2] == UInt8(ascii: "/")
        {
            return !text.contains("://")
        }
        guard text.first == "/", !text.hasPrefix("//") else { return false }
        if roots.contains(where: text.hasPrefix) { return true }
        // `/r/acme` is a place that everybody knows.
        guard !["/r/", "/u/"].contains(where: text.hasPrefix) else { return false }
        return text.split(separator: "/").count >= 2
    }

    private static let roots = ["/var/", "/etc/", "/home/", "/srv/", "/opt/", "/run/", "/root/", "/tmp/"]
    private static let schemes = ["sqlite:", "postgres:", "postgresql:", "file://"]
}
