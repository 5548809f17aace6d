import Complaints
import Demo
import TestSupport
import Testing

@Suite struct `The story that the demo tells` {
    @Test(arguments: Retelling.allCases)
    func `is about the shop on both pages, and one complaint in all its wordings`(
        retelling: Retelling
    ) async throws {
        let now = Instant(seconds: 1_772_380_800)
        let site = DemoSite(now: now)
        let first = await site.publish(DemoStory.complaint, on: DemoStory.firstPage, at: now)
        let second = try await site.crossPost(
            first.id, to: DemoStory.secondPage, at: now, retelling: retelling)
        let edited = try await site.edit(first.id, text: DemoStory.editedText, at: now)
        let terms = TermIndex([Watchlist(subject: DemoSite.shop, terms: [Term(DemoSite.shop)])])
        for text in [first.text, second.text, edited.text] {
            #expect(!terms.outcome(of: 0, in: text).matches.isEmpty)
            #expect(Scorer(ShippedModelFile.model).score(text, language: "en").isFlagged)
        }
        let verdict = compare(
            ComparedText(text: first.text, author: first.author, site: "a"),
            ComparedText(text: second.text, author: second.author, site: "b")
        ).verdict
        #expect(verdict == .crossPost)
    }

    @Test func `the shop can answer the first post, and its last answer stands`() async throws {
        let now = Instant(seconds: 1_772_380_800)
        let site = DemoSite(now: now)
        let post = await site.publish(DemoStory.complaint, on: DemoStory.firstPage, at: now)
        try await site.reply(to: post.id, text: "First try", at: now)
        let answered = try await site.reply(to: post.id, text: DemoStory.reply, at: now + .seconds(5))
        #expect(answered.reply?.text == DemoStory.reply)
        #expect(answered.reply?.published == now + .seconds(5))
    }
}
