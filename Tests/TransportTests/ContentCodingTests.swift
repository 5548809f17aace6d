import Foundation
import Testing
import Transport

/// Kept bodies, decoded as they were when they were fetched.
@Suite(.timeLimit(.minutes(5)))
struct ContentCodingTests {
    private func bytes(_ base64: String) throws -> [UInt8] {
        Array(try #require(Data(base64Encoded: base64)))
    }

    @Test(arguments: [
        ("gzip", "H4sIAAAAAAACA8tIzcnJzxglRolRYjgTAOW2bt/oAwAA"),
        ("deflate", "eJzLSM3JyVfIQJAAOi4GfQ=="),
        ("br", "CwKAaGVsbG8D"),
        ("zstd", "KLUv/QRYZQAAMGhlbGxvIAEAqUsRh04gCg=="),
    ])
    func `what a server packed is unpacked`(coding: String, body: String) async throws {
        let text = try await decoded(try bytes(body), coding: coding, atMost: 10_000)
        #expect(String(decoding: text, as: UTF8.self).hasPrefix("hello"))
    }

    @Test func `a large body that is not packed comes back as it is`() async throws {
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try await decoded(body, coding: "identity", atMost: body.count) == body)
    }

    @Test func `what is no such coding, or too much, is told`() async throws {
        await #expect(throws: CodingFailure.self) {
            try await decoded(Array("no gzip".utf8), coding: "gzip", atMost: 100)
        }
        let packed = try bytes("H4sIAAAAAAACA8tIzcnJzxglRolRYjgTAOW2bt/oAwAA")
        await #expect(throws: CodingFailure.tooLarge(limit: 10)) {
            try await decoded(packed, coding: "gzip", atMost: 10)
        }
    }
}
