/// How an element can be told by selectors that are likely to hold when the site is built anew: names that
/// people gave, not those that a build tool made.
import CXML2
import Foundation

struct StableName: Hashable {
    var selector: String
    /// The lower, the likelier that it lasts.
    var cost: Int
}

/// Names that several records have, with how many have each.
struct NameTally {
    private var names: [String: (cost: Int, times: Int)] = [:]

    /// What one record has, each name counted once.
    mutating func add(_ found: [StableName]) {
        var own: [String: Int] = [:]
        for name in found { own[name.selector] = min(own[name.selector] ?? .max, name.cost) }
        for (selector, cost) in own {
            let known = names[selector]
            names[selector] = (min(known?.cost ?? .max, cost), (known?.times ?? 0) + 1)
        }
    }

    func times(_ name: StableName) -> Int { names[name.selector]?.times ?? 0 }

    /// The names that most records have, of these the most lasting; an old one before all.
    func best(_ count: Int, keeping old: String?) -> [StableName] {
        let sorted = names.sorted { a, b in
            if a.value.times != b.value.times { return a.value.times > b.value.times }
            return (a.value.cost, a.key) < (b.value.cost, b.key)
        }
        let found = sorted.prefix(count).map { StableName(selector: $0.key, cost: $0.value.cost) }
        guard let old else { return found }
        return [StableName(selector: old, cost: 0)] + found.filter { $0.selector != old }
    }
}

/// Attributes whose values name what an element is.
private let namingAttributes = [
    "itemprop", "data-testid", "data-test-id", "data-test", "data-hook", "data-qa", "data-role",
    "data-component", "data-element", "data-cy", "property", "rel", "role", "slot",
]

extension Node {
    /// Selectors that the element fits by itself, the most lasting first.
    var stableNames: [StableName] {
        var names: [StableName] = []
        for (place, attribute) in namingAttributes.enumerated() {
            guard let value = self.attribute(named: attribute)?.string, isStable(value),
                !value.utf8.contains(0x22), value.utf8.count <= 60
            else { continue }
            let cost = place == 0 ? 1 : attribute == "role" ? 6 : 2
            names.append(StableName(selector: "[\(attribute)=\"\(value)\"]", cost: cost))
        }
        let tag = name.string
        for token in classTokens.prefix(12) {
            if isStable(token) {
                names.append(StableName(selector: "." + escaped(token), cost: cost(ofClass: token)))
            } else if let stem = moduleStem(token) {
                names.append(StableName(selector: "[class*=\"\(stem)\"]", cost: 5))
            }
        }
        if let id = string("id"), isStable(id), !id.isEmpty {
            names.append(StableName(selector: "#" + escaped(id), cost: 2))
        }
        if tag.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D }) {
            names.append(StableName(selector: tag, cost: telling.contains(tag) ? 6 : 10))
        }
        return names.sorted { $0.cost < $1.cost }
    }

    private var classTokens: [String] {
        (string("class") ?? "").split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
    }
}

/// Elements that say what they hold.
private let telling: Set<String> = [
    "article", "time", "blockquote", "cite", "address", "header", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "figcaption", "dt", "dd", "q", "p", "li", "tr",
]

/// No number of an entry and no hash in it: `comment-body`, not `comment-4711`, `css-1x2y3z`, `_3Xf9`.
private func isStable(_ name: String) -> Bool {
    guard !name.isEmpty else { return false }
    var digits = 0
    var changes = 0
    var wasDigit = false
    var isUpperAmongLower = 0
    var previous: UInt8 = 0
    for byte in name.utf8 {
        if byte.isASCIIDigit {
            digits += 1
            if !wasDigit { changes += 1 }
        } else if byte >= 0x41, byte <= 0x5A, previous >= 0x61, previous <= 0x7A {
            isUpperAmongLower += 1
        }
        wasDigit = byte.isASCIIDigit
        previous = byte
    }
    if digits >= 3 || changes >= 2 { return false }
    let lower = name.lowercased()
    for prefix in ["css-", "sc-", "jsx-", "jss", "svelte-", "makestyles", "emotion-"]
    where lower.hasPrefix(prefix) {
        return false
    }
    // `aB3cD`: letters of a hash change their case all the time, those of words seldom.
    if digits > 0, isUpperAmongLower > 0, name.utf8.count <= 8 { return false }
    return moduleStem(name) == nil
}

/// `comment` lasts longer than `depth-1`, that longer than `mt-4`.
private func cost(ofClass name: String) -> Int {
    if isUtility(name) || name.contains("lazy") { return 12 }
    return name.utf8.contains(where: \.isASCIIDigit) ? 7 : 3
}

/// Names of looks, which many elements share: `mt-4`, `text-sm`, `col-md-6`, `flex`.
private func isUtility(_ name: String) -> Bool {
    let utilities: Set<String> = [
        "flex", "grid", "block", "inline", "hidden", "row", "col", "clearfix", "left", "right", "active",
        "first", "last", "odd", "even", "alt", "parent", "container", "wrapper", "d-flex", "small", "bold",
        "thread-even", "thread-odd", "thread-alt", "byuser", "bypostauthor", "lazy", "lazyload", "lazyloaded",
    ]
    if utilities.contains(name) { return true }
    let parts = name.split(separator: "-")
    let looks: Set<Substring> = [
        "m", "mt", "mb", "ml", "mr", "mx", "my", "p", "pt", "pb", "pl", "pr", "px", "py", "text", "font",
        "bg",
        "col", "w", "h", "d", "flex", "items", "justify", "gap", "border", "rounded", "max", "min", "leading",
        "align", "u", "is",
    ]
    return parts.count > 1 && parts.first.map(looks.contains) ?? false
}

/// `Review_author__x1Y2z` and `author_k3d9f`: what stands before the hash of a build tool; nil for others.
private func moduleStem(_ name: String) -> String? {
    guard let cut = name.range(of: "__", options: .backwards) ?? lastUnderscore(name) else { return nil }
    let hash = name[cut.upperBound...]
    guard hash.utf8.count >= 4, hash.utf8.count <= 12, looksHashed(hash) else { return nil }
    let stem = String(name[..<cut.upperBound])
    return stem.utf8.count >= 5 ? stem : nil
}

private func lastUnderscore(_ name: String) -> Range<String.Index>? {
    guard let at = name.lastIndex(where: { $0 == "_" || $0 == "-" }), at > name.startIndex else { return nil }
    return at..<name.index(after: at)
}

/// Digits in it, or capitals after small letters as no word has them.
private func looksHashed(_ text: Substring) -> Bool {
    var digits = 0
    var letters = 0
    var mixed = 0
    var previous: UInt8 = 0
    for byte in text.utf8 {
        if byte.isASCIIDigit { digits += 1 } else if byte.isASCIILetter { letters += 1 } else { return false }
        if byte >= 0x41, byte <= 0x5A, previous >= 0x61, previous <= 0x7A { mixed += 1 }
        previous = byte
    }
    return (digits > 0 && letters > 0) || mixed >= 2
}

/// A name as an identifier of CSS.
private func escaped(_ name: String) -> String {
    var output = ""
    for (place, scalar) in name.unicodeScalars.enumerated() {
        let isPlain =
            scalar.value >= 0x80 || scalar == "-" || scalar == "_"
            || (scalar.isASCII && scalar.properties.isAlphabetic)
            || (place > 0 && (0x30...0x39).contains(scalar.value))
        if isPlain {
            output.unicodeScalars.append(scalar)
        } else if (0x30...0x39).contains(scalar.value) {
            output += "\\3\(scalar) "
        } else {
            output += "\\\(scalar)"
        }
    }
    return output
}
