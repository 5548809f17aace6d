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
}
