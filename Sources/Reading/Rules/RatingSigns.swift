/// What shows a mark without saying it: a class (`star-45`), a width of stars, a label, full and empty stars.
import CXML2
import Complaints

enum RatingSigns {
    private static let values: [StaticString] = [
        "data-rating", "data-value", "data-score", "data-rate", "data-stars", "data-star",
        "data-rateit-value",
        "data-average", "data-percent", "content", "value", "rating", "score", "aria-valuenow",
    ]
    private static let labels: [StaticString] = [
        "aria-label", "title", "alt", "data-original-title", "aria-valuetext",
    ]

    /// Of the element itself, then of the first below it that says anything.
    static func rating(of top: Node, best: Double?) -> Rating? {
        if let rating = own(top, best: best, isStated: true) { return rating }
        var found: Rating?
        var left = 60
        top.forEachElement { node in
            left -= 1
            found = own(node, best: best, isStated: false)
            return found == nil && left > 0
        }
        return found
    }

    private static func own(_ node: Node, best: Double?, isStated: Bool) -> Rating? {
        guard node.raw.pointee.properties != nil else { return nil }
        let stated = node.attribute("aria-valuemax").flatMap { Double($0.string) }
        for name in values {
            if isStated || name.utf8Start[0] == UInt8(ascii: "d") || name.utf8Start[0] == UInt8(ascii: "a"),
                let value = node.attribute(name), let rating = parseRating(value.string, best: best ?? stated)
            {
                return rating
            }
        }
        for name in labels {
            if let value = node.attribute(name),
                let rating = parseRating(value.string, best: best, isStated: isStated)
            {
                return rating
            }
        }
        if let text = node.string("style"), let rating = style(text, of: node, best: best) { return rating }
        if let names = node.string("class"),
            let rating = className(names, best: best, needsWord: !isStated)
        {
            return rating
        }
        for name: StaticString in ["src", "href", "xlink:href"] {
            guard let address = node.string(name) else { continue }
            let file = address.split(separator: "/").last.map(String.init) ?? address
            if let rating = className(file.replacing("#", with: " "), best: best, needsWord: true) {
                return rating
            }
        }
        return nil
    }

    // MARK: Widths

    /// The first width below that is not whole: the full stars over the empty ones.
    static func width(below top: Node, best: Double?) -> Rating? {
        if let text = top.string("style"), let rating = style(text, of: top, best: best) { return rating }
        var found: Rating?
        var left = 40
        top.forEachElement { node in
            left -= 1
            if let text = node.string("style"), let rating = style(text, of: node, best: best) {
                if found == nil || found?.value == found?.best { found = rating }
            }
            return left > 0
        }
        return found
    }

    /// `width: 80%`, `width: calc(4 / 5 * 100%)`, `width: 80px` inside `width: 100px`, `--rating: 4.5`.
    static func style(_ text: String, of node: Node, best: Double?) -> Rating? {
        for declaration in text.split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = declaration[..<colon].trimmingSpace.lowercased()
            let value = declaration[declaration.index(after: colon)...].trimmingSpace
            if name == "width" || name == "flex-basis" || name == "inline-size" {
                if let share = LengthShare(value).share(of: node) {
                    let best = best ?? 5
                    return Rating(value: (share * best * 100).rounded() / 100, best: best)
                }
            } else if name.hasPrefix("--") {
                guard speaksOfMarks(name) || name == "--value" || name.hasPrefix("--percent") else {
                    continue
                }
                guard let rating = parseRating(value, best: best) else { continue }
                if name.hasPrefix("--percent"), rating.value <= 100, best == nil || rating.value > (best ?? 0)
                {
                    return Rating(value: (rating.value * (best ?? 5)).rounded() / 100, best: best ?? 5)
                }
                return rating
            }
        }
        return nil
    }

    // MARK: Classes

    /// `stars-4`, `rating-45`, `s4_5`, `star-rating Three`, `w-4/5`, `w-[80%]`: the number in a class that speaks
    /// of stars. With `needsWord` no class counts that is only short for one.
    static func className(_ names: String, best: Double?, needsWord: Bool = false) -> Rating? {
        let words = names.split(whereSeparator: \.isWhitespace)
        let spoken = words.contains { speaksOfMarks($0.lowercased()) }
        for word in words {
            let name = word.lowercased()
            if !needsWord || spoken, let share = tailwindWidth(name) {
                return Rating(value: (share * (best ?? 5) * 100).rounded() / 100, best: best ?? 5)
            }
            guard speaksOfMarks(name) || (!needsWord && isShort(name)) else { continue }
            if let value = ClassNumber.value(in: name, best: best ?? 5) { return scaled(value, best: best) }
        }
        guard spoken else { return nil }
        for word in words {
            for part in word.lowercased().split(whereSeparator: { !$0.isLetter }) {
                if case .number(let value)? = RatingWords.kind(String(part)) {
                    return Rating(value: Double(value), best: best ?? 5)
                }
            }
        }
        return nil
    }

    static func speaksOfMarks(_ name: String) -> Bool {
        for word in [
            "star", "rating", "rate", "score", "bubble", "grade", "ocen", "gwiazd", "stern", "etoile",
            "estrell",
            "estrel", "stell", "bewert", "hvezd", "mark", "note-", "puntu", "valor", "rank", "zvezd",
        ] where name.contains(word) {
            return true
        }
        return false
    }

    /// A letter or two before the number: `s4_5`, `r-35`, `p80`, `pct-80`, `val-4`.
    private static func isShort(_ name: String) -> Bool {
        let letters = name.prefix { $0.isLetter }
        return ["s", "r", "p", "st", "rt", "pct", "val", "value", "percent", "width", "w"].contains(
            String(letters))
            && name.dropFirst(letters.count).allSatisfy { $0.isNumber || "-_.".contains($0) }
            && letters != "w"
    }

    private static func tailwindWidth(_ name: String) -> Double? {
        guard name.hasPrefix("w-") else { return nil }
        let rest = name.dropFirst(2)
        if rest == "full" { return 1 }
        if rest.hasPrefix("["), rest.hasSuffix("%]") {
            return Double(rest.dropFirst().dropLast(2)).flatMap { $0 <= 100 ? $0 / 100 : nil }
        }
        let ends = rest.split(separator: "/").compactMap { Double($0) }
        return ends.count == 2 && ends[1] > 0 && ends[0] <= ends[1] ? ends[0] / ends[1] : nil
    }

    /// 45 and 90 of at best 5 are 4.5.
    static func scaled(_ value: Double, best: Double?) -> Rating {
        let best = best ?? 5
        let fits = value <= best ? value : value <= best * 10 ? value / 10 : value / 100 * best
        return Rating(value: (fits * 100).rounded() / 100, best: best)
    }
}

/// The number of a class's name.
private enum ClassNumber {
    static func value(in name: String, best: Double) -> Double? {
        var numbers: [Substring] = []
        var rest = Substring(name)
        while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
            let digits = rest[start...].prefix { $0.isASCII && $0.isNumber }
            let before = start == name.startIndex ? nil : name[name.index(before: start)]
            let after = digits.endIndex == name.endIndex ? nil : name[digits.endIndex]
            // `v2` is a version, `2x`, `16px` and `2xl` are sizes, `1a2b3c` is nothing.
            let isSize = after == "x" || after == "p" || before == "v" || before == "h"
            if !isSize, digits.count <= 3 { numbers.append(digits) }
            rest = rest[digits.endIndex...]
        }
        guard let first = numbers.first, let whole = Double(first), numbers.count <= 3 else { return nil }
        if name.contains("half"), whole < best { return whole + 0.5 }
        if numbers.count >= 2, let second = Double(numbers[1]) {
            if whole <= best, ["5", "25", "50", "75", "0", "00"].contains(numbers[1]),
                whole < best || second == 0
            {
                let scale = numbers[1].count == 1 ? 10.0 : 100
                // `4-of-5`, `4-out-of-5`
                if name.contains("of"), second == best { return whole }
                return whole + second / scale
            }
            if second == best || second == 10 || second == 100 { return whole * best / second }
            if let last = numbers.last, let value = Double(last) { return value <= 100 ? value : nil }
        }
        return whole <= 100 ? whole : nil
    }
}

extension StringProtocol {
    fileprivate var trimmingSpace: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
