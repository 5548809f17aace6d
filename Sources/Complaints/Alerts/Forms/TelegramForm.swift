/// Telegram: `sendMessage` of the Bot API, with HTML, of which only `<b>`, `<i>` and `<a>` are ours.
///
/// At most 4,096 characters after its entities are read; links are not previewed.
/// Source: core.telegram.org/bots/api, "sendMessage", "HTML style".
enum TelegramForm {
    static func address(_ url: String, _ chat: TelegramChat) -> String {
        url.appendingPath("/bot\(chat.token.value)/sendMessage")
    }

    static func body(_ telling: Telling, _ reader: Reader, _ chat: TelegramChat) -> JSONTree {
        var message: [String: JSONTree] = [
            "chat_id": Int64(chat.chat) == nil ? .text(chat.chat) : .number(Int(chat.chat) ?? 0),
            "text": .text(html(telling, reader)), "parse_mode": "HTML",
            "link_preview_options": ["is_disabled": true],
        ]
        message["message_thread_id"] = chat.thread.map { .number($0) }
        return .map(message)
    }

    static func html(_ telling: Telling, _ reader: Reader) -> String {
        var head = ["<b>\(safe(telling.headline))</b>"]
        if let quote = telling.quote {
            head.append("<i>“\(safe(quote.text))”</i>" + (quote.author.map { " — \(safe($0))" } ?? ""))
        }
        for fact in telling.facts { head.append("\(safe(fact.label)): \(safe(fact.value))") }
        // Counted with its tags and escapes, which is more than Telegram counts.
        var room = 3900 - head.reduce(0) { $0 + $1.utf16.count + 1 } - (telling.link?.url.utf16.count ?? 0)
        while room < 100, head.count > 1 { room += head.removeLast().utf16.count + 1 }
        var shown = 0
        for line in telling.lines {
            let line = "• " + safe(line)
            room -= line.utf16.count + 1
            guard room >= 0 else { break }
            head.append(line)
            shown += 1
        }
        if let more = telling.moreLine(reader, besides: telling.lines.count - shown) {
            head.append(safe(more))
        }
        if let link = telling.link { head.append("<a href=\"\(link.url.asHTML)\">\(safe(link.label))</a>") }
        return head.joined(separator: "\n")
    }

    /// The apostrophe has no name in the HTML of Telegram, and needs none outside of attributes.
    private static func safe(_ text: String) -> String {
        text.defused.asHTML.replacing("&#39;", with: "'")
    }
}
