import Complaints
import Foundation
import Storage

/// Values for tests, of which each test states only what it is about.

public func instant(_ text: String) -> Instant {
    Instant(rfc3339: text) ?? Instant(seconds: 0)
}

extension Record {
    public static func make(
        _ text: String = "Terrible, nothing works.", id: String? = nil, url: String? = nil,
        author: String? = nil, published: StatedTime? = nil, rating: Rating? = nil, reply: Reply? = nil
    ) -> Record {
        Record(
            id: id, url: url, author: author, published: published, rating: rating, text: text, reply: reply,
            via: .jsonLD)
    }
}

extension Source {
    public static func make(
        _ name: String = "acme-opinions", url: String = "https://reviews.example/acme",
        every: Duration = .seconds(60), about: About = .subject, atMost: Int = 1, vanishedAfter: Int = 3
    ) -> Source {
        Source(
            id: SourceID(name), subject: "Acme", url: url, every: PollInterval(every), about: about,
            pages: .init(next: nil, atMost: atMost), vanishedAfter: vanishedAfter)
    }
}

extension Mention {
    public static func make(
        _ number: Int64 = 0, source: SourceID = "acme-opinions", author: String? = "Anna",
        published: StatedTime? = nil, content: Content = Content(text: "Terrible, nothing works."),
        score: Score = Score(value: 0.9, isFlagged: true), seen: Instant = ManualTime.monday
    ) -> Mention {
        Mention(
            id: MentionID(number), subject: "Acme", source: source, author: author, published: published,
            content: content, score: score, firstSeen: seen, changed: seen, cluster: ClusterID(number))
    }
}

extension Case {
    public static func make(
        _ number: Int64 = 0, state: CaseState = .new, owner: String? = nil, due: Instant? = nil,
        opened: Instant = ManualTime.monday
    ) -> Case {
        Case(
            id: CaseID(number), subject: "Acme", state: state, owner: owner, opened: opened, seen: opened,
            due: due)
    }
}

extension Session {
    /// What SQLite finds wrong with the store, rows that point at nothing included.
    public func unsoundness() throws -> [String] {
        try query("PRAGMA integrity_check", []) { $0.text() }.filter { $0 != "ok" }
            + query("PRAGMA foreign_key_check", []) { "a row of \($0.text()) points at nothing" }
    }
}

/// A folder of a test's own, gone when the test ends.
public final class TemporaryFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "ombud-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    public func path(_ name: String) -> String { url.appending(path: name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}
