import TestSupport
import Testing

@testable import Complaints

struct StateOfTimelineTests {
    @Test(
        arguments: [
            ([], CaseState.new), ([.opened], .new), ([.opened, .assigned], .open),
            ([.opened, .assigned, .unassigned], .open), ([.opened, .waiting], .waiting),
            ([.opened, .waiting, .assigned], .waiting), ([.opened, .waiting, .resumed], .open),
            ([.opened, .replied], .answered), ([.opened, .replied, .replyUnseen], .open),
            ([.opened, .replied, .resumed], .answered), ([.opened, .resolved, .closed], .closed),
            ([.opened, .resolved, .noted, .tagged, .linked, .edited], .resolved),
            ([.opened, .resolved, .closed, .reopened], .open), ([.opened, .dismissed], .dismissed),
            ([.opened, .assigned, .merged], .merged), ([.opened, .assigned, .merged, .split], .open),
            ([.opened, .assigned, .split], .open), ([.opened, .missed, .warned, .delayed], .new),
        ] as [([TimelineEntry.What], CaseState)])
    func `the state is what the timeline tells`(what: [TimelineEntry.What], expected: CaseState) {
        #expect(CaseState(what.map { TimelineEntry(at: ManualTime.monday, what: $0) }) == expected)
    }

    @Test func `a case stays answered while a reply stands under one of its mentions`() {
        func entry(_ what: TimelineEntry.What, _ number: Int64) -> TimelineEntry {
            TimelineEntry(at: ManualTime.monday, what: what, mention: MentionID(number))
        }
        let two = [entry(.replySeen, 1), entry(.replySeen, 2), entry(.replyVanished, 1)]
        #expect(CaseState(two) == .answered)
        #expect(CaseState(two + [entry(.replyVanished, 2)]) == .open)
    }

    @Test(
        arguments: [
            ([.opened], CaseState.new), ([.opened, .assigned], .open), ([.opened, .waiting], .waiting),
            ([.opened, .replied], .answered), ([.opened, .replied, .reopened], .open),
        ] as [([TimelineEntry.What], CaseState)])
    func `a mention that leaves takes its reply with it, and the case stands as before`(
        what: [TimelineEntry.What], expected: CaseState
    ) {
        let lines = what.map { TimelineEntry(at: ManualTime.monday, what: $0) }
        let came = TimelineEntry(at: ManualTime.monday, what: .replySeen, mention: MentionID(7))
        #expect(CaseState(lines + [came]) == .answered)
        #expect(
            CaseState(lines + [came, .leaving(MentionID(7), at: ManualTime.monday, by: "ola")]) == expected)
        #expect(
            CaseState(lines + [came, .leaving(MentionID(8), at: ManualTime.monday, by: "ola")]) == .answered)
    }

    @Test(
        arguments: [
            (ClockState.running, 50, nil, ClockState.off), (.paused, 50, nil, .off), (.met, 50, 5, .met),
            (.missed, 50, nil, .off), (.missed, 50, 70, .off), (.missed, 5, nil, .missed),
            (.missed, 5, 70, .missed),
        ] as [(ClockState, Int, Int?, ClockState)])
    func `a clock that was not missed when its case ended never will be`(
        state: ClockState, due: Int, stopped: Int?, expected: ClockState
    ) {
        func time(_ minutes: Int) -> Instant { ManualTime.monday + .seconds(minutes * 60) }
        let timeline = [
            TimelineEntry(at: time(0), what: .opened), TimelineEntry(at: time(20), what: .resolved),
            TimelineEntry(at: time(90), what: .closed),
        ]
        let clock = ClockReading(name: "answer", due: time(due), state: state, stoppedAt: stopped.map(time))
        #expect(over([clock], as: .closed, timeline: timeline).map(\.state) == [expected])
    }
}
