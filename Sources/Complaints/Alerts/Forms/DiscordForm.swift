/// Discord: a webhook with text alone, since embeds cannot be had without previews.
///
/// Nobody is mentioned whatever the text holds (`allowed_mentions`), and links are not previewed (flag 4,
/// SUPPRESS_EMBEDS). At most 2,000 characters.
/// Source: discord.com/developers, "Webhook Resource", "Execute Webhook".
enum DiscordForm {
    static let marks = "\\`*_{}[]()#+-.!>~|<:@"

    static func body(_ telling: Telling, _ reader: Reader) -> JSONTree {
        let text = MarkdownTelling(telling: telling, reader: reader, marks: marks).text(limit: 2000)
        return [
            "content": .text(text), "allowed_mentions": ["parse": []], "flags": 4, "tts": false,
        ]
    }
}
