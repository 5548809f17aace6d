import Foundation

/// Mail: plain text and HTML of the same words, in threads by case.
///
/// RFC 5322 (message), 2045 and 2046 (MIME), 2047 (words in headers), 2919 (List-Id), 2369 and 8058
/// (List-Unsubscribe), 3834 (Auto-Submitted). All of it follows from the event, so that a repeat is the same
/// mail under the same Message-ID, which mail programs show once.
enum MailForm {
    static func mail(
        _ event: ToldEvent, _ telling: Telling, _ reader: Reader, id: EventID, _ addresses: MailAddresses
    ) -> MailMessage {
        var headers = MailHeaders()
        headers.add("Date", date(event.time))
        headers.add("From", mailboxes: [addresses.from])
        headers.add("To", mailboxes: addresses.to)
        headers.add("Subject", text: telling.headline)
        let domain = MailForm.domain(of: event, addresses)
        headers.add("Message-ID", "<\(id.text.asMailID)@\(domain)>")
        if let thread = thread(of: event) {
            // Of a mail that nobody sent: every mail of the thread answers it, in whichever order they come.
            let root = "<\(thread).\(stableName(event.source))@\(domain)>"
            headers.add("In-Reply-To", root)
            headers.add("References", root)
        }
        if let name = addresses.listID { headers.add("List-Id", "<\(name)>") }
        if !addresses.unsubscribe.isEmpty {
            headers.add("List-Unsubscribe", addresses.unsubscribe.map { "<\($0)>" }.joined(separator: ", "))
            // RFC 8058 wants it beside an https address alone.
            if addresses.unsubscribe.contains(where: { $0.hasPrefix("https:") }) {
                headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
            }
        }
        headers.add("Auto-Submitted", "auto-generated")
        headers.add("X-Ombud-Event", "\(event.type.asToken) \(id.text.asToken)")
        headers.add("Content-Language", reader.language.rawValue)
        headers.add("MIME-Version", "1.0")
        // Nothing that is quoted-printable holds `=_`, so it ends no part.
        let boundary = "=_ombud_\(stableName(id.text + event.source))"
        headers.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        var text = headers.text + "\r\n"
        for (type, part) in [
            ("text/plain", plain(event, telling, reader)),
            ("text/html", html(event, telling, reader, addresses)),
        ] {
            text += "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n"
            text += "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
            text += QuotedPrintable.encode(part) + "\r\n"
        }
        text += "--\(boundary)--\r\n"
        return MailMessage(
            sender: addresses.from.address, recipients: addresses.to.map(\.address), bytes: Array(text.utf8))
    }

    /// What mails about the same thing have in common: the case, else the subject of the event.
    private static func thread(of event: ToldEvent) -> String? {
        if let id = event.data.case?.id { return "case-\(id)" }
        if event.subject.isEmpty || event.kind == .test || event.data.events != nil { return nil }
        return stableName(event.subject)
    }

    /// Of the instance where it is a web address, else of the sender.
    private static func domain(of event: ToldEvent, _ addresses: MailAddresses) -> String {
        let sender = addresses.from.address.split(separator: "@").last.map(String.init) ?? "localhost"
        guard let host = WebURL(event.source)?.host, Mailbox("a@" + host) != nil else { return sender }
        return host
    }

    /// Hexadecimal digits that stand for a text: the same today and in years.
    private static func stableName(_ text: String) -> String {
        String(stableHash(text.utf8), radix: 16).replacing("-", with: "n")
    }

    /// RFC 5322 section 3.3, in UTC.
    private static func date(_ instant: Instant) -> String {
        let local = Zone.utc.local(instant)
        let seconds = local.milliseconds / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
            .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
        let words = local.date.text().split(separator: " ")
        return "\(words[0]), \(words.dropFirst().joined(separator: " ")) \(clock) +0000"
    }

    private static func plain(_ event: ToldEvent, _ telling: Telling, _ reader: Reader) -> String {
        var parts = [telling.headline]
        if let quote = telling.quote {
            parts.append("“\(quote.text)”" + (quote.author.map { "\n  — \($0)" } ?? ""))
        }
        if !telling.facts.isEmpty {
            parts.append(telling.facts.map { "\($0.label): \($0.value)" }.joined(separator: "\n"))
        }
        let lines = telling.lines.map { "- " + $0 } + (telling.moreLine(reader).map { [$0] } ?? [])
        if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
        if let link = telling.link { parts.append("\(link.label): \(link.url)") }
        // RFC 3676: what stands behind it is no part of what is said.
        parts.append("-- \n" + foot(event, reader))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func html(
        _ event: ToldEvent, _ telling: Telling, _ reader: Reader, _ addresses: MailAddresses
    ) -> String {
        var html =
            "<!DOCTYPE html>\n<html lang=\"\(reader.language.rawValue)\"><head><meta charset=\"utf-8\">"
        html += "<title>\(telling.headline.asHTML)</title></head>\n"
        html += "<body style=\"font-family: sans-serif; line-height: 1.4\">\n"
        html += "<h2 style=\"border-left: 6px solid \(telling.tone.colour); padding-left: 10px\">"
        html += "\(telling.headline.asHTML)</h2>\n"
        if let quote = telling.quote {
            html += "<blockquote>“\(quote.text.asHTML)”"
            html += (quote.author.map { "<br>— \($0.asHTML)" } ?? "") + "</blockquote>\n"
        }
        if !telling.facts.isEmpty {
            html += "<table>\n"
            for fact in telling.facts {
                html += "<tr><th align=\"left\" valign=\"top\">\(fact.label.asHTML)</th>"
                html += "<td>\(fact.value.asHTML)</td></tr>\n"
            }
            html += "</table>\n"
        }
        let lines = telling.lines + (telling.moreLine(reader).map { [$0] } ?? [])
        if !lines.isEmpty {
            html += "<ul>\n" + lines.map { "<li>\($0.asHTML)</li>\n" }.joined() + "</ul>\n"
        }
        if let link = telling.link {
            html += "<p><a href=\"\(link.url.asHTML)\">\(link.label.asHTML)</a></p>\n"
        }
        html += "<p style=\"color: #666; font-size: small\">\(foot(event, reader).asHTML)"
        if let url = addresses.unsubscribe.first {
            let words = Phrases.of(reader.language)[.unsubscribe]
            html += " <a href=\"\(url.asHTML)\">\(words.asHTML)</a>"
        }
        return html + "</p>\n</body></html>\n"
    }

    private static func foot(_ event: ToldEvent, _ reader: Reader) -> String {
        Phrases.fill(Phrases.of(reader.language)[.sentBy], ["source": event.source.onOneLine])
    }
}

extension String {
    /// What may stand left of the `@` of a Message-ID: dot-atom text; anything else becomes `-`.
    fileprivate var asMailID: String { mapped { $0 == "_" || $0 == "-" } }

    /// One word for a header of our own.
    fileprivate var asToken: String { mapped { "._-".contains($0) } }

    private func mapped(_ isFine: (Character) -> Bool) -> String {
        let text = String(map { $0.isASCII && ($0.isLetter || $0.isNumber) || isFine($0) ? $0 : "-" })
        return String(text.prefix(120))
    }
}
