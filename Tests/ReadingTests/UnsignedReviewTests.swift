import Complaints
import Testing

@testable import Reading

/// Reviews that say only their words.
struct UnsignedReviewTests {
    static let unsigned: [(String, String)] = [
        (
            "JSON-LD",
            """
            <script type="application/ld+json">{"@type":"Product","name":"Kettle","review":[
            {"@type":"Review","reviewBody":"It leaks from the lid."},{"@type":"Review","reviewBody":"Quiet and quick."}]}</script>
            """
        ),
        (
            "microdata",
            """
            <div itemscope itemtype="https://schema.org/Product"><h1 itemprop=name>Kettle</h1>
            <div itemprop=review itemscope itemtype="https://schema.org/Review"><p itemprop=reviewBody>It leaks from the lid.</p></div>
            <div itemprop=review itemscope itemtype="https://schema.org/Review"><p itemprop=text>Quiet and quick.</p></div></div>
            """
        ),
        (
            "RDFa",
            """
            <div vocab="https://schema.org/" typeof=Product><h1 property=name>Kettle</h1>
            <div property=review typeof=Review><p property=reviewBody>It leaks from the lid.</p></div>
            <div property=review typeof=Review><p property=reviewBody>Quiet and quick.</p></div></div>
            """
        ),
    ]

    @Test(arguments: unsigned)
    func `a review that only says something is a record`(what: String, html: String) throws {
        #expect(try Written.records(html).map(\.text) == ["It leaks from the lid.", "Quiet and quick."])
    }

    @Test func `a review whose text is the name of the thing is none`() throws {
        let json = #"{"@type":"Product","name":"Kettle","review":{"@type":"Review","reviewBody":"Kettle"}}"#
        #expect(try Written.records(json: json).isEmpty)
    }
}
