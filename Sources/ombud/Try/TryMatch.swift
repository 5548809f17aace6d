/// `try match`: which of the terms of watchlists a text holds, in which form, by which rule.
import ArgumentParser
import Complaints
import Foundation
import Reading
import Settings

struct TryMatch: Trial {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Finds a watchlist's terms in a text.",
        discussion: """
            A line is {"text", "watchlist"?}: one watchlist, or a list of several, with the keys of a watchlist file. \
            What `ombud check` refuses is refused here too.
            """)

    struct Input: Decodable {
        var text: String
        var watchlists: [Watchlist] = []

        private enum Key: CodingKey { case text }

        init(text: String) { self.text = text }

        init(from decoder: any Decoder) throws {
            text = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .text)
        }
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "A watchlist file, instead of one in the line.") var watchlist: String?
    @Argument(help: "The text.") var text: [String] = []

    func input() throws -> Input {
        Input(text: try required(text.isEmpty ? nil : text.joined(separator: " "), "TEXT"))
    }

    /// Watchlists in a line are read as their files are, by the same rules.
    static func read(_ line: String) throws -> Input {
        var input = try TryLine.decode(Input.self, line)
        switch try TryLine.object(line)["watchlist"] {
        case nil, .null: break
        case .array(let lists):
            input.watchlists = try lists.enumerated().map { try watchlist($1, "watchlist[\($0)]") }
        case let list?: input.watchlists = [try watchlist(list, "watchlist")]
        }
        return input
    }

    /// One without a subject goes by its first term; what is null is not there.
    private static func watchlist(_ value: JSONValue, _ place: String) throws -> Watchlist {
        guard case .object(var members) = value.withoutNulls else {
            throw Failure(.badInput, "\"\(place)\" is \(value.noun); an object is wanted")
        }
        if value["subject"] == nil, case .array(let terms) = value["terms"], let first = terms.first {
            members.insert(JSONValue.Member(key: "subject", value: first["term"] ?? first), at: 0)
        }
        do {
            return try readWatchlist(JSONValue.object(members).json.line, file: place)
        } catch {
            throw Failure(
                .badInput, "\"\(place)\": " + error.faults.map(\.message).joined(separator: "; "))
        }
    }

    func run(_ input: Input) throws -> JSON {
        var watchlists = input.watchlists
        if watchlists.isEmpty {
            let path = try required(
                self.watchlist, "a watchlist (\"watchlist\" in the line, or --watchlist FILE)")
            let data = try contents(of: path)
            watchlists = [try readWatchlist(String(decoding: data, as: UTF8.self), file: path)]
        }
        let outcomes = TermIndex(watchlists).outcomes(in: input.text)
        var matches: [JSON] = []
        for (number, watchlist) in watchlists.enumerated() {
            for match in outcomes[number]?.matches ?? [] {
                let why = explain(match, by: watchlist, in: input.text)
                matches.append([
                    "subject": match.subject, "term": match.term, "start": match.start, "end": match.end,
                    "found": match.found, "form": why.form, "rule": why.rule,
                ])
            }
        }
        let reasons = watchlists.indices.compactMap { number in
            outcomes[number]?.ruledOut.map {
                watchlists.count == 1 ? $0 : "\(watchlists[number].subject): \($0)"
            }
        }
        let ruledOut: String? = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
        return ["matches": matches, "ruled_out": ruledOut]
    }
}

extension JSONValue {
    /// Without the members that are null, at any depth.
    fileprivate var withoutNulls: JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.filter { $0.value != .null }.map {
                    Member(key: $0.key, value: $0.value.withoutNulls)
                })
        case .array(let values): .array(values.map(\.withoutNulls))
        default: self
        }
    }
}
