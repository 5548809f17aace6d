import Complaints
import Foundation

/// How well a model judges the held texts of one set.
struct SetFigure {
    var set: String
    var texts: Int
    var complaints: Int
    /// Area under the ROC curve by words alone, with the language stated, and recognised.
    var area: Double
    var areaRecognised: Double
    /// Of the whole scorer with its cues, as are the figures below; the language recognised.
    var areaScored: Double
    var calibrationError: Double
    /// Of the complaints, and of the others, that are flagged.
    var flaggedComplaints: Double
    var flaggedOthers: Double
    /// For ten bins of the score: texts, and how many of them are complaints.
    var bins: [(texts: Int, complaints: Int)]

    var line: String {
        self.set.padding(toLength: 28, withPad: " ", startingAt: 0)
            + String(
                format: "%5d texts  AUC %.4f (recognised %.4f, scored %.4f)  calibration error %.3f  "
                    + "flagged %.3f, of others %.3f",
                texts, area, areaRecognised, areaScored, calibrationError, flaggedComplaints, flaggedOthers)
    }

    var json: String {
        let shares = bins.map { "[\($0.texts),\($0.complaints)]" }.joined(separator: ",")
        return String(
            format: "{\"set\":\"%@\",\"texts\":%d,\"complaints\":%d,\"auc\":%.5f,\"auc_recognised\":%.5f,"
                + "\"auc_scored\":%.5f,"
                + "\"calibration_error\":%.4f,\"flagged\":%.4f,\"flagged_others\":%.4f,\"bins\":[%@]}",
            set, texts, complaints, area, areaRecognised, areaScored, calibrationError, flaggedComplaints,
            flaggedOthers,
            shares)
    }
}

/// Each set, then all of them together.
func setFigures(of model: ComplaintModel, over examples: [Example]) throws -> [SetFigure] {
    let counted = examples.filter { !$0.isWeak }
    let sets = Set(counted.map(\.set)).sorted()
    return sets.map { set in figure(set, of: model, over: counted.filter { $0.set == set }) }
        + [figure("all", of: model, over: counted)]
}

private func figure(_ name: String, of model: ComplaintModel, over examples: [Example]) -> SetFigure {
    func odds(_ example: Example, _ language: String?) -> Double {
        1 / (1 + exp(-model.read(ModelText(example.text), language: language).logit))
    }
    let truth = examples.map(\.isComplaint)
    let scorer = Scorer(model)
    let scored = examples.map { scorer.score($0.text).value }
    let scores = examples.map { odds($0, $0.language) }
    let recognised = examples.map { odds($0, languages(of: $0.text).likely) }
    let complaints = truth.count { $0 }
    let flagged = zip(scored, truth).count { $0 >= Scorer.threshold && $1 }
    let wrongly = zip(scored, truth).count { $0 >= Scorer.threshold && !$1 }
    var bins = [(texts: Int, complaints: Int)](repeating: (0, 0), count: 10)
    for (score, isComplaint) in zip(scored, truth) {
        bins[min(9, Int(score * 10))].texts += 1
        bins[min(9, Int(score * 10))].complaints += isComplaint ? 1 : 0
    }
    return SetFigure(
        set: name, texts: examples.count, complaints: complaints, area: areaUnderCurve(scores, truth),
        areaRecognised: areaUnderCurve(recognised, truth), areaScored: areaUnderCurve(scored, truth),
        calibrationError: calibrationError(scored, truth),
        flaggedComplaints: Double(flagged) / Double(max(1, complaints)),
        flaggedOthers: Double(wrongly) / Double(max(1, examples.count - complaints)), bins: bins)
}

/// Replaces what stands between the two marks of the model card.
func writeFigures(
    _ figures: [SetFigure], _ plain: [PlainFigure], _ replies: [PlainFigure], _ lines: [CorpusLine],
    to path: String
) throws {
    var table =
        "| set | licence | trained on | held | AUC of words | language recognised | with cues | calibration error "
    table += "| flagged of complaints | of others |\n|---|---|---|---|---|---|---|---|---|---|\n"
    for figure in figures {
        let own = lines.filter { $0.src == figure.set && $0.complaint != nil }
        let all = figure.set == "all" ? lines.filter { $0.complaint != nil } : own
        table +=
            "| \(figure.set) | \(own.first?.licence ?? "") | \(all.count - figure.texts) | \(figure.texts) "
        table += String(
            format: "| %.4f | %.4f | %.4f | %.3f | %.3f | %.3f |\n", figure.area, figure.areaRecognised,
            figure.areaScored, figure.calibrationError, figure.flaggedComplaints, figure.flaggedOthers)
    }
    table += "\n| score | held texts | complaints among them |\n|---|---|---|\n"
    for (index, bin) in (figures.last?.bins ?? []).enumerated() {
        let share = Double(bin.complaints) / Double(max(1, bin.texts))
        table += String(
            format: "| %.1f to %.1f | %d | %.3f |\n", Double(index) / 10, Double(index + 1) / 10, bin.texts,
            share)
    }
    table += "\n" + plainTable(plain, replies)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let start = text.range(of: "<!-- figures -->\n"),
        let end = text.range(of: "<!-- end of figures -->")
    else { throw TrainModel.Misuse("\(path) has no marks <!-- figures --> and <!-- end of figures -->") }
    try text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: table)
        .write(toFile: path, atomically: true, encoding: .utf8)
}
