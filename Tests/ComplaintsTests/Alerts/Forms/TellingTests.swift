import Complaints
import Foundation
import TestSupport
import Testing

@testable import Complaints

@Suite struct TellingTests {
    private func telling(
        _ type: EventType, _ language: Reader.Language = .en, words: String = "Nothing works.",
        author: String = "Anna"
    ) throws -> Telling {
        let event = try ToldEvent(SampleEvent.body(type, words: words, author: author))
        return Telling(event, for: Reader(language: language, zone: try #require(Zone("Europe/Warsaw"))))
    }

    @Test(arguments: Reader.Language.allCases)
    func `every event has a sentence in every language, with every place filled`(
        language: Reader.Language
    ) throws {
        let phrases = Phrases.of(language)
        #expect(Set(phrases.words.keys) == Set(Phrases.Word.allCases))
        #expect(Set(phrases.urgencies.keys) == Set(Score.Urgency.allCases))
        #expect(
            phrases.digests["digest"] != nil && Set(phrases.digests.keys) == Set(Phrases.english.digests.keys)
        )
        var headlines: Set<String> = []
        for type in EventType.allCases {
            let telling = try telling(type, language)
            #expect(phrases.headlines[type] != nil || type.rawValue == "ombud.digest", "\(type)")
            #expect(!telling.headline.contains("{") && !telling.headline.isEmpty)
            #expect(!telling.headline.contains("ombud."), "\(telling.headline)")
            headlines.insert(telling.headline)
        }
        #expect(headlines.count == EventType.allCases.count)
        // The same names are put in everywhere.
        for (type, pattern) in Phrases.english.headlines {
            let names = pattern.matches(of: /\{[a-z]+\}/).map { String($0.0) }
            for name in names { #expect(phrases.headlines[type]?.contains(name) == true, "\(type) \(name)") }
        }
    }

    @Test func `a missed deadline says which case, which clock, since when, whose it is and where`() throws {
        let telling = try telling(.caseMissed)
        #expect(telling.headline == "Case #42: the deadline “answer” was missed")
        #expect(telling.tone == .bad)
        let facts = Dictionary(telling.facts.map { ($0.label, $0.value) }) { a, _ in a }
        #expect(facts["Due"] == "2026-03-16 11:00 (Europe/Warsaw)")
        #expect(facts["Owner"] == "anna" && facts["Urgency"] == "high" && facts["Source"] == "acme-opinions")
        #expect(telling.quote == Telling.Quote(text: "Nothing works.", author: "Anna"))
        #expect(telling.link?.url == "https://reviews.example/acme?id=1&page=2")
        #expect(telling.summary == "Case #42: the deadline “answer” was missed — “Nothing works.”")
    }

    @Test func `a case that nobody has says so`() throws {
        let body = #"{"type":"ombud.case.assigned","data":{"case":{"id":7,"subject":"Acme"}}}"#
        let told = Telling(try ToldEvent(Array(body.utf8)), for: Reader(language: .pl))
        #expect(told.headline == "Sprawy #7 nikt teraz nie prowadzi")
    }

    @Test func `an event of a later version is told by its type`() throws {
        let body = #"{"type":"ombud.case.sung","subject":"case/7","data":{}}"#
        #expect(Telling(try ToldEvent(Array(body.utf8)), for: .usual).headline == "ombud.case.sung case/7")
    }

    @Test func `the first moment of a day is the end of the one before`() {
        let reader = Reader(zone: .utc)
        #expect(reader.text(instant("2026-03-01T00:00:00Z")) == "2026-02-28 24:00 (UTC)")
        #expect(reader.text(instant("2026-03-01T00:01:00Z")) == "2026-03-01 00:01 (UTC)")
    }

    @Test func `a digest lists what happened, in order, and how much more there was`() throws {
        let at = instant("2026-03-02T10:00:00Z")
        let events = (1...50).map { number in
            var facts = EventSummary.Facts()
            facts.case = Int64(number)
            facts.subject = "Acme"
            facts.due = instant("2026-03-04T10:00:00Z")
            facts.text = "Nothing works."
            return EventSummary(
                id: "evt_\(number)", type: "ombud.case.opened", subject: "case/\(number)",
                time: at + .seconds(Int64(number)), facts: facts)
        }
        var data = EventData()
        data.endpoint = "desk"
        data.digest = DigestData(
            reason: .quietHours, events: events, counts: [.init(type: "ombud.case.opened", count: 60)],
            from: at, until: at)
        let body = CloudEvent.body(
            id: EventID("evt_0"), type: .digest, subject: .endpoint("desk"), time: at,
            instance: "https://acme.example/ombud", data: data)
        let told = Telling(try ToldEvent(body), for: .usual)
        #expect(told.headline == "What happened in quiet hours (60)")
        #expect(
            told.lines.first
                == "2026-03-02 10:00  Case #1 was opened: Acme; Due: 2026-03-04 10:00 — “Nothing works.”")
        #expect(told.lines.count + told.more == 60)
        for form in [AlertForm.slack, .mattermost, .teams, .discord, .alertmanager] {
            let endpoint = Endpoint(name: "a", url: "https://a.example/", form: form)
            let text = try endpoint.text(of: body)
            #expect(text.contains("#") && text.contains("60"), "\(form)")
            #expect(text.contains("and more"), "\(form)")
        }
    }

    @Test func `strangers' text is one short line without hidden characters`() {
        #expect("a\u{202E}b\r\nc\t\u{0} d\u{200B}\u{2066}".onOneLine == "ab c d")
        #expect("Zażółć gęślą".onOneLine == "Zażółć gęślą")
        let zalgo = "a" + String(repeating: "\u{301}", count: 5000)
        #expect(zalgo.shortened(to: 100).unicodeScalars.count == 100)
        #expect("one two three".shortened(to: 9) == "one two…")
        #expect("short".shortened(to: 5) == "short")
    }

    @Test(arguments: [
        ("@channel hi", "@\u{200B}channel hi"),
        ("mail me@example.org", "mail me@\u{200B}example.\u{200B}org"),
        ("https://evil.example/a", "https:\u{200B}//\u{200B}evil.\u{200B}example/a"),
        ("at 14:30, 3.50 zł", "at 14:30, 3.50 zł"),
        (":smile:", ":\u{200B}smile:"), ("/start now", "/\u{200B}start now"), ("a/b", "a/b"),
        ("#general $TSLA", "#\u{200B}general $\u{200B}TSLA"), ("case #42", "case #42"),
        ("<#1> <@2>", "<\u{200B}#1> <\u{200B}@\u{200B}2>"), ("Really. Yes", "Really. Yes"),
        ("end@", "end@"),
    ])
    func `nothing of it is a mention, a tag, a command or a link`(text: String, defused: String) {
        #expect(text.defused == defused)
    }

    @Test func `a backslash stands before a mark even where an accent hides it`() {
        #expect("*\u{301}a*".escaped("*") == "\\*\u{301}a\\*")
    }
}

extension Endpoint {
    /// The body of the message, as text.
    func text(of body: [UInt8]) throws -> String {
        let message = try message(id: EventID("evt_1"), body: body) { template, _, _ throws(MessageFault) in
            template.text
        }
        return switch message {
        case .http(let message): String(decoding: message.body, as: UTF8.self)
        case .mail(let mail): String(decoding: mail.bytes, as: UTF8.self)
        case .command(_, let input, _): String(decoding: input, as: UTF8.self)
        }
    }
}
