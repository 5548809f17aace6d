import Complaints
import Monitor
import TestSupport
import Testing

@testable import ombud

/// What keys do, without a terminal and without a store.
@Suite struct ReviewStateTests {
    private func state(_ ids: Int64...) -> ReviewState {
        var state = ReviewState()
        #expect(state.start() == [.fetch(skipping: 0)])
        let acts = state.handle(.fetched(ids.map { MentionID($0) }, left: ids.count))
        #expect(acts == ids.first.map { [.show(MentionID($0))] } ?? [])
        if let first = ids.first { show(first, in: &state, left: ids.count) }
        return state
    }

    private func show(_ id: Int64, in state: inout ReviewState, left: Int = 1) {
        #expect(state.handle(.shown(.make(id), left: left)) == [])
    }

    private func decided(_ id: Int64, _ decision: Mention.Decision = .confirmed) -> DeskStep {
        .decided(.init(mention: MentionID(id), decision: decision, why: nil, at: ManualTime.monday))
    }

    @Test func `a confirmed mention makes room for the next at once, and undo comes back to it`() {
        var state = state(1, 2)
        #expect(state.take(.letter("c")) == [.decide(MentionID(1), .confirmed, why: nil)])
        #expect(state.handle(.did(decided(1))) == [.show(MentionID(2))])
        show(2, in: &state)
        #expect(state.done == 1)
        #expect(state.take(.letter("u")) == [.takeBack(decided(1))])
        #expect(state.handle(.tookBack(decided(1))) == [.show(MentionID(1))])
        #expect(state.done == 0 && state.steps.isEmpty)
        show(1, in: &state)
        #expect(state.take(.letter("u")) == [])
        #expect(state.isRefusal)
    }

    @Test func `a digit dismisses with a reason, a text is one too, and Enter says the last again`() {
        var state = state(1)
        #expect(state.take(.letter("d")) == [])
        #expect(
            state.take(.letter("3"))
                == [.decide(MentionID(1), .dismissed, why: ReviewQuestion.reasons[2])])
        _ = state.take(.letter("d"))
        #expect(state.take(.enter) == [.decide(MentionID(1), .dismissed, why: ReviewQuestion.reasons[2])])
        _ = state.take(.letter("d"))
        for letter in "не о нас 3" { #expect(state.take(.letter(letter)) == []) }
        #expect(state.take(.enter) == [.decide(MentionID(1), .dismissed, why: "не о нас 3")])
    }

    @Test func `escape and an empty answer do nothing`() {
        for key in [Key.escape, .enter] {
            var state = state(1)
            _ = state.take(.letter("d"))
            #expect(state.take(key) == [])
            #expect(state.mode == .looking)
        }
    }

    @Test func `a pasted text decides on nothing, and is an answer where one is asked for`() {
        var state = state(1)
        #expect(state.take(.paste("ccccdq")) == [])
        #expect(state.mode == .looking && state.isRefusal)
        _ = state.take(.letter("d"))
        _ = state.take(.paste("a joke"))
        #expect(state.take(.enter) == [.decide(MentionID(1), .dismissed, why: "a joke")])
    }

    @Test func `what somebody else decided is passed with a line that says who`() {
        var state = state(1, 2, 3)
        #expect(state.take(.letter("n")) == [.show(MentionID(2))])
        let review = Mention.Review(decision: .dismissed, at: ManualTime.monday, by: "jan")
        var other = ReviewSheet.make(2)
        other.mention.review = review
        #expect(state.handle(.shown(other, left: 2)) == [.show(MentionID(3))])
        #expect(state.message.hasPrefix("m2 was dismissed by jan"))
        show(3, in: &state)
        #expect(state.handle(.decided(MentionID(3), review)) == [.fetch(skipping: 1)])
        #expect(state.message.hasPrefix("m3 was dismissed by jan"))
    }

    @Test func `at the end it asks for more, then says what is left, and begins again`() {
        var state = state(1, 2)
        _ = state.take(.letter("n"))
        show(2, in: &state, left: 2)
        #expect(state.take(.letter("n")) == [.fetch(skipping: 2)])
        #expect(state.handle(.fetched([MentionID(1), MentionID(2)], left: 2)) == [])
        #expect(state.mode == .atEnd)
        #expect(state.farewell.joined().contains("2 left, of them 2 passed over"))
        #expect(state.take(.letter("c")) == [] && state.isRefusal)
        #expect(state.take(.letter("n")) == [.show(MentionID(1))])
        show(1, in: &state)
        _ = state.take(.letter("n"))
        show(2, in: &state)
        _ = state.take(.letter("n"))
        #expect(state.handle(.fetched([MentionID(9)], left: 3)) == [.show(MentionID(9))])
    }

    @Test func `a case is taken from whom the screen shows, and there is none without a case`() {
        var state = state(1)
        #expect(state.take(.letter("t")) == [] && state.isRefusal)
        var sheet = ReviewSheet.make(1)
        sheet.handled = .make(4, state: .open, owner: "jan")
        _ = state.handle(.shown(sheet, left: 1))
        #expect(state.take(.letter("t")) == [.take(CaseID(4), from: "jan")])
        state.owners = ["eva", "jan"]
        _ = state.take(.letter("a"))
        #expect(state.take(.letter("1")) == [.assign(CaseID(4), to: "eva", from: "jan")])
        _ = state.take(.letter("w"))
        for letter in "1 call" { _ = state.take(.letter(letter)) }
        #expect(state.take(.enter) == [.note(CaseID(4), "1 call")])
    }

    @Test func `the keys of a Cyrillic keyboard are those at the same places`() {
        for (letter, command) in [("с", ReviewCommand.confirm), ("в", .dismiss), ("г", .undo), ("й", .quit)] {
            #expect(ReviewCommand(Character(letter)) == command)
        }
        var letters = Set<Character>()
        for command in ReviewCommand.allCases { #expect(letters.insert(command.key.letter).inserted) }
    }

    @Test func `whole lines do what keys do`() {
        var state = state(1)
        #expect(state.handle(.line("confirm ")) == [.decide(MentionID(1), .confirmed, why: nil)])
        #expect(state.handle(.line("d")) == [])
        #expect(
            state.handle(.line("2")) == [.decide(MentionID(1), .dismissed, why: ReviewQuestion.reasons[1])])
        #expect(state.handle(.line("nonsense")) == [] && state.isRefusal)
        #expect(state.handle(.line("z")) == [])
        #expect(state.handle(.line("+3d")) == [.snooze(MentionID(1), until: "+3d")])
        #expect(state.handle(.line("q")) == [.quit])
    }

    @Test func `a merge wants a twin: the suggested one, or a mention that is named`() {
        var state = state(1)
        #expect(state.take(.letter("m")) == [] && state.isRefusal)
        _ = state.take(.letter("M"))
        for letter in "M34" { _ = state.take(.letter(letter)) }
        #expect(state.take(.enter) == [.merge(MentionID(1), with: MentionID(34))])
    }
}

extension ReviewSheet {
    static func make(_ number: Int64, text: String = "Terrible, nothing works.", title: String? = nil) -> Self
    {
        var mention = Mention.make(
            number, content: Content(title: title, text: text),
            score: Score(
                value: 0.93, isFlagged: true, topic: "delivery",
                reasons: [.init(what: "says \"nothing works\"", weight: 1.234)]))
        mention.url = "https://reviews.example/\(number)"
        return ReviewSheet(mention: mention)
    }
}
