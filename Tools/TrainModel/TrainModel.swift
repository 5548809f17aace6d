import Complaints
import Foundation

/// `make model`: trains the model of complaints, takes its figures, writes the file and the card's table.
///
///     train-model --cases DIR [--texts DIR] [--out FILE] [--card FILE] [--json]
///                 [--settings cost=2,rounds=12,...]
///
/// The figures are those of a model that never saw a third of the texts; the file that is written was trained
/// on all of them, in the same way. Both take a minute or two, and come out the same every time.
@main struct TrainModel {
    var cases = "../shared/data"
    var texts = "Tools/TrainModel"
    var out: String?
    var card: String?
    var isJSON = false
    var settings = FittingSettings()

    static func main() {
        do {
            try TrainModel(CommandLine.arguments.dropFirst()).run()
        } catch {
            FileHandle.standardError.write(Data("train-model: \(error)\n".utf8))
            exit(1)
        }
    }

    init(_ arguments: ArraySlice<String>) throws {
        var rest = arguments
        while let name = rest.popFirst() {
            if name == "--json" {
                isJSON = true
                continue
            }
            guard let value = rest.popFirst() else { throw Misuse("\(name) wants a value") }
            switch name {
            case "--cases": cases = value
            case "--texts": texts = value
            case "--out": out = value
            case "--card": card = value
            case "--settings": try settings.change(value)
            default:
                throw Misuse("\(name) is not known; --cases, --texts, --out, --card, --json, --settings are")
            }
        }
    }

    struct Misuse: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    func run() throws {
        let lines = try CorpusLine.read(cases + "/text/complaints.jsonl")
        let examples =
            lines.compactMap { Example($0, weak: settings.weak) }
            + (try Example.invented(texts + "/invented.tsv", set: "invented", weight: settings.invented))
            + (try Example.invented(texts + "/words.tsv", set: "words", weight: settings.words))
        let prepared = examples.flatMap { Prepared.all(of: $0, settings) }
        tell("\(examples.count) texts")
        let split = try fit(prepared.filter { !$0.example.isHeld }, settings)
        let small = try model(packed(split))
        let figures = try setFigures(of: small, over: examples.filter(\.isHeld))
        for figure in figures { print(isJSON ? figure.json : figure.line) }
        let (plain, replies) = (
            plainFigures(
                of: small, over: try Example.invented(texts + "/plain.tsv", set: "plain", weight: 0),
                showsMisses: !isJSON),
            plainFigures(
                of: small, over: try Example.invented(texts + "/replies.tsv", set: "replies", weight: 0),
                showsMisses: !isJSON
            )
        )
        if !isJSON { for figure in plain + replies { print(figure.line) } }
        if let card { try writeFigures(figures, plain, replies, lines, to: card) }
        guard let out else { return }
        let bytes = packed(try fit(prepared, settings))
        try Data(bytes).write(to: URL(fileURLWithPath: out))
        tell("\(out): \(bytes.count) bytes")
    }

    private func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
