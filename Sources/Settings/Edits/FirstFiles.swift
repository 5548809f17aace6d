/// The first files of an installation: what `ombud init` writes from a few answers.
import Complaints
import Foundation

/// What somebody who begins has to say.
public struct FirstAnswers: Hashable, Sendable {
    /// The company, brand or product.
    public var subject: String
    /// Other names of it.
    public var terms: [String]
    public var pages: [Page]
    /// A URL or an e-mail address at which the people behind the requests can be reached.
    public var contact: String?

    public struct Page: Hashable, Sendable {
        public var url: String
        /// Whether every record there is about the subject; else only those that name it.
        public var isAboutSubject: Bool

        public init(url: String, isAboutSubject: Bool) {
            self.url = url
            self.isAboutSubject = isAboutSubject
        }
    }

    public init(subject: String, terms: [String] = [], pages: [Page], contact: String?) {
        self.subject = subject
        self.terms = terms
        self.pages = pages
        self.contact = contact
    }

    /// What is wrong with an answer, as a sentence; nil when nothing is.
    public static func fault(ofSubject text: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return "a name is wanted: the company, brand or product" }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return "a name has one line and no control characters"
        }
        return text.utf8.count > 200 ? "a name has at most 200 bytes" : nil
    }

    public static func fault(ofURL text: String) -> String? {
        guard let url = WebURL(text), ["http", "https"].contains(url.scheme) else {
            let guess = text.contains("://") || !text.contains(".") ? "" : "; did you mean `https://\(text)`?"
            return "`\(text)` is no address of a page; an http or https URL is wanted" + guess
        }
        if !url.username.isEmpty || !url.password.isEmpty {
            return "`\(url.host)` comes with a password in its address; see `auth` in docs/watchlists.md"
        }
        return nil
    }

    public static func fault(ofContact text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'()\\<>;,".utf8.contains($0) }
        let isURL = WebURL(text).map { ["http", "https"].contains($0.scheme) } ?? false
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress = halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
        guard isPlain, isURL || isAddress else {
            return
                "`\(text)` is no contact; a page or an e-mail address of yours is wanted, by which people who run "
                + "the sites can reach you"
        }
        return text.contains("//example.org/") ? "`\(text)` is an example; a contact of yours is wanted" : nil
    }

    /// A page whose address names the subject is likely to be about nothing else.
    public static func isLikelyAbout(_ subject: String, url: String) -> Bool {
        let name = folded(subject)
        return name.count > 2 && folded(url.removingPercentEncoding ?? url).contains(name)
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .filter { $0.isLetter || $0.isNumber }
    }

    /// `zolta-kaczka` for `Żółta kaczka`; `watchlist` where no letter of it is ASCII.
    public var fileName: String {
        let plain = subject.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .replacing("ł", with: "l")
        let words = plain.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let name = words.joined(separator: "-")
        return name.isEmpty ? "watchlist" : String(name.prefix(60))
    }

    /// - Parameter taken: names that sources have already.
    public func watchlist(besides taken: Set<String>) -> String {
        var taken = taken
        var lines = [
            "# Written by `ombud init`. docs/watchlists.md explains every key; `ombud check` finds mistakes.",
            "subject: \(quotedYAML(subject))",
            "terms:                       # whole words, in any case; { term: X, inflect: pl } knows its forms",
        ]
        for term in [subject] + terms.filter({ $0 != subject }) { lines.append("  - \(quotedYAML(term))") }
        lines += ["policy: default", "sources:"]
        for page in pages {
            var source = NewSource(name: "", url: page.url, reading: .auto)
            let wanted = NewSource.name(for: page.url)
            source.name = wanted
            var number = 2
            while taken.contains(source.name) {
                source.name = "\(wanted)-\(number)"
                number += 1
            }
            taken.insert(source.name)
            source.every = "15m"
            let about =
                page.isAboutSubject
                ? "about: subject            # every record there is about it"
                : "about: anyone             # only records that name it"
            let written = source.lines.map { $0.hasPrefix("about:") ? about : $0 }
            lines += written.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Parameters:
    ///   - store: as `store:` says it.
    ///   - listen: as `listen:` says it.
    public func settings(store: String, listen: String) -> String {
        """
        # Written by `ombud init`. Keys that are left out have their defaults; docs/operations.md and the
        # annotated ombud.yaml that comes with Ombud show all of them.
        store: \(quotedYAML(store))

        # /metrics, /healthz and /readyz are answered here.
        listen: \(quotedYAML(listen))

        # Sent word for word with every request, so that people who run the sites can reach you.
        user-agent: \(quotedYAML(Self.userAgent(contact ?? "")))

        # Where alerts go (docs/webhooks.md).
        endpoints:
        #  - { name: desk, url: "https://desk.example.org/hooks/ombud", secret: { file: desk.secret } }

        """
    }

    static func userAgent(_ contact: String) -> String { "Ombud/1.0 (+\(contact))" }

    /// Settings whose `user-agent` is still the example's, with the contact in its place; nil where nothing is to
    /// be done, since somebody wrote it.
    public func withContact(_ settings: String) -> String? {
        let example = quotedYAML(Configuration.defaultUserAgent)
        guard let contact, settings.contains("user-agent: \(example)") else { return nil }
        return settings.replacing(
            "user-agent: \(example)", with: "user-agent: \(quotedYAML(Self.userAgent(contact)))")
    }
}
