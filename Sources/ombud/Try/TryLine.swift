/// A line of JSON as what a piece needs, and what is wrong with it in the words of who wrote it.
import Foundation
import Reading

enum TryLine {
    /// The line's one object, its members in their order.
    static func object(_ line: String) throws -> JSONValue {
        guard !line.allSatisfy(\.isWhitespace) else {
            throw Failure(.badInput, "the line is blank; one JSON object is wanted")
        }
        let value: JSONValue
        do {
            value = try readStrictJSON(line)
        } catch {
            throw Failure(.badInput, "the line is not JSON: \(error)")
        }
        guard value.isObject else {
            throw Failure(.badInput, "the line is \(value.noun); one JSON object is wanted")
        }
        return value
    }

    static func decode<T: Decodable>(_ type: T.Type, _ line: String) throws -> T {
        let value = try object(line)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            // What was read is written again: of a key that stands twice the last counts.
            return try decoder.decode(type, from: Data(value.json.line.utf8))
        } catch let error as DecodingError {
            throw Failure(.badInput, sentence(error, in: value))
        }
    }

    private static func sentence(_ error: DecodingError, in line: JSONValue) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            return "\"\(place(context.codingPath + [key]))\" is missing"
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let found = value(at: context.codingPath, in: line)?.noun ?? "missing"
            return "\"\(place(context.codingPath))\" is \(found); \(wanted(type)) is wanted"
        case .dataCorrupted(let context):
            let found = value(at: context.codingPath, in: line)
            // The library's own sentences speak of the program, not of the line.
            let isOfProgram = ["Parsed JSON", "Number ", "Cannot initialize"].contains {
                context.debugDescription.hasPrefix($0)
            }
            let problem = isOfProgram ? "\(found?.shown ?? "this") does not fit" : context.debugDescription
            return "\"\(place(context.codingPath))\": \(problem)"
        @unknown default: return "the line cannot be read"
        }
    }

    /// `terms[1].typos`, by the names that the line has.
    private static func place(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + snake(key.stringValue)
            }
        }
    }

    private static func value(at path: [any CodingKey], in line: JSONValue) -> JSONValue? {
        var value: JSONValue? = line
        for key in path {
            if let index = key.intValue {
                guard case .array(let values) = value, values.indices.contains(index) else { return nil }
                value = values[index]
            } else {
                value = value?[snake(key.stringValue)] ?? value?[key.stringValue]
            }
        }
        return value
    }

    /// `content_type` of `contentType`.
    private static func snake(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }

    private static func wanted(_ type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text"
        case is Bool.Type: "true or false"
        case is any BinaryInteger.Type: "a whole number"
        case is any BinaryFloatingPoint.Type: "a number"
        default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
        }
    }
}

extension JSONValue {
    /// Its kind, for a sentence.
    var noun: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "an object"
        }
    }

    var isObject: Bool {
        if case .object = self { return true }
        return false
    }

    fileprivate var shown: String {
        let line = json.line
        return line.count <= 60 ? line : String(line.prefix(60)) + "..."
    }
}
