import Complaints
import Testing

@Suite struct CompletenessTests {
    /// One letter a record: `k` known, `n` new; a number after it is its day, none leaves it undated.
    private func list(_ text: String) -> [Completeness.Sighting] {
        text.split(separator: " ").map { word in
            Completeness.Sighting(isKnown: word.first == "k", published: Int64(word.dropFirst()).map(day))
        }
    }

    private func day(_ number: Int64) -> Instant { Instant(seconds: number * 86_400) }

    private func judge(
        _ text: String, _ extent: Completeness.Extent, newestFirst: Bool? = true, knewBefore: Bool = true,
        newestKnown: Int64? = 10
    ) -> Completeness {
        Completeness.judge(
            list(text), knewBefore: knewBefore, newestKnown: newestKnown.map(day), extent: extent,
            isNewestFirst: newestFirst)
    }

    @Test(arguments: [Completeness.Extent.more, .end, .onePage, .window])
    func `coverage begins at the first visit, whatever it saw`(extent: Completeness.Extent) {
        #expect(judge("n3 n2", extent, knewBefore: false) == .first)
        #expect(judge("", extent, knewBefore: false) == .first)
    }

    @Test(arguments: [
        "n12 n11 k10", "k10 k9 k8", "n12 k10 n9", "k10 n9", "k10 n9 n8 n7", "n12 k9 n8 n7",
        "k2 n12 n11 k10", "k2 k1 n12 k10 k9", "n n k", "n k n n", "k k k", "k k k n", "k n k n",
        "k10 k9 k8 n",
        "k11 n11 k11 k11",
    ])
    func `a known record in its place joins the new ones on to what is known`(text: String) {
        #expect(judge(text, .more) == .known)
        #expect(judge(text, .onePage) == .known)
        #expect(judge(text, .window) == .known)
    }

    @Test(arguments: [
        "n13 n12 n11", "k3 k2 k1 n12 n11", "n13 k2 n12 n11", "k2 n13 n12 n11", "k10 n13 n12 n11",
        "k3 k2 n13 n12 n11", "k2 n n12 n11",
        "k11 n11 n11",
    ])
    func `nothing known but what is pinned above newer records leaves a gap`(text: String) {
        for extent in [Completeness.Extent.more, .onePage, .window] {
            #expect(judge(text, extent) == .gap(after: day(10), before: day(11)))
        }
    }

    @Test(arguments: ["n n n", "k n n n", "k n", "k k n n"])
    func `without dates, known records only at the head prove nothing unless they are the most`(text: String)
    {
        for order in [nil, true] as [Bool?] {
            let found = judge(text, .more, newestFirst: order)
            #expect(found == .gap(after: day(10), before: nil))
            #expect(!found.isComplete)
        }
    }

    @Test func `an undated record among the new ones below may be newer, so position decides`() {
        #expect(judge("k10 n9 n", .more) == .gap(after: nil, before: day(9)))
        #expect(judge("k10 k9 k8 n7 n", .more) == .known)
    }

    @Test func `a list read to its last page is complete, though all of it is new`() {
        #expect(judge("n13 n12 n11", .end) == .end)
        #expect(judge("n13 n12 n11", .end, newestFirst: nil) == .end)
        #expect(judge("k1 n13", .end, newestFirst: false) == .end)
    }

    @Test(arguments: [Completeness.Extent.more, .end, .onePage, .window])
    func `an empty list is no gap`(extent: Completeness.Extent) {
        #expect(judge("", extent) == .end)
    }

    @Test func `a feed in which every entry is new, where it had others before, leaves a gap`() {
        #expect(judge("n13 n12", .window) == .gap(after: day(10), before: day(12)))
        #expect(judge("n12 n13", .window, newestFirst: false) == .gap(after: day(10), before: day(12)))
    }

    @Test func `a thread that grows at its end is complete when its last page was read`() {
        #expect(judge("k1 k2 n11 n12 n13 n14", .onePage, newestFirst: false) == .end)
        #expect(judge("k1 k2 n11 n12", .end, newestFirst: false) == .end)
        #expect(judge("k9 k10 n11 n12", .window, newestFirst: false) == .known)
    }

    @Test func `a thread whose last page was not read hides its newest, known as its first page is`() {
        #expect(judge("k1 k2 k3", .more, newestFirst: false) == .gap(after: day(10), before: nil))
        #expect(judge("n11 n12", .more, newestFirst: false) == .gap(after: day(12), before: nil))
    }

    @Test func `dates that contradict each other name no beginning of the gap`() {
        #expect(judge("n8 n7", .more) == .gap(after: nil, before: day(7)))
        #expect(judge("n8 n7", .more, newestKnown: nil) == .gap(after: nil, before: day(7)))
    }

    @Test(arguments: [
        (true, false, 1, Completeness.Extent.window), (true, true, 1, .more), (true, false, 3, .end),
        (false, true, 2, .more), (false, false, 2, .end), (false, false, 1, .onePage),
    ])
    func `how far a visit reached`(feed: Bool, more: Bool, pages: Int, extent: Completeness.Extent) {
        #expect(Completeness.Extent(isFeed: feed, hasMore: more, pageCount: pages) == extent)
    }

    @Test func `a gap is told with what it lies between`() {
        #expect(
            judge("n13 n11", .more).description
                == "no record already known was reached: something may be missing between "
                + "1970-01-11T00:00:00.000Z and 1970-01-12T00:00:00.000Z")
        #expect(judge("n k", .more).description == "reaches a record already known")
    }
}
