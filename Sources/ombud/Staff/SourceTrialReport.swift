/// What a trial says to a person and to a program: the records, how they were found, what is missing, and
/// what is proposed.
import Complaints
import Foundation
import Reading
import Settings

extension SourceTrial {
    /// How the page was read, in one sentence.
    var verdict: String {
        let count = counted(records.count, "record")
        guard let first = records.first else { return "nothing can be read on this page" }
        let ways = Set(records.map(\.via.rawValue)).sorted().joined(separator: ", ")
        switch first.via {
        case .jsonLD, .microdata, .rdfa:
            return "\(count) by the page's own markup (\(ways)); no rule is needed"
        case .feed: return "\(count) of a feed; no rule is needed"
        case .json: return "\(count) in JSON (\(ways))"
        case .pattern:
            return "\(count) by the shape of repeated blocks; a rule is steadier than a guess, see below"
        case .rule: return "\(count) by the rule of \(plan.source.id)"
        }
    }

    /// Why nothing was read, and what can be done.
    var emptySentence: String {
        var advice = "name its elements in a rule (docs/watchlists.md)"
        if let feed = unruled.feeds.preferred {
            advice = "the page offers the feed \(feed.url); use it, or `read: feed`"
        } else if repaired != nil {
            advice = "the proposed rule does; --apply writes it"
        } else if unruled.linkCount == 0, page.title == nil {
            advice =
                "it may be made by scripts; fetch it with a command that runs them (docs/fetch-by-command.md)"
        }
        return "nothing can be read on \(page.url): \(advice)"
    }

    struct Fill {
        var name: String
        var count: Int
    }

    var fills: [Fill] {
        [
            Fill(name: "author", count: records.count { $0.author != nil }),
            Fill(name: "published", count: records.count { $0.published != nil }),
            Fill(name: "rating", count: records.count { $0.rating != nil }),
            Fill(name: "title", count: records.count { $0.title != nil }),
            Fill(name: "text", count: records.count { !$0.text.isEmpty }),
            Fill(name: "id", count: records.count { $0.id != nil }),
            Fill(name: "url", count: records.count { $0.url != nil }),
            Fill(name: "reply", count: records.count { $0.reply != nil }),
        ]
    }

    /// What the operator should know before relying on this source.
    var warnings: [String] {
        guard !records.isEmpty else { return [] }
        var found: [String] = []
        let most = records.count
        func lacks(_ name: String) -> Bool {
            fills.first { $0.name == name }.map { $0.count * 2 < most } ?? false
        }
        if lacks("published") {
            found.append("most have no date: deadlines run from when they are seen, and age cannot be told")
        } else if records.allSatisfy({ ($0.published?.precision ?? .second) <= .day }) {
            found.append("dates have no time of day: deadlines from `posted` count from the start of the day")
        }
        if lacks("author") { found.append("most have no author: the same words by two people look like one") }
        if lacks("text") { found.append("most have no text: there is nothing to judge but the rating") }
        if lacks("id"), lacks("url") {
            found.append("most have no id and no link: they are known again by author, date and text alone")
        }
        let dates = records.compactMap { $0.published?.instant }
        if dates.count > 2, Set(dates).count == 1 {
            found.append("all have the same date: look whether it is the page's own")
        }
        if Set(records.map(\.text)).count * 2 < most, most > 3 {
            found.append("many have the same text: look whether it is theirs")
        }
        let cut = records.count { $0.text.hasSuffix("…") || $0.text.hasSuffix("...") }
        if cut * 2 > most, most > 1 {
            found.append(
                "most texts end in an ellipsis: the whole ones may stand on pages of their own (`follow`)")
        }
        if let count = page.aggregate?.count, page.aggregate?.isReviewCount == true, count > most {
            found.append(
                page.next == nil
                    ? "the site counts \(count) reviews, \(most) are here, and no link leads further (`pages`)"
                    : "the site counts \(count) reviews; one page shows \(most) (`pages: { at-most: ... }`, `backfill`)"
            )
        }
        if page.language == nil, plan.source.language == nil, records.allSatisfy({ $0.language == nil }) {
            found.append("neither the page nor the texts say their language; state `language`")
        }
        return found
    }

    func show(limit: Int, edit: FileEdit?, wasApplied: Bool) {
        Screen.say("\(page.url): \(verdict)")
        if let title = page.title { Screen.say("  \(title.oneLine)") }
        if !records.isEmpty {
            print("")
            var table = Table("AUTHOR", "PUBLISHED", "RATING", "REPLY", "TEXT")
            for record in records.prefix(max(0, limit)) {
                table.add(
                    record.author?.cut(to: 24) ?? "-", record.published.map(Self.day) ?? "-",
                    record.rating.map(Self.mark) ?? "-", record.reply == nil ? "-" : "yes",
                    ([record.title, record.text].compactMap { $0 }.joined(separator: " | ")).cut(to: 200))
            }
            Screen.print(table, whenEmpty: "")
            if records.count > limit { print("... and \(records.count - limit) more") }
            print("")
            Screen.say(
                "filled: "
                    + fills.map { "\($0.name) \($0.count)/\(records.count)" }.joined(separator: ", "))
        }
        if let next = page.next { Screen.say("next page: \(next)") }
        for feed in unruled.feeds.prefix(3) { Screen.say("feed: \(feed.url)") }
        for warning in warnings { Screen.say("mind: \(warning)") }
        if let proposal, proposal.rule != plan.source.rule, plan.isKnown ? repaired != nil : true {
            let fields = proposal.fields.map { "\($0.name) \($0.right)/\($0.of)" }.joined(separator: ", ")
            Screen.say(
                "\nproposed rule: reads \(counted(proposal.records.count, "record")); of "
                    + "\(counted(proposal.shown, "known record")) on the page: \(fields)")
        }
        if let edit {
            print("")
            Screen.say(unifiedDiff(edit.before, edit.after, file: edit.file))
            if !wasApplied { print("\nWrite it with --apply.") }
        } else if let newSource {
            print("\nFor a watchlist (--watchlist FILE shows the change, --apply makes it):\n")
            Screen.say(
                newSource.lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }.joined(separator: "\n"))
        } else if plan.isKnown, plan.source.rule != nil, !records.isEmpty, repaired == nil {
            print("\nThe rule holds; nothing better was found.")
        }
    }

    func json(edit: FileEdit?) -> JSON {
        [
            "target": plan.source.url, "source": plan.isKnown ? plan.source.id.name : nil, "url": page.url,
            "title": page.title, "kind": page.kind.rawValue, "language": page.language,
            "encoding": page.encoding, "next": page.next, "verdict": verdict,
            "aggregate": page.aggregate.map {
                ["rating": $0.rating, "best": $0.best, "count": $0.count] as JSON
            },
            "feeds": unruled.feeds.map(\.url),
            "filled": JSON.object(fills.map { ($0.name, $0.count.json) }),
            "warnings": warnings, "known": knownCount, "records": records,
            "proposal": proposal.map { proposal in
                [
                    "rule": proposal.rule.yaml(), "records": proposal.records.count, "shown": proposal.shown,
                    "fields": JSON.object(
                        proposal.fields.map { ($0.name, ["right": $0.right, "of": $0.of] as JSON) }),
                ] as JSON
            },
            "watchlist": newSource.map { $0.lines.joined(separator: "\n") },
            "file": edit?.file, "diff": edit.map { unifiedDiff($0.before, $0.after, file: $0.file) },
        ]
    }

    private static func day(_ time: StatedTime) -> String {
        let text = time.instant.rfc3339(offset: time.offset)
        return time.precision <= .day ? String(text.prefix(10)) : String(text.prefix(16))
    }

    private static func mark(_ rating: Rating) -> String {
        let value = rating.value == rating.value.rounded() ? String(Int(rating.value)) : String(rating.value)
        return rating.best.map { "\(value)/\($0 == $0.rounded() ? String(Int($0)) : String($0))" } ?? value
    }
}
