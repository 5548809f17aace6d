import Complaints

/// How a source's records look, as `ombud source show` prints it: what is usual, and what is not as before.
extension SourceContract {
    /// `learning`, `kept`, `fallback` (another way is read), `held` (nothing that was read is believed).
    private var state: String {
        guard let broken else { return contract.isLearning ? "learning" : "kept" }
        return broken.fallback == nil ? "held" : "fallback"
    }

    func show() {
        let kinds =
            contract.languages.isEmpty ? "" : ", in \(contract.languages.prefix(4).joined(separator: ", "))"
        let way = contract.way.map { ", read by \($0.rawValue)" } ?? ""
        Screen.head("Records")
        Screen.say(
            contract.isLearning
                ? "How they look is being learned: \(contract.learned) so far, of \(counted(contract.batches, "visit"))."
                : "Learned from \(counted(contract.learned, "record")) of \(counted(contract.batches, "visit"))\(way)\(kinds)."
        )
        if let accepted {
            Screen.say("Accepted as they look by \(accepted.by), \(Times.short(accepted.at)).")
        }
        var table = Table("FIELD", "FILLED", "SUCH AS")
        for (field, filled, example) in contract.fields where filled > 0 {
            table.add(field.rawValue, "\(Int((filled * 100).rounded()))%", example ?? "-")
        }
        if !contract.fields.isEmpty { Screen.print(table, whenEmpty: "") }
        Screen.say("")
        guard let broken else { return }
        Screen.head("Not as before, since \(Times.short(broken.since))")
        Screen.say(
            broken.fallback.map { "Its records are read by \($0.rawValue) instead." }
                ?? "What was read is held back: mend the rule, or `ombud source accept` it if it is right.")
        var breaches = Table("FIELD", "BEFORE", "NOW")
        for breach in broken.breaches { breaches.add(breach.field.rawValue, breach.before, breach.after) }
        Screen.print(breaches, whenEmpty: "")
        Screen.say("")
        guard !broken.held.isEmpty else { return }
        var held = Table("HELD BACK", "PUBLISHED", "RATING", "TEXT")
        for record in broken.held.prefix(5) {
            held.add(
                record.author ?? "-", record.published ?? "-", record.rating.map { "\($0.value)" } ?? "-",
                record.text.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        Screen.print(held, whenEmpty: "")
        Screen.say("")
    }
}

extension SourceContract: JSONConvertible {
    var json: JSON {
        let fields = contract.fields.map { field, filled, example -> JSON in
            ["field": field.rawValue, "filled": (filled * 1000).rounded() / 1000, "example": example]
        }
        return [
            "state": state, "records": contract.learned, "visits": contract.batches,
            "way": contract.way?.rawValue, "languages": contract.languages, "fields": fields,
            "changed_since": broken?.since, "changed_way": broken?.way?.rawValue,
            "fallback": broken?.fallback?.rawValue, "changes": broken?.breaches ?? [],
            "held": broken?.held ?? [], "accepted_at": accepted?.at, "accepted_by": accepted?.by,
        ]
    }
}

extension Breach: JSONConvertible {
    var json: JSON { ["field": field.rawValue, "before": before, "after": after] }
}

extension HeldRecord: JSONConvertible {
    var json: JSON {
        [
            "id": id, "url": url, "author": author, "published": published, "rating": rating, "title": title,
            "text": text, "reply": reply, "via": via.rawValue,
        ]
    }
}
