/// Which addresses a pattern of a watchlist takes: `/reviews/*` on the same site, or a whole address with `*`.
extension Follow.Links {
    /// Whether `url`, met on `page`, is wanted; a selector has chosen already.
    public func takes(_ url: String, on page: String) -> Bool {
        switch self {
        case .selector, .all: return true
        case .pattern(let pattern):
            guard let url = WebURL(url) else { return false }
            guard pattern.utf8.first == UInt8(ascii: "/"), !pattern.hasPrefix("//") else {
                return wildcardMatches(Array(pattern.utf8), Array(url.withoutFragment.href.utf8))
            }
            guard url.registrableHost == WebURL(page)?.registrableHost else { return false }
            // A pattern that says nothing of a query takes a page with any.
            let subject = pattern.utf8.contains(UInt8(ascii: "?")) ? url.pathAndQuery : url.path
            return wildcardMatches(
                PercentEncoding.normalised(pattern.utf8), PercentEncoding.normalised(subject.utf8))
        }
    }
}

extension WebURL {
    /// The address of the page itself, wherever on it a link points.
    public var withoutFragment: WebURL {
        var url = self
        url.fragment = nil
        return url
    }
}

/// Whether all of `text` is as `pattern` says; `*` stands for anything, also nothing. No recursion, and at
/// most pattern x text steps.
func wildcardMatches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var p = 0
    var t = 0
    var star: (pattern: Int, text: Int)?
    while t < text.count {
        if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
            star = (p + 1, t)
            p += 1
        } else if p < pattern.count, pattern[p] == text[t] {
            p += 1
            t += 1
        } else if let back = star {
            p = back.pattern
            t = back.text + 1
            star = (back.pattern, t)
        } else {
            return false
        }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
}
