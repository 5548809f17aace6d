/// Microsoft Teams: an adaptive card in the envelope that a Workflows webhook takes.
///
/// All words stand in text runs, which unlike text blocks know no Markdown; people are mentioned only through
/// `msteams.entities`, of which there are none. A message has at most 28 kB.
/// Source: adaptivecards.io schema 1.4; learn.microsoft.com, "Create incoming webhooks with Workflows".
enum TeamsForm {
    static func body(_ telling: Telling, _ reader: Reader) -> JSONTree {
        var parts: [JSONTree] = [
            runs([run(telling.headline, size: "Large", weight: "Bolder", colour: telling.tone.card)])
        ]
        if let quote = telling.quote {
            var words = [run("“\(quote.text)”", isItalic: true)]
            if let author = quote.author { words.append(run(" — " + author)) }
            parts.append(runs(words))
        }
        for fact in telling.facts {
            parts.append(runs([run(fact.label + ": ", weight: "Bolder"), run(fact.value)]))
        }
        // So many lines of 200 characters stay below the limit in every script.
        let shown = telling.lines.prefix(25)
        for line in shown { parts.append(runs([run("• " + line)])) }
        if let more = telling.moreLine(reader, besides: telling.lines.count - shown.count) {
            parts.append(runs([run(more)]))
        }
        var card: [String: JSONTree] = [
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard",
            "version": "1.4", "body": .list(parts), "fallbackText": .text(telling.headline),
            "lang": .text(reader.language.rawValue),
        ]
        if let link = telling.link {
            card["actions"] = [
                ["type": "Action.OpenUrl", "title": .text(link.label), "url": .text(link.url)]
            ]
        }
        let attachment: JSONTree = [
            "contentType": "application/vnd.microsoft.card.adaptive", "content": .map(card),
        ]
        return ["type": "message", "attachments": [attachment]]
    }

    private static func runs(_ inlines: [JSONTree]) -> JSONTree {
        ["type": "RichTextBlock", "inlines": .list(inlines)]
    }

    private static func run(
        _ text: String, size: String? = nil, weight: String? = nil, colour: String? = nil,
        isItalic: Bool = false
    ) -> JSONTree {
        var run: [String: JSONTree] = ["type": "TextRun", "text": .text(text.defused)]
        run["size"] = size.map { .text($0) }
        run["weight"] = weight.map { .text($0) }
        run["color"] = colour.map { .text($0) }
        if isItalic { run["italic"] = true }
        return .map(run)
    }
}

extension Telling.Tone {
    fileprivate var card: String {
        switch self {
        case .plain: "Default"
        case .good: "Good"
        case .warning: "Warning"
        case .bad: "Attention"
        }
    }
}
