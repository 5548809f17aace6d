/// JSONPath queries as values (RFC 9535): segments of selectors, and the filters among them.

public struct JSONPath: Hashable, Sendable {
    var segments: [Segment]

    struct Segment: Hashable, Sendable {
        var isDescendant: Bool
        var selectors: [Selector]
    }

    enum Selector: Hashable, Sendable {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Filter)
    }

    indirect enum Filter: Hashable, Sendable {
        case or([Filter])
        case and([Filter])
        case not(Filter)
        case compare(Operand, Comparison, Operand)
        case exists(Query)
        case call(Function, [Operand])
    }

    enum Comparison: Hashable, Sendable { case equal, unequal, less, lessOrEqual, greater, greaterOrEqual }

    indirect enum Operand: Hashable, Sendable {
        case literal(JSONValue)
        case query(Query)
        case call(Function, [Operand])
        case logical(Filter)
    }

    struct Query: Hashable, Sendable {
        var isRelative: Bool
        var segments: [Segment]

        /// Whether it finds one node at most, as a comparison needs.
        var isSingular: Bool {
            segments.allSatisfy { segment in
                guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
                switch segment.selectors[0] {
                case .name, .index: return true
                default: return false
                }
            }
        }
    }

    enum Function: String, Hashable, Sendable { case length, count, match, search, value }
}
