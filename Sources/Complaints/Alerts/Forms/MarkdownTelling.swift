/// A telling in the Markdown that Mattermost and Discord share, with everything that others wrote escaped.
struct MarkdownTelling {
    let telling: Telling
    let reader: Reader
    /// What a backslash takes the meaning of, there.
    let marks: String

    /// - Parameter limit: UTF-16 units of the whole text; lines that have no room are counted, not cut.
    func text(limit: Int) -> String {
        var head = ["**\(safe(telling.headline))**"]
        if let quote = telling.quote {
            let author = quote.author.map { " — " + safe($0) } ?? ""
            head.append("> " + safe("“\(quote.text)”") + author)
        }
        for fact in telling.facts { head.append("\(safe(fact.label)): \(safe(fact.value))") }
        var foot: [String] = []
        if let link = telling.link { foot.append("[\(safe(link.label))](<\(address(link.url))>)") }
        return fit(head, telling.lines.map { "- " + safe($0) }, foot, limit: limit)
    }

    private func fit(_ head: [String], _ lines: [String], _ foot: [String], limit: Int) -> String {
        func size(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.utf16.count + 1 } }
        var head = head
        // A quote or a fact gives way before the sentence and the link do.
        while head.count > 1, size(head) + size(foot) > limit { head.removeLast() }
        var room = limit - size(head) - size(foot)
        if size(lines) + (telling.moreLine(reader).map { size([safe($0)]) } ?? 0) > room { room -= 60 }
        var shown: [String] = []
        for line in lines {
            room -= size([line])
            guard room >= 0 else { break }
            shown.append(line)
        }
        let more = telling.moreLine(reader, besides: lines.count - shown.count).map { [safe($0)] } ?? []
        return (head + shown + more + foot).joined(separator: "\n")
    }

    private func safe(_ text: String) -> String { text.defused.escaped(marks) }

    /// Inside `<...>`, which only these would end.
    private func address(_ url: String) -> String {
        url.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("\\", with: "%5C")
    }
}
