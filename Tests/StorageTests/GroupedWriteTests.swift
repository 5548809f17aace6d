import Complaints
import Dispatch
import Storage
import Synchronization
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

    @Test(arguments: Engine.allCases)
    func `what is to be done before the commit is done once for many, and at once where it fails`(
        engine: Engine
    ) async throws {
        let done = Done()
        let key = ObjectIdentifier(done)
        try await engine.withStore { store in
            // The first holds the writer until the others ask for it.
            let others = Arrivals()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await store.write { _ in others.wait(for: 20) } }
                for number in 0..<20 {
                    group.addTask {
                        others.arrive()
                        try await store.write { session in
                            try session.makeSource("s\(number)")
                            let isLater = session.beforeCommit(key) {
                                if done.before.add(1, ordering: .relaxed).newValue == 1 { throw Refused() }
                            }
                            if !isLater { done.atOnce.add(1, ordering: .relaxed) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let kept = try await store.read { try $0.sourceStatuses().count }
            #expect(kept == 20)
        }
        // The group that failed was run again one by one; how many were in it is the scheduler's.
        #expect(done.before.load(ordering: .relaxed) >= 1)
        #expect(done.atOnce.load(ordering: .relaxed) >= 1)
    }
}

/// How often something was done.
private final class Done: Sendable {
    let before = Atomic(0)
    let atOnce = Atomic(0)
}

/// Lets a thread wait for others, once.
private final class Arrivals: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let haveCome = Atomic(false)
    func arrive() { semaphore.signal() }
    func wait(for count: Int) {
        if haveCome.exchange(true, ordering: .relaxed) { return }
        for _ in 0..<count { semaphore.wait() }
    }
}
