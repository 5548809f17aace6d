import ArgumentParser
import Complaints
import Foundation
import Reading

/// Finds which of many texts are one complaint: all lines in, then all pairs out.
struct TryDuplicates: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: "Finds the pairs of texts that are the same complaint.",
        discussion: """
            All lines are read first: {"id", "text", "url"?, "author"?, "published"?}. Then a line a pair: same, \
            edited and cross-post are one complaint, related is not surely one. A text is compared with at most \
            \(DuplicatePairs.mostCandidates) others, the most alike of those before it: of a larger cluster not \
            every pair is printed, but every text stands in one.
            """)

    struct Input: Decodable {
        var id: String
        var text: String
        var url: String?
        var author: String?
        var published: Instant?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false

    func perform() async throws {
        var ids: [String] = []
        var known: Set<String> = []
        var pairs = DuplicatePairs()
        while let line = readLine() {
            do {
                let input = try Self.read(line)
                guard known.insert(input.id).inserted else {
                    throw Failure(
                        .badInput, "\"id\": \(input.id) stood in a line before; ids tell texts apart")
                }
                ids.append(input.id)
                pairs.add(
                    ComparedText(
                        text: input.text, author: input.author, published: input.published,
                        site: input.url.flatMap { WebURL($0) }?.host, url: input.url))
            } catch {
                let line: JSON = ["error": Failure(error).message]
                print(line.line)
            }
        }
        pairs.find { pair in
            let line: JSON = [
                "a": ids[pair.first], "b": ids[pair.second], "similarity": pair.similarity,
                "verdict": pair.verdict.rawValue, "why": pair.why,
            ]
            print(json ? line.line : line.pretty.safe)
        }
    }

    /// The usual line by its members; what is unusual about another one is told by its decoder.
    static func read(_ line: String) throws -> Input {
        var value = try TryLine.object(line)
        // A number is an id too.
        if case .object(var members) = value, let place = members.lastIndex(where: { $0.key == "id" }),
            case .integer(let number) = members[place].value
        {
            members[place].value = .string(String(number))
            value = .object(members)
        }
        func text(_ key: String) -> String?? {
            switch value[key] {
            case nil, .null: .some(nil)
            case .string(let text): .some(text)
            default: nil
            }
        }
        if case .string(let id) = value["id"], case .string(let words) = value["text"],
            let url = text("url"), let author = text("author"), let published = text("published")
        {
            let instant = published.flatMap { Instant(rfc3339: $0) }
            if published == nil || instant != nil {
                return Input(id: id, text: words, url: url, author: author, published: instant)
            }
        }
        return try TryLine.decode(Input.self, value.json.line)
    }
}
