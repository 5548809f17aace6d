import Complaints
import Foundation
import TestSupport
import Testing

@testable import Templates

@Suite struct TemplateTests {
    private func filled(
        _ text: String, _ type: String = "application/json", _ event: EventType = .caseMissed,
        words: String = "a \"b\"\n<c>"
    ) throws -> String {
        try AlertTemplate(text, contentType: type).filled(
            with: SampleEvent.body(event, words: words), for: .usual)
    }

    @Test func `a template names what stands in the event and the words of the other formats`() throws {
        let text =
            "{{type}} {{data.case.id}} {{told.headline}} {{#told.facts}}[{{label}}={{value}}]{{/told.facts}}"
        let out = try filled(text, "text/plain")
        #expect(out.hasPrefix("ombud.case.missed 42 Case #42: the deadline “answer” was missed [Due="))
    }

    @Test(arguments: [
        ("application/json", #"a \"b\" &"#), ("application/vnd.x+json; charset=utf-8", #"a \"b\" &"#),
        ("text/html", "a &quot;b&quot; &amp;"), ("application/xml", "a &quot;b&quot; &amp;"),
        ("text/plain", #"a "b" &"#),
    ])
    func `what is put in is escaped for the media type`(type: String, out: String) throws {
        #expect(try filled("{{data.mention.text}}", type, words: #"a "b" &"#) == out)
    }

    @Test func `numbers, truths and lists are what they are`() throws {
        let text =
            "{{data.case.version}} {{data.mention.score}} {{^data.case.legal}}no{{/data.case.legal}} {{#data.case.mentions}}{{.}}{{/data.case.mentions}}"
        #expect(try filled(text) == "3 0.93 no m1234")
    }

    @Test func `a template that cannot be read is a fault with its line`() {
        let template = AlertTemplate("{\n\"a\": {{#data}}\n}", contentType: "application/json")
        #expect(template.faults.count == 1 && template.faults[0].line != nil)
        #expect(AlertTemplate("{{a", contentType: "text/plain").faults.count == 1)
    }

    @Test func `what makes no JSON of some events is a fault that names them`() {
        let bare = AlertTemplate(#"{"due": {{data.clock.name}} }"#, contentType: "application/json")
        #expect(!bare.faults.isEmpty && bare.faults.allSatisfy { $0.what.contains("no JSON") })
        let some = AlertTemplate(
            #"{"n": {{#data.case}}{{id}}{{/data.case}} }"#, contentType: "application/json")
        #expect(some.faults.contains { $0.what.contains("ombud.source.blind") })
        #expect(!some.faults.contains { $0.what.contains("ombud.case.opened") })
        #expect(AlertTemplate(#"{"t": "{{told.headline}}"}"#, contentType: "application/json").faults.isEmpty)
        #expect(AlertTemplate("{{data.clock.name}}", contentType: "text/plain").faults.isEmpty)
    }

    @Test func `a name that no event has is strange`() {
        let template = AlertTemplate(
            "{{told.headlin}} {{data.case.id}} {{#data.case.clocks}}{{name}}{{/data.case.clocks}} {{! note }}",
            contentType: "text/plain")
        #expect(template.strangeNames == ["told.headlin"])
    }
}
