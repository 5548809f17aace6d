import Complaints
import Foundation
import TestSupport
import Testing

@Suite struct CloudEventTests {
    private func body(_ data: EventData, type: EventType = .caseOpened) -> [UInt8] {
        CloudEvent.body(
            id: EventID("evt_1"), type: type, subject: .case(CaseID(42)), time: ManualTime.monday,
            instance: "https://acme.example/ombud", data: data)
    }

    private func parsed(_ body: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    private func full(_ mention: Mention) -> EventData {
        var found = Case.make(42, due: ManualTime.monday + .seconds(3600))
        found.version = 7
        var data = EventData()
        data.case = CaseData(
            found, clocks: [ShownClock(ClockReading(name: "answer", due: found.due, state: .running))],
            mentions: [mention])
        data.mention = MentionData(mention)
        return data
    }

    @Test func `the envelope is CloudEvents 1.0`() throws {
        let event = try parsed(body(full(.make(9))))
        #expect(event["specversion"] as? String == "1.0")
        #expect(event["id"] as? String == "evt_1")
        #expect(event["source"] as? String == "https://acme.example/ombud")
        #expect(event["type"] as? String == "ombud.case.opened")
        #expect(event["subject"] as? String == "case/42")
        #expect(event["time"] as? String == "2026-03-02T10:00:00.000Z")
        #expect(event["datacontenttype"] as? String == "application/json")
        #expect(
            Set(event.keys).subtracting([
                "specversion", "id", "source", "type", "subject", "time",
                "datacontenttype", "sequence", "data", "dataschema", "correlationid",
            ]).isEmpty)
    }

    @Test func `the sequence is the case's version, so padded that texts sort as numbers`() throws {
        #expect(try parsed(body(full(.make(9))))["sequence"] as? String == "0000000007")
        #expect(try parsed(body(EventData(), type: .test))["sequence"] == nil)
    }

    @Test func `every text comes out as it went in, its names in the order of their bytes`() throws {
        let text = "\u{0}\u{1}\u{8}\t\n\u{c}\r\u{1f}\"\\/é 😀 \u{2028}\u{7f}</script>"
        let mention = Mention.make(
            9,
            content: Content(
                title: text, text: text, rating: Rating(value: 4.5, best: 5, worst: 0),
                reply: Reply(author: text, published: StatedTime(ManualTime.monday), text: text)))
        var data = full(mention)
        data.changed = [.text, .reply]
        data.late = true
        data.by = text
        data.source = SourceData(name: "a", subject: "b", url: "c", since: nil, reason: nil)
        let body = body(data)
        let again = try JSONSerialization.data(
            withJSONObject: parsed(body), options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(String(decoding: body, as: UTF8.self) == String(decoding: again, as: UTF8.self))
        let shown = try #require(try parsed(body)["data"] as? [String: Any])
        #expect(shown["by"] as? String == text)
        #expect(shown["changed"] as? [String] == ["text", "reply"])
    }

    @Test func `data holds the whole case and the mention, in snake case`() throws {
        let mention = Mention.make(
            9, published: StatedTime(ManualTime.monday),
            content: Content(text: "Bad.", rating: Rating(value: 1, best: 5), reply: Reply(text: "Sorry.")))
        let data = try #require(try parsed(body(full(mention)))["data"] as? [String: Any])
        let found = try #require(data["case"] as? [String: Any])
        #expect(found["id"] as? Int == 42)
        #expect(found["version"] as? Int == 7)
        #expect(found["state"] as? String == "new")
        #expect(found["mentions"] as? [String] == ["m9"])
        let clock = try #require((found["clocks"] as? [[String: Any]])?.first)
        #expect(clock["name"] as? String == "answer")
        #expect(clock["state"] as? String == "running")
        #expect(clock["due"] as? String == "2026-03-02T11:00:00.000Z")
        let shown = try #require(data["mention"] as? [String: Any])
        #expect(shown["id"] as? String == "m9")
        #expect(shown["text"] as? String == "Bad.")
        #expect(shown["text_cut"] as? Bool == false)
        #expect(shown["first_seen"] as? String == "2026-03-02T10:00:00.000Z")
        #expect((shown["reply"] as? [String: Any])?["text"] as? String == "Sorry.")
    }

    @Test(arguments: [
        "a", "ы", "👩‍👩‍👧‍👦", "\"", "\u{1}", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{7f}\u{2028}",
    ])
    func `a body stays under 20 kB however much people write, and in whatever signs`(sign: String) throws {
        let much = String(repeating: sign, count: 200_000)
        var mention = Mention.make(
            9, author: much, content: Content(title: much, text: much, reply: Reply(author: much, text: much))
        )
        mention.url = "https://shop.example/" + String(repeating: "x", count: 100_000)
        var data = full(mention)
        data.why = much
        let body = body(data)
        #expect(body.count < 20_000)
        let shown = try #require((try parsed(body)["data"] as? [String: Any])?["mention"] as? [String: Any])
        #expect(shown["text_cut"] as? Bool == true)
        #expect((shown["text"] as? String)?.isEmpty == false)
    }

    @Test func `a text of four thousand letters is whole`() throws {
        let text = String(repeating: "Жалоба. ", count: 500)
        let shown = MentionData(.make(9, content: Content(text: text)))
        #expect(shown.text == text)
        #expect(!shown.textCut)
    }

    @Test func `every type's name is unique and starts with ombud`() {
        #expect(EventType.allCases.allSatisfy { $0.rawValue.hasPrefix("ombud.") })
        #expect(EventSubject.source("acme").description == "source/acme")
        #expect(EventSubject.mention(MentionID(12)).description == "mention/12")
    }
}
