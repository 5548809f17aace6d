import Foundation
import TestSupport
import Testing

@testable import Complaints

/// What each service gets, with words that would do harm there.
@Suite struct FormTests {
    static let hostile =
        "<!channel> <!here> @channel @everyone @here @room <@U123> <https://evil.example|click> "
        + "[click](https://evil.example) **bold** `code` <b>bold</b> <script>x</script> &amp; \"q\" 'a' "
        + "https://evil.example www.evil.example /start #tag <@&1> ||spoiler|| \u{202E}desrever\r\nBcc: x@evil.example"

    static let chats: [AlertForm] = [
        .slack, .mattermost, .teams, .discord, .alertmanager,
        .telegram(TelegramChat(token: Secret("1:a"), chat: "-100", thread: 5)),
        .matrix(MatrixRoom(token: Secret("t"), room: "!r:example.org")),
    ]

    private func json(
        _ form: AlertForm, _ type: EventType = .caseMissed, words: String = FormTests.hostile,
        language: Reader.Language = .en
    ) throws -> [String: Any] {
        let text = try endpoint(form, language).text(of: SampleEvent.body(type, words: words, author: words))
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any] ?? (value as? [[String: Any]])?.first)
    }

    private func endpoint(_ form: AlertForm, _ language: Reader.Language = .en) -> Endpoint {
        Endpoint(
            name: "chat", url: "https://chat.example/hook", form: form, reader: Reader(language: language))
    }

    /// Every text in it.
    private func texts(_ value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let list as [Any]: list.flatMap(texts)
        case let map as [String: Any]: map.values.flatMap(texts)
        default: []
        }
    }

    @Test(arguments: EventType.allCases)
    func `every event makes a message for every service, the same each time`(type: EventType) throws {
        for form in Self.chats {
            for language in Reader.Language.allCases {
                let body = SampleEvent.body(type)
                let text = try endpoint(form, language).text(of: body)
                #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is NSObject)
                #expect(try endpoint(form, language).text(of: body) == text)
            }
        }
    }

    @Test func `Slack gets strangers' words as plain text, and one link`() throws {
        let message = try json(.slack)
        let blocks = try #require(message["blocks"] as? [[String: Any]])
        #expect(blocks.first?["type"] as? String == "header" && blocks.count <= 50)
        var marked: [String] = []
        func look(_ value: Any) {
            if let map = value as? [String: Any] {
                if map["type"] as? String == "mrkdwn", let text = map["text"] as? String {
                    marked.append(text)
                }
                map.values.forEach(look)
            } else if let list = value as? [Any] {
                list.forEach(look)
            }
        }
        look(blocks)
        #expect(marked == ["<https://reviews.example/acme?id=1&amp;page=2|Open the complaint>"])
        for text in texts(message) where !marked.contains(text) { #expect(!text.contains("<")) }
        #expect(message["mrkdwn"] as? Bool == false && message["unfurl_links"] as? Bool == false)
    }

    @Test(arguments: [AlertForm.mattermost, .discord])
    func `Markdown of strangers is escaped, and nobody is called`(form: AlertForm) throws {
        let message = try json(form)
        let text = texts(message).joined(separator: "\n")
        for call in ["@channel", "@everyone", "@here", "<@U123>", "https://evil", "www.evil"] {
            #expect(!text.contains(call), "\(call)")
        }
        #expect(!text.contains("[click]") && text.contains("\\[click\\]"))
        #expect(!text.contains("**bold**") && text.contains("[Open the complaint](<https://reviews.example/"))
        if form == .discord {
            #expect((message["allowed_mentions"] as? [String: [String]]) == ["parse": []])
            #expect(message["flags"] as? Int == 4)
        }
    }

    @Test func `Discord's message is never longer than 2,000 characters`() throws {
        for words in [String(repeating: "*", count: 9000), String(repeating: "😀", count: 9000)] {
            let text = try #require(try json(.discord, words: words)["content"] as? String)
            #expect(text.utf16.count <= 2000)
            #expect(text.contains("Case") && text.contains("(<https://"))
        }
    }

    @Test func `Teams gets a card in its envelope, of text runs alone`() throws {
        let message = try json(.teams)
        #expect(message["type"] as? String == "message")
        let attachment = try #require((message["attachments"] as? [[String: Any]])?.first)
        #expect(attachment["contentType"] as? String == "application/vnd.microsoft.card.adaptive")
        let card = try #require(attachment["content"] as? [String: Any])
        #expect(card["type"] as? String == "AdaptiveCard" && card["version"] as? String == "1.4")
        for block in try #require(card["body"] as? [[String: Any]]) {
            #expect(block["type"] as? String == "RichTextBlock")
        }
        #expect(
            (card["actions"] as? [[String: Any]])?.first?["url"] as? String
                == "https://reviews.example/acme?id=1&page=2")
        let huge = try endpoint(.teams).text(
            of: SampleEvent.body(.incidentOpened, words: String(repeating: "語", count: 9000)))
        #expect(huge.utf8.count < 28_000)
    }

    @Test func `Telegram gets HTML of which only the marks are ours`() throws {
        let message = try json(Self.chats[5])
        #expect(message["chat_id"] as? Int == -100 && message["message_thread_id"] as? Int == 5)
        #expect(message["parse_mode"] as? String == "HTML")
        let text = try #require(message["text"] as? String)
        let bare = text.replacing(/<(\/?[bi]|a href="[^"<>]*"|\/a)>/, with: "")
        #expect(!bare.contains("<") && !bare.contains(">"), "\(bare)")
        #expect(bare.replacing(/&(amp|lt|gt|quot);/, with: "").contains("&") == false)
        #expect(!bare.contains("@channel") && !bare.contains("/start"))
        let long = try json(Self.chats[5], words: String(repeating: "&", count: 9000))
        #expect((long["text"] as? String)?.utf16.count ?? 9999 <= 4096)
        let url = TelegramForm.address(
            "https://api.telegram.org/", TelegramChat(token: Secret("1:a"), chat: "@x"))
        #expect(url == "https://api.telegram.org/bot1:a/sendMessage")
    }

    @Test func `Matrix gets the same id for the same event, and mentions nobody`() throws {
        let message = try json(Self.chats[6])
        #expect(
            (message["m.mentions"] as? [String: Any])?.isEmpty == true
                && message["msgtype"] as? String == "m.text")
        let html = try #require(message["formatted_body"] as? String)
        #expect(!html.contains("<script") && html.contains("&lt;\u{200B}script&gt;"))
        #expect(!(try #require(message["body"] as? String)).contains("@room"))
        #expect(
            MatrixForm.address(
                "https://m.example/", MatrixRoom(token: Secret("t"), room: "!a/b:ex.org"), EventID("evt_1"))
                == "https://m.example/_matrix/client/v3/rooms/%21a%2Fb%3Aex.org/send/m.room.message/evt_1")
    }

    @Test func `what Alertmanager was told to fire it is told to end, by the same labels`() throws {
        func labels(_ type: EventType, endsIn: (Instant) -> Bool) throws -> Set<[String: String]> {
            let body = SampleEvent.body(type, time: ManualTime.monday)
            let text = try endpoint(.alertmanager).text(of: body)
            let alerts = try #require(
                try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
            return Set(
                alerts.compactMap { alert in
                    let end = (alert["endsAt"] as? String).flatMap { Instant(rfc3339: $0) }
                    return end.map(endsIn) == true ? alert["labels"] as? [String: String] : nil
                })
        }
        let pairs: [(EventType, EventType)] = [
            (.caseOpened, .caseResolved), (.caseOpened, .caseClosed), (.caseWarning, .caseMissed),
            (.caseMissed, .caseResolved), (.caseEscalated, .caseMerged), (.promiseAtRisk, .promiseKept),
            (.promiseBroken, .promiseKept), (.sourceBlind, .sourceRecovered),
            (.sourceChanged, .sourceRecovered),
            (.incidentOpened, .incidentClosed), (.caseMissed, .caseDelayed),
        ]
        for (begin, end) in pairs {
            let fired = try labels(begin) { $0 > ManualTime.monday + .seconds(86_400 * 300) }
            let ended = try labels(end) { $0 == ManualTime.monday }
            #expect(!fired.isEmpty && fired.isSubset(of: ended), "\(begin) \(end) \(fired) \(ended)")
        }
        #expect(
            try labels(.test) { $0 == ManualTime.monday + .seconds(86_400) }.first?["alertname"]
                == "OmbudTest")
    }

    @Test func `a command gets the event's own bytes and its id in the environment`() throws {
        let body = SampleEvent.body(.caseMissed)
        let message = try endpoint(.command(["/bin/true", "x"])).message(id: EventID("evt_9"), body: body) {
            template, _, _ throws(MessageFault) in template.text
        }
        guard case .command(let words, let input, let environment) = message else {
            Issue.record("no command")
            return
        }
        #expect(words == ["/bin/true", "x"] && input == body)
        #expect(environment["WEBHOOK_ID"] == "evt_9" && environment["OMBUD_TYPE"] == "ombud.case.missed")
        #expect(environment["OMBUD_SUBJECT"] == "case/42")
    }

    @Test func `CloudEvents are the stored bytes and nothing else`() throws {
        let body = SampleEvent.body(.caseMissed)
        #expect(try endpoint(.cloudEvents).text(of: body) == String(decoding: body, as: UTF8.self))
    }
}

@Suite struct AnswerTests {
    private let now = ManualTime.monday

    private func attempt(_ form: AlertForm.Name, _ status: Int, _ body: String = "") -> Attempt {
        form.attempt(ServiceAnswer(status: status, body: Array(body.utf8)), now: now)
    }

    @Test func `each service says in its own way when to come again`() {
        let cases: [(AlertForm.Name, String, Duration)] = [
            (.telegram, #"{"ok":false,"error_code":429,"parameters":{"retry_after":35}}"#, .seconds(35)),
            (
                .discord, #"{"message":"You are being rate limited.","retry_after":0.75,"global":false}"#,
                .milliseconds(750)
            ),
            (.matrix, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2000}"#, .seconds(2)),
        ]
        for (form, body, wait) in cases {
            #expect(attempt(form, 429, body) == .answered(status: 429, retryAfter: now + wait))
        }
        let header = ServiceAnswer(status: 429, retryAfter: now + .seconds(60))
        #expect(
            AlertForm.Name.slack.attempt(header, now: now)
                == .answered(status: 429, retryAfter: now + .seconds(60)))
    }

    @Test func `what a service says of a message it does not take is told to people`() {
        #expect(
            attempt(.telegram, 400, #"{"ok":false,"description":"Bad Request: chat not found"}"#)
                == .failed("it answered 400: Bad Request: chat not found"))
        #expect(attempt(.slack, 400, "invalid_payload") == .failed("it answered 400: invalid_payload"))
        #expect(
            attempt(.mattermost, 404, #"{"message":"Invalid webhook"}"#)
                == .failed("it answered 404: Invalid webhook"))
        #expect(attempt(.slack, 500, "<html>secret page</html>") == .failed("it answered 500"))
        #expect(
            attempt(.telegram, 200, #"{"ok":false,"description":"no"}"#) == .failed("it answered 200: no"))
    }

    @Test func `taken is taken, and what concerns the endpoint is handed on`() {
        #expect(attempt(.slack, 200, "ok") == .answered(status: 200, retryAfter: nil))
        #expect(attempt(.discord, 204) == .answered(status: 204, retryAfter: nil))
        #expect(attempt(.teams, 202) == .answered(status: 202, retryAfter: nil))
        for status in [302, 410, 503] {
            #expect(attempt(.matrix, status) == .answered(status: status, retryAfter: nil))
        }
        #expect(
            attempt(
                .teams, 200,
                "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with"
            )
                == .answered(status: 429, retryAfter: nil))
    }
}
