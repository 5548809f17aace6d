import Gzip
import Testing

/// Members are made and read as RFC 1952 says, and nothing larger than allowed comes out.
@Suite struct GzipTests {
    /// `printf hello | gzip -n`.
    private let hello: [UInt8] = [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0,
        0,
        0,
    ]

    @Test func `a member made by another program is read`() throws {
        #expect(try gunzip(hello, atMost: 5) == Array("hello".utf8))
    }

    @Test(arguments: [0, 1, 6, 12])
    func `what is packed is unpacked`(level: Int) throws {
        let compressor = GzipCompressor(level: level)
        for count in [0, 1, 70_000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
            #expect(try gunzip(compressor.gzip(bytes), atMost: count) == bytes)
        }
    }

    @Test func `several members are one text`() throws {
        #expect(try gunzip(hello + hello, atMost: 10) == Array("hellohello".utf8))
        #expect(try gunzip(hello + [0, 0, 0], atMost: 10) == Array("hello".utf8))
    }

    @Test func `a member says how many bytes it takes`() throws {
        let member = try gunzipMember(hello + hello, at: hello.count, atMost: 5)
        #expect(member.length == hello.count)
    }

    @Test func `faults are named`() {
        #expect(throws: GzipError.notGzip) { try gunzip(Array("<xml/>".utf8), atMost: 100) }
        #expect(throws: GzipError.notGzip) { try gunzip([], atMost: 100) }
        #expect(throws: GzipError.tooLarge(limit: 4)) { try gunzip(hello, atMost: 4) }
        #expect(throws: GzipError.tooLarge(limit: 9)) { try gunzip(hello + hello, atMost: 9) }
        #expect(throws: GzipError.damaged(at: hello.count)) { try gunzip(hello + [1], atMost: 100) }
        for length in 2..<hello.count {
            #expect(throws: GzipError.damaged(at: 0)) { try gunzip(Array(hello.prefix(length)), atMost: 100) }
        }
        for index in 12..<hello.count {
            var wrong = hello
            wrong[index] ^= 1
            #expect(throws: GzipError.self) { try gunzip(wrong, atMost: 100) }
        }
    }

    @Test func `a bomb stops at the limit`() {
        let bomb = GzipCompressor().gzip([UInt8](repeating: 0, count: 20_000_000))
        #expect(bomb.count < 100_000)
        #expect(throws: GzipError.tooLarge(limit: 1_000_000)) { try gunzip(bomb, atMost: 1_000_000) }
    }

    @Test func `one compressor serves many tasks at once`() async throws {
        let compressor = GzipCompressor()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for task in 0..<50 {
                group.addTask {
                    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 / (task + 1)) }
                    return try gunzip(compressor.gzip(bytes), atMost: 5000) == bytes
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
