import Complaints
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// The rhythm of the loops.
@Suite struct TurnsTests {
    private struct Trouble: Error, CustomStringConvertible { var description: String }

    /// Runs turns until the outcomes are used up; a failed one is a text.
    private func run(_ outcomes: [String?], hasMore: Bool = false) async -> (log: [String], rests: Int) {
        let (book, time) = (LogBook(), CountingTime())
        let left = Mutex(outcomes[...])
        await Turns(
            time: time, logger: book.logger, rest: .seconds(1), trouble: "deadlines cannot be checked"
        ).run {
            guard let outcome = left.withLock({ $0.popFirst() }) else { throw CancellationError() }
            if let outcome { throw Trouble(description: outcome) }
            return hasMore
        }
        return (book.lines(), time.rests)
    }

    @Test func `a trouble is told once, and again where it is another one or over`() async {
        let (log, rests) = await run(["locked", "locked", "locked", "full", nil, nil, "locked"])
        #expect(
            log == [
                "deadlines cannot be checked: locked", "deadlines cannot be checked: full",
                "deadlines cannot be checked: that is over", "deadlines cannot be checked: locked",
            ])
        #expect(rests == 7)
    }

    @Test func `while there is more to do there is no rest`() async {
        #expect(await run([nil, nil, nil], hasMore: true).rests == 0)
    }
}

/// Nobody waits; how often somebody would have is counted.
private final class CountingTime: TimeSource {
    private let count = Mutex(0)

    var rests: Int { count.withLock { $0 } }

    func now() -> Instant { ManualTime.monday }

    func sleep(until deadline: Instant) async throws { count.withLock { $0 += 1 } }
}
