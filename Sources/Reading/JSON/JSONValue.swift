/// A JSON value as read from a page: small, ordered, and with whole numbers kept exactly, because
/// sites' identifiers do not fit a Double.
public enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public var key: String
        public var value: JSONValue

        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The last member of that name; nil for anything but an object that has it.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The elements of an array, nothing for null, and a single value as a list of one.
    var list: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }

    var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    /// Text of a string, a number or a truth value; nil for the others.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer(let value): String(value)
        case .number(let value):
            value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
        case .bool(let value): value ? "true" : "false"
        default: nil
        }
    }

    /// Whether it holds no other values.
    var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    var isObject: Bool {
        if case .object = self { return true }
        return false
    }
}
