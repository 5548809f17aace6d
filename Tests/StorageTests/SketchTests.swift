import Complaints
import SQLiteStorage
import TestSupport
import Testing

@testable import Storage

/// Texts that are known nearly: in memory, in the store, and what other processes put there.
@Suite struct SketchTests {
    private struct Refused: Error {}

    private func bands(_ text: Int64) -> [Int64] { (0..<32).map { stableHash("\(text) \($0)".utf8) } }

    private func found(_ text: Int64, in session: any Session) throws -> [Int64] {
        try session.mentionsSharing(bands: bands(text), author: 0, limit: 5).map(\.mention.number)
    }

    @Test(arguments: Engine.allCases)
    func `the oldest move to the table of bands and are found there`(engine: Engine) async throws {
        try await engine.withStore { store in
            for text in Int64(1)...10 {
                try await store.write {
                    try $0.keepSketch(
                        bands(text), author: 0, of: MentionID(text), limits: SketchLimits(most: 4, moved: 2))
                }
            }
            let (all, recent) = try await store.write { session in
                (
                    try (1...10).map { try found($0, in: session) },
                    try session.count("SELECT count(*) FROM sketch")
                )
            }
            #expect(all == (1...10).map { [$0] })
            #expect(recent == 4)
        }
    }

    @Test func `what another process stored is found, also after it moved`() async throws {
        try await withStores { one, two in
            try await one.write { try $0.keepSketch(bands(1), author: 0, of: MentionID(1)) }
            #expect(try await two.write { try found(1, in: $0) } == [1])
            for text in Int64(2)...9 {
                try await two.write {
                    try $0.keepSketch(
                        bands(text), author: 0, of: MentionID(text), limits: SketchLimits(most: 3, moved: 2))
                }
            }
            let all = try await one.write { session in try (1...9).map { try found($0, in: session) } }
            #expect(all == (1...9).map { [$0] })
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was taken back is not remembered`(engine: Engine) async throws {
        try await engine.withStore { store in
            await #expect(throws: Refused.self) {
                try await store.write { session in
                    try session.keepSketch(bands(1), author: 0, of: MentionID(1))
                    throw Refused()
                }
            }
            try await store.write { try $0.keepSketch(bands(2), author: 0, of: MentionID(2)) }
            let left = try await store.write { try [found(1, in: $0), found(2, in: $0)] }
            #expect(left == [[], [2]])
        }
    }

    @Test(arguments: Engine.allCases)
    func `bands of a store of schema 2 are found`(engine: Engine) async throws {
        try await engine.withStore { store in
            let isFound = try await store.write { session in
                try session.makeSource("a")
                let id = try session.addMention(.make(source: "a"))
                try session.execute(
                    "INSERT INTO band (key, mention) VALUES (?, ?)", each: bands(7).map { [$0, id] })
                return try found(7, in: session) == [id.number]
            }
            #expect(isFound)
        }
    }
}
