import Complaints
import Storage
import TestSupport
import Testing

/// Archived records in the store: chained in the order of their transactions.
@Suite struct EvidenceTableTests {
    private let now = ManualTime.monday

    private func entry(
        _ record: String, kind: EvidenceEntry.Kind = .response, url: String = "https://shop.example/",
        at: Instant = ManualTime.monday, start: Int64, refersTo: String? = nil
    ) -> EvidenceEntry {
        EvidenceEntry(
            source: "acme-opinions", kind: kind, record: record, url: url, at: at, file: "a.warc.gz",
            start: start, length: 10, sha256: [UInt8](repeating: 7, count: 32),
            payloadDigest: [1, 2], validator: "\"v1\"", refersTo: refersTo)
    }

    /// A chain that can be read: each value counts the links before it.
    private let link: @Sendable ([UInt8], EvidenceEntry) -> [UInt8] = { previous, _ in
        [UInt8](repeating: previous[0] + 1, count: 32)
    }

    @Test(arguments: Engine.allCases)
    func `each record is linked to the one before`(engine: Engine) async throws {
        try await engine.withStore { store in
            let stored = try await store.write { session in
                try session.makeSource("acme-opinions")
                let first = try session.addEvidence(
                    [entry("a", start: 0), entry("b", start: 10)], link: link)
                return first + (try session.addEvidence([entry("c", start: 20)], link: link))
            }
            #expect(stored.map(\.number) == [1, 2, 3])
            #expect(stored.map { $0.chain[0] } == [1, 2, 3])
            let (read, head, rest) = try await store.read { session in
                (
                    try session.evidence(after: 0, limit: 10), try session.evidenceHead(),
                    try session.evidence(in: "a.warc.gz", from: 10, limit: 10)
                )
            }
            #expect(read == stored)
            #expect(head == EvidenceAnchor(number: 3, chain: stored[2].chain))
            #expect(rest == Array(stored[1...]))
        }
    }

    @Test(arguments: Engine.allCases)
    func `the latest copy of a page comes with its latest revisit`(engine: Engine) async throws {
        try await engine.withStore { store in
            let later = now + .seconds(60)
            let found = try await store.write { session in
                try session.makeSource("acme-opinions")
                let none = try session.latestEvidence(of: "acme-opinions", url: "https://shop.example/")
                try session.addEvidence(
                    [
                        entry("old", start: 0), entry("new", start: 10),
                        entry("other", url: "https://shop.example/2", start: 20),
                    ], link: link)
                let fresh = try session.latestEvidence(of: "acme-opinions", url: "https://shop.example/")
                try session.addEvidence(
                    [entry("again", kind: .revisit, at: later, start: 30, refersTo: "new")], link: link)
                let seen = try session.latestEvidence(of: "acme-opinions", url: "https://shop.example/")
                return [none, fresh, seen]
            }
            #expect(found.map { $0?.copy.record } == [nil, "new", "new"])
            #expect(found.map { $0?.revisited } == [nil, nil, later])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a case has the records of its mentions, their requests and copies`(engine: Engine) async throws {
        try await engine.withStore { store in
            let evidence = try await store.write { session in
                try session.makeSource("acme-opinions")
                try session.addEvidence(
                    [
                        entry("copy", start: 0),
                        entry("copy-request", kind: .request, start: 10, refersTo: "copy"),
                        entry("other", start: 20),
                        entry("again", kind: .revisit, start: 30, refersTo: "copy"),
                        entry("again-request", kind: .request, start: 40, refersTo: "again"),
                    ], link: link)
                let mention = try session.addMention(.make())
                let id = try session.makeCase()
                try session.setCase(id, of: mention)
                let links = [EvidenceLink(mention: mention, revision: 1, role: .vanished)]
                try session.linkEvidence("again", to: links)
                try session.linkEvidence("again", to: links)
                return try session.evidence(of: id)
            }
            let records = evidence?.records ?? []
            #expect(
                records.map(\.entry.record) == ["copy", "copy-request", "again", "again-request"])
            #expect(records.map { $0.previous[0] } == [0, 1, 3, 4])
            #expect(
                evidence?.mentions.map(\.links) == [
                    [
                        .init(
                            record: "again",
                            link: EvidenceLink(mention: MentionID(1), revision: 1, role: .vanished))
                    ]
                ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `only what is gone is forgotten, and its last link stays`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("acme-opinions")
                var kept = entry("c", start: 0)
                kept.file = "b.warc.gz"
                try session.addEvidence([entry("a", start: 0), entry("b", start: 10), kept], link: link)
                #expect(try session.forgetEvidence(through: 3, at: now) == 0)
                #expect(try session.dropEvidence(file: "a.warc.gz", at: now) == 2)
                #expect(try session.forgetEvidence(through: 3, at: now) == 2)
                #expect(try session.evidenceAnchor().number == 2)
                #expect(try session.evidenceAnchor().chain[0] == 2)
                try session.dropEvidence(file: "b.warc.gz", at: now)
                #expect(try session.forgetEvidence(through: 3, at: now) == 1)
                #expect(try session.evidenceHead().number == 3)
                try session.addEvidence([entry("d", start: 20)], link: link)
                #expect(try session.evidenceHead().chain[0] == 4)
            }
        }
    }
}
