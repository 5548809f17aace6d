/// The words of a schema.org item, whole: pages carry a snippet beside the full text, paragraphs one by one,
/// or what was good and what was bad apart.

extension SchemaItems {
    func body(of item: JSONValue) -> String {
        var text = ""
        for names in [
            ["reviewBody", "articleBody"], ["description", "text"], ["commentText", "content", "body"],
        ] {
            text = joined(names.flatMap { texts(item, $0) })
            if text.isEmpty { continue }
            // `description` may hold the full text of which `reviewBody` is the beginning.
            if names[0] == "reviewBody",
                let full = scalar(item, "description", "text").map({ plainText(markup: $0) }),
                isContinued(text, by: full)
            {
                text = full
            }
            break
        }
        let notes =
            notes(item, "positiveNotes", "pros").map { "+ " + $0 }
            + notes(item, "negativeNotes", "cons").map { "- " + $0 }
        guard !notes.isEmpty else { return text }
        return (text.isEmpty ? notes : [text] + notes).joined(separator: "\n")
    }

    private func texts(_ item: JSONValue, _ name: String) -> [String] {
        (item[name]?.list ?? []).compactMap { value in
            let value = resolved(value)
            let raw =
                value.scalarText ?? value["@value"]?.scalarText ?? value["#text"]?.scalarText
                ?? value["text"]?.scalarText
            return raw.flatMap { nonEmpty(plainText(markup: $0)) }
        }
    }

    /// One text of several: those that begin alike are the same in two lengths, others follow each other.
    private func joined(_ texts: [String]) -> String {
        guard texts.count > 1 else { return texts.first ?? "" }
        var kept: [String] = []
        for text in texts.prefix(50) {
            if kept.contains(text) { continue }
            if let i = kept.firstIndex(where: { isContinued($0, by: text) }) {
                kept[i] = text
            } else if !kept.contains(where: { isContinued(text, by: $0) }) {
                kept.append(text)
            }
        }
        return kept.joined(separator: "\n")
    }

    /// Whether `short` is the beginning of `long`, but for what cuts it off: `...`, `… more`.
    private func isContinued(_ short: String, by long: String) -> Bool {
        var kept = short.utf8[...]
        var dots = 0
        while let last = kept.last, last < 0x30 || (last == 0xA6 && kept.dropLast(2).last == 0xE2) {
            dots += last == 0xA6 ? 3 : last == 0x2E ? 1 : 0
            kept = kept.dropLast(last == 0xA6 ? min(3, kept.count) : 1)
        }
        if dots > 1 { return !kept.isEmpty && long.utf8.count >= kept.count && long.utf8.starts(with: kept) }
        return long.utf8.count > short.utf8.count
            && long.utf8.starts(with: short.utf8.prefix(max(10, short.utf8.count - 6)))
    }

    /// `positiveNotes` as a text, a list of texts, or an `ItemList`.
    private func notes(_ item: JSONValue, _ names: String...) -> [String] {
        var found: [String] = []
        for name in names {
            for value in all(item, name) {
                if let text = value.scalarText {
                    found.append(plainText(markup: text))
                    continue
                }
                for entry in all(value, "itemListElement") {
                    let text =
                        entry.scalarText ?? scalar(entry, "name", "text", "description")
                        ?? first(entry, "item").flatMap { $0.scalarText ?? scalar($0, "name") }
                    if let text { found.append(plainText(markup: text)) }
                }
            }
        }
        return found.filter { !$0.isEmpty }
    }
}
