import Complaints
import Foundation

/// How the whole scorer, with its cues, takes plain texts of one language that it was never trained on.
struct PlainFigure {
    var language: String
    /// Flagged and all: complaints and other texts, of the lines that were looked at and of those that were not.
    var complaints = Halves()
    var others = Halves()

    struct Halves {
        var seen = (flagged: 0, all: 0)
        var held = (flagged: 0, all: 0)

        mutating func count(_ isFlagged: Bool, isHeld: Bool) {
            let path = isHeld ? \Halves.held : \Halves.seen
            self[keyPath: path].flagged += isFlagged ? 1 : 0
            self[keyPath: path].all += 1
        }
    }

    var line: String {
        "\(language) flagged \(told(complaints.seen)), held \(told(complaints.held)); "
            + "of others \(told(others.seen)), held \(told(others.held))"
    }
}

private func told(_ share: (flagged: Int, all: Int)) -> String { "\(share.flagged) of \(share.all)" }

/// For the card: a language a row.
func plainTable(_ plain: [PlainFigure], _ replies: [PlainFigure]) -> String {
    var table =
        "| plain texts, each judged twice | complaints flagged: seen | held | others flagged: seen | held "
    table += "| company replies flagged: seen | held |\n|---|---|---|---|---|---|---|\n"
    for figure in plain {
        let own = replies.first { $0.language == figure.language }?.others
        table += "| \(figure.language) | \(told(figure.complaints.seen)) | \(told(figure.complaints.held)) "
        table += "| \(told(figure.others.seen)) | \(told(figure.others.held)) "
        table += "| \(own.map { told($0.seen) } ?? "") | \(own.map { told($0.held) } ?? "") |\n"
    }
    return table
}

/// A language's plain texts, its language stated and recognised in turn: each counts twice. Two of four are held.
func plainFigures(of model: ComplaintModel, over texts: [Example], showsMisses: Bool) -> [PlainFigure] {
    let scorer = Scorer(model)
    var figures: [PlainFigure] = []
    for text in texts {
        if figures.last?.language != text.language { figures.append(PlainFigure(language: text.language)) }
        var figure = figures.removeLast()
        let part: WritableKeyPath<PlainFigure, PlainFigure.Halves> =
            text.isComplaint ? \.complaints : \.others
        let place = (figure[keyPath: part].seen.all + figure[keyPath: part].held.all) / 2
        let isHeld = place / 2 % 2 == 1
        for language in [text.language, nil] {
            let score = scorer.score(text.text, language: language)
            figure[keyPath: part].count(score.isFlagged, isHeld: isHeld)
            if showsMisses, !isHeld, score.isFlagged != text.isComplaint {
                print(String(format: "  %.2f", score.value), text.text)
            }
        }
        figures.append(figure)
    }
    return figures
}
