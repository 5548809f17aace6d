import Foundation
import TestSupport
import Testing

@testable import Complaints

/// Every type stays below 20 kB with everything in it as long as it can be, and still fits its schema.
@Suite struct EventLengthTests {
    private static let signs = ["a", "漢", "😀", "\"", "\u{1}"]

    private func everythingLong(_ type: EventType, _ much: String) -> EventData {
        let keys = Set(type.keys.map(\.name))
        let clocks = (0..<100).map {
            ShownClock(
                ClockReading(name: "\($0) \(much.prefix(300))", due: ManualTime.monday, state: .running))
        }
        var mention = Mention.make(
            9, source: SourceID(much), author: much,
            content: Content(
                title: much, text: much, rating: Rating(value: 1.25, best: 5, worst: 0),
                reply: Reply(author: much, text: much)))
        mention.url = "https://shop.example/" + much
        mention.score.topic = much
        mention.caseID = CaseID(42)
        var data = EventData()
        if keys.contains("case") {
            var found = Case.make(42, owner: much)
            found.topic = much
            let mentions = (1...500).map { Mention.make(.max - $0, source: SourceID(much + String($0))) }
            data.case = CaseData(found, clocks: clocks, mentions: mentions)
        }
        if keys.contains("mention") { data.mention = MentionData(mention) }
        if keys.contains("changed") { data.changed = Content.Part.allCases }
        if keys.contains("clock") { data.clock = ClockData(clocks[0]) }
        if keys.contains("into") { data.into = CaseID(.max) }
        if keys.contains("late") { data.late = true }
        if keys.contains("by") { data.by = much }
        if keys.contains("why") { data.why = much }
        if keys.contains("endpoint") { data.endpoint = much }
        if keys.contains("promise") {
            data.promise = PromiseData(
                Promise(
                    number: 1, what: much, measure: much, owner: much, due: ManualTime.monday,
                    made: ManualTime.monday), of: CaseID(42), zone: .utc)
        }
        if keys.contains("rung") {
            data.rung = RungData(Rung(who: much, clock: much, when: .due, what: much), number: 1)
        }
        if keys.contains("source") {
            data.source = SourceData(
                name: much, subject: much, url: "https://shop.example/", since: ManualTime.monday,
                reason: much,
                changes: ContractField.allCases.map { Breach($0, before: much, after: much) }, way: .rule,
                fallback: .jsonLD)
        }
        if keys.contains("incident") {
            data.incident = IncidentData(
                Incident(
                    id: IncidentID(1), subject: much, source: SourceID(much), kind: .attack,
                    opened: ManualTime.monday, from: ManualTime.monday, until: ManualTime.monday,
                    window: .seconds(3600), count: 1, expected: 0.123,
                    likeness: Likeness(topic: much, words: Array(repeating: much, count: 50)), usualRate: 1,
                    why: much, last: ManualTime.monday),
                cases: (1...500).map { CaseID(.max - $0) },
                mentions: (1...50).map { _ in mention })
        }
        return data
    }

    /// Digests are held to their length by DigestDataTests.
    @Test(arguments: EventType.allCases.filter { $0 != .digest })
    func `everything as long as it can be`(type: EventType) throws {
        for sign in Self.signs {
            let much = String(repeating: sign, count: 9000)
            let subject: EventSubject =
                switch type.subjectForm.dropFirst().prefix(while: { $0 != "/" }) {
                case "mention": .mention(MentionID(9))
                case "source": .source("acme")
                case "incident": .incident(IncidentID(1))
                case "endpoint": .endpoint("desk")
                case "store$": .store
                default: .case(CaseID(42))
                }
            let data = everythingLong(type, much)
            let body = CloudEvent.body(
                id: EventID("evt_1"), type: type, subject: subject, time: ManualTime.monday,
                instance: "https://acme.example/ombud", data: data, cause: EventID("evt_0"),
                expires: type.expires ? ManualTime.monday : nil)
            #expect(body.count < 20_000, "\(sign.debugDescription): \(body.count)")
            #expect(SchemaCheck().faults(ofEvent: body) == [])
            // As long as it may be, not empty: what people read first is there.
            if data.mention != nil { #expect(body.count > 5000) }
        }
    }

    @Test func `a text that is cut says so, whatever made it too long`() throws {
        let data = everythingLong(.promiseBroken, String(repeating: "ы", count: 2000))
        #expect(data.mention?.textCut == false)
        let body = CloudEvent.body(
            id: EventID("evt_1"), type: .promiseBroken, subject: .case(CaseID(42)), time: ManualTime.monday,
            instance: "https://acme.example/ombud", data: data)
        let event = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        let mention = try #require((event["data"] as? [String: Any])?["mention"] as? [String: Any])
        #expect(mention["text_cut"] as? Bool == true)
    }
}
