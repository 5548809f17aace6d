import Foundation
import TestSupport
import Testing

@testable import Complaints

@Suite struct DigestDataTests {
    private func summary(_ number: Int, type: EventType = .caseOpened, text: String = "x") -> EventSummary {
        var facts = EventSummary.Facts()
        facts.case = Int64(number)
        facts.subject = "Acme"
        facts.text = text.cut(to: 200)
        return EventSummary(
            id: "evt_\(number)", type: type.rawValue, subject: "case/\(number)",
            time: ManualTime.monday + .seconds(Int64(number)), facts: facts)
    }

    private func digest(_ events: [EventSummary], of count: Int? = nil) -> DigestData {
        let counts = Dictionary(grouping: events, by: \.type).map {
            DigestData.TypeCount(type: $0.key, count: $0.value.count)
        }
        let rest = (count ?? events.count) - events.count
        return DigestData(
            reason: .quietHours, key: "k",
            events: events, counts: counts + (rest > 0 ? [.init(type: "more", count: rest)] : []),
            from: ManualTime.monday, until: ManualTime.monday + .seconds(60), zone: "Europe/Warsaw",
            language: "pl")
    }

    private func body(_ digest: DigestData) throws -> (bytes: Int, json: [String: Any]) {
        var data = EventData()
        data.digest = digest
        data.endpoint = "desk"
        let bytes = CloudEvent.body(
            id: EventID("evt_x"), type: .digest, subject: .endpoint("desk"), time: ManualTime.monday,
            instance: "https://acme.example/ombud", data: data)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return (bytes.count, json)
    }

    @Test func `a digest names its reason, its reader's zone and language, and each event in order`() throws {
        let made = try body(digest([summary(2), summary(1)]))
        let data = try #require(made.json["data"] as? [String: Any])
        #expect(made.json["type"] as? String == "ombud.digest")
        #expect(data["reason"] as? String == "quiet-hours")
        #expect(data["zone"] as? String == "Europe/Warsaw" && data["language"] as? String == "pl")
        #expect(data["count"] as? Int == 2 && data["cut"] == nil)
        let events = try #require(data["events"] as? [[String: Any]])
        #expect(events.map { $0["id"] as? String } == ["evt_1", "evt_2"])
        let facts = events[0]["summary"] as? [String: Any]
        #expect(facts?["case"] as? Int == 1 && facts?["text"] as? String == "x")
    }

    @Test(arguments: [1, 20, 60, 150, 200])
    func `however many are summed up, the body stays under 20 kB and names as many as it can`(
        count: Int
    ) throws {
        let long = String(repeating: "\u{1}ż\"", count: 200)
        let made = try body(digest((1...count).map { summary($0, text: long) }, of: count + 1000))
        #expect(made.bytes < 20_000)
        let data = try #require(made.json["data"] as? [String: Any])
        let events = try #require(data["events"] as? [[String: Any]])
        #expect((data["count"] as? Int) == count + 1000)
        #expect((data["cut"] as? Int) == count + 1000 - events.count)
        #expect(events.count == min(count, events.count) && events.count >= min(count, 120))
    }

    @Test func `what weighs most keeps its words when there is no room for all`() throws {
        let many = (1...200).map { summary($0, text: String(repeating: "long words ", count: 20)) }
        let digest = digest(many + [summary(500, type: .caseMissed, text: "the deadline is missed")])
        let missed = try #require(digest.events.first { $0.id == "evt_500" })
        #expect(missed.facts?.text == "the deadline is missed")
        #expect(digest.cut > 0)
        #expect(digest.events.contains { $0.facts == nil })
    }

    @Test func `a summary is read from the bytes that were stored`() throws {
        let mention = Mention.make(content: Content(text: String(repeating: "Bad. ", count: 100)))
        var data = EventData()
        data.mention = MentionData(mention)
        data.why = "because"
        data.late = true
        let event = Event(
            id: EventID("evt_1"), type: .mentionFlagged, subject: .mention(mention.id),
            time: ManualTime.monday,
            body: CloudEvent.body(
                id: EventID("evt_1"), type: .mentionFlagged, subject: .mention(mention.id),
                time: ManualTime.monday, instance: "https://acme.example/ombud", data: data))
        let facts = try #require(EventSummary(event).facts)
        #expect(facts.subject == mention.subject && facts.source == mention.source.name)
        #expect(facts.mention == mention.id.description && facts.late == true && facts.why == "because")
        #expect(facts.text?.utf8.count == 200)
    }

    @Test func `an event whose body cannot be read is still named`() {
        let event = Event(
            id: EventID("evt_1"), type: .caseOpened, subject: .case(CaseID(4)), time: ManualTime.monday,
            body: Array("{".utf8))
        #expect(EventSummary(event).facts == nil)
        #expect(EventSummary(event).subject == "case/4")
    }
}
