/// Finds what a JSONPath selects, with the normalized path to each (RFC 9535, section 2.7).

/// One node of a JSON document: where it is and what is there.
public struct JSONNode: Hashable, Sendable {
    public var value: JSONValue
    var steps: [Step]

    enum Step: Hashable, Sendable {
        case name(String)
        case index(Int)
    }

    public var path: String {
        var text = "$"
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .name(let name): text += "['" + Self.escaped(name) + "']"
            }
        }
        return text
    }

    private static func escaped(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'": text += "\\'"
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text
    }
}

extension JSONPath {
    /// The nodes that the path selects, in order.
    public func nodes(in document: JSONValue) -> [JSONNode] {
        var evaluation = Evaluation(root: document)
        return evaluation.run(segments, from: [JSONNode(value: document, steps: [])])
    }

    func values(in document: JSONValue) -> [JSONValue] { nodes(in: document).map(\.value) }
}

private struct Evaluation {
    let root: JSONValue
    /// Nodes left to visit: `$..[?..]` within filters grows without end.
    var budget = 2_000_000

    init(root: JSONValue) { self.root = root }

    mutating func run(_ segments: [JSONPath.Segment], from start: [JSONNode]) -> [JSONNode] {
        var nodes = start
        for segment in segments {
            var found: [JSONNode] = []
            for node in nodes {
                if segment.isDescendant {
                    descend(node, segment.selectors, &found)
                } else {
                    for selector in segment.selectors { apply(selector, to: node, &found) }
                }
            }
            nodes = found
        }
        return nodes
    }

    /// The reader of JSON bounds the depth.
    private mutating func descend(
        _ node: JSONNode, _ selectors: [JSONPath.Selector], _ found: inout [JSONNode]
    ) {
        guard budget > 0 else { return }
        for selector in selectors { apply(selector, to: node, &found) }
        for child in children(node) { descend(child, selectors, &found) }
    }

    private mutating func children(_ node: JSONNode) -> [JSONNode] {
        switch node.value {
        case .array(let values):
            budget -= values.count
            return values.enumerated().map { JSONNode(value: $1, steps: node.steps + [.index($0)]) }
        case .object(let members):
            budget -= members.count
            return unique(members).map { JSONNode(value: $0.value, steps: node.steps + [.name($0.key)]) }
        default: return []
        }
    }

    /// The last member of that name: names are compared by their code points, not as Swift compares text.
    private func member(_ name: String, of value: JSONValue) -> JSONValue? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.key.utf8.elementsEqual(name.utf8) }?.value
    }

    private func unique(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        var places: [[UInt8]: Int] = [:]
        var kept: [JSONValue.Member] = []
        for member in members {
            let name = Array(member.key.utf8)
            if let place = places[name] {
                kept[place].value = member.value
            } else {
                places[name] = kept.count
                kept.append(member)
            }
        }
        return kept
    }

    private mutating func apply(_ selector: JSONPath.Selector, to node: JSONNode, _ found: inout [JSONNode]) {
        budget -= 1
        guard budget > 0 else { return }
        switch selector {
        case .name(let name):
            if let value = member(name, of: node.value) {
                found.append(JSONNode(value: value, steps: node.steps + [.name(name)]))
            }
        case .wildcard: found += children(node)
        case .index(let index):
            guard case .array(let values) = node.value else { return }
            let place = index < 0 ? values.count + index : index
            if values.indices.contains(place) {
                found.append(JSONNode(value: values[place], steps: node.steps + [.index(place)]))
            }
        case .slice(let start, let end, let step):
            guard case .array(let values) = node.value else { return }
            for place in places(start, end, step, count: values.count) {
                found.append(JSONNode(value: values[place], steps: node.steps + [.index(place)]))
            }
        case .filter(let filter):
            for child in children(node) where holds(filter, at: child.value) { found.append(child) }
        }
    }

    /// RFC 9535, section 2.3.4.2.2.
    private func places(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        func normal(_ index: Int) -> Int { index >= 0 ? index : count + index }
        if step > 0 {
            let from = min(max(normal(start ?? 0), 0), count)
            let to = min(max(normal(end ?? count), 0), count)
            return Array(stride(from: from, to: to, by: min(step, count + 1)))
        }
        guard step < 0 else { return [] }
        let from = min(max(start.map(normal) ?? count - 1, -1), count - 1)
        let to = min(max(end.map(normal) ?? -1, -1), count - 1)
        return Array(stride(from: from, to: to, by: max(step, -count - 1)))
    }

    mutating func holds(_ filter: JSONPath.Filter, at current: JSONValue) -> Bool {
        switch filter {
        case .or(let parts):
            for part in parts where holds(part, at: current) { return true }
            return false
        case .and(let parts):
            for part in parts where !holds(part, at: current) { return false }
            return true
        case .not(let inner): return !holds(inner, at: current)
        case .exists(let query): return !nodes(query, at: current).isEmpty
        case .call(let function, let arguments): return calls(function, arguments, at: current) == .bool(true)
        case .compare(let left, let comparison, let right):
            let a = value(left, at: current)
            let b = value(right, at: current)
            switch comparison {
            case .equal: return isEqual(a, b)
            case .unequal: return !isEqual(a, b)
            case .less: return isLess(a, b)
            case .greater: return isLess(b, a)
            case .lessOrEqual: return isLess(a, b) || isEqual(a, b)
            case .greaterOrEqual: return isLess(b, a) || isEqual(a, b)
            }
        }
    }

    private mutating func nodes(_ query: JSONPath.Query, at current: JSONValue) -> [JSONValue] {
        run(query.segments, from: [JSONNode(value: query.isRelative ? current : root, steps: [])]).map(
            \.value)
    }

    /// nil is "Nothing".
    private mutating func value(_ operand: JSONPath.Operand, at current: JSONValue) -> JSONValue? {
        switch operand {
        case .literal(let value): return value
        case .query(let query): return nodes(query, at: current).first
        case .call(let function, let arguments): return calls(function, arguments, at: current)
        case .logical(let filter): return .bool(holds(filter, at: current))
        }
    }

    private mutating func calls(
        _ function: JSONPath.Function, _ arguments: [JSONPath.Operand], at current: JSONValue
    ) -> JSONValue? {
        switch function {
        case .count:
            guard case .query(let query) = arguments[0] else { return nil }
            return .integer(Int64(nodes(query, at: current).count))
        case .value:
            guard case .query(let query) = arguments[0] else { return nil }
            let found = nodes(query, at: current)
            return found.count == 1 ? found[0] : nil
        case .length:
            switch value(arguments[0], at: current) {
            case .string(let text): return .integer(Int64(text.unicodeScalars.count))
            case .array(let values): return .integer(Int64(values.count))
            case .object(let members): return .integer(Int64(unique(members).count))
            default: return nil
            }
        case .match, .search:
            guard case .string(let text) = value(arguments[0], at: current),
                case .string(let pattern) = value(arguments[1], at: current)
            else { return .bool(false) }
            return .bool(IRegexp(pattern)?.matches(text, isWhole: function == .match) ?? false)
        }
    }

    private func isEqual(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
        switch (a, b) {
        case (nil, nil): return true
        case (nil, _), (_, nil): return false
        case (.array(let x)?, .array(let y)?):
            return x.count == y.count && zip(x, y).allSatisfy { isEqual($0, $1) }
        case (.object(let x)?, .object(let y)?):
            let mine = unique(x)
            let theirs = JSONValue.object(y)
            return mine.count == unique(y).count
                && mine.allSatisfy { member in
                    self.member(member.key, of: theirs).map { isEqual(member.value, $0) } ?? false
                }
        case let (x?, y?):
            if case .integer(let m) = x, case .integer(let n) = y { return m == n }
            if let m = number(x), let n = number(y) { return m == n }
            if case .string(let m) = x, case .string(let n) = y {
                return m.unicodeScalars.elementsEqual(n.unicodeScalars)
            }
            return x == y
        }
    }

    private func isLess(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
        guard let a, let b else { return false }
        if case .integer(let x) = a, case .integer(let y) = b { return x < y }
        if let x = number(a), let y = number(b) { return x < y }
        if case .string(let x) = a, case .string(let y) = b {
            return x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars)
        }
        return false
    }

    private func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        default: nil
        }
    }
}
