/// How `retention` is written: a length of time, or `keep`, for each kind of data.
import Complaints

extension Section {
    func retention() -> Retention? {
        guard let node = node("retention"), !node.isNull else { return nil }
        guard let map = Section(node, .retention, in: document) else { return nil }
        var retention = Retention()
        for kind in Retention.Kind.allCases {
            if let length = map.keeping(kind.rawValue) { retention[kind] = length }
        }
        if let mentions = retention.mentions, let evidence = retention.evidence, evidence < mentions {
            map.warn(
                "evidence",
                "`evidence` is kept for less time than `mentions`: the proof of a mention goes before it")
        }
        return retention
    }

    /// `.some(nil)` keeps it for good; nil where nothing fit is said.
    private func keeping(_ key: String) -> Duration?? {
        let wanted = "a length such as 90d or 3y, or `keep`"
        guard let text = scalar(key, wanted: wanted) else { return nil }
        if text.lowercased() == "keep" { return .some(nil) }
        // `never` may be meant either way: a length that deletes everything must not be guessed.
        if ["forever", "never", "always", "off", "none", "no", "unlimited"].contains(text.lowercased()) {
            fault(key, "`\(key)` is `\(text)`; did you mean `keep`, which deletes nothing?")
            return nil
        }
        guard let length = retentionLength(text) else {
            fault(key, "`\(key)` is `\(text)`; \(wanted), is wanted")
            return nil
        }
        guard length >= .seconds(86_400) else {
            fault(key, "`\(key)` is `\(text)`; a day is the least, or `keep`, which deletes nothing")
            return nil
        }
        return .some(length)
    }
}

/// `90d`, `6w`, `3y` (of 365 days), and what other durations may be written as.
private func retentionLength(_ text: String) -> Duration? {
    let number = Int64(text.dropLast()).flatMap { (0...100_000).contains($0) ? $0 : nil }
    switch text.last {
    case "y": return number.map { .seconds($0 * 365 * 86_400) }
    case "w": return number.map { .seconds($0 * 7 * 86_400) }
    default: return Duration(setting: text)
    }
}
