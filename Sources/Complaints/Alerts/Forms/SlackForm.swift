/// Slack: an incoming webhook with Block Kit.
///
/// Strangers' words stand in `plain_text` objects alone, which know no markup. The fallback `text` and the
/// link are `mrkdwn`, where `&`, `<` and `>` are escaped, so that no `<!here>` and no link comes about.
/// Limits: 150 characters in a header, 2,000 in a field, 3,000 in a section, 10 fields, 50 blocks.
/// Source: docs.slack.dev, "Block Kit reference", "Formatting text for app surfaces".
enum SlackForm {
    static func body(_ telling: Telling, _ reader: Reader) -> JSONTree {
        var blocks: [JSONTree] = [
            ["type": "header", "text": plain(telling.headline.shortened(to: 120))]
        ]
        if let quote = telling.quote {
            blocks.append(section("“\(quote.text)”" + (quote.author.map { " — \($0)" } ?? "")))
        }
        if !telling.facts.isEmpty {
            let fields = telling.facts.prefix(10).map {
                plain("\($0.label): \($0.value)".shortened(to: 1900))
            }
            blocks.append(["type": "section", "fields": .list(fields)])
        }
        for part in parts(telling, reader) { blocks.append(section(part)) }
        if let link = telling.link {
            let address = link.url.replacing("|", with: "%7C").slackEscaped
            let text = JSONTree.map([
                "type": "mrkdwn", "verbatim": true, "text": .text("<\(address)|\(link.label.slackEscaped)>"),
            ])
            blocks.append(["type": "context", "elements": [text]])
        }
        return [
            "text": .text(telling.headline.defused.slackEscaped), "mrkdwn": false, "parse": "none",
            "link_names": false, "unfurl_links": false, "unfurl_media": false, "blocks": .list(blocks),
        ]
    }

    private static func plain(_ text: String) -> JSONTree {
        ["type": "plain_text", "text": .text(text.defused.slackEscaped), "emoji": false]
    }

    private static func section(_ text: String) -> JSONTree {
        ["type": "section", "text": plain(text)]
    }

    /// Lines in as many sections as they need.
    private static func parts(_ telling: Telling, _ reader: Reader) -> [String] {
        var parts: [String] = []
        var part = ""
        for line in telling.lines.map({ "• " + $0 }) + (telling.moreLine(reader).map { [$0] } ?? []) {
            if part.utf16.count + line.utf16.count > 2500 {
                parts.append(part)
                part = ""
            }
            part += (part.isEmpty ? "" : "\n") + line
        }
        return part.isEmpty ? parts : parts + [part]
    }
}

extension String {
    /// The three characters that Slack reads as markup whatever else is said.
    fileprivate var slackEscaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
