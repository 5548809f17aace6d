import Complaints
import Foundation
import TestSupport
import Testing

/// The schemas are valid themselves, the examples fit them, and what does not fit is found.
@Suite struct EventSchemaTests {
    private func parsed(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: EventType.allCases)
    func `the example of a type fits its schema`(type: EventType) {
        #expect(SchemaCheck().faults(ofEvent: EventExample.body(of: type)) == [])
    }

    @Test(arguments: EventType.allCases)
    func `the data that dataschema names is described by the schema of that name`(type: EventType) throws {
        let event = try parsed(String(decoding: EventExample.body(of: type), as: UTF8.self))
        let schema = try parsed(EventSchema.dataText(of: type))
        #expect(event["dataschema"] as? String == schema["$id"] as? String)
        #expect(SchemaCheck().faults(of: try #require(event["data"]), against: schema) == [])
        let whole = try parsed(EventSchema.text(of: type))
        #expect(whole["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect((whole["properties"] as? [String: Any])?["data"] != nil)
    }

    @Test func `the names of attributes are lower case letters and digits, as CloudEvents wants them`() throws
    {
        for type in EventType.allCases {
            let event = try parsed(String(decoding: EventExample.body(of: type), as: UTF8.self))
            for name in event.keys { #expect(name.allSatisfy { ("a"..."z").contains($0) }, "\(name)") }
            let source = try #require(event["source"] as? String)
            #expect(source.contains(":") && event["specversion"] as? String == "1.0")
        }
    }

    @Test(
        arguments: [
            ("data", "surprise", "text"), ("", "surprise", 1), ("data.case", "state", "lost"),
            ("data.case", "opened", "yesterday"), ("data.case", "version", 1.5),
            ("data.mention", "flagged", 1),
            ("data.mention", "id", "1234"), ("", "sequence", "3"), ("", "source", "nowhere"),
            ("", "id", "a.b"),
            ("data.case", "clocks", "none"), ("", "dataschema", "urn:other"), ("data.mention", "score", true),
        ] as [(String, String, any Sendable)])
    func `an event with something else in it does not fit`(
        place: String, key: String, value: any Sendable
    ) throws {
        var event = try parsed(String(decoding: EventExample.body(of: .caseOpened), as: UTF8.self))
        var data = try #require(event["data"] as? [String: Any])
        switch place {
        case "": event[key] = value
        case "data": data[key] = value
        default:
            let name = String(place.dropFirst("data.".count))
            var inner = try #require(data[name] as? [String: Any])
            inner[key] = value
            data[name] = inner
        }
        event["data"] = data
        let body = try JSONSerialization.data(withJSONObject: event)
        #expect(!SchemaCheck().faults(ofEvent: Array(body)).isEmpty)
    }

    @Test(arguments: [
        "id", "source", "specversion", "type", "time", "subject", "dataschema", "sequence", "data",
    ])
    func `an event without one of its attributes does not fit`(name: String) throws {
        var event = try parsed(String(decoding: EventExample.body(of: .caseOpened), as: UTF8.self))
        event[name] = nil
        let body = try JSONSerialization.data(withJSONObject: event)
        #expect(!SchemaCheck().faults(ofEvent: Array(body)).isEmpty)
    }
}
