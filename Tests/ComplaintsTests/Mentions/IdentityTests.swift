import Complaints
import TestSupport
import Testing

@Suite struct IdentityTests {
    private func identities(
        _ records: [Record], pages: Set<String> = ["https://shop.example/acme"]
    ) -> [Identity] {
        Identity.of(records, source: "opinions", subject: "Acme", pageURLs: pages)
    }

    @Test func `the site's id counts inside its source, a permalink for the whole subject`() {
        let record = Record.make(id: "7", url: "https://shop.example/acme/r/7")
        let here = Identity.of([record], source: "a", subject: "Acme", pageURLs: [])[0]
        let there = Identity.of([record], source: "b", subject: "Acme", pageURLs: [])[0]
        let other = Identity.of([record], source: "a", subject: "Other", pageURLs: [])[0]
        #expect(here.strong.count == 2)
        #expect(Set(here.strong).intersection(there.strong).count == 1)
        #expect(Set(here.strong).intersection(other.strong).count == 1)
        #expect(Set(there.strong).isDisjoint(with: other.strong))
    }

    @Test func `a product's URL that all reviews share is no identity`() {
        let url = "https://shop.example/product/9"
        let found = identities([.make("one", id: "1", url: url), .make("two", id: "2", url: url)])
        #expect(found.map(\.strong.count) == [1, 1])
        #expect(Set(found.flatMap(\.strong)).count == 2)
    }

    @Test func `the page's own URL is no identity, also for its only review`() {
        let alone = identities(
            [.make(url: "https://shop.example/acme")], pages: ["https://shop.example/acme"])
        #expect(alone[0].strong.isEmpty)
        let permalink = identities([.make(url: "https://shop.example/acme#r7")])
        #expect(permalink[0].strong.count <= 1)
    }

    @Test func `an id printed on every record is no identity`() {
        #expect(identities([.make("a", id: "0"), .make("b", id: "0")]).allSatisfy { $0.strong.isEmpty })
    }

    @Test func `equal texts of one author are told apart by their order`() {
        let found = identities([.make("Bad.", author: "Guest"), .make("Bad.", author: "Guest")])
        #expect(found[0].weak.count == 1)
        #expect(found[1].weak.count == 1)
        #expect(found[0].weak != found[1].weak)
    }

    @Test(arguments: [
        ("Anna Nowak", "anna  nowak."), ("ŻANETA", "żaneta"), ("user_17", "User17"),
    ])
    func `a name is compared by its letters and digits`(a: String, b: String) {
        #expect(authorKey(a) == authorKey(b))
    }

    @Test(arguments: [nil, "", " ", "***"])
    func `a name without letters is no name`(name: String?) {
        #expect(authorKey(name) == nil)
    }

    @Test func `what a page prints twice counts once, and the first stays`() {
        let time = StatedTime(ManualTime.monday)
        let a = Record.make("Bad.", id: "1", author: "A", published: time)
        let records = [
            a, Record.make("Bad.", id: "2", author: "A", published: time), a,
            Record.make("Bad.", author: "B"),
        ]
        #expect(placesWithoutRepeats(records) == [0, 1, 3])
    }
}
