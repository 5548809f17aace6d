import Complaints
import Storage
import TestSupport
import Testing

@Suite struct GroupedWriteTests {
    private struct Refused: Error {}

    @Test(arguments: Engine.allCases)
    func `of many writes at once those that fail leave nothing and the others all`(
        engine: Engine
    ) async throws {
        try await engine.withStore { store in
            let failed = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        do {
                            try await store.write { session in
                                try session.makeSource("s\(number)")
                                if number % 3 == 0 { throw Refused() }
                            }
                            return false
                        } catch {
                            return error is Refused
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let kept = try await store.read { try $0.sourceStatuses().map(\.id.name) }
            #expect(failed == 20)
            #expect(Set(kept) == Set((0..<60).filter { $0 % 3 != 0 }.map { "s\($0)" }))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a mention that was never edited has one revision, what it says`(engine: Engine) async throws {
        try await engine.withStore { store in
            let (before, after) = try await store.write { session in
                try session.makeSource("a")
                let mention = Mention.make(source: "a")
                let id = try session.addMention(mention)
                let before = try session.revisions(of: id)
                var content = mention.content
                content.text = "It broke again."
                try session.reviseMention(
                    id, content: content, score: mention.score, seen: mention.firstSeen + .seconds(60))
                return (before, try session.revisions(of: id))
            }
            #expect(before.map(\.number) == [1])
            #expect(after.map(\.number) == [1, 2])
            #expect(before.first == after.first)
            #expect(after.last?.content.text == "It broke again.")
        }
    }
}
