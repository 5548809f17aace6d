import Complaints
import Synchronization
import TestSupport
import Testing

@testable import Monitor

@Suite struct HostGateTests {
    /// Who was let in, and when, in seconds after the start.
    private final class Book: Sendable {
        let lines = Mutex<[String]>([])
        func note(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private func enter(
        _ gate: HostGate, _ name: String, host: String = "a", time: ManualTime, book: Book
    ) -> Task<Void, Never> {
        Task {
            do {
                try await gate.enter(host, crawlDelay: nil)
                book.note("\(name) at \((time.now() - ManualTime.monday).inMilliseconds)")
            } catch is CancellationError {
                book.note("\(name) cancelled")
            } catch let held as HostGate.Held {
                book.note("\(name) held until \((held.until - ManualTime.monday).inMilliseconds)")
            } catch {
                book.note("\(error)")
            }
        }
    }

    @Test func `starts on one host are a delay apart, others wait for nobody`() async throws {
        let (time, book) = (ManualTime(), Book())
        let gate = HostGate(limits: PoliteLimits(atMost: 3, delay: .seconds(1)), time: time)
        await enter(gate, "1", time: time, book: book).value
        let second = enter(gate, "2", time: time, book: book)
        #expect(try await eventually { time.sleeperCount == 1 })
        await enter(gate, "x", host: "b", time: time, book: book).value
        time.advance(by: .milliseconds(999))
        #expect(book.all == ["1 at 0", "x at 0"])
        time.advance(by: .milliseconds(1))
        await second.value
        let third = enter(gate, "3", time: time, book: book)
        #expect(try await eventually { time.sleeperCount == 1 })
        time.advance(by: .seconds(1))
        await third.value
        #expect(book.all == ["1 at 0", "x at 0", "2 at 1000", "3 at 2000"])
    }

    @Test func `no more than so many are inside, first come first served`() async throws {
        let (time, book) = (ManualTime(), Book())
        let gate = HostGate(limits: PoliteLimits(atMost: 1, delay: .zero), time: time)
        await enter(gate, "1", time: time, book: book).value
        let second = enter(gate, "2", time: time, book: book)
        #expect(try await eventually { await gate.waiterCount("a") == 1 })
        let third = enter(gate, "3", time: time, book: book)
        #expect(try await eventually { await gate.waiterCount("a") == 2 })
        #expect(book.all.count == 1)
        await gate.leave("a")
        await second.value
        await gate.leave("a")
        await third.value
        #expect(book.all == ["1 at 0", "2 at 0", "3 at 0"])
    }

    @Test func `who stops waiting leaves the place to the next`() async throws {
        let (time, book) = (ManualTime(), Book())
        let gate = HostGate(limits: PoliteLimits(atMost: 1, delay: .zero), time: time)
        await enter(gate, "1", time: time, book: book).value
        let second = enter(gate, "2", time: time, book: book)
        #expect(try await eventually { await gate.waiterCount("a") == 1 })
        let third = enter(gate, "3", time: time, book: book)
        #expect(try await eventually { await gate.waiterCount("a") == 2 })
        second.cancel()
        await second.value
        await gate.leave("a")
        await third.value
        #expect(book.all == ["1 at 0", "2 cancelled", "3 at 0"])
    }

    @Test func `a hold sends away those who wait and those who come`() async throws {
        let (time, book) = (ManualTime(), Book())
        let gate = HostGate(limits: PoliteLimits(atMost: 2, delay: .seconds(1)), time: time)
        await enter(gate, "1", time: time, book: book).value
        let second = enter(gate, "2", time: time, book: book)
        #expect(try await eventually { time.sleeperCount == 1 })
        await gate.hold("a", until: ManualTime.monday + .seconds(60))
        await second.value
        await enter(gate, "3", time: time, book: book).value
        await gate.leave("a")
        time.advance(by: .seconds(60))
        #expect(try await eventually { time.sleeperCount == 0 })
        await enter(gate, "4", time: time, book: book).value
        #expect(
            book.all == ["1 at 0", "2 held until 60000", "3 held until 60000", "4 at 60000"])
    }
}
