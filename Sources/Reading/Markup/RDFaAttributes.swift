/// The attributes of one element that RDFa gives a meaning to.

struct RDFaAttributes {
    private(set) var property: CText?
    private(set) var about: String?
    private(set) var types: CText?
    private(set) var resource: String?
    private var href: CText?
    private var rel: CText?
    private var rev: CText?
    /// Whether the element itself holds the text of its property, whatever type it has.
    private(set) var isLiteral = false

    /// nil for an element that has none; an address alone counts where something further out waits for one.
    init?(_ node: Node, isAwaited: Bool) {
        var isFound = false
        var at = node.raw.pointee.properties
        while let attribute = at {
            let name = CText(attribute.pointee.name)
            let value = CText(attribute.pointee.children?.pointee.content)
            switch name.first {
            case UInt8(ascii: "a"): if name == "about" { about = value.string; isFound = true }
            case UInt8(ascii: "c"): if name == "content" { isLiteral = true }
            case UInt8(ascii: "d"): if name == "datatype" { isLiteral = true }
            case UInt8(ascii: "h"): if name == "href" { href = value; isFound = isFound || isAwaited }
            case UInt8(ascii: "p"):
                if name == "property", !value.isEmpty { property = value; isFound = true }
            case UInt8(ascii: "r"):
                if name == "resource" { resource = value.string; isFound = true }
                if name == "rel" { rel = value; isFound = true }
                if name == "rev" { rev = value; isFound = true }
            case UInt8(ascii: "s"): if name == "src" { href = href ?? value }
            case UInt8(ascii: "t"): if name == "typeof", !value.isEmpty { types = value; isFound = true }
            default: break
            }
            at = attribute.pointee.next
        }
        guard isFound else { return nil }
    }

    /// What the element points to.
    var target: String? { resource ?? href?.string }

    var properties: [String] { property?.words.prefix(8).map(schemaProperty) ?? [] }

    /// The relations that are a vocabulary's, not HTML's own: `rel="nofollow"` says nothing of an item.
    var relations: [(name: String, isReversed: Bool)] {
        guard rel != nil || rev != nil else { return [] }
        func names(_ text: CText?) -> [String] {
            (text?.words.prefix(8) ?? []).filter { word in
                word.utf8.contains(0x3A) || (property == nil && Self.isTerm(word))
            }.map(schemaProperty)
        }
        return names(rel).map { ($0, false) } + names(rev).map { ($0, true) }
    }

    private static func isTerm(_ word: String) -> Bool {
        switch word {
        case "review", "reviews", "reviewRating", "itemReviewed", "aggregateRating", "comment", "creator",
            "acceptedAnswer", "suggestedAnswer", "reviewer":
            true
        default: false
        }
    }
}

extension CText {
    /// The words between white space.
    var words: [String] {
        bytes.split(whereSeparator: \.isASCIISpace).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// What an item without a property can only be to the item around it; nil for most types.
func impliedProperty(_ types: CText) -> String? {
    if types.contains("aggregaterating") { return "aggregateRating" }
    if types.contains("rating") { return "#rating" }
    if types.contains("person") { return "#author" }
    return nil
}
