import Complaints
import Foundation
import Monitor

/// What a sheet says, in words: the same for the screen and for line by line.
struct ReviewFacts {
    let sheet: ReviewSheet
    let now: Instant

    private var mention: Mention { sheet.mention }

    /// A name of what is told, and what is told; the most needed first.
    struct Fact: Hashable, Sendable {
        var name: String
        var text: String
    }

    /// `Anna, 2026-11-22 17:05, rated 1 of 5, in Polish`.
    var byline: String {
        let published = mention.published.map { Times.short($0.instant) } ?? "undated"
        let rating = mention.content.rating.map {
            "rated \($0.value.plain)" + ($0.best.map { " of \($0.plain)" } ?? "")
        }
        let language = mention.language.map {
            "in " + (Locale(identifier: "en").localizedString(forLanguageCode: $0) ?? $0)
        }
        let state = mention.presence == .vanished ? "vanished from its page" : nil
        let edits = mention.revisionCount > 1 ? "edited \(mention.revisionCount - 1)x" : nil
        return [(mention.author ?? "somebody").oneLine, published, rating, language, edits, state]
            .compactMap { $0 }.joined(separator: ", ")
    }

    var all: [Fact] {
        var facts = [score, routing]
        if let decided { facts.insert(decided, at: 0) }
        facts.append(handled)
        facts += twins
        facts += earlier
        facts += [page, evidence]
        if let snooze = sheet.snooze {
            facts.append(Fact(name: "put off", text: "until \(Times.short(snooze.until)) by \(snooze.by)"))
        }
        return facts
    }

    private var decided: Fact? {
        mention.review.map { review in
            let why = review.why.map { ": \($0.oneLine)" } ?? ""
            return Fact(
                name: review.decision.rawValue, text: "by \(review.by), \(Times.short(review.at))\(why)")
        }
    }

    private var score: Fact {
        let reasons = mention.score.reasons.map { "\($0.what.oneLine) \($0.signed)" }
        let flagged = mention.score.isFlagged ? "" : ", not flagged"
        return Fact(
            name: "score",
            text: mention.score.value.percent + flagged
                + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: ", ")))
    }

    private var routing: Fact {
        let parts = [
            mention.score.topic.map { "about \($0)" }, mention.score.cause.map { "cause \($0)" },
            "urgency \(mention.score.urgency.rawValue)", mention.score.isLegal ? "appeals to the law" : nil,
        ]
        return Fact(name: "routing", text: parts.compactMap { $0 }.joined(separator: ", ").oneLine)
    }

    private var handled: Fact {
        guard let found = sheet.handled else {
            return Fact(name: "case", text: "none yet; confirming opens one")
        }
        var parts = ["\(found.id) \(found.state.rawValue)", found.owner.map { "of \($0)" } ?? "of nobody"]
        if let clock = sheet.nearest, let due = clock.reading.due {
            let left = due > now ? "in \(Times.distance(due - now))" : "\(Times.distance(now - due)) late"
            parts.append(
                "\(clock.reading.name) due \(Times.short(due)) (\(clock.doubt == nil ? left : "unknown"))")
        }
        let missed = sheet.clocks.filter { $0.reading.state == .missed }.map(\.reading.name)
        if !missed.isEmpty { parts.append("missed: " + missed.joined(separator: ", ")) }
        if let incident = sheet.incident { parts.append("part of incident \(incident)") }
        return Fact(name: "case", text: parts.joined(separator: ", "))
    }

    private var twins: [Fact] {
        var facts = sheet.cluster.members.map { other, link in
            let why = link.map { ": \($0.verdict), \($0.why)" } ?? ""
            return Fact(name: "same as", text: "\(name(other))\(why.oneLine)")
        }
        if let twin = sheet.suggestion {
            facts.append(
                Fact(
                    name: "perhaps", text: "the same as \(name(twin.mention)): \(twin.why.oneLine) (m merges)"
                ))
        }
        return facts
    }

    private var earlier: [Fact] {
        let suggested = sheet.suggestion?.mention.id
        return sheet.earlier.filter { $0.id != suggested }.map { Fact(name: "earlier", text: name($0)) }
    }

    private func name(_ other: Mention) -> String {
        let parts = [
            other.id.description, other.caseID.map { "case \($0)" }, other.review?.decision.rawValue,
            Times.short(other.published?.instant ?? other.firstSeen), other.source.name,
        ]
        return parts.compactMap { $0 }.joined(separator: " ").oneLine + " "
            + "“\(other.content.words.oneLine.cut(to: 60))”"
    }

    private var page: Fact {
        Fact(
            name: "page",
            text: mention.url.map(\.oneLine) ?? "no address of its own; source \(mention.source)")
    }

    private var evidence: Fact {
        guard let last = sheet.evidence.last else { return Fact(name: "evidence", text: "nothing archived") }
        let count = sheet.evidence.count
        return Fact(
            name: "evidence",
            text: "\(count) archived record\(count == 1 ? "" : "s"), the last of \(Times.short(last.at)) in "
                + (last.gone == nil ? last.file : "a file that was dropped"))
    }
}

extension Double {
    /// `4`, `4.5`.
    var plain: String { self == rounded() && abs(self) < 1e9 ? "\(Int(self))" : "\(self)" }
}
