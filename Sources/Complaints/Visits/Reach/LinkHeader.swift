/// Links in the head of an answer (RFC 8288): `Link: <https://api.example/r?page=2>; rel="next"`.
public enum LinkHeader {
    /// The next page that the `Link` headers state, absolute; `page` is the address of the answer.
    public static func next(in values: [String], on page: String) -> String? {
        for value in values {
            for link in links(in: value) where link.relations.contains("next") {
                if let url = WebURL(link.target, base: WebURL(page)) { return url.href }
            }
        }
        return nil
    }

    struct Link: Hashable {
        var target: String
        /// In lower case.
        var relations: [String]
    }

    static func links(in value: String) -> [Link] {
        var scan = Scan(bytes: Array(value.utf8))
        var found: [Link] = []
        while let link = scan.link() { found.append(link) }
        return found
    }

    private struct Scan {
        let bytes: [UInt8]
        var i = 0

        /// The next `<target>; name=value; ...` up to a comma.
        mutating func link() -> Link? {
            while i < bytes.count, bytes[i] != UInt8(ascii: "<") { i += 1 }
            guard i < bytes.count else { return nil }
            let start = i + 1
            while i < bytes.count, bytes[i] != UInt8(ascii: ">") { i += 1 }
            guard i < bytes.count else { return nil }
            var link = Link(target: String(decoding: bytes[start..<i], as: UTF8.self), relations: [])
            i += 1
            var hasRelation = false
            while take(UInt8(ascii: ";")) {
                let (name, value) = parameter()
                // "rel MUST NOT appear more than once ...; occurrences after the first MUST be ignored"
                // (RFC 8288 section 3.3).
                if name == "rel", !hasRelation {
                    hasRelation = true
                    link.relations = value.lowercased().split { $0 == " " || $0 == "\t" }.map(String.init)
                }
            }
            return link
        }

        private mutating func parameter() -> (name: String, value: String) {
            skipSpace()
            let name = word()
            guard take(UInt8(ascii: "=")) else { return (name, "") }
            skipSpace()
            guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else { return (name, word()) }
            i += 1
            var value: [UInt8] = []
            while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
                if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count { i += 1 }
                value.append(bytes[i])
                i += 1
            }
            i = min(i + 1, bytes.count)
            return (name, String(decoding: value, as: UTF8.self))
        }

        private mutating func word() -> String {
            let start = i
            while i < bytes.count, bytes[i] > 0x20, !";,=".utf8.contains(bytes[i]) { i += 1 }
            return String(decoding: bytes[start..<i].map(ASCII.lower), as: UTF8.self)
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            skipSpace()
            guard i < bytes.count, bytes[i] == byte else { return false }
            i += 1
            return true
        }

        private mutating func skipSpace() {
            while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
        }
    }
}
