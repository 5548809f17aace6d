import Complaints

/// A JSON value whose keys keep their order and whose absent values are written as null: the shapes of the
/// command line are a contract, and JSONEncoder leaves out what is nil.
indirect enum JSON {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    var line: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): bytes += Self.text(of: value).utf8
        case .string(let value): Self.write(value, to: &bytes)
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, (key, value)) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Whole numbers without a fraction; JSON knows no infinity.
    private static func text(of value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    /// Every line break that Unicode knows is escaped too, so that one object is one line to every reader.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
            default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// What can stand in an output line.
protocol JSONConvertible {
    var json: JSON { get }
}

extension JSON: JSONConvertible { var json: JSON { self } }
extension String: JSONConvertible { var json: JSON { .string(self) } }
extension Bool: JSONConvertible { var json: JSON { .bool(self) } }
extension Int: JSONConvertible { var json: JSON { .integer(Int64(self)) } }
extension Int64: JSONConvertible { var json: JSON { .integer(self) } }
extension Double: JSONConvertible { var json: JSON { .number(self) } }
extension Instant: JSONConvertible { var json: JSON { .string(description) } }
extension MentionID: JSONConvertible { var json: JSON { .string(description) } }
extension CaseID: JSONConvertible { var json: JSON { .integer(number) } }
extension SourceID: JSONConvertible { var json: JSON { .string(name) } }
extension EventID: JSONConvertible { var json: JSON { .string(text) } }
extension Array: JSONConvertible where Element: JSONConvertible { var json: JSON { .array(map(\.json)) } }
extension Optional: JSONConvertible where Wrapped: JSONConvertible { var json: JSON { self?.json ?? .null } }
extension JSONConvertible where Self: RawRepresentable, RawValue == String {
    var json: JSON { .string(rawValue) }
}
extension Score.Urgency: JSONConvertible {}
extension CaseState: JSONConvertible {}
extension ClockState: JSONConvertible {}

extension JSON: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, any JSONConvertible)...) {
        self = .object(elements.map { ($0.0, $0.1.json) })
    }

    static func + (a: JSON, b: JSON) -> JSON {
        guard case .object(let first) = a, case .object(let second) = b else { return a }
        return .object(first + second)
    }
}
