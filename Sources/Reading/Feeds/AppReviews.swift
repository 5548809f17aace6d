/// Customer reviews of an app as the iTunes Store gives them in JSON: Atom with each text in a `label`.
import Complaints

/// False where the answer is something else.
func readAppReviews(_ root: JSONValue, into page: inout Page, _ context: ReadingContext) -> Bool {
    guard let feed = root["feed"], feed.isObject, let entry = feed["entry"] else { return false }
    // One entry alone stands without its list.
    let entries = entry.isObject ? [entry] : entry.list
    guard entries.contains(where: { $0["im:rating"] != nil || $0["content"]?["label"] != nil }) else {
        return false
    }
    page.title = feed["title"]?["label"]?.string.flatMap(nonEmpty)
    page.next = address(feed["link"], rel: "next").flatMap(context.links.absolute)
    if page.next == context.links.page { page.next = nil }
    page.linkCount = entries.count
    // The first entry may be the app itself, which nobody rated.
    let hasRatings = entries.contains { $0["im:rating"] != nil }
    page.records = entries.compactMap { entry -> Record? in
        guard entry.isObject, !hasRatings || entry["im:rating"] != nil else { return nil }
        let content = entry["content"]
        let forms = content.map { $0.isObject ? [$0] : $0.list } ?? []
        let plain = forms.first { $0["attributes"]?["type"]?.string != "html" } ?? forms.first
        let text = plain?["label"]?.string ?? entry["summary"]?["label"]?.string ?? ""
        return Record(
            id: entry["id"]?["label"]?.scalarText.flatMap(nonEmpty),
            url: address(entry["link"], rel: "alternate").flatMap(context.links.absolute)
                ?? address(entry["link"], rel: "related").flatMap(context.links.absolute),
            author: entry["author"]?["name"]?["label"]?.string.flatMap(nonEmpty),
            published: entry["updated"]?["label"]?.string.flatMap(context.date),
            rating: entry["im:rating"]?["label"]?.scalarText.flatMap { parseRating($0, best: 5) },
            title: entry["title"]?["label"]?.string.flatMap(nonEmpty), text: plainText(markup: text),
            language: context.language.flatMap(primaryLanguage), via: .feed)
    }
    return true
}

/// `link` is one object or a list of them, with what Atom has as attributes below `attributes`.
private func address(_ link: JSONValue?, rel: String) -> String? {
    guard let link else { return nil }
    let links = link.isObject ? [link] : link.list
    return links.first { $0["attributes"]?["rel"]?.string == rel }?["attributes"]?["href"]?.string
}
