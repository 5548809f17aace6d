/// A rule's mark: read from a text or attribute, else from what shows it - a class, a width, a label, stars.
import CXML2
import Complaints

struct RatingReader: Sendable {
    private let field: FieldReader
    private let example: RatingExample?
    private let scale: Rule.RatingRule

    init(_ rule: Rule.RatingRule) throws(SelectorFault) {
        try self.init(rule, field: try FieldReader(rule.field))
    }

    /// For texts that come from JSON, found by a path.
    init(json rule: Rule.RatingRule) throws(SelectorFault) {
        try self.init(rule, field: try FieldReader(json: rule.field))
    }

    private init(_ rule: Rule.RatingRule, field: FieldReader) throws(SelectorFault) {
        self.field = field
        scale = rule
        example = try rule.pattern.map { (written) throws(SelectorFault) in
            guard let example = RatingExample(written) else {
                throw SelectorFault(
                    sentence: "`as` is `\(written)`; write an example with a number in it, such as 4 z 5")
            }
            return example
        }
    }

    func rating(in top: Node, except others: Set<Node> = []) -> Rating? {
        let said = field.first(in: top, except: others) { stated($0) }
        return (said ?? shown(in: top, except: others)).map(onScale)
    }

    /// What a text says to which `match` has been applied, without a tree: from JSON.
    func rating(_ text: String) -> Rating? {
        let said =
            example.map { $0.rating(in: text) }
            ?? (parseRating(text, best: upper, worst: nil)
                ?? ShapedObject.number(text).map { Rating(value: $0) })
        return said.map { onScale(example == nil ? fitted($0) : $0) }
    }

    /// The larger end of the scale, whichever is the better.
    private var upper: Double? {
        guard let best = scale.best else { return scale.worst.flatMap { $0 > 1 ? $0 : nil } }
        return scale.worst.map { max(best, $0) } ?? (best > 1 ? best : nil)
    }

    private func stated(_ found: FoundText) -> Rating? {
        if let example { return example.rating(in: found.text) }
        if let node = found.node {
            if let style = node.attribute("style"), style.string == found.text {
                return RatingSigns.style(found.text, of: node, best: upper)
            }
            if let names = node.attribute("class"), names.string == found.text {
                return RatingSigns.className(found.text, best: upper)
            }
            // A second row of stars lies under the first, which is as wide as the mark is high.
            if hasOnlyStars(found.text), let rating = RatingSigns.width(below: node, best: upper) {
                return rating
            }
        }
        return parseRating(found.text, best: upper, worst: nil).map(fitted)
            ?? RatingSigns.className(found.text, best: upper, needsWord: true)
    }

    /// `data-rating=45` of at best 5.
    private func fitted(_ rating: Rating) -> Rating {
        guard let upper, rating.value > upper else { return rating }
        return RatingSigns.scaled(rating.value, best: upper)
    }

    private func shown(in top: Node, except others: Set<Node>) -> Rating? {
        guard example == nil, field.shape.match == nil else { return nil }
        for choice in field.selector.choices {
            let nodes = choice.nodes(in: top, limit: 20).filter { !others.contains($0) }
            for node in nodes {
                if let rating = RatingSigns.rating(of: node, best: upper) { return fitted(rating) }
            }
            if nodes.count > 1, let rating = RatingSigns.count(nodes, best: upper) { return rating }
            for node in nodes {
                if let rating = RatingSigns.stars(below: node, best: upper) { return rating }
            }
        }
        return nil
    }

    /// With the ends that the rule states; a reversed scale has its best at the lower one.
    private func onScale(_ rating: Rating) -> Rating {
        var rating = rating
        if scale.reversed {
            let ends = [scale.best, scale.worst].compactMap { $0 }
            let high = ends.max() ?? rating.best ?? (rating.value > 5 ? 6 : 5)
            let low = ends.count == 2 ? ends.min() ?? 1 : high > 20 ? 0 : 1
            rating.best = ends.count == 1 && high <= low ? high : low
            rating.worst = ends.count == 1 && high <= low ? max(5, rating.value) : high
        } else {
            rating.best = scale.best ?? rating.best
            rating.worst = scale.worst ?? rating.worst
        }
        return rating
    }
}

/// A mark written as an example: `4 z 5`, `80%`, `ocena 4 (na 6)`.
struct RatingExample: Sendable {
    private enum Part: Sendable {
        case mark, best, space
        case literal(UInt8)
    }
    private var parts: [Part] = []
    private var isPercent = false

    init?(_ example: String) {
        let bytes = Array(example.lowercased().utf8)
        var numbers: [(at: Int, value: Double)] = []
        var i = 0
        while i < bytes.count {
            if bytes[i].isASCIIDigit {
                let (value, end) = Self.number(bytes, at: i)
                numbers.append((parts.count, value))
                parts.append(.mark)
                i = end
            } else if bytes[i].isASCIISpace {
                if case .space? = parts.last {} else { parts.append(.space) }
                i += 1
            } else {
                parts.append(.literal(bytes[i]))
                i += 1
            }
        }
        guard (1...2).contains(numbers.count) else { return nil }
        if numbers.count == 2 {
            parts[numbers[0].value > numbers[1].value ? numbers[0].at : numbers[1].at] = .best
        } else {
            isPercent = bytes.contains(0x25)
        }
    }

    /// The first place where the text reads like the example.
    func rating(in text: String) -> Rating? {
        let bytes = Array(text.lowercased().replacing("\u{A0}", with: " ").utf8.prefix(2000))
        for start in bytes.indices {
            if bytes[start].isASCIIDigit, start > 0, bytes[start - 1].isASCIIDigit { continue }
            if let found = rating(bytes, at: start) { return found }
        }
        return nil
    }

    private func rating(_ bytes: [UInt8], at start: Int) -> Rating? {
        var i = start
        var rating = Rating(value: -1, best: isPercent ? 100 : nil)
        for part in parts {
            switch part {
            case .space: while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
            case .literal(let byte):
                while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
                guard i < bytes.count, bytes[i] == byte else { return nil }
                i += 1
            case .mark, .best:
                while i < bytes.count, bytes[i].isASCIISpace { i += 1 }
                guard i < bytes.count, bytes[i].isASCIIDigit else { return nil }
                let (value, end) = Self.number(bytes, at: i)
                if case .best = part { rating.best = value } else { rating.value = value }
                i = end
            }
        }
        return rating.value < 0 || rating.value > 1000 ? nil : rating
    }

    private static func number(_ bytes: [UInt8], at start: Int) -> (Double, Int) {
        var i = start
        var value = 0.0
        while i < bytes.count, bytes[i].isASCIIDigit {
            value = value * 10 + Double(bytes[i] - 0x30)
            i += 1
        }
        var scale = 1.0
        var fraction = 0.0
        if i + 1 < bytes.count, bytes[i] == 0x2E || bytes[i] == 0x2C, bytes[i + 1].isASCIIDigit {
            i += 1
            while i < bytes.count, bytes[i].isASCIIDigit {
                scale *= 10
                fraction = fraction * 10 + Double(bytes[i] - 0x30)
                i += 1
            }
        }
        return (value + fraction / scale, i)
    }
}
