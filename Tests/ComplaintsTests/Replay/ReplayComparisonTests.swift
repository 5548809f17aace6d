import Complaints
import TestSupport
import Testing

/// Two readings of one record, and what is told of their difference.
@Suite struct ReplayComparisonTests {
    private static let base = ReplayReading(
        author: "Ola", published: StatedTime(ManualTime.monday, precision: .second),
        content: Content(title: "Broken", text: "It broke at once.", rating: Rating(value: 1, best: 5)),
        score: Score(value: 0.82, isFlagged: true, urgency: .normal, topic: "product"))

    struct Change: Sendable {
        var name: String
        var change: @Sendable (inout ReplayReading) -> Void
        var told: [String]

        init(_ name: String, _ told: [String], _ change: @escaping @Sendable (inout ReplayReading) -> Void) {
            (self.name, self.change, self.told) = (name, change, told)
        }
    }

    static let changes: [Change] = [
        Change("nothing", []) { _ in },
        Change("white space", []) { $0.content.text = "It broke\nat once." },
        Change("a score alone", []) { $0.score.value = 0.7 },
        Change("flagged", ["no longer flagged: score 0.05, was 0.82"]) {
            ($0.score.value, $0.score.isFlagged) = (0.05, false)
        },
        Change("urgency", ["urgency high, was normal"]) { $0.score.urgency = .high },
        Change("topic", ["topic none, was product"]) { $0.score.topic = nil },
        Change("cause", ["cause damaged, was none"]) { $0.score.cause = "damaged" },
        Change("law", ["appeals to the law"]) { $0.score.isLegal = true },
        Change("rating", ["rating 2.5 of 5, was 1 of 5"]) { $0.content.rating?.value = 2.5 },
        Change("title", ["title none, was “Broken”"]) { $0.content.title = nil },
        Change("text", ["the text reads “It works.”, was “It broke at once.”"]) {
            $0.content.text = "It works."
        },
        Change("reply", ["reply “Sorry.”, was none"]) { $0.content.reply = Reply(text: "Sorry.") },
    ]

    @Test(arguments: changes.indices)
    func `what is judged or reads otherwise is told`(index: Int) {
        var new = Self.base
        Self.changes[index].change(&new)
        #expect(replayMoves(from: Self.base, to: new).map(\.why) == Self.changes[index].told)
        #expect(firstReadingMoves(from: Self.base, to: new).isEmpty)
    }

    @Test func `author and date are compared as they were read first, dates to the minute`() {
        var new = Self.base
        new.published = StatedTime(ManualTime.monday + .seconds(30), precision: .second)
        #expect(firstReadingMoves(from: Self.base, to: new).isEmpty)
        new.author = nil
        new.published = nil
        #expect(firstReadingMoves(from: Self.base, to: new).map(\.what) == [.author, .published])
        #expect(firstReadingMoves(from: Self.base, to: new)[0].why == "author none, was “Ola”")
    }
}
