import Testing

@testable import Reading

/// The company's own answers among and in records: never records of their own.
struct PatternReplyTests {
    private static func post(
        _ name: String, _ day: Int, _ text: String, badge: String = "", inside: String = ""
    )
        -> String
    {
        "<div class=post id=p\(name)\(day)><b class=author>\(name)</b>\(badge) <i class=date>\(day) March 2026</i>"
            + "<p class=text>\(text)</p>\(inside)</div>"
    }

    private static let sorry = "Dear Ann, we are sorry that the lamp broke, please write to us for a refund."

    @Test(arguments: [
        "<span class=badge>Official representative</span>", "<em>(owner)</em>", "<small>[Support]</small>",
        "<span class=role>Przedstawiciel firmy</span>", "<span>Представитель компании</span>",
        "<span>Obsługa klienta</span>", "<div>Customer Service</div>", "<span class=x>Staff</span>",
        "<span>Kundenservice Acme GmbH</span>", "<span>Service client</span>",
        "<span>Müşteri Hizmetleri</span>",
        "<span>Zákaznický servis</span>", "<span>Atención al cliente</span>", "<span>Właściciel</span>",
    ])
    func `a block with an official badge is the answer to the one before it`(_ badge: String) throws {
        let page = try PatternTests.page(
            Self.post("Ann", 1, "It broke on day one and nobody answers.")
                + Self.post("Acme", 2, Self.sorry, badge: badge)
                + Self.post("Bob", 3, "Same for me, they never answer."))
        #expect(page.records.map(\.author) == ["Ann", "Bob"])
        #expect(page.records.map { $0.reply?.text } == [Self.sorry, nil])
        #expect(page.records.first?.reply?.author == "Acme")
    }

    @Test(arguments: [
        "<span class=badge>Verified owner</span>", "<span class=badge>New member</span>",
        "<span>Supporter of the club</span>", "<span>Team player</span>", "<span>Top fan</span>",
    ])
    func `a customer's badge makes no answer`(_ badge: String) throws {
        let page = try PatternTests.page(
            Self.post("Ann", 1, "It broke on day one and nobody answers.")
                + Self.post("Cid", 2, "Mine came without the cable, and late.", badge: badge)
                + Self.post("Bob", 3, "Same for me, they never answer."))
        #expect(page.records.map(\.author) == ["Ann", "Cid", "Bob"])
    }

    @Test func `offices that all authors have are the customers' own`() throws {
        let page = try PatternTests.page(
            [("Ann", "Owner"), ("Bob", "Manager"), ("Cid", "Support")].enumerated().map {
                Self.post(
                    $1.0, $0 + 1, "The desks of order \($0) came late and scratched.",
                    badge: "<span>\($1.1)</span>")
            }.joined())
        #expect(page.records.map(\.author) == ["Ann", "Bob", "Cid"])
    }

    @Test func `inside a record the badged block is its answer, and a customer's comment a record`() throws {
        let inside =
            Self.post("Acme", 4, Self.sorry, badge: "<span class=badge>Customer Service</span>")
            + Self.post("Zed", 5, "The same happened to me with the lamp.")
        let page = try PatternTests.page(
            Self.post("Ann", 1, "It broke on day one and nobody answers.", inside: inside)
                + Self.post("Bob", 3, "Same for me, they never answer.")
                + Self.post("Cid", 3, "Works as it should, fast delivery."))
        #expect(page.records.map(\.author) == ["Ann", "Zed", "Bob", "Cid"])
        #expect(page.records.map { $0.reply?.text } == [Self.sorry, nil, nil, nil])
    }

    @Test func `a block of another kind inside of a record, with a badge, is its answer`() throws {
        let inside =
            "<div class=sub><b>Acme</b> <span class=badge>Customer Service</span> <i>4 March 2026</i>"
            + "<p>\(Self.sorry)</p></div>"
        let page = try PatternTests.page(
            Self.post("Ann", 1, "It broke on day one and nobody answers.", inside: inside)
                + Self.post("Bob", 3, "Same for me, they never answer.")
                + Self.post("Cid", 3, "Works as it should, fast delivery."))
        #expect(page.records.map(\.author) == ["Ann", "Bob", "Cid"])
        #expect(page.records[0].reply?.text.contains("we are sorry") == true)
        #expect(page.records[0].text == "It broke on day one and nobody answers.")
    }

    @Test func `a row of labels is no answer, whatever office one of them names`() throws {
        let marks =
            "<table><tr><td>Customer Service</td><td>5</td></tr><tr><td>Friendliness of staff</td><td>4</td></tr>"
            + "<tr><td>Overall experience</td><td>4</td></tr></table>"
        let page = try PatternTests.page(
            Self.post("Ann", 1, "It broke on day one and nobody answers.", inside: marks)
                + Self.post("Bob", 3, "Same for me, they never answer.", inside: marks)
                + Self.post("Cid", 3, "Works as it should, fast delivery.", inside: marks))
        #expect(page.records.map(\.author) == ["Ann", "Bob", "Cid"])
        #expect(page.records.allSatisfy { $0.reply == nil })
    }
}
