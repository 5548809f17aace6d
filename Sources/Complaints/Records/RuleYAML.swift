/// Writes a rule as a person would into a watchlist: a line a field, what is plain as plain text in quotes.

extension Rule {
    /// The lines of the rule's map, each ended, with `indent` spaces before: to stand below `read:`.
    public func yaml(indent: Int = 0) -> String {
        let fields: [(String, String?)] = [
            ("each", yamlText(each)), ("id", id?.yaml), ("url", url?.yaml), ("author", author?.yaml),
            ("published", published?.yaml), ("rating", rating?.yaml), ("title", title?.yaml),
            ("text", text?.yaml), ("reply", reply?.yaml), ("next", next.map(yamlText)),
            ("count", count.map(yamlText)),
        ]
        let margin = String(repeating: " ", count: indent)
        return fields.compactMap { key, value in value.map { "\(margin)\(key): \($0)\n" } }.joined()
    }
}

extension Rule.Field {
    public var yaml: String {
        if self == Rule.Field(at) { return yamlText(at) }
        return flowMap([
            ("at", yamlText(at)), ("match", match.map(yamlText)), ("join", join.map(yamlText)),
            ("as", kind?.rawValue), ("order", order?.rawValue), ("format", format.map(yamlText)),
        ])
    }
}

extension Rule.RatingRule {
    public var yaml: String {
        if self == Rule.RatingRule(at: at) { return yamlText(at) }
        return flowMap([
            ("at", yamlText(at)), ("match", match.map(yamlText)), ("as", pattern.map(yamlText)),
            ("best", best.map(plain)),
            ("worst", worst.map(plain)), ("reversed", reversed ? "true" : nil),
        ])
    }
}

extension Rule.ReplyRule {
    public var yaml: String {
        flowMap([
            ("each", yamlText(each)), ("author", author?.yaml), ("published", published?.yaml),
            ("text", text?.yaml),
        ])
    }
}

private func flowMap(_ entries: [(String, String?)]) -> String {
    "{ " + entries.compactMap { key, value in value.map { "\(key): \($0)" } }.joined(separator: ", ") + " }"
}

private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
}

/// In quotes that fit: single ones where a backslash or a double quote would have to be escaped.
private func yamlText(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x85 }
    if isPlain, text.contains("\\") || text.contains("\"") {
        return "'" + text.replacing("'", with: "''") + "'"
    }
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\t": out += "\\t"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x85:
            let hex = String(scalar.value, radix: 16)
            out += "\\x" + (hex.count < 2 ? "0" : "") + hex
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out + "\""
}
