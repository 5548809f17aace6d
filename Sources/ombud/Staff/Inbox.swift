import ArgumentParser
import Complaints
import Storage

struct Inbox: OmbudCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists flagged mentions not yet reviewed, the most urgent first.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var cut: Cut

    func perform() async throws {
        let limit = cut.limit
        let mentions = try await place.withStore { _, store in
            try await store.read { try $0.inbox(limit: limit) }
        }
        mentions.show(asJSON: printing.json, whenEmpty: "The inbox is empty.")
    }
}

struct Cut: ParsableArguments {
    @Option(help: "At most so many lines.") var limit: Int?

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit \(limit): a number from 0 up is wanted") }
    }
}

extension [Mention] {
    func show(asJSON: Bool, whenEmpty: String) {
        if asJSON {
            for mention in self { print(mention.json.line) }
            return
        }
        Screen.print(table, whenEmpty: whenEmpty)
    }

    var table: Table {
        var table = Table("MENTION", "CASE", "SCORE", "URGENCY", "PUBLISHED", "SOURCE", "AUTHOR", "TEXT")
        for mention in self {
            let text = [mention.content.title, mention.content.text].compactMap { $0 }.joined(
                separator: " · ")
            table.add(
                mention.id.description, mention.caseID?.description ?? "-",
                String(Int((mention.score.value * 100).rounded())) + "%", mention.score.urgency.rawValue,
                Times.short(mention.published?.instant), mention.source.name,
                (mention.author ?? "-").cut(to: 20), text)
        }
        return table
    }
}
