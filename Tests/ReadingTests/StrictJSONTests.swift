/// JSON to the letter: lines that programs write.
import Testing

@testable import Reading

struct StrictJSONTests {
    @Test func `members keep the order in which they stand`() throws {
        let names = (0..<40).map { "k\($0 * 7919 % 101)" }
        let text = "{" + names.map { "\"\($0)\": 1" }.joined(separator: ", ") + "}"
        guard case .object(let members) = try readStrictJSON(text) else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.key) == names)
    }

    @Test(
        arguments: [
            ("9007199254740993", .integer(9_007_199_254_740_993)), ("-0", .integer(0)),
            ("1.5e3", .number(1500)),
            ("123456789012345678901234567890", .number(1.2345678901234568e29)), ("1e-400", .number(0)),
            (#""\ud83d\ude00 \u00e9 \/""#, .string("😀 é /")), (#""\ud83d""#, .string("\u{FFFD}")),
            (" [ true , false , null ] ", .array([.bool(true), .bool(false), .null])), ("{}", .object([])),
            (
                #"{"a":1,"b":2,"a":3}"#,
                .object([.init(key: "a", value: .integer(3)), .init(key: "b", value: .integer(2))])
            ),
        ] as [(String, JSONValue)])
    func `what is JSON is read`(text: String, wanted: JSONValue) throws {
        #expect(try readStrictJSON(text) == wanted)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "01", "1.", ".5", "+1", "1e", "-", "NaN",
        "tru",
        "truex", "1 2", "\"a", "\"\\x\"", "\"\\u12g4\"", "\"a\tb\"", "1e400", "-1e400", "{\"a\" 1}", "[1 2]",
        "// a",
    ])
    func `what is none is told where`(text: String) {
        #expect(throws: JSONFault.self) { try readStrictJSON(text) }
    }

    @Test func `no depth takes the stack`() {
        #expect(throws: JSONFault.self) { try readStrictJSON(String(repeating: "[", count: 1_000_000)) }
        #expect(throws: JSONFault.self) {
            try readStrictJSON(String(repeating: "{\"a\":", count: 1_000_000))
        }
    }
}
