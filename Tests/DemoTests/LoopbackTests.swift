import Complaints
import Demo
import Foundation
import Testing

@Suite struct `What the demo does on purpose` {
    private let page = DemoPage.englishReviews

    @Test(arguments: [
        (LoopbackFault.status(503), 503), (.busy(status: 429, retryAfter: 7), 429),
        (.redirect(to: "http://127.0.0.1:1/"), 302), (.late(.milliseconds(20)), 200),
    ])
    func `a fault is answered as asked and mended again`(fault: LoopbackFault, status: Int) async throws {
        let site = DemoSite(now: Instant(seconds: 1_772_380_800))
        try await site.start()
        let address = try await site.url(of: page)
        await site.fault(fault, on: page)
        let answer = try await Client.get(address)
        #expect(answer.status == status)
        if case .busy(_, let seconds) = fault { #expect(answer.header("Retry-After") == String(seconds)) }
        await site.fault(nil, on: page)
        #expect(try await Client.get(address).status == 200)
        #expect(await site.requestCount(of: page.path) == 2)
        await site.stop()
    }

    @Test(arguments: [(LoopbackFault.cutOff, false), (.hang, true)])
    func `a broken connection gives the visitor no page`(fault: LoopbackFault, isImpatient: Bool) async throws
    {
        let site = DemoSite(now: Instant(seconds: 1_772_380_800))
        try await site.start()
        let address = try await site.url(of: page)
        await site.fault(fault, on: page)
        await #expect(throws: (any Error).self) { try await Client.get(address, isImpatient: isImpatient) }
        // An impatient visitor may have left before a busy machine took up the request.
        if !isImpatient { #expect(await site.requestCount(of: page.path) == 1) }
        await site.stop()
    }

    @Test func `a stopped site frees its port, and can be started on it again`() async throws {
        let site = DemoSite(now: Instant(seconds: 1_772_380_800))
        let port = try await site.start()
        let address = try await site.url(of: page)
        #expect(try await Client.get(address).status == 200)
        await site.stop()
        await #expect(throws: (any Error).self) { try await Client.get(address) }
        #expect(try await site.start(port: port) == port)
        #expect(try await Client.get(address).status == 200)
        await site.stop()
    }

    @Test func `a taken port is an error`() async throws {
        let first = try await LoopbackServer.start { _ in .text("first") }
        await #expect(throws: (any Error).self) {
            try await LoopbackServer.start(port: first.port) { _ in .text("second") }
        }
        await first.stop()
    }

    @Test func `the receiver keeps every delivery byte for byte`() async throws {
        let receiver = WebhookReceiver()
        try await receiver.start()
        let address = try #require(await receiver.url)
        await receiver.failNext(.status(500), .busy(status: 429, retryAfter: 3))
        let body: [UInt8] = Array("{\"a\": 1}\r\n\u{0}ż".utf8)
        var statuses: [Int] = []
        for _ in 0..<3 {
            statuses.append(
                try await Client.post(address, body: body, headers: ["webhook-id": "msg_1"]).status)
        }
        #expect(statuses == [500, 429, 200])
        #expect(await receiver.wait(atMost: .seconds(60)) { $0.contains { $0.answered == 200 } })
        let deliveries = await receiver.deliveries
        #expect(deliveries.map(\.number) == [1, 2, 3])
        #expect(deliveries.allSatisfy { $0.body == body && $0.id == "msg_1" })
        #expect(try await Client.get(address).status == 405)
        await receiver.fail(.status(410))
        #expect(try await Client.post(address, body: body).status == 410)
        await receiver.stop()
    }

    @Test func `waiting for what does not come ends`() async throws {
        let receiver = WebhookReceiver()
        try await receiver.start()
        #expect(await receiver.wait(atMost: .milliseconds(30)) { !$0.isEmpty } == false)
        #expect(await receiver.wait(atMost: .milliseconds(30)) { $0.isEmpty })
        await receiver.stop()
    }
}
