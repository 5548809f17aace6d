import Testing

@testable import Complaints

@Suite struct BandIndexTests {
    private func bands(_ text: Int) -> [Int64] {
        (0..<32).map { Int64(bitPattern: Fold64.of([UInt32(text), UInt32($0)])) }
    }

    @Test func `a text is found by the bands it shares, whatever else there is`() {
        var index = BandIndex()
        for text in 0..<3000 { index.add(MentionID(Int64(text)), author: 0, bands: bands(text)) }
        #expect(index.count == 3000)
        for text in [0, 1, 1499, 2999] {
            let part = Array(bands(text).prefix(7)) + bands(5000)
            let match = BandIndex.Match(mention: MentionID(Int64(text)), author: 0, shared: 7)
            // Asked twice: counting one answer leaves nothing behind for the next.
            for _ in 0..<2 {
                #expect(index.matches(part, author: 0, newestOfBand: 24) == [match])
            }
        }
        #expect(index.matches(bands(5000), author: 0, newestOfBand: 24) == [])
    }

    @Test func `of a band that many share the newest are looked at`() {
        var index = BandIndex()
        for text in 0..<100 { index.add(MentionID(Int64(text)), author: 0, bands: bands(1)) }
        let found = index.matches(bands(1), author: 0, newestOfBand: 3)
        #expect(Set(found.map(\.mention)) == [MentionID(99), MentionID(98), MentionID(97)])
        #expect(found.allSatisfy { $0.shared == 32 })
    }

    @Test func `an order that both name is enough, whoever they are and whatever the words`() {
        var index = BandIndex()
        index.add(MentionID(1), author: authorMark("Anna"), bands: bands(1) + [77, 78])
        index.add(MentionID(2), author: authorMark("Anna"), bands: bands(2) + [79])
        let found = index.matches(bands(3) + [79], author: authorMark("Piotr"), newestOfBand: 24)
        #expect(found == [.init(mention: MentionID(2), author: authorMark("Anna"), shared: 3)])
    }

    @Test func `what cannot be the same complaint is left out`() {
        var index = BandIndex()
        index.add(MentionID(1), author: authorMark("Anna"), bands: bands(1))
        index.add(MentionID(2), author: authorMark("Piotr"), bands: bands(1))
        let found = index.matches(Array(bands(1).prefix(2)), author: authorMark("ANNA"), newestOfBand: 24)
        #expect(found.map(\.mention) == [MentionID(1)])
    }
}
