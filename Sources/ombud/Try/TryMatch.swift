/// `try match`: which of a watchlist's terms a text holds, in which form, by which rule.
import ArgumentParser
import Complaints
import Foundation
import Settings

struct TryMatch: Trial {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Finds a watchlist's terms in a text.")

    struct Input: Decodable {
        var text: String
        var watchlist: InlineWatchlist?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "A watchlist file, instead of one in the line.") var watchlist: String?
    @Argument(help: "The text.") var text: [String] = []

    func input() throws -> Input {
        Input(text: try required(text.isEmpty ? nil : text.joined(separator: " "), "TEXT"))
    }

    func run(_ input: Input) throws -> JSON {
        let watchlist: Watchlist
        if let inline = input.watchlist {
            watchlist = inline.value
        } else {
            let path = try required(
                self.watchlist, "a watchlist (\"watchlist\" in the line, or --watchlist FILE)")
            let data = try contents(of: path)
            watchlist = try readWatchlist(String(decoding: data, as: UTF8.self), file: path)
        }
        let outcome = TermIndex([watchlist]).outcome(of: 0, in: input.text)
        let matches = outcome.matches.map { match -> JSON in
            let why = explain(match, by: watchlist, in: input.text)
            return [
                "subject": match.subject, "term": match.term, "start": match.start, "end": match.end,
                "found": match.found, "form": why.form, "rule": why.rule,
            ]
        }
        return ["matches": matches, "ruled_out": outcome.ruledOut]
    }
}

/// The parts of a watchlist that matching needs, as JSON.
struct InlineWatchlist: Decodable {
    var subject: String?
    var terms: [InlineTerm]
    var require: [String]?
    var exclude: [String]?

    struct InlineTerm: Decodable {
        var value: Term

        private struct Map: Decodable {
            var term: String
            var inflect: String?
            var transliterate: Bool?
            var typos: Int?
        }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                value = Term(text)
                return
            }
            let map = try Map(from: decoder)
            value = Term(
                map.term, inflect: map.inflect, transliterate: map.transliterate ?? false,
                typos: map.typos ?? 0)
        }
    }

    var value: Watchlist {
        Watchlist(
            subject: subject ?? terms.first?.value.text ?? "", terms: terms.map(\.value),
            require: require ?? [], exclude: exclude ?? [])
    }
}
