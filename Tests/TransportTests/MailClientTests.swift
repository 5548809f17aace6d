import Complaints
import TestSupport
import Testing

@testable import Transport

@Suite(.timeLimit(.minutes(1)))
struct MailClientTests {
    private static let open = AddressPolicy(allowsPrivate: true)

    private func request(
        _ server: String, to: [String] = ["desk@example.org"], needsTLS: Bool = false, login: Bool = false,
        timeout: Duration = .seconds(20), addresses: AddressPolicy = MailClientTests.open
    ) -> MailRequest {
        var options = FetchOptions()
        if login { options.authorization = .basic(user: "ombud", password: Secret("geheim")) }
        return MailRequest(
            server: server, sender: "ombud@example.org", recipients: to,
            message: Array("Subject: a\r\n\r\n.dot\r\nend\r\n".utf8), options: options, needsTLS: needsTLS,
            timeout: timeout, addresses: addresses)
    }

    @Test func `a mail arrives with its envelope, every byte of it`() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let status = try await MailClient().send(
            request(sink.url, to: ["desk@example.org", "boss@example.org"], login: true))
        #expect(status == 250)
        let mail = try #require(sink.received.first)
        #expect(mail.from == "ombud@example.org" && mail.to == ["desk@example.org", "boss@example.org"])
        #expect(mail.text == "Subject: a\r\n\r\n.dot\r\nend\r\n")
        #expect(mail.login == " ombud geheim")
    }

    @Test(arguments: [
        (["RCPT": "550 5.1.1 nobody here"], MailFailure.refused(status: 550, said: "5.1.1 nobody here")),
        ([".": "554 5.7.1 spam"], .refused(status: 554, said: "5.7.1 spam")),
        (["MAIL": "553 5.7.1 not you"], .refused(status: 553, said: "5.7.1 not you")),
        (["RCPT": "451 4.3.0 later"], .notNow("it answered 451: 4.3.0 later")),
        ([".": "452 4.2.2 full"], .notNow("it answered 452: 4.2.2 full")),
        (["greeting": "421 busy"], .notNow("it answered 421: busy")),
        (["greeting": "554 go away"], .notNow("it answered 554: go away")),
    ])
    func `5xx to a mail is for good, 4xx and a closed door are not`(
        replies: [String: String], failure: MailFailure
    ) async throws {
        let sink = try MailSink(replies: replies)
        defer { sink.stop() }
        await #expect(throws: failure) { try await MailClient().send(request(sink.url)) }
        #expect(sink.received.isEmpty)
    }

    @Test func `a login that fails is tried again: the account is ours, not the mail's`() async throws {
        let sink = try MailSink(replies: ["AUTH": "535 5.7.8 wrong"])
        defer { sink.stop() }
        await #expect(throws: MailFailure.notNow("the login was refused: 5.7.8 wrong")) {
            try await MailClient().send(request(sink.url, login: true))
        }
    }

    @Test func `without STARTTLS nothing is said, no password either`() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let failure = await #expect(throws: MailFailure.self) {
            try await MailClient().send(request(sink.url, needsTLS: true, login: true))
        }
        #expect(failure?.description.contains("STARTTLS") == true, "\(failure?.description ?? "")")
        #expect(!sink.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test func `a STARTTLS that leads to no TLS is a failure that says so`() async throws {
        let sink = try MailSink(replies: ["STARTTLS": "220 go on"], offers: ["STARTTLS"])
        defer { sink.stop() }
        let failure = await #expect(throws: MailFailure.self) {
            try await MailClient().send(request(sink.url, needsTLS: true, timeout: .seconds(2)))
        }
        if case .notNow = failure {} else { Issue.record("\(String(describing: failure))") }
        #expect(sink.received.isEmpty)
    }

    @Test func `a server that says nothing is given up in time`() async throws {
        let sink = try MailSink(replies: ["RCPT": ""])
        defer { sink.stop() }
        await #expect(throws: MailFailure.notNow("the time was over before the mail was taken")) {
            try await MailClient().send(request(sink.url, timeout: .milliseconds(300)))
        }
    }

    @Test func `a closed address is not connected to`() async throws {
        let sink = try MailSink()
        defer { sink.stop() }
        let failure = await #expect(throws: MailFailure.self) {
            try await MailClient().send(request(sink.url, addresses: .publicOnly))
        }
        #expect(failure?.description.contains("127.0.0.1") == true)
        #expect(sink.commands.isEmpty)
    }

    @Test func `a cancelled mail ends its conversation`() async throws {
        let sink = try MailSink(replies: ["MAIL": ""])
        defer { sink.stop() }
        let task = Task { [request = request(sink.url)] in try await MailClient().send(request) }
        while !sink.commands.contains(where: { $0.hasPrefix("MAIL") }) { await Task.yield() }
        task.cancel()
        await #expect(throws: MailFailure.cancelled) { try await task.value }
    }
}

@Suite(.timeLimit(.minutes(1)))
struct CommandErrandTests {
    private func errand(_ script: String, timeout: Duration = .seconds(20)) -> CommandErrand {
        CommandErrand(
            command: ["/bin/sh", "-c", script], input: Array("{\"id\":1}".utf8),
            environment: ["WEBHOOK_ID": "evt_1"], timeout: timeout)
    }

    @Test func `a program reads the event and knows its id`() async throws {
        let fetcher = CommandFetcher()
        try await fetcher.run(
            errand(#"test "$(cat)" = '{"id":1}' && test "$WEBHOOK_ID" = evt_1 && test -z "$OMBUD_URL""#))
        await fetcher.shutdown()
    }

    @Test func `its exit status is its answer, with its last words`() async throws {
        let fetcher = CommandFetcher()
        await #expect(
            throws: CommandFailure(command: "/bin/sh", reason: .exited(status: 75, said: "not now"))
        ) { try await fetcher.run(errand("echo not now >&2; exit 75")) }
        await fetcher.shutdown()
    }

    @Test func `what it writes is of no account, and what it does not read neither`() async throws {
        let fetcher = CommandFetcher()
        try await fetcher.run(errand("head -c 3000000 /dev/zero"))
        await fetcher.shutdown()
    }

    @Test func `one that does not end is ended`() async throws {
        let fetcher = CommandFetcher()
        let failure = await #expect(throws: CommandFailure.self) {
            try await fetcher.run(errand("sleep 600", timeout: .milliseconds(200)))
        }
        #expect(failure?.code == "timeout")
        await fetcher.shutdown()
    }
}
