import Complaints
import Foundation
import TestSupport
import Testing

@testable import Reading

/// Dates, encodings, paths and feeds that others collected; each set has a floor that is kept.
struct SharedCaseTests {
    struct DateCase: Decodable {
        struct Input: Decodable {
            var text: String, now: String, language: String?, zone: String?, order: String?
        }
        struct Expected: Decodable { var date: String?, level: String? }
        var id: String
        var group: String
        var counted: Bool
        var input: Input
        var expect: Expected
    }

    @Test(.needsCases("dates.jsonl"))
    func `dates in the languages of the first markets are read`() throws {
        var right: [String: Int] = [:]
        var all: [String: Int] = [:]
        for line in try Cases.lines("dates.jsonl") {
            let one = try JSONDecoder().decode(DateCase.self, from: line)
            guard let now = Instant(rfc3339: one.input.now) else { continue }
            let time = parseDate(
                one.input.text, language: one.input.language, now: now, zone: one.input.zone,
                order: one.input.order.flatMap(DateOrder.init))
            let length =
                ["year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16][one.expect.level ?? ""] ?? 19
            let found = time?.instant.rfc3339(offset: time?.offset ?? 0).prefix(length)
            let wanted = one.expect.date?.prefix(length)
            all[one.group, default: 0] += 1
            let isRight =
                found == wanted || (time?.instant.description.prefix(length)).map { $0 == wanted } ?? false
            if isRight {
                right[one.group, default: 0] += 1
            } else if ProcessInfo.processInfo.environment["OMBUD_MISSES"] == one.group {
                print(
                    "  \(one.input.text) | now \(one.input.now) | wanted \(wanted ?? "nil"), found \(found ?? "nil")"
                )
            }
        }
        let shown = ["en", "pl", "ru", "uk", "cs", "sk", "de", "fr", "es", "it", "pt", "nl", "not said"]
        print(shown.map { "\($0) \(right[$0] ?? 0)/\(all[$0] ?? 0)" }.joined(separator: ", "))
        let markets = ["en", "pl", "ru", "uk", "cs", "de"]
        let share =
            Double(markets.reduce(0) { $0 + (right[$1] ?? 0) })
            / Double(markets.reduce(0) { $0 + (all[$1] ?? 0) })
        #expect(share >= 0.7)
    }

    struct EncodingCase: Decodable {
        struct Input: Decodable { var base64: String, content_type: String? }
        struct Expected: Decodable { var encoding: String }
        var id: String
        var input: Input
        var expect: Expected
    }

    @Test(.needsCases("encodings.jsonl"))
    func `encodings are told as browsers tell them`() throws {
        var right = 0
        var all = 0
        for line in try Cases.lines("encodings.jsonl") {
            let one = try JSONDecoder().decode(EncodingCase.self, from: line)
            let bytes = [UInt8](Data(base64Encoded: one.input.base64) ?? Data())
            let found = decode(bytes, contentType: one.input.content_type).encoding
            all += 1
            if found == one.expect.encoding {
                right += 1
            } else {
                print("  \(one.id): \(found), not \(one.expect.encoding)")
            }
        }
        print("encodings \(right)/\(all)")
        #expect(Double(right) >= 0.95 * Double(all))
    }

    @Test(.needsCases("jsonpath.json"))
    func `paths select what RFC 9535 says, and bad ones are refused`() throws {
        let bytes = [UInt8](try Data(contentsOf: Cases.url("jsonpath.json")))
        let cases = bytes.withUnsafeBufferPointer { readJSON($0) }.first?.list ?? []
        var right = 0
        for one in cases {
            guard let text = one["input"]?["path"]?.string, let document = one["input"]?["document"] else {
                continue
            }
            let path = try? JSONPath(checking: text)
            var isRight = false
            if one["expect"]?["invalid"] == .bool(true) {
                isRight = path == nil
            } else if let path, let results = one["expect"]?["results"]?.list {
                let nodes = path.nodes(in: document)
                let values = JSONValue.array(nodes.map(\.value))
                isRight =
                    results.contains { $0 == values }
                    && (one["expect"]?["paths"]?.list ?? []).contains {
                        $0 == .array(nodes.map { .string($0.path) })
                    }
            }
            if isRight { right += 1 } else { print("  \(one["id"]?.string ?? ""): \(text)") }
        }
        print("jsonpath \(right)/\(cases.count)")
        #expect(Double(right) >= 0.95 * Double(cases.count))
    }
}
