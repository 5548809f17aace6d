import Complaints
import Testing

@testable import Reading

/// One review in the shapes that sites give it in JSON-LD.
struct JSONLDShapeTests {
    static let wanted = "Ewa|2024-03-01|2/5|Late|Came late."
    static let fields =
        #""name":"Late","datePublished":"2024-03-01","reviewBody":"Came late.","author":{"@type":"Person","name":"Ewa"},"reviewRating":{"@type":"Rating","ratingValue":2,"bestRating":5}"#
    static let review = "{\"@type\":\"Review\",\(fields)}"

    static let shapes: [(String, String)] = [
        (
            "a context that gives a vocabulary",
            #"{"@context":{"@vocab":"https://schema.org/"},"@graph":[\#(review)]}"#
        ),
        (
            "a prefix on every name",
            #"{"@context":{"schema":"http://schema.org/"},"@type":"schema:Review","schema:name":"Late","schema:datePublished":"2024-03-01","schema:reviewBody":"Came late.","schema:author":{"@type":"schema:Person","schema:name":"Ewa"},"schema:reviewRating":{"schema:ratingValue":2,"schema:bestRating":5}}"#
        ),
        (
            "the expanded form",
            #"[{"@type":["http://schema.org/Review"],"http://schema.org/name":[{"@value":"Late"}],"http://schema.org/datePublished":[{"@value":"2024-03-01","@type":"http://schema.org/Date"}],"http://schema.org/reviewBody":[{"@value":"Came late."}],"http://schema.org/author":[{"@type":["http://schema.org/Person"],"http://schema.org/name":[{"@value":"Ewa"}]}],"http://schema.org/reviewRating":[{"http://schema.org/ratingValue":[{"@value":2}],"http://schema.org/bestRating":[{"@value":5}]}]}]"#
        ),
        (
            "aliases of keywords and of terms",
            #"{"@context":["https://schema.org",{"type":"@type","id":"@id","who":"schema:author","stars":"reviewRating"}],"type":"Review","name":"Late","datePublished":"2024-03-01","reviewBody":"Came late.","who":{"type":"Person","name":"Ewa"},"stars":{"ratingValue":2,"bestRating":5}}"#
        ),
        (
            "a relation turned round",
            #"{"@type":"Product","name":"Kettle","@reverse":{"itemReviewed":[\#(review)]}}"#
        ),
        (
            "a list container",
            #"{"@type":"Product","review":{"@list":[\#(review)]}}"#
        ),
        (
            "texts with a language",
            #"{"@type":"Review","name":{"@value":"Late","@language":"en"},"datePublished":"2024-03-01","reviewBody":[{"@value":"Za późno.","@language":"pl"},{"@value":"Came late.","@language":"en"}],"author":"Ewa","reviewRating":{"ratingValue":"2","bestRating":"5"}}"#
        ),
        (
            "parts in a graph, linked by id",
            #"{"@graph":[{"@type":"Product","@id":"/p","review":[{"@id":"/r"}]},{"@type":"Review","@id":"/r","itemReviewed":{"@id":"/p"},"author":{"@type":"Person","@id":"/ewa"},"name":"Late","datePublished":"2024-03-01","reviewBody":"Came late.","reviewRating":{"@id":"/m"}},{"@type":"Rating","@id":"/m","ratingValue":2,"bestRating":5},{"@type":"Person","@id":"/ewa","name":"Ewa"}]}"#
        ),
        (
            "an author by the bare id",
            #"{"@graph":[{"@type":"Person","@id":"_:b1","name":"Ewa"},{"@type":"Review","author":"_:b1","name":"Late","datePublished":"2024-03-01","reviewBody":"Came late.","reviewRating":"2/5"}]}"#
        ),
        (
            "names in small letters",
            #"{"@type":"review","name":"Late","datepublished":"2024-03-01","reviewbody":"Came late.","author":"Ewa","reviewrating":{"ratingvalue":"2","bestRating":5}}"#
        ),
        ("a type of its own kind", review.replacing("\"Review\"", with: "[\"UserReview\",\"CreativeWork\"]")),
        ("an employer's review", review.replacing("\"Review\"", with: "\"EmployerReview\"")),
        ("a recommendation", review.replacing("\"Review\"", with: "\"Recommendation\"")),
        ("a type by its address", review.replacing("\"Review\"", with: "\"https://schema.org/Review/\"")),
        (
            "a hotel inside a page",
            #"{"@type":"WebPage","mainEntity":{"@type":"Hotel","name":"Polar","review":\#(review)}}"#
        ),
        (
            "a list of items",
            #"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"Product","name":"K","review":[\#(review)]}}]}"#
        ),
        (
            "an author in a list",
            review.replacing(
                #"{"@type":"Person","name":"Ewa"}"#, with: #"[{"@type":"Person","name":["Ewa"]}]"#)
        ),
        ("an author in two names", review.replacing(#""name":"Ewa""#, with: #""givenName":"Ewa""#)),
        (
            "a lead before the author",
            review.replacing(#"{"@type":"Person","name":"Ewa"}"#, with: #""By Ewa""#)
        ),
        (
            "marks as lists",
            review.replacing(
                #"{"@type":"Rating","ratingValue":2,"bestRating":5}"#,
                with: #"[{"ratingValue":["2.0"],"bestRating":["5"]}]"#)
        ),
        (
            "aspects beside the mark",
            review.replacing(
                #"{"@type":"Rating","ratingValue":2,"bestRating":5}"#,
                with:
                    #"[{"ratingValue":5,"bestRating":5,"reviewAspect":"Service"},{"ratingValue":2,"bestRating":5}]"#
            )
        ),
        (
            "a mark beside the review",
            review.replacing(
                #""reviewRating":{"@type":"Rating","ratingValue":2,"bestRating":5}"#,
                with: #""ratingValue":"2","bestRating":"5""#)
        ),
        (
            "a mark in words",
            review.replacing(
                #"{"@type":"Rating","ratingValue":2,"bestRating":5}"#, with: #""2 out of 5 stars""#)
        ),
        (
            "a scale that the sum alone states",
            #"{"@type":"Product","aggregateRating":{"ratingValue":3,"bestRating":5,"reviewCount":9},"review":\#(review.replacing(#","bestRating":5"#, with: ""))}"#
        ),
        (
            "the last change beside the date",
            review.replacing(#""datePublished""#, with: #""dateModified":"2025-01-01","datePublished""#)
        ),
        (
            "a date that is none before one that is",
            review.replacing(
                #""datePublished":"2024-03-01""#,
                with: #""datePublished":"0001-01-01T00:00:00","dateCreated":"2024-03-01""#)
        ),
        ("only an upload date", review.replacing("datePublished", with: "uploadDate")),
        ("paragraphs in a list", review.replacing(#""Came late.""#, with: #"["Came","late."]"#)),
        (
            "the text in an object",
            review.replacing(#""Came late.""#, with: #"{"@type":"TextObject","text":"Came late."}"#)
        ),
        ("a snippet and the whole", review.replacing(#""Came late.""#, with: #"["Came late.","Came lat…"]"#)),
    ]

    @Test(arguments: shapes)
    func `a review is read in whatever shape it is written`(what: String, json: String) throws {
        let lines = try Written.records(json: json).map { Written.line($0).replacing("\n", with: " ") }
        #expect(lines == [Self.wanted])
    }

    static let writings: [(String, String)] = [
        ("upper case and a charset", "<script type='Application/LD+JSON; charset=UTF-8'>\(review)</script>"),
        ("a mark of byte order", "<script type='application/ld+json'>\u{FEFF}\(review)</script>"),
        (
            "comments of lines",
            "<script type='application/ld+json'>// reviews\n{ // one\n\(fields.replacing(",", with: ", // x\n")),\"@type\":\"Review\"}</script>"
        ),
        (
            "an HTML comment and CDATA",
            "<script type='application/ld+json'><!--//--><![CDATA[//><!--\n\(review)\n//--><!]]></script>"
        ),
        ("a comma too many", "<script type='application/ld+json'>[\(review),]</script>"),
        (
            "commas forgotten",
            "<script type='application/ld+json'>\(review.replacing("\",\"", with: "\" \""))</script>"
        ),
        ("single quotes", "<script type='application/ld+json'>\(review.replacing("\"", with: "'"))</script>"),
        (
            "typographic quotes",
            "<script type='application/ld+json'>{“@type”: “Review”, “name”: “Late”, “datePublished”: “2024-03-01”, “reviewBody”: “Came late.”, “author”: “Ewa”, “reviewRating”: {“ratingValue”: 2, “bestRating”: 5}}</script>"
        ),
        (
            "numbers for quotes",
            "<script type='application/ld+json'>\(review.replacing("\"", with: "&#34;"))</script>"
        ),
        (
            "typographic entities",
            "<script type='application/ld+json'>\(review.replacing("\"", with: "&#8221;"))</script>"
        ),
        (
            "line breaks of an editor",
            "<script type='application/ld+json'>{<br />\n\(review.dropFirst().replacing(",\"", with: ",<br />\n\""))</script>"
        ),
        (
            "a bracket forgotten",
            "<script type='application/ld+json'>{\"@type\":\"Product\",\"review\":[\(review)}</script>"
        ),
        (
            "two braces forgotten",
            "<script type='application/ld+json'>{\"@type\":\"Product\",\"offers\":{\"price\":1,\"review\":[\(review)]</script>"
        ),
        ("two documents", "<script type='application/ld+json'>{\"@type\":\"WebSite\"}\n\(review)</script>"),
        (
            "a document in a string",
            "<script type='application/ld+json'>\"\(review.replacing("\"", with: "\\\""))\"</script>"
        ),
        (
            "a semicolon and an assignment",
            "<script type='application/ld+json'>var data = \(review);</script>"
        ),
        (
            "control characters",
            "<script type='application/ld+json'>\(review.replacing("Came late.", with: "Came\tlate.\u{1}"))</script>"
        ),
        (
            "bare names",
            "<script type='application/ld+json'>{type:\"Review\",name:\"Late\",datePublished:\"2024-03-01\",reviewBody:\"Came late.\",author:\"Ewa\",reviewRating:{ratingValue:2,bestRating:5}}</script>"
        ),
        (
            "entities inside texts",
            "<script type='application/ld+json'>\(review.replacing("Came late.", with: "Came&nbsp;late&#46;"))</script>"
        ),
        (
            "tags inside texts",
            "<script type='application/ld+json'>\(review.replacing("Came late.", with: "<p>Came <b>late<\\/b>.<\\/p>"))</script>"
        ),
        ("no quotes around the type", "<script type=application/ld+json id=x>\(review)</script>"),
    ]

    @Test(arguments: writings)
    func `a block is read however it was written into the page`(what: String, html: String) throws {
        #expect(try Written.records("<html><body>\(html)</body></html>").map(Written.line) == [Self.wanted])
    }

    @Test func `what was good and what was bad are part of the text`() throws {
        let json = """
            {"@type":"Review","author":"Jo","reviewBody":"Mixed.","positiveNotes":{"@type":"ItemList","itemListElement":
            [{"@type":"ListItem","position":1,"name":"Quiet"},{"@type":"ListItem","name":"Cheap"}]},"negativeNotes":["Leaks"]}
            """
        #expect(try Written.records(json: json).map(\.text) == ["Mixed.\n+ Quiet\n+ Cheap\n- Leaks"])
    }

    @Test func `a record's language is what its text states`() throws {
        let json = #"{"@type":"Review","author":"Jo","reviewBody":{"@value":"Ok.","@language":"nl-BE"}}"#
        #expect(try Written.records(json: json).map(\.language) == ["nl"])
    }

    @Test func `a review named twice by its id is one, and numbers of places are no ids`() throws {
        let json = """
            [{"@type":"Review","@id":"https://shop.example/#/review/abc1","author":"Jo","reviewBody":"Leaks."},
            {"@type":"Review","@id":"https://shop.example/#/review/abc1","author":"Jo","reviewBody":"Leaks.","datePublished":"2024-01-01"},
            {"@type":"Review","@id":"https://shop.example/p#review-1","author":"Al","reviewBody":"Fine."}]
            """
        let records = try Written.records(json: json)
        #expect(records.map(\.author) == ["Jo", "Al"])
        #expect(records.map(\.id) == ["https://shop.example/#/review/abc1", nil])
        #expect(records[0].published != nil)
    }

    @Test func `two blocks that each list the reviews give each review once`() throws {
        let one =
            #"{"@type":"Product","review":[{"author":"Jo","reviewBody":"Leaks on the table."},{"author":"Al","reviewBody":"Good"},{"author":"Ed","reviewBody":"Good"}]}"#
        let other =
            #"{"@type":"Product","review":[{"author":"Al","reviewBody":"Good","datePublished":"2024-03-01"},{"author":"Jo","reviewBody":"Leaks on the table. Twice."}]}"#
        let html =
            "<script type='application/ld+json'>\(one)</script><script type='application/ld+json'>\(other)</script>"
        #expect(
            try Written.records(html).map(Written.line) == [
                "Jo|-|-|-|Leaks on the table. Twice.", "Al|2024-03-01|-|-|Good", "Ed|-|-|-|Good",
            ])
    }

    @Test func `different reviews under one id stay apart`() throws {
        let json = """
            [{"@type":"Review","@id":"#r","author":"Jo","reviewBody":"Leaks."},
            {"@type":"Review","@id":"#r","author":"Al","reviewBody":"Fine."}]
            """
        #expect(try Written.records(json: json).map(\.author) == ["Jo", "Al"])
    }
}
