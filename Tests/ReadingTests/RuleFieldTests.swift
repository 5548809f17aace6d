import Complaints
import Foundation
import Testing

@testable import Reading

private func records(_ html: String, _ rule: Rule) throws(ReadingFailure) -> [Record] {
    try read(
        PageInput(
            bytes: Array(html.utf8), url: "https://forum.example/t/1", rule: rule,
            now: Instant(seconds: 1_772_000_000)
        )
    ).records
}

struct RuleFieldTests {
    static let fields: [(Rule.Field, String?)] = [
        (".meta", "Ewa Nowak wrote on 3.04.2024"), (.init(".meta", match: "^(.+) wrote"), "Ewa Nowak"),
        (.init(".meta", match: "\\d+\\.\\d+"), "3.04"), (.init(".meta", match: "nobody (.*)"), nil),
        (.init(".meta || .nick", match: "^nick: (\\w+)"), "ewa7"), (.init("i", join: ", "), "red, blue"),
        (.init("i"), "red"), (.init(".none || i"), "red"), (.init(".n", as: .number), "12345"),
        (.init("./u/@title"), "up"), (.init("string(./u/@title)"), nil), ("./i[2]", "blue"),
        ("> i:last-of-type", "blue"),
        ("@data-id", "r-1"), (.init("@data-id", match: "(\\d+)$"), "1"), ("i::text", "red"),
        ("u::attr(title)", "up"),
        (.init("./i/text()", join: " "), "red blue"),
    ]

    @Test(arguments: fields)
    func `a field is what its map makes of the texts`(field: Rule.Field, author: String?) throws {
        let html = """
            <article data-id="r-1"><p class=meta>Ewa Nowak wrote on 3.04.2024</p><b class=nick>nick: ewa7</b>
            <i>red</i><i>blue</i><s class=n>No. 12 345, first</s><u title=up></u><p class=t>Words</p></article>
            """
        guard !field.at.hasPrefix("string") else { return }
        #expect(try records(html, Rule(each: "article", author: field, text: ".t")).first?.author == author)
    }

    static let dates: [(Rule.Field, String, String?)] = [
        (.init("i", order: .mdy), "03/04/2024", "2024-03-04"),
        (.init("i", order: .dmy), "03/04/2024", "2024-04-03"),
        (.init("i", format: "yyddMM"), "Nr 240503", "2024-03-05"),
        (.init("i", format: "d.M.yy H:mm"), "on 3.4.24 9:05!", "2024-04-03"),
        (.init("i", format: "seconds"), "1700000000", "2023-11-14"),
        (.init("i", format: "milliseconds"), "1700000000000", "2023-11-14"),
        (.init("i", format: "MM-dd-yyyy hh:mm a"), "03-04-2024 12:30 AM", "2024-03-04"),
        (.init("i", format: "dd.MM.yyyy"), "31.02.2024", nil),
        (.init("i", match: "wrote (.*)"), "edited 2020-01-01, wrote 2019-05-06", "2019-05-06"),
    ]

    @Test(arguments: dates)
    func `a date is read in the order or format that the rule states`(
        field: Rule.Field, text: String, day: String?
    ) throws {
        let found = try records(
            "<li><p>x</p><i>\(text)</i></li>", Rule(each: "li", published: field, text: "p"))
        #expect((found.first?.published?.instant.description.prefix(10)).map(String.init) == day)
    }

    @Test func `JSON has the same maps`() throws {
        let json = """
            {"r":[{"by":["Ewa","N."],"at":"03/04/2024","mark":"2 of 6","body":"<p>Late</p>","ref":"no. 12"}]}
            """
        let rule = Rule(
            each: "$.r[*]", id: .init("$.ref", match: "(\\d+)"), author: .init("$.by[*]", join: " "),
            published: .init("$.at", order: .mdy), rating: .init(at: "$.mark", as: "2 of 6", reversed: true),
            text: "$.body")
        let found = try #require(try records(json, rule).first)
        #expect(found.id == "12")
        #expect(found.author == "Ewa N.")
        #expect(found.published?.instant.description == "2024-03-04T00:00:00.000Z")
        #expect(found.rating == Rating(value: 2, best: 1, worst: 6))
    }

    @Test func `records inside each other are apart`() throws {
        let html = """
            <ul><li class=c id=a><b>Ola</b><p>First.</p><ul><li class=c id=b><b>Jan</b><p>Second.</p><i>5</i></li>
            <li class="c staff" id=s><b>Shop</b><p>Sorry, Ola.</p></li></ul><u class=after>end</u></li></ul>
            """
        let rule = Rule(
            each: ".c", id: "@id", author: "b", rating: "i", text: .init("p, .c, .after", join: " "),
            reply: .init(each: ".staff", author: "b", text: "p"))
        let found = try records(html, rule)
        #expect(found.map(\.id) == ["a", "b"])
        #expect(found.map(\.text) == ["First. end", "Second."])
        #expect(found.map { $0.rating?.value } == [nil, 5])
        #expect(found.map { $0.reply?.text } == ["Sorry, Ola.", nil])
        #expect(found.first?.reply?.author == "Shop")
    }

    @Test func `an expression that would search for ever finds nothing`() throws {
        let html = "<li><p>\(String(repeating: "a", count: 5000))b</p><b>Jo</b></li>"
        let found = try records(html, Rule(each: "li", title: "b", text: .init("p", match: "^(a+)+$")))
        #expect(found.map(\.title) == ["Jo"])
        #expect(found.map(\.text) == [""])
    }

    static let faulty: [(Rule, String)] = [
        (Rule(each: "li", author: .init("b", match: "(")), "rule author"),
        (Rule(each: "li", published: .init("b", format: "dd")), "rule published"),
        (Rule(each: "li", rating: .init(at: "b", as: "stars")), "rule rating"),
        (Rule(each: "li", text: "//p[foo()]"), "there is no function foo()"),
    ]

    @Test(arguments: faulty)
    func `a faulty map is named with its field`(rule: Rule, words: String) {
        #expect { try records("<li><b>x</b></li>", rule) } throws: { "\($0)".contains(words) }
    }

    static let shapes: [(String, Rule)] = [
        (#"{"each":"li","text":"p","rating":".r"}"#, Rule(each: "li", rating: ".r", text: "p")),
        (
            #"{"each":"li","author":{"at":"b","match":"(x)","join":" ","as":"line"},"published":{"at":"i","order":"MDY","format":"seconds"}}"#,
            Rule(
                each: "li", author: .init("b", match: "(x)", join: " ", as: .line),
                published: .init("i", order: .mdy, format: "seconds"))
        ),
        (
            #"{"each":"li","rating":{"at":"i","as":"4 z 5","best":5,"reversed":true},"reply":{"each":"u","text":{"at":"p","join":"\n"}}}"#,
            Rule(
                each: "li", rating: .init(at: "i", as: "4 z 5", best: 5, reversed: true),
                reply: .init(each: "u", text: .init("p", join: "\n")))
        ),
    ]

    @Test(arguments: shapes)
    func `a rule is read from JSON and comes back`(json: String, rule: Rule) throws {
        #expect(try JSONDecoder().decode(Rule.self, from: Data(json.utf8)) == rule)
        #expect(try JSONDecoder().decode(Rule.self, from: JSONEncoder().encode(rule)) == rule)
    }

    @Test func `a rule writes itself as a person would`() {
        let rule = Rule(
            each: "li.r", author: .init("b", match: "(\\w+) \"x\""), rating: .init(at: ".s", best: 5),
            text: "p", reply: .init(each: ".o", text: "p"), next: "a[rel=next]")
        #expect(
            rule.yaml(indent: 2) == """
                  each: "li.r"
                  author: { at: "b", match: '(\\w+) "x"' }
                  rating: { at: ".s", best: 5 }
                  text: "p"
                  reply: { each: ".o", text: "p" }
                  next: "a[rel=next]"

                """)
    }
}
