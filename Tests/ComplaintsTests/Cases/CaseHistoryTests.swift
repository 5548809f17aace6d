import TestSupport
import Testing

@testable import Complaints

/// What the clocks make of a timeline; minutes after the opening.
@Suite struct CaseHistoryTests {
    private let opened = ManualTime.monday

    private func at(_ minutes: Int) -> Instant { opened + .seconds(Int64(minutes) * 60) }

    private func entry(
        _ what: TimelineEntry.What, _ minutes: Int, page: Int? = nil, mention: Int64 = 1
    ) -> TimelineEntry {
        TimelineEntry(
            at: at(minutes), what: what, time: page.map { at($0) }, mention: MentionID(mention))
    }

    /// Minutes at which a reply counts.
    private func replies(_ timeline: [TimelineEntry]) -> [Int] {
        CaseHistory(.make(1, opened: opened), timeline: timeline)
            .events(until: at(10_000), seenWithin: nil).compactMap { event in
                guard case .word = event.what else { return nil }
                return Int((event.at - opened).inMilliseconds / 60_000)
            }
    }

    @Test func `a reply counts at the time on the page, not when it was seen`() {
        #expect(replies([entry(.replySeen, 90, page: 30)]) == [30])
    }

    @Test func `a reply without a time counts when it was seen`() {
        #expect(replies([entry(.replySeen, 90)]) == [90])
    }

    @Test func `a page's time in the future counts as now, one before the opening as the opening`() {
        #expect(replies([entry(.replySeen, 90, page: 400)]) == [90])
        #expect(replies([entry(.replySeen, 90, page: -600)]) == [0])
    }

    @Test func `a reply that vanished does not count`() {
        #expect(replies([entry(.replySeen, 30), entry(.replyVanished, 60)]) == [])
    }

    @Test func `the page's time takes the place of when staff said it`() {
        #expect(replies([entry(.replied, 20), entry(.replySeen, 90, page: 25)]) == [25])
        #expect(replies([entry(.replied, 20), entry(.replySeen, 90)]) == [20])
        #expect(replies([entry(.replied, 20), entry(.replied, 50), entry(.replySeen, 90)]) == [20, 50])
    }

    @Test func `a reply that came back counts from then`() {
        #expect(
            replies([entry(.replySeen, 30), entry(.replyVanished, 60), entry(.replySeen, 90)]) == [90])
    }

    @Test func `of two replies that were seen, one may vanish and the other stays`() {
        let seen = [entry(.replySeen, 30, mention: 1), entry(.replySeen, 40, mention: 2)]
        #expect(replies(seen + [entry(.replyVanished, 60, mention: 1)]) == [40])
        #expect(replies(seen + [entry(.replyVanished, 60, mention: 2)]) == [30])
        #expect(
            replies(seen + [entry(.replyVanished, 60, mention: 1), entry(.replyVanished, 70, mention: 2)])
                == [])
    }

    @Test func `what staff said they answered does not count either once the public reply has vanished`() {
        #expect(
            replies([entry(.replied, 20), entry(.replySeen, 30), entry(.replyVanished, 60)]) == [])
        #expect(
            replies([entry(.replySeen, 30), entry(.replied, 40), entry(.replyVanished, 60)]) == [])
    }

    @Test func `the time of a delay is its new date, and other lines mean nothing to a clock`() {
        let quiet: [TimelineEntry.What] = [
            .opened, .noted, .confirmed, .warned, .missed, .mentioned, .vanished, .reappeared, .policyChanged,
        ]
        let timeline = quiet.map { entry($0, 5) } + [entry(.delayed, 10, page: 500), entry(.delayed, 11)]
        #expect(
            CaseHistory(.make(1, opened: opened), timeline: timeline).entries == [
                .init(at: at(10), what: .delay(.init(until: at(500))))
            ])
    }

    @Test func `entries are in order of time, whatever the order they were written in`() {
        let timeline = [entry(.assigned, 60), entry(.replySeen, 90, page: 30), entry(.waiting, 95)]
        let history = CaseHistory(.make(1, opened: opened), timeline: timeline)
        #expect(
            history.entries.map(\.what) == [
                .assign, .replySeen(time: at(30), mention: MentionID(1)), .wait,
            ])
    }
}
