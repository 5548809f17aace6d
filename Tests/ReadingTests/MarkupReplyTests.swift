import Complaints
import Testing

@testable import Reading

/// Who answers for the company is told apart from who complains of it.
struct MarkupReplyTests {
    private static func review(comment: String, of thing: String = #""name":"Hotel Polar""#) -> String {
        #"{"@type":"Hotel",\#(thing),"review":[{"@type":"Review","author":"Jo","datePublished":"2024-03-01","reviewBody":"Cold rooms.",\#(comment)}]}"#
    }

    static let official: [(String, String)] = [
        (
            "an organisation by type",
            #""comment":{"@type":"Comment","author":{"@type":"Organization","name":"PH Sp. z o.o."},"text":"We are sorry."}"#
        ),
        (
            "the hotel by name",
            #""comment":{"@type":"Comment","author":{"@type":"Person","name":"Hotel Polar"},"text":"We are sorry."}"#
        ),
        (
            "the hotel by its short name",
            #""comment":[{"@type":"Comment","author":"Polar","text":"We are sorry."}]"#
        ),
        (
            "the hotel with who speaks for it",
            #""comment":{"author":"Anna, Hotel Polar Team","text":"We are sorry."}"#
        ),
        (
            "an office",
            #""comment":{"@type":"Comment","author":{"name":"Guest Relations"},"text":"We are sorry."}"#
        ),
        (
            "an office in Polish",
            #""comment":{"@type":"Comment","author":"Właściciel","text":"We are sorry."}"#
        ),
        (
            "an office in Russian",
            #""comment":{"@type":"Comment","author":"Представитель отеля","text":"We are sorry."}"#
        ),
        (
            "an office in German",
            #""comment":{"@type":"Comment","author":"Kundenservice Nord","text":"We are sorry."}"#
        ),
        ("nobody in particular", #""comment":{"@type":"Comment","text":"We are sorry."}"#),
        ("a property of its own", #""ownerResponse":{"@type":"Comment","text":"We are sorry."}"#),
        ("a plain text", #""reviewReply":"We are <b>sorry</b>.""#),
        (
            "another review inside",
            #""review":{"@type":"Review","author":{"@type":"Hotel","name":"Polar"},"reviewBody":"We are sorry."}"#
        ),
        (
            "the second of the comments",
            #""comment":[{"author":"Al","text":"Same here."},{"author":"Hotel Polar","text":"We are sorry."}]"#
        ),
        (
            "the publisher",
            #""publisher":{"@type":"Organization","name":"Stays"},"comment":{"author":"Stays","text":"We are sorry."}"#
        ),
    ]

    @Test(arguments: official)
    func `the company's answer is the reply, and no record`(who: String, comment: String) throws {
        let records = try Written.records(json: Self.review(comment: comment))
        #expect(records.map(\.text) == ["Cold rooms."])
        #expect(records.first?.reply?.text == "We are sorry.")
    }

    static let unofficial = [
        "Al", "Jo", "Happy dog owner", "Customer of theirs", "Pole", "Hot", "Jan Polarny", "Directioner",
    ]

    @Test(arguments: unofficial)
    func `other people's comments are no reply`(author: String) throws {
        let comment = #""comment":{"@type":"Comment","author":"\#(author)","text":"Same here."}"#
        let records = try Written.records(json: Self.review(comment: comment))
        #expect(records.map(\.text) == ["Cold rooms."])
        #expect(records.first?.reply == nil)
    }

    @Test func `a comment that names the review it is on is its reply`() throws {
        let json = """
            {"@graph":[{"@type":"Store","@id":"/s","name":"Lamps"},{"@type":"Review","@id":"/r/1","itemReviewed":{"@id":"/s"},"author":"Jo",
            "reviewBody":"Broken."},{"@type":"Comment","parentItem":{"@id":"/r/1"},"author":{"@type":"Organization","name":"Lamps"},
            "dateCreated":"2024-03-02","text":"Send it back."}]}
            """
        let records = try Written.records(json: json)
        #expect(records.map(\.text) == ["Broken."])
        #expect(records.first?.reply?.text == "Send it back.")
        #expect(records.first?.reply?.published?.instant.description.prefix(10) == "2024-03-02")
    }

    @Test func `a brand answers for its product`() throws {
        let json = """
            {"@type":"Product","name":"Kettle 3000","brand":{"@type":"Brand","name":"Acme"},"review":{"author":"Jo","reviewBody":"Leaks.",
            "comment":{"author":{"@type":"Person","name":"Acme"},"text":"Write to us."}}}
            """
        #expect(try Written.records(json: json).first?.reply?.author == "Acme")
    }

    @Test func `a company's answer to a question is its reply, people's answers are records`() throws {
        let json = """
            {"@type":"QAPage","mainEntity":{"@type":"Question","name":"Why was my card blocked?","text":"Since Monday.","author":{"name":"Ewa"},
            "datePublished":"2024-03-01","acceptedAnswer":{"@type":"Answer","text":"Please call us.","author":{"@type":"Organization","name":"Bank"}},
            "suggestedAnswer":[{"@type":"Answer","text":"Same here.","author":{"@type":"Person","name":"Tom"}}]}}
            """
        let records = try Written.records(json: json)
        #expect(records.map(\.text) == ["Since Monday.", "Same here."])
        #expect(records[0].title == "Why was my card blocked?")
        #expect(records[0].reply?.text == "Please call us.")
    }

    @Test func `an answer in microdata is the reply of its review`() throws {
        let html = """
            <div itemscope itemtype="http://schema.org/LocalBusiness"><h1 itemprop="name">Garage Nord</h1>
            <div itemprop="review" itemscope itemtype="http://schema.org/Review"><span itemprop="author">Jo</span>
            <p itemprop="reviewBody">Two weeks late.</p><div itemprop="comment" itemscope itemtype="http://schema.org/Comment">
            <span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Garage Nord</b></span>
            <time itemprop="dateCreated" datetime="2024-03-02"></time><p itemprop="text">We waited for a part.</p></div></div></div>
            """
        let records = try Written.records(html)
        #expect(records.count == 1)
        #expect(records.first?.reply?.text == "We waited for a part.")
        #expect(records.first?.reply?.author == "Garage Nord")
    }

    @Test func `what a company posts itself is no record, what people answer is`() throws {
        let json = """
            {"@type":"SocialMediaPosting","headline":"New cards","articleBody":"Get one now.","author":{"@type":"Organization","name":"Bank"},
            "datePublished":"2024-03-01","comment":[{"@type":"Comment","author":{"name":"Tom"},"text":"Mine is blocked."}]}
            """
        #expect(try Written.records(json: json).map(\.author) == ["Tom"])
    }
}
