import TestSupport
import Testing

@testable import Complaints

/// When a case is closed by itself.
struct ClosingTests {
    private static let day = Duration.seconds(86_400)
    private static let start = ManualTime.monday
    private static let closing = Policy(name: "p", clocks: [], closeAfter: .seconds(14 * 86_400))

    private static func line(_ entries: TimelineEntry.What...) -> [TimelineEntry] {
        entries.enumerated().map { TimelineEntry(at: start + day * $0.offset, what: $0.element) }
    }

    private static func clock(_ state: ClockState, stopped: Instant? = nil) -> ClockReading {
        ClockReading(name: "resolve", due: nil, state: state, stoppedAt: stopped)
    }

    @Test(arguments: [
        (CaseState.resolved, line(.opened, .resolved), [], Closing.at(start + day * 15)),
        // The customer's word counts, a note and a tag do not.
        (.resolved, line(.opened, .resolved, .edited), [], .at(start + day * 16)),
        (.resolved, line(.opened, .resolved, .noted, .tagged), [], .at(start + day * 15)),
        (.answered, line(.opened, .replied), [clock(.met, stopped: start)], .at(start + day * 15)),
        (.answered, line(.opened, .replied), [clock(.running)], .never(.owed)),
        (.answered, line(.opened, .replied), [clock(.missed)], .never(.owed)),
        (.answered, line(.opened, .replied), [clock(.missed, stopped: start)], .at(start + day * 15)),
        (.waiting, line(.opened, .waiting), [], .never(.notOver)),
        (.open, line(.opened), [], .never(.notOver)), (.closed, line(.opened, .closed), [], .never(.over)),
        (.merged, line(.opened, .merged), [], .never(.over)),
    ])
    func `silence closes what is resolved, and what is answered when nothing is owed`(
        state: CaseState, timeline: [TimelineEntry], clocks: [ClockReading], expected: Closing
    ) {
        #expect(
            Closing.decide(state, timeline: timeline, clocks: clocks, policy: Self.closing) == expected)
    }

    @Test func `a policy that says nothing closes nothing`() {
        let policy = Policy(name: "p", clocks: [])
        #expect(
            Closing.decide(.resolved, timeline: Self.line(.resolved), clocks: [], policy: policy)
                == .never(.noRule))
    }
}
