/// Which elements of a record could be the place of one of its fields, and how a selector could name them.
import Complaints

/// The fields that a proposed rule has selectors for, in the order of a record.
enum ProposedField: String, CaseIterable {
    case id, url, author, published, rating, title, text
}

struct FieldCandidates {
    let page: VisibleLetters
    let context: ReadingContext

    /// Elements of one record that are looked at.
    private static let mostElements = 400

    /// Selectors, relative to the record's element, that find what the example says, the most lasting first.
    func selectors(for field: ProposedField, of example: Record, in whole: Int) -> [StableName] {
        let last = min(page.elements[whole].after, whole + Self.mostElements)
        var found: [StableName] = []
        for number in whole..<last {
            for attribute in attributes(field, of: example, at: number) {
                found += names(of: number, in: whole, attribute: attribute).map {
                    StableName(
                        selector: $0.selector,
                        cost: max(1, $0.cost + handicap(field, attribute: attribute, at: number)))
                }
            }
        }
        return found
    }

    /// A date is best taken from where it is written for programs, a name from where people read it.
    private func handicap(_ field: ProposedField, attribute: String, at number: Int) -> Int {
        switch (field, attribute) {
        case (.published, "datetime"), (.published, "content"): -3
        case (.author, ""), (.title, ""): 0
        case (.author, _), (.title, _): 4
        case (.published, ""): page.shown(by: number).count / 12
        default: 0
        }
    }

    /// The attributes that say the value; an empty name stands for the element's text.
    private func attributes(_ field: ProposedField, of example: Record, at number: Int) -> [String] {
        let node = page.elements[number].node
        switch field {
        case .id:
            guard let id = example.id else { return [] }
            return values(of: node).filter { $0.value == id }.map(\.name)
        case .url:
            guard let url = example.url, let href = node.string("href") else { return [] }
            return context.links.absolute(href) == url ? ["href"] : []
        case .author: return texts(equal: example.author, at: number)
        case .title: return texts(equal: example.title, at: number)
        case .published:
            guard let day = example.published else { return [] }
            return dates(day, at: number)
        case .rating: return example.rating == nil ? [] : marks(at: number)
        case .text:
            let key = VisibleLetters.key(example.text)
            let shown = page.shown(by: number)
            return shown.count >= key.count && shown.count <= key.count * 2 + 20 ? [""] : []
        }
    }

    private func texts(equal value: String?, at number: Int) -> [String] {
        guard let value else { return [] }
        let key = VisibleLetters.key(value)
        guard !key.isEmpty else { return [] }
        if page.shown(by: number).elementsEqual(key) { return [""] }
        return values(of: page.elements[number].node)
            .filter { !["href", "class", "style", "id", "src"].contains($0.name) && $0.value == value }
            .map(\.name)
    }

    private func dates(_ day: StatedTime, at number: Int) -> [String] {
        let node = page.elements[number].node
        var names: [String] = []
        for (name, value) in values(of: node)
        where name == "datetime" || name == "content" || name == "title" || name.hasPrefix("data-") {
            if value.utf8.count <= 60, isSame(context.date(value), day) { names.append(name) }
        }
        let shown = page.shown(by: number)
        if (3...60).contains(shown.count), isSame(context.date(node.plainText), day) { names.append("") }
        return names
    }

    private func isSame(_ time: StatedTime?, _ other: StatedTime) -> Bool {
        guard let time else { return false }
        return abs((time.instant - other.instant).inMilliseconds) < 86_400_000
    }

    /// Whatever may show stars; whether it does is tried by reading.
    private func marks(at number: Int) -> [String] {
        let node = page.elements[number].node
        var names: [String] = []
        let labels = ["aria-label", "title", "alt", "content", "value"]
        for (name, value) in values(of: node)
        where (name.hasPrefix("data-") && !name.hasSuffix("id")) || labels.contains(name) {
            if value.utf8.count <= 60, value.utf8.contains(where: \.isASCIIDigit) { names.append(name) }
        }
        if let style = node.attribute("style"), style.contains("width") { names.append("style") }
        if let token = node.attribute("class"),
            token.contains("star") || token.contains("rat") || token.contains("score")
                || token.contains("mark")
        {
            names += ["class", ""]
        } else if (1...12).contains(page.shown(by: number).count) {
            names.append("")
        }
        return names
    }

    private func values(of node: Node) -> [(name: String, value: String)] {
        var found: [(String, String)] = []
        var at = node.raw.pointee.properties
        while let attribute = at, found.count < 40 {
            let name = CText(attribute.pointee.name).string
            found.append((name, CText(attribute.pointee.children?.pointee.content).string))
            at = attribute.pointee.next
        }
        return found
    }

    /// By its own names, by those of what is around it, by its place among its likes.
    private func names(of number: Int, in whole: Int, attribute: String) -> [StableName] {
        let suffix = attribute.isEmpty ? "" : "@" + attribute
        guard number != whole else {
            return attribute.isEmpty ? [] : [StableName(selector: suffix, cost: 1)]
        }
        let node = page.elements[number].node
        let own = node.stableNames
        var names = own.map { StableName(selector: $0.selector + suffix, cost: $0.cost) }
        let tag = node.name.string
        for first in own.prefix(3) where first.selector != tag && !first.selector.hasPrefix("#") {
            names.append(StableName(selector: tag + first.selector + suffix, cost: first.cost + 2))
        }
        guard let parent = page.elements[number].parent, parent != whole else {
            names.append(StableName(selector: ":scope > \(tag)\(nth(node))\(suffix)", cost: 14))
            return names
        }
        for outer in page.elements[parent].node.stableNames.prefix(3) {
            for inner in own.prefix(2) + own.suffix(1) {
                names.append(
                    StableName(
                        selector: "\(outer.selector) > \(inner.selector)\(suffix)",
                        cost: outer.cost + inner.cost + 1))
            }
            names.append(
                StableName(
                    selector: "\(outer.selector) > \(tag)\(nth(node))\(suffix)", cost: outer.cost + 13))
        }
        return names
    }

    private func nth(_ node: Node) -> String {
        var place = 1
        var at = node.previousElement
        while let previous = at, place < 100 {
            if previous.name.equals(node.name.string, ignoringCase: false) { place += 1 }
            at = previous.previousElement
        }
        return ":nth-of-type(\(place))"
    }
}
