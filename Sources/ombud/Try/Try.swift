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
    associatedtype Input
    var json: Bool { get }
    /// The input that the arguments state.
    func input() throws -> Input
    /// The input that a line states.
    static func read(_ line: String) throws -> Input
    func run(_ input: Input) throws -> JSON
    /// Everything that all lines need is there: what is missing ends the run, not each line.
    func prepare() throws
}

extension Trial {
    func prepare() throws {}

    static func read(_ line: String) throws -> Input where Input: Decodable {
        try TryLine.decode(Input.self, line)
    }

    func perform() async throws {
        try prepare()
        guard json else {
            print(try run(try input()).pretty.safe)
            return
        }
        while let line = readLine() { print(answer(line).line) }
    }

    private func answer(_ line: String) -> JSON {
        do {
            return try run(try Self.read(line))
        } catch {
            return ["error": Failure(error).message]
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
