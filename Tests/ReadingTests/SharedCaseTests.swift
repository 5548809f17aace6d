import Complaints
import Foundation
import TestSupport
import Testing

@testable import Reading

/// Encodings, paths and feeds that others collected; each set has a floor that is kept.
struct SharedCaseTests {
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
