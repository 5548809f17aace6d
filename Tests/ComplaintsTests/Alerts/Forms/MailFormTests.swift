import Foundation
import TestSupport
import Testing

@testable import Complaints

@Suite struct MailFormTests {
    private struct Parsed {
        var headers: [(name: String, value: String)]
        var parts: [String: String]

        subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    /// Unfolded headers, and the parts by type, decoded.
    private func parsed(_ mail: String) throws -> Parsed {
        let halves = mail.split(separator: "\r\n\r\n", maxSplits: 1)
        let lines = halves[0].replacing("\r\n ", with: " ").split(separator: "\r\n")
        let headers = lines.map { line -> (String, String) in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (String(line[..<colon]), String(line[colon...].dropFirst().drop { $0 == " " }))
        }
        let boundary = try #require(headers.first { $0.0 == "Content-Type" }?.1.split(separator: "\"").last)
        var parts: [String: String] = [:]
        for part in (halves[1] + "").components(separatedBy: "--\(boundary)") {
            let ends = part.components(separatedBy: "\r\n\r\n")
            guard ends.count > 1, let type = part.firstMatch(of: /Content-Type: ([a-z\/]+)/)?.1 else {
                continue
            }
            parts[String(type)] = unquoted(ends.dropFirst().joined(separator: "\r\n\r\n"))
        }
        return Parsed(headers: headers, parts: parts)
    }

    private func unquoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        let source = Array(text.replacing("=\r\n", with: "").utf8)
        var index = 0
        while index < source.count {
            if source[index] == 0x3D, index + 2 < source.count,
                let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func mail(
        _ type: EventType = .caseMissed, words: String = "Nothing works.", id: String = "evt_1",
        language: Reader.Language = .en, unsubscribe: [String] = []
    ) throws -> String {
        let from = try #require(Mailbox("Skargi, Żabka <ombud@example.org>"))
        let to = try [
            #require(Mailbox("desk@example.org")), #require(Mailbox("Anna Nowak <anna@example.org>")),
        ]
        let endpoint = Endpoint(
            name: "mail", url: "smtp://mail.example",
            form: .email(
                MailAddresses(from: from, to: to, listID: "alerts.example.org", unsubscribe: unsubscribe)),
            reader: Reader(language: language))
        let body = SampleEvent.body(type, words: words, author: words)
        let message = try endpoint.message(id: EventID(id), body: body) {
            template, _, _ throws(MessageFault) in
            template.text
        }
        guard case .mail(let mail) = message else { throw MessageFault("no mail") }
        #expect(
            mail.sender == "ombud@example.org" && mail.recipients == ["desk@example.org", "anna@example.org"])
        return String(decoding: mail.bytes, as: UTF8.self)
    }

    @Test func `a mail has what mail programs and lists want of it`() throws {
        let parsed = try parsed(
            mail(unsubscribe: ["https://example.org/stop?a=1", "mailto:stop@example.org"]))
        #expect(parsed["Date"] == "Mon, 2 Mar 2026 10:00:00 +0000")
        #expect(parsed["From"]?.hasSuffix("<ombud@example.org>") == true)
        #expect(parsed["To"] == "desk@example.org, Anna Nowak <anna@example.org>")
        #expect(parsed["Message-ID"] == "<evt_1@complaints.example.org>")
        #expect(parsed["List-Id"] == "<alerts.example.org>" && parsed["Auto-Submitted"] == "auto-generated")
        #expect(parsed["List-Unsubscribe"] == "<https://example.org/stop?a=1>, <mailto:stop@example.org>")
        #expect(parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
        #expect(parsed["MIME-Version"] == "1.0")
        #expect(Set(parsed.parts.keys) == ["text/plain", "text/html"])
        #expect(parsed.parts["text/plain"]?.contains("Nothing works.") == true)
        #expect(parsed.parts["text/html"]?.contains("<h2") == true)
        #expect(try self.parsed(mail(unsubscribe: ["mailto:a@example.org"]))["List-Unsubscribe-Post"] == nil)
    }

    @Test func `mails about one case are one thread, in whatever order they come; repeats are the same mail`()
        throws
    {
        let first = try parsed(mail(.caseOpened, id: "evt_1"))
        let second = try parsed(mail(.caseMissed, id: "evt_2"))
        let source = try parsed(mail(.sourceBlind, id: "evt_3"))
        #expect(first["References"] == second["References"] && first["References"] == first["In-Reply-To"])
        #expect(first["References"]?.contains("case-42") == true)
        #expect(source["References"] != first["References"] && source["References"] != nil)
        #expect(first["Message-ID"] != second["Message-ID"])
        #expect(try mail(.caseOpened) == mail(.caseOpened))
        #expect(try parsed(mail(.test))["References"] == nil)
    }

    @Test(arguments: [
        "a\r\nBcc: evil@example.org\r\n\r\n<b>x</b>", "\u{0}\u{1b}[2J", "=?utf-8?Q?x?=", "\r\n.\r\nQUIT\r\n",
        String(repeating: "Ж", count: 3000), "From here", "--=_ombud_", ".",
    ])
    func `nothing that strangers wrote becomes a header, a part or an end`(words: String) throws {
        for type in EventType.allCases {
            let mail = try mail(type, words: words, language: .ru)
            #expect(mail.utf8.allSatisfy { $0 < 0x80 })
            #expect(!mail.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" || $0 == "\r\n" })
            for line in mail.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
            let parsed = try parsed(mail)
            let known: Set = [
                "Date", "From", "To", "Subject", "Message-ID", "In-Reply-To", "References", "List-Id",
                "Auto-Submitted", "X-Ombud-Event", "Content-Language", "MIME-Version", "Content-Type",
            ]
            #expect(Set(parsed.headers.map(\.name)).isSubset(of: known))
            #expect(parsed.headers.count == Set(parsed.headers.map(\.name)).count)
            #expect(Set(parsed.parts.keys) == ["text/plain", "text/html"])
            #expect(!mail.contains("\r\n.\r\n") && !mail.contains("\r\nFrom "))
            #expect(parsed.parts["text/html"]?.contains("<b>") == false)
        }
    }

    @Test(arguments: [
        ("a@example.org", "a@example.org", nil as String?), ("Ola <a@example.org>", "a@example.org", "Ola"),
        ("\"Ola, Ala\" <a.b+c@example.org>", "a.b+c@example.org", "Ola, Ala"),
        ("Żaneta Ćma <a@example.org>", "a@example.org", "Żaneta Ćma"),
        ("<a@example.org>", "a@example.org", nil),
        ("a@localhost", "a@localhost", nil),
    ])
    func `addresses are read with the name of whose they are`(
        text: String, address: String, name: String?
    ) throws {
        let box = try #require(Mailbox(text))
        #expect(box.address == address && box.name == name)
    }

    @Test(arguments: [
        "", "a", "@b", "a@", "a b@c.de", "a@b..c", "a..b@c.de", ".a@c.de", "a@-b.de", "a@b.de>",
        "a@b.de\r\nBcc: x@y.z",
        "x <a@b.de> y", "a@b@c.de", "ó@example.org", "a@żabka.pl",
    ])
    func `what is no address is refused`(text: String) { #expect(Mailbox(text) == nil) }
}
