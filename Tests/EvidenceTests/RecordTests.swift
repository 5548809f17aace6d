import Complaints
import Gzip
import TestSupport
import Testing

@testable import Evidence

/// What stands in a record, byte for byte.
@Suite struct RecordTests {
    @Test func `a response and its request read back as they were`() throws {
        let records = RecordMaker.counting().page()
        let response = try ReadRecord(try gunzip(records[0].member, atMost: 10_000))
        let request = try ReadRecord(try gunzip(records[1].member, atMost: 10_000))
        #expect(
            response.fields.map { "\($0.name): \($0.value)" } == [
                "WARC-Type: response", "WARC-Record-ID: <urn:uuid:00000000-0000-4001-8000-000000000002>",
                "WARC-Date: 2026-03-02T10:00:00.000Z", "WARC-Target-URI: https://shop.example/reviews",
                "WARC-IP-Address: 192.0.2.7",
                "WARC-Concurrent-To: <urn:uuid:00000000-0000-4003-8000-000000000004>",
                "Content-Type: application/http; msgtype=response",
                // printf '<p>Terrible.</p>' | sha256sum
                "WARC-Payload-Digest: sha256:\(hexadecimal(sha256(Array("<p>Terrible.</p>".utf8))))",
                "WARC-Block-Digest: sha256:\(hexadecimal(sha256(response.block)))",
                "Content-Length: \(response.block.count)",
            ])
        #expect(text(response.content) == "<p>Terrible.</p>")
        #expect(text(response.head).hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(request.value("WARC-Type") == "request")
        #expect(request.value("Content-Type") == "application/http; msgtype=request")
        #expect(text(request.block) == "GET /reviews HTTP/1.1\r\nHost: shop.example\r\n\r\n")
        #expect(records[1].entry.refersTo == records[0].entry.record)
        #expect(records[0].entry.validator == "\"v1\"")
    }

    @Test func `a known text has its known digest`() {
        #expect(
            hexadecimal(sha256(Array("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `a revisit says of what and why`() throws {
        let maker = RecordMaker.counting()
        let copy = maker.page()[0].entry
        let exchange = Exchange.make("", head: "HTTP/1.1 304 Not Modified\r\n\r\n", status: 304)
        for notModified in [true, false] {
            let packed = maker.revisit(
                exchange, of: copy, notModified: notModified, source: "acme-opinions",
                at: ManualTime.monday + .seconds(60))
            let record = try ReadRecord(try gunzip(packed[0].member, atMost: 10_000))
            let profile = notModified ? "server-not-modified" : "identical-payload-digest"
            #expect(record.value("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/\(profile)")
            #expect(record.value("WARC-Refers-To") == "<urn:uuid:\(copy.record)>")
            #expect(record.value("WARC-Refers-To-Target-URI") == "https://shop.example/reviews")
            #expect(record.value("WARC-Refers-To-Date") == "2026-03-02T10:00:00.000Z")
            #expect(record.value("WARC-Payload-Digest") == "sha256:" + hexadecimal(copy.payloadDigest ?? []))
            #expect(text(record.block) == "HTTP/1.1 304 Not Modified\r\n\r\n")
        }
    }

    /// RFC 9112 section 7.1.
    @Test(arguments: [
        ("4\r\nWiki\r\n7\r\npedia i\r\nB\r\nn \r\nchunks.\r\n0\r\n\r\n", "Wikipedia in \r\nchunks."),
        ("3;name=\"v\"\r\nabc\r\n0\r\nExpires: never\r\n\r\n", "abc"), ("0\r\n\r\n", ""),
        ("a \r\n0123456789\r\n0\r\n\r\n", "0123456789"), ("4\r\nWik", nil), ("x\r\nabc\r\n0\r\n\r\n", nil),
        ("3\r\nabcd\r\n0\r\n\r\n", nil), ("FFFFFFFFFFFFFFFF\r\nabc\r\n", nil), ("", nil),
        ("3\r\nabc\r\n", nil),
    ])
    func `chunks are put together`(body: String, content: String?) {
        #expect(dechunked(Array(body.utf8)).map { text($0) } == content)
    }

    @Test func `the digest of a chunked page is that of its content`() throws {
        let exchange = Exchange.make(
            "3\r\nabc\r\n0\r\n\r\n", head: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        let payload = Payload(exchange)
        #expect(payload.digest == sha256(Array("abc".utf8)))
        let records = RecordMaker.counting().response(
            exchange, payload: payload, source: "acme-opinions", at: ManualTime.monday)
        let record = try ReadRecord(try gunzip(records[0].member, atMost: 10_000))
        #expect(record.value("WARC-Payload-Digest") == nil)
        #expect(text(record.content) == "3\r\nabc\r\n0\r\n\r\n")
        #expect(records[0].entry.payloadDigest == payload.digest)
    }

    @Test(arguments: [
        ("Authorization: Basic c2VjcmV0", "Authorization: [struck out]"),
        ("proxy-authorization:Basic c2VjcmV0", "proxy-authorization: [struck out]"),
        ("X-Api-Key: secret", "X-Api-Key: [struck out]"),
        ("Authorization: Basic\r\n c2VjcmV0", "Authorization: [struck out]"),
        (
            "Cookie: sid=secret; theme=secret=; secret",
            "Cookie: sid=[struck out]; theme=[struck out]; [struck out]"
        ),
        ("cookie: sid=secret;\r\n\ttheme=secret", "cookie: sid=[struck out]"),
        ("Accept: text/html", "Accept: text/html"), ("X-Api-Keys: no", "X-Api-Keys: no"),
    ])
    func `secrets of a request are struck out`(line: String, expected: String) throws {
        let exchange = Exchange.make(
            request: "GET / HTTP/1.1\r\nHost: shop.example\r\n\(line)\r\nAccept-Language: pl\r\n\r\n")
        let records = RecordMaker.counting().response(
            exchange, payload: Payload(exchange), source: "acme-opinions", at: ManualTime.monday,
            secretHeaders: ["x-api-key"])
        let record = try ReadRecord(try gunzip(records[1].member, atMost: 10_000))
        #expect(
            text(record.block)
                == "GET / HTTP/1.1\r\nHost: shop.example\r\n\(expected)\r\nAccept-Language: pl\r\n\r\n")
    }

    @Test func `a line end in a URL ends no line of the record`() throws {
        let records = RecordMaker.counting().page(url: "https://shop.example/a\r\nWARC-Type: x")
        let record = try ReadRecord(try gunzip(records[0].member, atMost: 10_000))
        #expect(record.value("WARC-Target-URI") == "https://shop.example/a%0D%0AWARC-Type:%20x")
        #expect(records[0].entry.url == record.value("WARC-Target-URI"))
    }

    @Test func `an unchanged page is witnessed once after its copy and then daily`() {
        let now = ManualTime.monday
        var copy = EvidenceEntry(
            source: "acme-opinions", kind: .response, record: "r", url: "u", at: now, payloadDigest: [1])
        copy.validator = "\"v1\""
        let fresh = LatestEvidence(copy: copy)
        let seen = LatestEvidence(copy: copy, revisited: now)
        let hour = now + .seconds(3600)
        #expect(archiving(.bytes([1]), latest: nil, now: now) == .copy)
        #expect(archiving(.bytes([2]), latest: seen, now: now) == .copy)
        #expect(archiving(.bytes([1]), latest: fresh, now: now) == .revisit(of: copy))
        #expect(archiving(.bytes([1]), latest: seen, now: hour) == .hold(.witnessed(at: now)))
        #expect(archiving(.bytes([1]), latest: seen, now: hour, always: true) == .revisit(of: copy))
        #expect(archiving(.bytes([1]), latest: seen, now: now + .seconds(86_400)) == .revisit(of: copy))
        #expect(archiving(.bytes([1]), latest: seen, now: now - .seconds(864_000)) == .revisit(of: copy))
        #expect(archiving(.notModified(validator: "\"v1\""), latest: fresh, now: now) == .revisit(of: copy))
        #expect(archiving(.notModified(validator: "\"v2\""), latest: fresh, now: now) == .hold(.noCopy))
        #expect(archiving(.notModified(validator: nil), latest: fresh, now: now) == .hold(.noCopy))
        #expect(archiving(.notModified(validator: "\"v1\""), latest: nil, now: now) == .hold(.noCopy))
    }
}
