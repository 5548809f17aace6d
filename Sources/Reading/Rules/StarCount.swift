/// Counts full stars among elements: icons whose classes, images or symbols say full, half or empty.
import CXML2
import Complaints

extension RatingSigns {
    /// The stars among the elements below one.
    static func stars(below top: Node, best: Double?) -> Rating? {
        var found: [(node: Node, inner: Int)] = []
        var places: [Node: Int] = [:]
        var left = 200
        top.forEachElement { node in
            left -= 1
            if isStar(node) {
                var at = node.parent
                for _ in 0..<4 {
                    guard let up = at, up != top else { break }
                    if let place = places[up] {
                        found[place].inner += 1
                        break
                    }
                    at = up.parent
                }
                places[node] = found.count
                found.append((node, 0))
            }
            return left > 0
        }
        // Of stars inside each other the innermost count: the outer are rows.
        return count(found.filter { $0.inner == 0 }.map(\.node), best: best, upTo: top)
    }

    /// Each element is one star.
    static func count(_ nodes: [Node], best: Double?, upTo top: Node? = nil) -> Rating? {
        guard (1...10).contains(nodes.count) else { return nil }
        var full = 0.0
        var unknown: [String] = []
        var all = 0.0
        for node in nodes {
            all += 1
            let said = signs(of: node, upTo: top, among: nodes)
            switch fill(said) {
            case .full?: full += 1
            case .half?: full += 0.5
            case .empty?: break
            case nil:
                full += 1
                unknown.append(said)
            }
        }
        // Two kinds that nothing is known of: stars are filled from the left.
        if unknown.count == nodes.count, let first = unknown.first {
            let same = unknown.prefix { $0 == first }.count
            if same < unknown.count, Set(unknown[same...]).count == 1 { full = Double(same) }
        }
        let isComplete = full < all || nodes.count == 5 || nodes.count == 10
        return Rating(value: full, best: best ?? (isComplete ? all : nil))
    }

    private enum Fill { case full, half, empty }

    private static func isStar(_ node: Node) -> Bool {
        for name: StaticString in ["class", "src", "href", "xlink:href", "alt", "data-icon"] {
            guard let value = node.attribute(name) else { continue }
            if value.contains("star") || value.contains("gwiazd") || value.contains("bubble")
                || value.contains("stern") || value.contains("heart")
            {
                return true
            }
        }
        return false
    }

    /// All that the star and what it is the only star in say, in lower case.
    private static func signs(of node: Node, upTo top: Node?, among nodes: [Node]) -> String {
        var said = ""
        func add(_ node: Node) {
            for name: StaticString in [
                "class", "src", "href", "xlink:href", "alt", "data-icon", "style", "fill", "data-fill",
            ] {
                if let value = node.attribute(name) { said += " " + value.string.lowercased() }
            }
        }
        add(node)
        if let child = node.firstElement { add(child) }
        var at = node.parent
        for _ in 0..<2 {
            guard let up = at, up != top, top != nil else { break }
            let holds = nodes.filter { $0.parent == up || $0.parent?.parent == up }.count
            guard holds == 1 else { break }
            add(up)
            at = up.parent
        }
        return said
    }

    private static func fill(_ said: String) -> Fill? {
        let words = Set(said.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        func any(_ names: [String]) -> Bool { names.contains { words.contains($0) } }
        if any(["half", "halved", "semi", "split"]) || said.contains("half") { return .half }
        let empty = [
            "empty", "off", "o", "outline", "outlined", "grey", "gray", "inactive", "blank", "border", "none",
            "unfilled", "unchecked", "disabled", "far", "regular", "muted", "light", "white", "0", "false",
            "no",
            "e0", "unselected", "hollow", "stroke", "dim", "line",
        ]
        let full = [
            "full", "fill", "filled", "on", "active", "solid", "checked", "gold", "yellow", "selected", "fas",
            "orange", "amber", "true", "primary", "warning", "whole", "lit", "1",
        ]
        if said.contains("empty") || said.contains("unfilled") || said.contains("inactive") { return .empty }
        if any(full) { return .full }
        if any(empty) { return .empty }
        if said.contains("filled") || said.contains("active") || said.contains("full") { return .full }
        return said.contains("-off") || said.contains("_off") || said.contains("outline") ? .empty : nil
    }
}

/// A length of a style: how much of its whole it is.
struct LengthShare {
    private let value: String

    init(_ value: String) { self.value = value.lowercased() }

    /// 0 to 1; nil where it cannot be told.
    func share(of node: Node) -> Double? {
        if value.hasPrefix("calc("), value.contains("%") { return product() }
        guard let (number, unit) = Self.length(value) else { return nil }
        if unit == "%" { return number <= 100 ? number / 100 : nil }
        guard !unit.isEmpty else { return nil }
        var at = node.parent
        for _ in 0..<2 {
            guard let up = at else { return nil }
            if let style = up.string("style"), let whole = Self.width(in: style), whole.unit == unit,
                whole.number >= number, whole.number > 0
            {
                return number / whole.number
            }
            at = up.parent
        }
        return nil
    }

    /// `calc(4.5 / 5 * 100%)`, `calc(80% - 2px)`, `calc(4.5 * 20%)`: numbers from the left, lengths passed over.
    private func product() -> Double? {
        var result: Double?
        var sign: Character = "*"
        for word in value.dropFirst(5).split(whereSeparator: { $0 == " " || $0 == "(" || $0 == ")" }) {
            if word.count == 1, let found = word.first, "*/+-".contains(found) {
                sign = found
                continue
            }
            guard let (number, unit) = Self.length(String(word)) else { return nil }
            guard unit == "%" || unit.isEmpty else { continue }
            switch sign {
            case "*": result = (result ?? 1) * number
            case "/": result = number == 0 ? nil : result.map { $0 / number }
            case "+": result = (result ?? 0) + number
            default: result = (result ?? 0) - number
            }
        }
        return result.flatMap { $0 >= 0 && $0 <= 100 ? $0 / 100 : nil }
    }

    private static func width(in style: String) -> (number: Double, unit: String)? {
        for declaration in style.lowercased().split(separator: ";") {
            let halves = declaration.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, ["width", "max-width"].contains(halves[0].filter { !$0.isWhitespace })
            else {
                continue
            }
            return length(halves[1].filter { !$0.isWhitespace })
        }
        return nil
    }

    private static func length(_ text: String) -> (number: Double, unit: String)? {
        let digits = text.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
        guard let number = Double(digits) else { return nil }
        let unit = text.dropFirst(digits.count).prefix { $0.isLetter || $0 == "%" }
        return (number, String(unit))
    }
}
