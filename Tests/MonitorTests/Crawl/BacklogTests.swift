import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// Pages fetched and not stored yet: further requests wait for them.
@Suite struct BacklogTests {
    @Test func `when too much waits for the store, a visit waits until some of it is taken in`() async throws
    {
        let backlog = Backlog(limit: 100)
        var first: Backlog.Share? = backlog.share()
        first?.hold(150)
        let isIn = Atomic(false)
        let second = backlog.share()
        let waiting = Task {
            await second.room()
            isIn.store(true, ordering: .sequentiallyConsistent)
        }
        for _ in 0..<50 { await Task.yield() }
        let wasIn = isIn.load(ordering: .sequentiallyConsistent)
        #expect(!wasIn)
        withExtendedLifetime(first) {}
        first = nil
        await waiting.value
        let isInNow = isIn.load(ordering: .sequentiallyConsistent)
        #expect(isInNow)
    }

    /// Where it waited, the time would run out.
    @Test(.timeLimit(.minutes(5))) func `a visit that holds a page already never waits for the next`() async {
        let backlog = Backlog(limit: 100)
        let share = backlog.share()
        share.hold(500)
        await share.room()
        #expect(!Task.isCancelled)
    }
}
