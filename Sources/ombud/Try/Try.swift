import ArgumentParser
import Foundation

struct Try: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs one piece of the pipeline alone, without a store.",
        discussion: """
            With --json each reads NDJSON on standard input and writes one line for each line read, in order; \
            a line that cannot be handled gives {"error": "..."} and the run goes on.
            """,
        subcommands: [
            TryRead.self, TryDecode.self, TrySelect.self, TryJSONPath.self, TryDate.self, TryURL.self,
            TryRobots.self, TryMatch.self, TryScore.self, TryDuplicates.self, TryDeadline.self, TrySign.self,
        ])
}

/// One piece: a line of JSON in, a line out; or arguments in, text out.
protocol Trial: OmbudCommand {
    associatedtype Input: Decodable
    var json: Bool { get }
    /// The input that the arguments state.
    func input() throws -> Input
    func run(_ input: Input) throws -> JSON
}

extension Trial {
    func perform() async throws {
        guard json else {
            print(try run(try input()).pretty.safe)
            return
        }
        while let line = readLine() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            print(answer(line).line)
        }
    }

    private func answer(_ line: String) -> JSON {
        do {
            return try run(try TryLine.decode(Input.self, line))
        } catch {
            return ["error": TryLine.sentence(error)]
        }
    }
}

enum TryLine {
    static func decode<T: Decodable>(_ type: T.Type, _ line: String) throws -> T {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(line.utf8))
    }

    static func sentence(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return Failure(error).message }
        func place(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
        switch error {
        case .keyNotFound(let key, let context):
            return "\"\(place(context.codingPath + [key]))\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\"\(place(context.codingPath))\" is of the wrong kind: \(context.debugDescription)"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty
                ? "the line is not JSON" : "\"\(place(context.codingPath))\": \(context.debugDescription)"
        @unknown default: return "the line cannot be read"
        }
    }
}

/// What `--json` reads has no arguments of its own; without it they are needed.
func required<T>(_ value: T?, _ name: String) throws -> T {
    guard let value else {
        throw Failure(.usage, "\(name) is missing; give it, or --json and lines on standard input")
    }
    return value
}

/// A file that an argument names.
func contents(of path: String) throws -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
        throw Failure(.failed, "\(path) cannot be read; is it there?")
    }
    return data
}

extension JSON {
    /// For a person: a key a line.
    var pretty: String {
        guard case .object(let members) = self else { return line }
        return members.map { key, value in
            switch value {
            case .array(let values) where !values.isEmpty:
                return "\(key):\n" + values.map { "  " + $0.plain }.joined(separator: "\n")
            default: return "\(key): \(value.plain)"
            }
        }.joined(separator: "\n")
    }

    private var plain: String {
        switch self {
        case .string(let text): text
        case .null: "-"
        case .object(let members): members.map { "\($0): \($1.plain)" }.joined(separator: ", ")
        default: line
        }
    }
}
