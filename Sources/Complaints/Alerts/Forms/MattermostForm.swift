/// Mattermost: an incoming webhook with one attachment, since only what stands in `text` outside of
/// attachments is looked through for mentions and previews.
///
/// Source: developers.mattermost.com, "Incoming webhooks", "Message attachments". A post has at most 16,383
/// characters; a link without text in angle brackets is not previewed.
enum MattermostForm {
    static let marks = "\\`*_{}[]()#+-.!>~|"

    static func body(_ telling: Telling, _ reader: Reader) -> JSONTree {
        let text = MarkdownTelling(telling: telling, reader: reader, marks: marks).text(limit: 8000)
        let attachment: JSONTree = [
            "fallback": .text(telling.headline.defused.escaped(marks)), "text": .text(text),
            "color": .text(telling.tone.colour),
        ]
        return ["attachments": [attachment]]
    }
}

extension Telling.Tone {
    /// `#RRGGBB`, told apart by those too who do not see red and green.
    var colour: String {
        switch self {
        case .plain: "#6B7280"
        case .good: "#0072B2"
        case .warning: "#E69F00"
        case .bad: "#B00020"
        }
    }
}
