import Complaints

/// A replay as tables and as lines of JSON.

extension ReplayReport {
    func show(limit: Int) {
        for change in ReplayDifference.Change.allCases {
            let found = differences.filter { $0.change == change }
            guard !found.isEmpty else { continue }
            Screen.head("\(change.title) (\(found.count))")
            var table = Table("MENTION", "SOURCE", "WRITTEN", "CASE", "WHY", "TEXT")
            for difference in found.prefix(limit) {
                table.add(
                    difference.mention?.description ?? "-", difference.source.name,
                    Times.short((difference.after ?? difference.before)?.published?.instant),
                    difference.caseEffect?.words ?? "-", difference.why,
                    String(difference.text.prefix(120)))
            }
            Screen.print(table, whenEmpty: "")
            if found.count > limit {
                print("... and \(found.count - limit) more; --limit or --json shows them")
            }
            print("")
        }
        for line in sentences { Screen.say(line) }
    }

    private var sentences: [String] {
        let counts = ReplayDifference.Change.allCases.map { "\(count($0)) \($0.rawValue)" }
        var lines = [
            differences.isEmpty
                ? "Nothing would be otherwise: \(counted(coverage.mentions, "mention")) compared."
                : counts.joined(separator: ", ") + " of \(counted(coverage.mentions, "mention")) compared; "
                    + "\(counted(casesOpened, "case")) would be opened, \(casesLost.count) would not have been.",
            "\(coverage.replayed) of \(counted(coverage.archived, "archived page reading")) replayed"
                + coverage.reasons + ".",
        ]
        if coverage.visitedPages > coverage.archived {
            lines.append(
                "\(counted(coverage.visits, "visit")) looked at \(counted(coverage.visitedPages, "page")) in that "
                    + "time; pages on which nothing was new are not archived, so what others would find there is "
                    + "not known.")
        }
        if !coverage.withoutArchive.isEmpty {
            lines.append(
                "Nothing is archived of \(coverage.withoutArchive.map(\.name).joined(separator: ", ")).")
        }
        return lines + coverage.faults
    }

    var summary: JSON {
        [
            "change": "summary", "from": from, "to": to, "added": count(.added), "dropped": count(.dropped),
            "moved": count(.moved), "cases_opened": casesOpened, "cases_lost": casesLost.sorted(),
            "mentions": coverage.mentions, "visits": coverage.visits,
            "visited_pages": coverage.visitedPages, "archived": coverage.archived,
            "replayed": coverage.replayed, "bytes_dropped": coverage.dropped,
            "unreadable": coverage.unreadable, "held": coverage.held, "unwatched": coverage.unwatched,
            "without_archive": coverage.withoutArchive, "faults": coverage.faults,
        ]
    }
}

extension ReplayCoverage {
    /// Why pages were not replayed: ` (12 dropped by retention, ...)`.
    fileprivate var reasons: String {
        let all = [
            (dropped, "dropped by retention"), (unreadable, "unreadable"), (held, "held back, as they were"),
            (unwatched, "of sources that are not polled"),
        ]
        let told = all.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return told.isEmpty ? "" : " (\(told.joined(separator: ", ")))"
    }
}

extension ReplayDifference.Change {
    fileprivate var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension ReplayDifference.CaseEffect {
    fileprivate var words: String {
        switch self {
        case .opened: "opens one"
        case .joined(let id): "joins \(id)"
        case .lost(let id): "not \(id)"
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .opened: ["effect": "opened", "id": JSON.null]
        case .joined(let id): ["effect": "joined", "id": id]
        case .lost(let id): ["effect": "lost", "id": id]
        }
    }
}

extension ReplayDifference {
    var json: JSON {
        [
            "change": change.rawValue, "mention": mention, "subject": subject, "source": source, "url": url,
            "author": author, "text": text, "page": page, "at": at,
            "before": before.map(\.json), "after": after.map(\.json),
            "fields": moves.map(\.what.rawValue), "why": why, "case": caseEffect.map(\.json),
        ]
    }
}

extension ReplayReading {
    fileprivate var json: JSON {
        let about: JSON = ["author": author, "published": published]
        let judged: JSON = [
            "score": score.value, "flagged": score.isFlagged, "urgency": score.urgency, "topic": score.topic,
            "cause": score.cause, "legal": score.isLegal,
        ]
        return about + content.members + judged
    }
}
