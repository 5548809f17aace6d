/// One writing for all addresses of the same page, so that a review met twice is known again.
extension WebURL {
    /// The address for deduplication. What does not matter: credentials, host case, the default port, how
    /// characters are percent-encoded, the order of parameters, tracking parameters, session ids, the
    /// fragment (but for `#!`, which names a page). What does: scheme, path with its last slash, every
    /// other parameter.
    public var canonical: String {
        var text = authorityForm
        if let fragment, fragment.utf8.first == UInt8(ascii: "!") { text += "#" + fragment }
        return text
    }

    /// `canonical`, with the fragment where it looks like the anchor of one item (`#review-12`): permalinks
    /// that differ in it alone are different reviews.
    public var identity: String {
        guard let fragment else { return canonical }
        let decoded = PercentEncoding.decoded(fragment.utf8)
        guard decoded.first != UInt8(ascii: "!"), CanonicalRules.namesItem(decoded) else { return canonical }
        return authorityForm + "#"
            + String(decoding: PercentEncoding.normalised(fragment.utf8), as: UTF8.self)
    }

    private var authorityForm: String {
        var text = scheme + "://"
        text += host.utf8.count > 1 && host.utf8.last == UInt8(ascii: ".") ? String(host.dropLast()) : host
        if let port { text += ":" + String(port) }
        text += CanonicalRules.path(path)
        if let query, let kept = CanonicalRules.query(query) { text += "?" + kept }
        return text
    }
}

/// The canonical writing of each part.
enum CanonicalRules {
    /// Escapes normalised; session ids in path parameters (`;jsessionid=...`) dropped.
    static func path(_ path: String) -> String {
        let bytes = PercentEncoding.normalised(path.utf8)
        guard bytes.contains(UInt8(ascii: ";")) else { return String(decoding: bytes, as: UTF8.self) }
        let segments = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            segment in
            let parts = segment.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            let kept = parts.enumerated().filter { index, part in
                index == 0 || !isSession(Parameter(part))
            }
            return Array(kept.map(\.element).joined(separator: [UInt8(ascii: ";")]))
        }
        return String(decoding: Array(segments.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
    }

    /// Parameters that name something, sorted; nil when none is left.
    static func query(_ query: String) -> String? {
        var parts: [[UInt8]] = []
        for piece in query.utf8.split(separator: UInt8(ascii: "&")) {
            let parameter = Parameter(piece)
            if TrackingParameters.contains(parameter.lowerName) || isSession(parameter) { continue }
            parts.append(parameter.written)
        }
        guard !parts.isEmpty else { return nil }
        parts.sort { $0.lexicographicallyPrecedes($1) }
        return String(decoding: Array(parts.joined(separator: [UInt8(ascii: "&")])), as: UTF8.self)
    }

    /// A name and a value as bytes, decoded once: `+` is a space, as forms write it.
    struct Parameter {
        var name: [UInt8]
        var value: [UInt8]

        init(_ piece: some Collection<UInt8>) {
            let bytes = piece.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
            let equals = bytes.firstIndex(of: UInt8(ascii: "="))
            name = PercentEncoding.decoded(bytes[..<(equals ?? bytes.endIndex)])
            value = equals.map { PercentEncoding.decoded(bytes[($0 + 1)...]) } ?? []
        }

        var lowerName: String { String(decoding: name.map(ASCII.lower), as: UTF8.self) }

        /// `a=` and `a` ask for the same.
        var written: [UInt8] {
            let name = PercentEncoding.encoded(name, .unreserved)
            return value.isEmpty
                ? name : name + [UInt8(ascii: "=")] + PercentEncoding.encoded(value, .unreserved)
        }
    }

    private static let sessionNames: Set<String> = [
        "phpsessid", "jsessionid", "aspsessionid", "asp.net_sessionid", "sessionid", "session_id", "sessid",
        "cfid", "cftoken", "oscsid", "zenid", "xtcsid", "osclid", "sess_id",
    ]
    /// Names that mean a session only when the value is a long token.
    private static let doubtfulNames: Set<String> = ["sid", "s", "session", "sess", "ssid", "token_session"]

    static func isSession(_ parameter: Parameter) -> Bool {
        let name = parameter.lowerName
        if sessionNames.contains(name) || name.hasPrefix("aspsessionid") { return true }
        return doubtfulNames.contains(name) && isLongToken(parameter.value)
    }

    private static func isLongToken(_ value: [UInt8]) -> Bool {
        guard value.count >= 16 else { return false }
        if value.allSatisfy({ ASCII.hexValue($0) != nil }) { return true }
        return value.count >= 20 && value.contains(where: ASCII.isDigit)
            && value.contains(where: ASCII.isLetter)
            && value.allSatisfy { ASCII.isDigit($0) || ASCII.isLetter($0) }
    }

    // MARK: Fragments

    /// Words of places on a page that are not items, whatever number follows them.
    private static let placeWords: Set<String> = [
        "page", "section", "sec", "step", "tab", "slide", "chapter", "part", "top", "h", "fig", "figure",
        "table", "panel", "accordion", "xtor", "utm", "toc", "cite", "ref", "note", "fn", "start", "col",
    ]
    private static let itemWords: Set<String> = [
        "review", "reviews", "comment", "comments", "post", "posts", "message", "msg", "answer", "reply",
        "opinion", "feedback", "complaint", "testimonial", "rating", "thread", "entry", "item", "discussion",
        "issuecomment", "opinia", "opinie", "komentarz", "recenzja", "skarga", "otzyv", "kommentar",
        "bewertung", "avis", "commentaire", "comentario", "recensione", "recensie", "hodnoceni",
    ]

    /// `#review-12`, `#c5`, `#p123`, `#4711`, `#comment-aBcDe`, a UUID: yes. `#reviews`, `#page-2`: no.
    static func namesItem(_ fragment: [UInt8]) -> Bool {
        guard (1...100).contains(fragment.count), !fragment.starts(with: ":~:".utf8) else { return false }
        let words = fragment.split { !ASCII.isDigit($0) && !ASCII.isLetter($0) && $0 < 0x80 }
        guard let first = words.first else { return false }
        let hasDigit = words.contains { $0.contains(where: ASCII.isDigit) }
        let letters = first.prefix { !ASCII.isDigit($0) }.map(ASCII.lower)
        let word = String(decoding: letters, as: UTF8.self)
        if placeWords.contains(word) { return false }
        if itemWords.contains(word) { return hasDigit || words.count > 1 }
        return hasDigit
    }
}
