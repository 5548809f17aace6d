import Complaints
import Foundation

/// The configuration under which the demo runs: the files an operator would write, in a folder of its
/// own, pointing at the demo site and the webhook receiver.
public struct DemoSettings: Sendable {
    /// The folder for `--config`.
    public var folder: URL
    /// For `--store`; the same is in `ombud.yaml`.
    public var store: String
    /// Signs the alerts to the endpoint `desk`; verify what was received with it.
    public var secret: Secret
    /// Relative path and text of each file.
    public var files: [(path: String, text: String)]

    /// - Parameters:
    ///   - site: where the demo site is, with no slash at the end.
    ///   - receiver: where alerts are to be sent.
    ///   - secret: `whsec_` and base64 of 24 to 64 bytes; see `newSecret`.
    ///   - now: the holidays in the calendar are those of its year and the next.
    public init(folder: URL, site: String, receiver: String, secret: Secret, now: Instant) {
        let database = folder.appending(path: "ombud.db").path
        self.folder = folder
        self.store = "sqlite:" + database
        self.secret = secret
        let secretPath = folder.appending(path: "desk.secret").path
        files = [
            ("ombud.yaml", Self.main(store: store, site: site, receiver: receiver, secretPath: secretPath)),
            ("policies/default.yaml", Self.policy(now: now)),
            ("watchlists/demo.yaml", Self.watchlist(site: site)),
        ]
    }

    /// Writes the files, and the secret so that only its owner can read it.
    public func write() throws {
        let files = FileManager.default
        for (path, text) in self.files {
            let url = folder.appending(path: path)
            try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        let url = folder.appending(path: "desk.secret")
        try Data((secret.value + "\n").utf8).write(to: url)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    }

    /// A new signing key of 32 random bytes.
    public static func newSecret(using generator: inout some RandomNumberGenerator) -> Secret {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return Secret("whsec_" + Data(bytes).base64EncodedString())
    }

    private static func main(store: String, site: String, receiver: String, secretPath: String) -> String {
        """
        # Written by `ombud demo`; everything here is on this machine.
        store: \(quoted(store))
        user-agent: "Ombud-demo/1.0 (+\(site)/)"
        fetch:
          allow-private: ["127.0.0.0/8"]    # the demo site is on loopback, which is closed otherwise
          timeout: 5s
          per-host: { at-most: 2, delay: 0s }
        endpoints:
          - name: desk
            url: \(quoted(receiver))
            secret: { file: \(quoted(secretPath)) }
            retry: [1s, 2s, 5s]
            timeout: 5s
        routes:
          - { types: ["ombud.*"], to: [desk] }

        """
    }

    private static func policy(now: Instant) -> String {
        let year = Int(now.description.prefix(4)) ?? 1970
        let holidays = [year, year + 1].flatMap { ["\($0)-01-01", "\($0)-12-25", "\($0)-12-26"] }
        return """
            name: default
            open: { within: 7d }              # older complaints are stored and flagged, without a case
            calendar:
              zone: Europe/Warsaw
              hours:
                mon: ["09:00-17:00"]
                tue: ["09:00-17:00"]
                wed: ["09:00-17:00"]
                thu: ["09:00-17:00"]
                fri: ["09:00-17:00"]
              holidays: [\(holidays.map { "\"\($0)\"" }.joined(separator: ", "))]
            clocks:
              - { name: answer, within: 8wh, from: seen, until: reply }

            """
    }

    private static func watchlist(site: String) -> String {
        let sources = DemoPage.allCases.map { page in
            var lines = [
                "  - name: \(page.source)",
                "    url: \(quoted(site + page.path))",
                "    every: 1s",
                "    about: \(page.isAboutAnyone ? "anyone" : "subject")",
            ]
            if page.postsPerPage != nil { lines.append("    pages: { next: \"a[rel=next]\", at-most: 5 }") }
            if page == .forum { lines.append(forumRule) }
            return lines.joined(separator: "\n")
        }
        return """
            # What the demo watches: one invented shop on seven pages, each read in another way.
            subject: \(DemoSite.shop)
            terms:
              - { term: Lumiretka, inflect: pl }
              - { term: Люмиретка, inflect: ru }
            policy: default
            sources:
            \(sources.joined(separator: "\n"))

            """
    }

    private static let forumRule = """
            read:                             # the forum's pages say nothing to machines
              each: "article.post"
              id: "@data-id"
              url: "a.permalink@href"
              author: ".author"
              published: "time.posted@datetime"
              rating: { at: ".stars@data-value", best: 5 }
              title: "h3"
              text: ".body"
              reply: { each: ".owner-reply", author: ".author", text: ".body", published: "time@datetime" }
        """

    /// A YAML string between double quotes.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
