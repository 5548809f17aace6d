import Complaints
import Foundation
import Storage
import Synchronization
import Testing
import TestSupport

@testable import Monitor

/// When the daemon counts as alive, and when as ready.
struct HeartbeatTests {
    @Test func `it lives before its first turn, and is ready after it`() {
        let heartbeat = Heartbeat(monotonic: { .zero })
        #expect(heartbeat.fault == nil)
        #expect(heartbeat.unreadiness == "the schedule does not run yet")
        heartbeat.tick()
        #expect(heartbeat.unreadiness == nil)
        heartbeat.stops()
        #expect(heartbeat.unreadiness == "it is stopping" && heartbeat.fault == nil)
    }

    @Test func `a schedule that stands still is dead, whatever the store answers`() {
        let seconds = Mutex(0)
        let heartbeat = Heartbeat(monotonic: { .seconds(seconds.withLock { $0 }) })
        heartbeat.tick()
        seconds.withLock { $0 = 30 }
        heartbeat.storeAnswered()
        #expect(heartbeat.fault == nil)
        seconds.withLock { $0 = 31 }
        #expect(heartbeat.fault == "the schedule has not turned for 31 s")
        #expect(heartbeat.unreadiness == heartbeat.fault)
        heartbeat.tick()
        #expect(heartbeat.fault == nil)
    }

    @Test func `who waits for the first turn gets it`() async {
        let heartbeat = Heartbeat()
        async let first: Void = heartbeat.waitForFirstTick()
        heartbeat.tick()
        await first
        await heartbeat.waitForFirstTick()
        #expect(heartbeat.ticks == 1)
    }

    @Test func `the status line says what people ask for`() {
        var summary = ServiceSummary()
        #expect(summary.line() == "watching 0 sources; 0 open cases; no deadline")
        (summary.sources, summary.blind, summary.paused, summary.openCases) = (7, 1, 2, 1)
        summary.nearest = .init(due: ManualTime.monday, caseID: CaseID(12), name: "answer")
        #expect(
            summary.line()
                == "watching 7 sources, 1 blind, 2 paused; 1 open case; next deadline "
                + "2026-03-02T10:00:00.000Z (case 12, answer)")
        let refused = Heartbeat.Reload(at: ManualTime.monday, refusal: "unknown key")
        #expect(summary.line(reload: refused).hasSuffix("was refused, the old one is in force"))
    }
}
