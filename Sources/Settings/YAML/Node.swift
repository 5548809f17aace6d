/// A YAML document as a tree in which every key and every value knows its place.
struct Node: Sendable {
    let place: Place
    let value: Value

    enum Value: Sendable {
        case null
        /// `isPlain` is false for what stands in quotes or in a block.
        case scalar(String, isPlain: Bool)
        case list([Node])
        case map([Entry])
    }

    /// For sentences: ``` `every` is a list ```.
    var kind: String {
        switch value {
        case .null: "empty"
        case .scalar: "a single value"
        case .list: "a list"
        case .map: "a map"
        }
    }

    var isNull: Bool { if case .null = value { true } else { false } }
}

/// A key with its value.
struct Entry: Sendable {
    let key: String
    let keyPlace: Place
    let value: Node
}

/// 1-based line and column; the column counts Unicode scalars.
struct Place: Hashable, Sendable, Comparable {
    let line: Int
    let column: Int

    static let start = Place(line: 1, column: 1)

    static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
