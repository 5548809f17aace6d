/// Matrix: `PUT .../send/m.room.message/TXN` of the client-server API; the transaction id is the event's, so
/// that a repeat makes no second message.
///
/// `m.mentions` is there and empty: then nobody is mentioned, whatever names or `@room` the body holds.
/// Source: spec.matrix.org v1.11, sections 11.2 (`m.room.message`), 11.5 (mentions) and 7.7 (sending).
enum MatrixForm {
    static func address(_ url: String, _ room: MatrixRoom, _ id: EventID) -> String {
        url.appendingPath(
            "/_matrix/client/v3/rooms/\(room.room.asPathSegment)/send/m.room.message/\(id.text.asPathSegment)"
        )
    }

    static func body(_ telling: Telling, _ reader: Reader) -> JSONTree {
        var (plain, html) = ([safe(telling.headline)], ["<strong>\(safeHTML(telling.headline))</strong>"])
        if let quote = telling.quote {
            let author = quote.author.map { " — " + $0 } ?? ""
            plain.append(safe("“\(quote.text)”" + author))
            html.append("<blockquote>\(safeHTML("“\(quote.text)”" + author))</blockquote>")
        }
        for fact in telling.facts {
            plain.append(safe("\(fact.label): \(fact.value)"))
            html.append("\(safeHTML(fact.label)): \(safeHTML(fact.value))<br>")
        }
        let more = telling.moreLine(reader).map { [$0] } ?? []
        let lines = telling.lines + more
        plain += lines.map { "• " + safe($0) }
        if !lines.isEmpty { html.append("<ul>\(lines.map { "<li>\(safeHTML($0))</li>" }.joined())</ul>") }
        if let link = telling.link {
            plain.append("\(link.label): \(link.url)")
            html.append("<a href=\"\(link.url.asHTML)\">\(safeHTML(link.label))</a>")
        }
        return [
            "msgtype": "m.text", "body": .text(plain.joined(separator: "\n")),
            "format": "org.matrix.custom.html", "formatted_body": .text(html.joined()),
            "m.mentions": [:],
        ]
    }

    private static func safe(_ text: String) -> String { text.defused }
    private static func safeHTML(_ text: String) -> String { text.defused.asHTML }
}

extension String {
    /// RFC 3986 `unreserved`; the rest in percent.
    var asPathSegment: String {
        var out = ""
        for byte in utf8 {
            let isPlain =
                byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x2E
                || byte == 0x5F || byte == 0x7E
            if isPlain {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return out
    }
}
