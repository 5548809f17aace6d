import ArgumentParser
import Complaints
import Foundation
import Monitor
import Storage

/// `ombud search WORDS`: full-text search over mentions and cases.
struct SearchCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Searches the full text of mentions and cases; exit 1 when nothing is found.",
        discussion: """
            Every word must be there; case, accents and kinds of the same letter do not matter (zabka finds \
            Żabka). `refund OR money`, `"in these words"`, `refun*` for a beginning, `-parcel` for what must \
            not be there, brackets. `author:anna`, `title:`, `text:`, `reply:`, `note:` and `said:` look in one \
            place; `source:`, `subject:`, `case:42`, `mention:m7`, `tag:`, `owner:`, `state:`, `topic:` and \
            `language:` say what it is of.

            All that a mention ever said is searched, also what was edited away or vanished, and what staff \
            wrote and said on cases. The best come first; what is old counts for less.
            """)

    enum Where: String, CaseIterable, ExpressibleByArgument { case mentions, cases, notes }

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var period: Period
    @Option(help: "At most so many results.") var limit = 50
    @Option(name: .customLong("in"), help: "Only mentions, cases (each once) or what staff wrote on cases.")
    var scope: Where?
    @Argument(parsing: .allUnrecognized, help: "What to look for.") var words: [String]

    func validate() throws {
        if let option = words.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("\(option) is no option of search; `--help` lists them")
        }
        if limit < 1 { throw ValidationError("--limit \(limit): a number from 1 up is wanted") }
    }

    func perform() async throws {
        let query: SearchQuery
        do { query = try SearchQuery(words.joined(separator: " ")) } catch {
            throw Failure(.usage, error.description)
        }
        let scope: Search.Scope =
            switch self.scope {
            case .mentions: .mentions
            case .cases: .cases
            case .notes: .notes
            case nil: .all
            }
        let limit = limit
        let (hits, fill) = try await place.withStore { wiring, store in
            let now = wiring.time.now()
            let (since, until) = period.bounds(now: now)
            let search = Search(query, since: since, until: until, scope: scope, limit: limit, now: now)
            return try await store.read { (try $0.search(search), try $0.searchFill()) }
        }
        if !fill.isComplete {
            let share = Int(Double(fill.indexed) / Double(max(1, fill.all)) * 100)
            let note = "\(share) % is indexed yet, the newest first; `ombud serve` indexes the rest\n"
            FileHandle.standardError.write(Data(note.utf8))
        }
        let found = hits.map { FoundText($0, query: query, asCase: scope == .cases) }
        if printing.json {
            for item in found { print(item.json.line) }
        } else {
            for item in found { item.show() }
        }
        guard found.isEmpty else { return }
        if !printing.json { Screen.say("Nothing found.") }
        throw ExitCode(Failure.Code.failed.rawValue)
    }
}

/// What was found, with the part of it in which it stands.
struct FoundText {
    let hit: SearchHit
    /// One of a case, even where it is a mention that says it.
    let asCase: Bool
    let field: SearchQuery.Field
    let snippet: Snippet

    init(_ hit: SearchHit, query: SearchQuery, asCase: Bool) {
        self.hit = hit
        self.asCase = asCase
        let texts: [(SearchQuery.Field, String?)] =
            switch hit.place {
            case .mention(let mention, _, let content):
                [
                    (.text, content.text), (.title, content.title), (.reply, content.reply?.text),
                    (
                        .author,
                        [mention.author, content.reply?.author].compactMap { $0 }.joined(separator: ", ")
                    ),
                ]
            case .entry(let entry, _): [(.note, entry.note), (.said, entry.statement)]
            }
        let width = max(80, (Screen.width ?? 164) - 4)
        let snippets = texts.compactMap { field, text in
            text.map { text in
                let phrases = query.wanted.filter { $0.field == nil || $0.field == field }
                return (field, Snippet(of: text, for: phrases, width: width - 2))
            }
        }
        let best = snippets.max { ($0.1.found, $1.0.order) < ($1.1.found, $0.0.order) }
        (field, snippet) = best ?? (.text, Snippet(of: "", for: []))
    }

    var json: JSON {
        let common: JSON = [
            "score": (hit.score * 1e6).rounded() / 1e6, "at": hit.at, "in": field.rawValue,
            "snippet": snippet.text,
            "marks": snippet.marks.map { [$0.lowerBound, $0.upperBound] },
        ]
        switch hit.place {
        case .mention(let mention, let revision, let content):
            let name: JSON =
                asCase
                ? ["kind": "case", "id": mention.caseID, "case": mention.caseID]
                : ["kind": "mention", "id": mention.id, "case": mention.caseID]
            return name + common + [
                "mention": mention.id, "title": content.title, "url": mention.url,
                "subject": mention.subject, "source": mention.source, "author": mention.author,
                "revision": revision, "current": revision == mention.revisionCount,
                "presence": mention.presence.rawValue, "state": JSON.null, "owner": JSON.null,
                "by": JSON.null, "what": JSON.null,
            ]
        case .entry(let entry, let found):
            let name: JSON = ["kind": "case", "id": found.id, "case": found.id]
            return name + common + [
                "mention": entry.mention, "title": JSON.null, "url": JSON.null, "subject": found.subject,
                "source": JSON.null, "author": JSON.null, "revision": JSON.null, "current": true,
                "presence": JSON.null, "state": found.state, "owner": found.owner, "by": entry.by,
                "what": entry.what.rawValue,
            ]
        }
    }

    func show() {
        Screen.head(([name] + details).map(\.oneLine).joined(separator: "  "))
        Screen.print("    " + marked)
    }

    private var name: String {
        switch hit.place {
        case .mention(let mention, _, _):
            mention.id.description + (mention.caseID.map { "  case \($0)" } ?? "")
        case .entry(_, let found): "case \(found.id)"
        }
    }

    private var details: [String] {
        switch hit.place {
        case .mention(let mention, let revision, let content):
            [
                Times.short(hit.at), mention.source.name, mention.author ?? "-",
                revision == mention.revisionCount ? nil : "edited since",
                mention.presence == .vanished ? "vanished" : nil, content.title, mention.url,
            ].compactMap { $0 }
        case .entry(let entry, let found):
            [
                Times.short(hit.at), found.subject, found.state.rawValue,
                "\(entry.by ?? "ombud") \(entry.what.rawValue)",
            ]
        }
    }

    /// Bold on a terminal that has it, else between brackets.
    private var marked: String {
        let scalars = Array(snippet.text.safe.unicodeScalars)
        var line = ""
        var done = 0
        for mark in snippet.marks where mark.lowerBound >= done && mark.upperBound <= scalars.count {
            line += Self.text(scalars[done..<mark.lowerBound])
            let found = Self.text(scalars[mark])
            line += Screen.hasColour ? Screen.bold(found) : "[\(found)]"
            done = mark.upperBound
        }
        return line + Self.text(scalars[done...])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}

extension SearchQuery.Field {
    /// Where two hold as much of what is looked for, the text itself is shown.
    fileprivate var order: Int {
        switch self {
        case .text, .note: 0
        case .title, .said: 1
        case .reply: 2
        case .author: 3
        }
    }
}
