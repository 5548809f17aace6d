import Complaints
import Settings
import Storage

/// Everything that `ombud report score` tells, worked out once and told as lines or as tables.
struct ScoreSummary {
    let decided: [DecidedMention]
    let total: PrecisionRow
    let bands: [ReliabilityBand]
    let effect: LearnedEffect
    let layer: LearnedLayer
    let threshold: Double
    /// Watchlists with thresholds of their own: the advice is about the others' together.
    let ownThresholds: Int
    let advice: ThresholdAdvice

    init(
        decided: [DecidedMention], mentions: [Int], learned: StoredLayer?, configuration: Configuration,
        missWeight: Double
    ) {
        self.decided = decided
        let own = configuration.watchlists.compactMap { list in list.threshold.map { (list.subject, $0) } }
        let bySubject = Dictionary(own, uniquingKeysWith: { first, _ in first })
        let threshold = configuration.threshold
        self.threshold = threshold
        ownThresholds = own.count
        total = PrecisionRow.total(decided)
        bands = ReliabilityBand.bands(decided)
        effect = LearnedEffect(decided) { bySubject[$0.subject] ?? threshold }
        layer = learned?.layer ?? .empty
        advice = .of(decided, mentions: mentions, threshold: threshold, missWeight: missWeight)
    }

    // MARK: For programs

    func lines(_ rows: [PrecisionRow], by: String) -> [JSON] {
        rows.map { ["kind": "row", "by": by, by: $0.label] + $0.members }
            + [["kind": "total"] + total.members]
            + bands.map { band in
                [
                    "kind": "band", "from": band.from, "mean_score": band.meanScore,
                    "decided": band.confirmed.of, "confirmed": band.confirmed.count,
                    "share": band.confirmed.value, "low": band.confirmed.low, "high": band.confirmed.high,
                ]
            } + [learning, adviceLine]
    }

    private var learning: JSON {
        [
            "kind": "learning", "decisions": layer.count, "trust": layer.trust, "bound": layer.bound,
            "compared": effect.decided, "flagged_rightly": effect.flaggedRightly,
            "flagged_wrongly": effect.flaggedWrongly, "spared_rightly": effect.sparedRightly,
            "spared_wrongly": effect.sparedWrongly,
            "surprise_shipped": effect.decided > 0 ? effect.shippedSurprise : nil,
            "surprise_shown": effect.decided > 0 ? effect.shownSurprise : nil,
        ]
    }

    private var adviceLine: JSON {
        let head: JSON = ["kind": "threshold", "threshold": threshold]
        switch advice {
        case .tooFew(let decisions, let confirmed, let dismissed):
            return head + [
                "verdict": "too-few", "suggested": JSON.null, "missing_decisions": decisions,
                "missing_confirmed": confirmed, "missing_dismissed": dismissed,
            ]
        case .fine(let lowest, let highest):
            return head + [
                "verdict": "fine", "suggested": JSON.null, "known_from": lowest, "known_to": highest,
            ]
        case .better(let change):
            return head + [
                "verdict": "better", "suggested": change.threshold, "flagged_now": change.flaggedNow,
                "flagged_then": change.flaggedThen, "complaints_between": change.complaints,
                "others_between": change.others,
            ]
        }
    }

    // MARK: For people

    func show(_ rows: [PrecisionRow], by: String) {
        guard !decided.isEmpty else {
            Screen.say("Nothing was decided yet: `ombud mention confirm` and `dismiss` teach the score.")
            return
        }
        Screen.head("Precision at the threshold")
        var table = Table(
            by.uppercased(), "DECIDED", "FLAGGED", "PRECISION", "95 %", "CONFIRMED", "DISMISSED", "MISSED")
        for row in rows + (rows.count > 1 ? [total] : []) {
            table.add(
                row.label, "\(row.decided)", "\(row.precision.of)", row.precision.shown,
                row.precision.interval,
                "\(row.confirmed)", "\(row.dismissed)", "\(row.missed)")
        }
        Screen.print(table, whenEmpty: "")
        Screen.head("\nDoes a score mean what it says?")
        var reliability = Table("SCORE", "DECIDED", "MEAN SCORE", "COMPLAINTS", "95 %")
        for band in bands {
            reliability.add(
                "\(band.from.percent) to \((band.from + 0.1).percent)", "\(band.confirmed.of)",
                band.meanScore.percent, band.confirmed.shown, band.confirmed.interval)
        }
        Screen.print(reliability, whenEmpty: "")
        Screen.head("\nWhat was learned")
        for line in learningLines { Screen.say(line) }
        Screen.head("\nThe threshold")
        for line in adviceLines { Screen.say(line) }
    }

    private var learningLines: [String] {
        guard !layer.isEmpty else { return ["Nothing yet."] }
        var lines = [
            "\(counted(layer.count, "decision")) learned; the words are trusted \(layer.trust.percent), and "
                + "move a score by at most \(layer.bound.inTenths) logits."
        ]
        let flagged = effect.flaggedRightly + effect.flaggedWrongly
        if flagged > 0 {
            lines.append(
                "Flagged because of it: \(flagged), of them \(counted(effect.flaggedRightly, "complaint")).")
        }
        let spared = effect.sparedRightly + effect.sparedWrongly
        if spared > 0 {
            lines.append(
                "Not flagged because of it and decided on: \(spared), of them "
                    + "\(counted(effect.sparedWrongly, "complaint")).")
        }
        if effect.decided > 0 {
            lines.append(
                "Mean surprise of a decision: \(effect.shippedSurprise.inHundredths) nats by the shipped "
                    + "score, \(effect.shownSurprise.inHundredths) by the score that was shown.")
        }
        return lines
    }

    private var adviceLines: [String] {
        let now =
            "It is \(threshold)"
            + (ownThresholds > 0 ? "; \(counted(ownThresholds, "watchlist")) with one of their own." : ".")
        switch advice {
        case .tooFew(let decisions, let confirmed, let dismissed):
            let wanted = [(decisions, "decision"), (confirmed, "confirmed"), (dismissed, "dismissed")]
                .filter { $0.0 > 0 }.map {
                    "\($0.0) more \($0.1)\($0.1 == "decision" && $0.0 > 1 ? "s" : "")"
                }
            return [
                now,
                "Too little was decided to suggest another: wanted are \(wanted.joined(separator: ", ")).",
            ]
        case .fine(let lowest, let highest):
            return [
                now,
                "No other between \(lowest) and \(highest) would have been clearly better; beyond, too little "
                    + "was decided.",
            ]
        case .better(let change):
            let (complaints, others) = (counted(change.complaints, "complaint"), change.others)
            return [
                now,
                "\(change.threshold) would have been better: \(change.flaggedThen) flagged instead of "
                    + "\(change.flaggedNow).",
                change.isHigher
                    ? "Spared: some \(others) that are none; missed: some \(complaints)."
                    : "Found: some \(complaints); looked at for nothing: some \(others).",
            ]
        }
    }
}

extension PrecisionRow {
    fileprivate var members: JSON {
        [
            "decided": decided, "flagged": precision.of, "confirmed": confirmed, "dismissed": dismissed,
            "precision": precision.value, "low": precision.low, "high": precision.high, "missed": missed,
        ]
    }
}

extension Proportion {
    fileprivate var shown: String { value?.percent ?? "-" }
    fileprivate var interval: String {
        guard let low, let high else { return "-" }
        return "\(low.percent) to \(high.percent)"
    }
}

extension Double {
    fileprivate var inTenths: String { String((self * 10).rounded() / 10) }
    fileprivate var inHundredths: String { String((self * 100).rounded() / 100) }
}
