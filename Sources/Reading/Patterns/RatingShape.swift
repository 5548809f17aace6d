/// A mark by the shape of an element: stars counted, drawn, written, or told to those who cannot see them.
import CXML2
import Complaints

enum RatingShape {
    /// Whether it is worth asking, by names and tag alone.
    static func mayBe(_ element: PageOutline.Element, _ hints: NameHints) -> Bool {
        if !element.hints.isDisjoint(with: [.form, .summary]), !element.hints.contains(.rating) {
            return false
        }
        if element.hints.contains(.rating) || hints.contains(.rating) { return true }
        if element.tag == .image { return element.node.attribute("alt") != nil }
        if element.marks > 0, element.endCell - element.firstCell <= 4 { return true }
        if element.node.attribute("style")?.contains("width") == true, starred(element.node) { return true }
        if element.node.attribute("aria-label") != nil, element.node.attribute("href") == nil { return true }
        return (1...3).contains(element.endCell - element.firstCell) && element.prose <= 40
            && !element.hasDate
            && speaks(element.node)
    }

    /// Whether the first text of an element is a mark whatever the element is called: `2/5` and nothing
    /// else, `2 out of 5 stars`.
    private static func speaks(_ node: Node) -> Bool {
        var at = node.firstChild
        var steps = 0
        while let next = at, steps < 6 {
            steps += 1
            if next.isText, next.content.bytes.contains(where: { $0 > 0x20 }) {
                return isMark(next.content.bytes)
            }
            at = next.following(within: node)
        }
        return false
    }

    static func isMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= 80, let first = text.firstIndex(where: { $0 > 0x20 }) else { return false }
        var digits = 0
        var others = 0
        var slashes = 0
        for byte in text[first...] {
            if byte.isASCIIDigit {
                digits += 1
            } else if byte == 0x2F {
                slashes += 1
            } else if byte > 0x20, byte != 0x2E, byte != 0x2C {
                others += 1
            }
        }
        guard (1...4).contains(digits), slashes <= 1 else { return false }
        if others == 0 { return slashes == 1 && digits >= 2 && text[first].isASCIIDigit }
        guard others <= 50, text[first].isASCIIDigit || slashes == 1 else { return false }
        return starWords.isFound(in: lowered(text))
    }

    /// The mark of five or ten signs that are all alike, in a column where other rows begin with the same
    /// sign and end with another: all of them are full.
    static func full(_ node: Node, like others: [Node]) -> Rating? {
        let mine = alikeChildren(of: node, whenAllSame: true)
        guard let sign = mine.first.map(sign), mine.allSatisfy({ Self.sign($0) == sign }) else { return nil }
        for other in others.prefix(40) {
            let theirs = alikeChildren(of: other, whenAllSame: true)
            guard theirs.count == mine.count, let first = theirs.first, let last = theirs.last,
                Self.sign(first) != Self.sign(last)
            else { continue }
            return Self.sign(first) == sign
                ? Rating(value: Double(mine.count), best: Double(mine.count)) : nil
        }
        return nil
    }

    private static func sign(_ node: Node) -> String {
        node.string("class") ?? node.string("src") ?? node.string("fill") ?? ""
    }

    static func rating(_ element: PageOutline.Element) -> Rating? {
        let node = element.node
        let isNamed =
            element.hints.contains(.rating)
            && (!element.hints.contains(.review) || element.endCell - element.firstCell <= 6)
        if let label = node.attribute("aria-label"), starred(node) || node.attribute("role")?.string == "img",
            let found = spoken(label.string, isNamed: true), found.best != nil
        {
            return found
        }
        for name: StaticString in ["aria-label", "alt", "title", "data-tooltip"] {
            if let label = node.attribute(name), let found = spoken(label.string, isNamed: isNamed) {
                return found
            }
        }
        if isNamed {
            for name: StaticString in [
                "data-rating", "data-score", "data-value", "data-stars", "data-rate", "data-mark",
                "data-rateit-value",
            ] {
                if let value = node.attribute(name), let found = bounded(parseRating(value.string)) {
                    return found
                }
            }
        }
        if let style = node.attribute("style"), isNamed || starred(node), let found = width(style) {
            return found
        }
        if isNamed, let names = node.attribute("class"), let found = named(names) { return found }
        let text = element.endCell - element.firstCell <= 6 ? spaced(node) : ""
        if let found = spoken(text, isNamed: isNamed) { return found }
        return isNamed ? counted(below: node) : nil
    }

    /// `4 out of 5 stars`, `Ocena: 4/5`, `★★★★☆`; a lone number where the element is named for marks.
    static func spoken(_ text: String, isNamed: Bool) -> Rating? {
        guard !text.isEmpty, text.utf8.count <= 60 else { return nil }
        let bytes = lowered(text.utf8)
        var digits = 0
        var letters = 0
        var stars = 0
        for (i, byte) in bytes.enumerated() {
            if byte.isASCIIDigit {
                digits += 1
            } else if byte == 0xE2, i + 2 < bytes.count, [0x98, 0xAD].contains(bytes[i + 1]) {
                stars += 1
            } else if byte.isASCIILetter || byte >= 0xC3 {
                letters += 1
            }
        }
        if stars > 0, letters <= 25 { return bounded(parseRating(text)) }
        guard digits > 0, digits <= 6 else { return nil }
        let speaksOfStars = starWords.isFound(in: bytes)
        if countWords.isFound(in: bytes) { return nil }
        guard let found = bounded(parseRating(text)) else { return nil }
        if speaksOfStars, letters <= 40 {
            return found.best == nil ? Rating(value: found.value, best: 5) : found
        }
        if found.best != nil, digits <= 4, letters <= 12, ofWords.isFound(in: bytes) {
            return isNamed || letters <= 3 && text.utf8.count <= 8 && digits <= 3 ? found : nil
        }
        return isNamed && letters <= 12 ? found : nil
    }

    private static let starWords = Phrases([
        "star", "stern", "étoile", "estrella", "stell", "gwiazd", "звезд", "звёзд", "зірк", "hvězd", "hviezd",
        "estrela", "ster", "csillag", "yıldız", "rating", "rated", "bewert", "ocena", "оценка", "hodnocení",
        "note :",
        "bubbles", "puntuación", "valutazione",
    ])
    private static let ofWords = Phrases([
        "/", " of ", " z ", " von ", " из ", " sur ", " de ", " su ", " van ", " з ", " од ",
    ])
    private static let countWords = Phrases([
        "ratings", "reviews", "votes", "opinii", "отзывов", "оценок", "bewertungen", "avis", "reseñas",
        "recensioni",
        "average", "średnia", "rate this", "rate it",
    ])

    private static func bounded(_ rating: Rating?) -> Rating? {
        guard let rating, rating.value > 0 || rating.best != nil, rating.value <= (rating.best ?? 10) else {
            return nil
        }
        return rating
    }

    /// `width: 80%` of a row of stars.
    private static func width(_ style: CText) -> Rating? {
        let text = style.string
        guard let at = text.utf8.firstRange(of: "width".utf8) else { return nil }
        let rest = String(text[at.upperBound...].prefix(16))
        let before = text[..<at.lowerBound].utf8.last
        guard before != 0x2D, let percent = decimal(rest), percent <= 100, percent > 0,
            rest.utf8.contains(0x25)
        else {
            return nil
        }
        return Rating(value: (percent * 5).rounded() / 100, best: 5)
    }

    private static func starred(_ node: Node) -> Bool {
        guard let names = node.parent?.attribute("class") else { return false }
        return NameHints(names: names).contains(.rating)
    }

    /// `rating-45`, `stars-4-5`, `star_4`, `bubble_40`, `rating--3`: the number in the class that speaks of marks.
    private static func named(_ names: CText) -> Rating? {
        for word in names.bytes.split(whereSeparator: \.isASCIISpace) {
            let bytes = UnsafeBufferPointer(rebasing: word)
            guard bytes.contains(where: \.isASCIIDigit), markWords.isFound(in: lowered(bytes)) else {
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let numbers = text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).map(String.init)
            guard numbers.count == 1 || numbers.count == 2, numbers[0].count <= 3,
                let value = Double(numbers[0])
            else { continue }
            if numbers.count == 2, numbers[1] == "5", value < 5 { return Rating(value: value + 0.5, best: 5) }
            if numbers.count == 2, numbers[1] == "0", value <= 5 { return Rating(value: value, best: 5) }
            guard numbers.count == 1, value > 0 else { continue }
            if value <= 5 { return Rating(value: value, best: 5) }
            if value <= 50, Int(value) % 5 == 0, value >= 10 { return Rating(value: value / 10, best: 5) }
            if value == 100 || (value > 50 && Int(value) % 10 == 0) {
                return Rating(value: value / 20, best: 5)
            }
        }
        return nil
    }

    private static let markWords = Phrases(["star", "rat", "scor", "bubble", "mark", "ocen", "note"])

    /// The texts of an element with spaces between them: `7.7` and a hidden `10` are two numbers.
    private static func spaced(_ node: Node) -> String {
        var text = ""
        var steps = 0
        var at = node.following(within: node)
        while let next = at, steps < 40 {
            steps += 1
            if next.isText { text += TextBuilder.collapsed(next.content.bytes) + " " }
            at = next.following(within: node)
        }
        return nonEmpty(text) ?? ""
    }

    /// The stars below that are full, where some say whether they are.
    private static func counted(below node: Node) -> Rating? {
        var stars: [Node] = []
        var steps = 0
        node.forEachElement { child in
            steps += 1
            // An icon inside a star is the same star.
            if let names = child.attribute("class"), isStar(names),
                stars.last.map({ $0 != child.parent }) ?? true
            {
                stars.append(child)
            }
            return steps < 80
        }
        if stars.isEmpty { stars = alikeChildren(of: node) }
        guard (1...10).contains(stars.count) else { return nil }
        var full = 0.0
        for star in stars {
            switch fill(star) {
            case .full: full += 1
            case .half: full += 0.5
            case .empty: break
            }
        }
        guard full > 0 else { return nil }
        let count = Double(stars.count)
        if full == count, let begun = alikeAtStart(stars) { full = Double(begun) }
        return Rating(
            value: full, best: count == 5 || count == 6 || count == 10 ? count : count < 5 ? 5 : nil)
    }

    /// How many signs are as the first is, where those after them are all of one other kind: two kinds whose
    /// names say nothing are full and empty.
    private static func alikeAtStart(_ stars: [Node]) -> Int? {
        guard stars.count == 5 || stars.count == 10 else { return nil }
        let signs = stars.map(sign)
        let begun = signs.prefix { $0 == signs[0] }.count
        guard begun < signs.count, signs[begun...].allSatisfy({ $0 == signs[begun] }) else { return nil }
        let ends = Phrases(["last", "first"])
        if [signs[0], signs[begun]].contains(where: { ends.isFound(in: lowered($0.utf8)) }) { return nil }
        return begun
    }

    /// Five or ten children of one kind without text: stars that are not named.
    private static func alikeChildren(of node: Node, whenAllSame: Bool = false) -> [Node] {
        var found: [Node] = []
        var at = node.firstElement
        while let child = at, found.count <= 10 {
            if let first = found.first, !first.name.bytes.elementsEqual(child.name.bytes) { return [] }
            if child.name == "img", child.attribute("src") == nil { return [] }
            found.append(child)
            at = child.nextElement
        }
        guard found.count == 5 || found.count == 10, node.shortText(limit: 4).isEmpty else { return [] }
        if whenAllSame { return found }
        // Children that say nothing of their fill are no stars.
        return Set(found.map(sign)).count > 1
            || found.contains { fill($0) != .full || isNamedStar($0) } ? found : []
    }

    private static func isNamedStar(_ node: Node) -> Bool {
        node.attribute("class").map { NameHints(names: $0).contains(.rating) } ?? false
    }

    private static func isStar(_ names: CText) -> Bool {
        guard
            names.contains("star") || names.contains("stern") || names.contains("zvezd")
                || names.contains("gwiazd")
        else { return false }
        return !names.contains("stars") && !names.contains("container") && !names.contains("start")
    }

    private enum Fill { case full, half, empty }

    private static func fill(_ star: Node) -> Fill {
        for name: StaticString in ["data-tr-clip", "data-fill", "data-percent", "data-clip"] {
            guard let value = star.attribute(name), let number = wholeNumber(value.string) else { continue }
            return number == 0 ? .empty : number < 75 ? .half : .full
        }
        let names = star.attribute("class") ?? star.attribute("src") ?? .empty
        if names.contains("half") || names.contains("-50") { return .half }
        let isEmpty =
            names.contains("empty") || names.contains("off") || names.contains("-o ")
            || names.contains("star-o")
            || names.contains("grey") || names.contains("gray") || names.contains("inactive")
            || names.contains("outline") || names.contains("blank") || names.contains("unfilled")
            || names.contains("disabled") || names.contains("far fa-")
        return isEmpty ? .empty : .full
    }
}
