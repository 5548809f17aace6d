import Complaints
import Testing

@Suite struct ShownClockTests {
    private func show(
        _ state: ClockState, until: ClockRule.Stop, unseen: [UnseenSource]
    ) -> ShownClock? {
        let rule = ClockRule(name: "answer", within: .elapsed(.seconds(3600)), until: until)
        let reading = ClockReading(name: "answer", due: Instant(seconds: 7200), state: state)
        return shown([reading], rules: [rule], unseen: unseen).first
    }

    private let blind = UnseenSource(source: "forum", reason: .blind, since: Instant(seconds: 0))

    @Test(arguments: [ClockRule.Stop.reply, .update])
    func `a clock that a reply on an unseen page would stop is unknown, with the reason`(stop: ClockRule.Stop)
    {
        let clock = show(.running, until: stop, unseen: [blind])
        #expect(clock?.state == "unknown")
        #expect(
            clock?.doubt
                == "forum is blind since 1970-01-01T00:00:00.000Z: a reply there would not be seen")
        #expect(clock?.reading.state == .running)
    }

    @Test(
        arguments: [
            (ClockState.running, ClockRule.Stop.assign), (.running, .resolve), (.met, .reply),
            (.missed, .reply), (.off, .reply), (.paused, .reply),
        ])
    func `what no page changes stays what it is`(state: ClockState, stop: ClockRule.Stop) {
        #expect(show(state, until: stop, unseen: [blind])?.state == state.rawValue)
    }

    @Test func `a clock is what it is while every page is seen, or where no rule is known`() {
        #expect(show(.running, until: .reply, unseen: [])?.state == "running")
        let reading = ClockReading(name: "other", due: nil, state: .running)
        #expect(shown([reading], rules: [], unseen: [blind]).first?.doubt == nil)
    }

    @Test(
        arguments: [
            (UnseenSource.Reason.changed, "forum cannot be read"), (.paused, "forum is paused"),
            (.dropped, "forum is not watched any more"),
            (.networkDown, "our own network is down, so that forum is not seen"),
        ])
    func `each reason has its words`(reason: UnseenSource.Reason, words: String) {
        let clock = show(.running, until: .reply, unseen: [UnseenSource(source: "forum", reason: reason)])
        #expect(clock?.doubt == words + ": a reply there would not be seen")
    }
}
