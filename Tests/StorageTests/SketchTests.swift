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

    @Test(arguments: Engine.allCases)
    func `an order that two customers name is enough, in memory and in the table of bands`(
        engine: Engine
    ) async throws {
        let (anna, piotr) = (authorMark("Anna"), authorMark("Piotr"))
        try await engine.withStore { store in
            let found = try await store.write { session in
                try session.makeSource("a")
                for number in Int64(1)...6 {
                    _ = try session.addMention(.make(number, source: "a", author: "Anna"))
                    try session.keepSketch(
                        bands(number) + [number + 700], author: anna, of: MentionID(number),
                        limits: SketchLimits(most: 4, moved: 2))
                }
                return try (Int64(1)...6).map { number in
                    try session.mentionsSharing(bands: bands(99) + [number + 700], author: piotr, limit: 5)
                        .map { [$0.mention.number, Int64($0.shared)] }
                }
            }
            #expect(found == (Int64(1)...6).map { [[$0, 3]] })
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

/// More texts than memory holds: what is found does not depend on where it lies, nor on a new start.
@Suite(.timeLimit(.minutes(5)))
struct ManySketchesTests {
    private let anna = authorMark("Anna")

    /// Texts of a family share a third of their bands with its first.
    private func bands(_ text: Int64) -> [Int64] {
        let family = text % 2500
        return (0..<32).map { stableHash("\($0 < 11 ? family : text) \($0)".utf8) }
    }

    @Test func `among 10,000 texts each finds itself and its family, the same after a new start`()
        async throws
    {
        let folder = try TemporaryFolder()
        let path = folder.path("ombud.db")
        let texts = Array(Int64(1)...10_000)
        func answers(_ store: any Store) async throws -> [[BandIndex.Match]] {
            try await store.write { session in
                try stride(from: 1, through: 10_000, by: 7).map {
                    try session.mentionsSharing(bands: bands($0), author: anna, limit: 12)
                }
            }
        }
        let first = try SQLiteStore(path: path, now: ManualTime.monday)
        for start in stride(from: 0, to: texts.count, by: 500) {
            try await first.write { session in
                if start == 0 {
                    try session.makeSource("a")
                    for number in texts {
                        _ = try session.addMention(.make(number, source: "a", author: "Anna"))
                    }
                }
                for text in texts[start..<start + 500] {
                    try session.keepSketch(bands(text), author: anna, of: MentionID(text))
                }
            }
        }
        let before = try await answers(first)
        // The older half stands in the table of bands alone.
        let (recent, older) = try await first.read {
            (
                try $0.count("SELECT count(*) FROM sketch"),
                try $0.count("SELECT count(DISTINCT mention) FROM band")
            )
        }
        #expect(recent <= 8192 && older >= 1808 && recent + older == 10_000)
        for (text, found) in zip(stride(from: Int64(1), through: 10_000, by: 7), before) {
            #expect(found.first == .init(mention: MentionID(text), author: anna, shared: 32))
            let family = Set((0..<4).map { text % 2500 + 2500 * Int64($0) }.filter { $0 > 0 && $0 <= 10_000 })
            #expect(family.isSubset(of: Set(found.map(\.mention.number))))
        }
        try await first.close()
        let second = try SQLiteStore(path: path, now: ManualTime.monday)
        let after = try await answers(second)
        #expect(after == before)
        try await second.close()
    }

    @Test(arguments: Engine.allCases)
    func `what an author said is found whatever the words`(engine: Engine) async throws {
        try await engine.withStore { store in
            let found = try await store.write { session in
                for number in Int64(1)...9 { try session.keepVoice(number % 3, of: MentionID(number)) }
                return try (0...3).map { try session.mentions(ofAuthor: $0, limit: 2).map(\.number) }
            }
            #expect(found == [[], [7, 4], [8, 5], []])
        }
    }
}
