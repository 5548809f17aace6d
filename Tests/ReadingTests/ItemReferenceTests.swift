import Complaints
import Testing

@testable import Reading

/// Microdata items that point to each other by `itemref`.
struct ItemReferenceTests {
    private static let review = "itemscope itemtype='https://schema.org/Review'"
    private static let comment = "itemprop=comment itemscope itemtype='https://schema.org/Comment'"

    private static func objects(_ values: [JSONValue]) -> Int {
        values.reduce(0) { sum, value in
            guard case .object(let members) = value else { return sum }
            return sum + 1 + members.reduce(0) { $0 + objects($1.value.list) }
        }
    }

    @Test func `items that each point to two others are written out once each`() throws {
        let count = 60
        let html = (0..<count).map {
            "<div id=i\($0) \(Self.comment) itemref='i\($0 + 1) i\($0 + 2) i\($0 + 1)'>"
                + "<b itemprop=author>A\($0)</b><p itemprop=text>Text \($0)</p></div>"
        }.joined()
        let objects = try withTree(Array(html.utf8), limits: ReadingLimits()) { root in
            Self.objects(PageWalk(root: root).microdata.values(links: Links(page: "https://a.example/")))
        }
        #expect(objects ?? 0 >= count)
        #expect(objects ?? 0 <= 4 * count)
        #expect(try Written.records(html).count == count)
    }

    static let circles: [(String, String)] = [
        (
            "a review and its comment",
            "<div id=a \(review) itemprop=review itemref='b a'><b itemprop=author>Ewa</b><p itemprop=reviewBody>Came late.</p></div>"
                + "<div id=b \(comment) itemref=a><p itemprop=text>t</p></div>"
        ),
        (
            "a comment and then its review",
            "<div id=b \(comment) itemref=a><p itemprop=text>t</p></div>"
                + "<div id=a \(review) itemprop=review itemref='b a'><b itemprop=author>Ewa</b><p itemprop=reviewBody>Came late.</p></div>"
        ),
        (
            "a review that points to what it stands in",
            "<div id=p itemprop=itemReviewed itemscope itemtype='https://schema.org/Product'><b itemprop=name>K</b>"
                + "<div itemprop=review \(review) itemref=p><b itemprop=author>Ewa</b><p itemprop=reviewBody>Came late.</p></div></div>"
        ),
    ]

    @Test(arguments: circles)
    func `a review in a circle of references stays`(what: String, html: String) throws {
        let records = try Written.records(html).filter { $0.text == "Came late." }
        #expect(records.map(\.author) == ["Ewa"])
    }

    @Test func `an author and a thing that several reviews point to are of each`() throws {
        let html = """
            <div id=w itemprop=author itemscope itemtype="https://schema.org/Person"><b itemprop=name>Ewa</b></div>
            <div id=k itemprop=itemReviewed itemscope itemtype="https://schema.org/Product"><b itemprop=name>Kettle</b>
            <i itemprop=brand itemscope itemtype="https://schema.org/Brand"><b itemprop=name>Acme</b></i></div>
            <div \(Self.review) itemref="w k"><b itemprop=name>Kettle</b><p itemprop=reviewBody>One.</p></div>
            <div \(Self.review) itemref="w k"><b itemprop=name>Kettle</b><p itemprop=reviewBody>Two.</p></div>
            """
        #expect(try Written.records(html).map(Written.line) == ["Ewa|-|-|-|One.", "Ewa|-|-|-|Two."])
    }
}
