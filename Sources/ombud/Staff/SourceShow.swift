import ArgumentParser
import Complaints
import Monitor
import Settings
import Storage

struct SourceShow: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows one source: health, last visits, and what a period proves.",
        discussion: """
            The proof says for every moment of a period whether all that was written then was seen (covered), \
            whether something may have been missed (gap), or whether nobody can say (unknown). Without \
            --since and --until it is about the last seven days. Times: 2026-03-01, 2026-03-01 14:00, \
            yesterday, 7d (that long ago), RFC 3339. Visits are kept for 90 days.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Option(help: "Where the period begins.") var since: String?
    @Option(help: "Where the period ends; now without it.") var until: String?
    @Option(help: "So many of the last visits.") var visits = 20
    @Argument(help: "Its name.") var name: String

    func validate() throws {
        if visits < 0 { throw ValidationError("--visits \(visits): a number from 0 up is wanted") }
    }

    func perform() async throws {
        let (id, count) = (SourceID(name), visits)
        let sheet = try await place.withStore { wiring, store in
            let now = wiring.time.now()
            let period = try period(now: now)
            let isGiven = since != nil || until != nil
            let configuration = wiring.configuration
            return try await store.read { session in
                try SourceSheet(
                    id, configuration: configuration, period: period, visits: count,
                    ofPeriodAlone: isGiven, now: now, in: session)
            }
        }
        if printing.json { print(sheet.json.line) } else { sheet.show() }
    }

    private func period(now: Instant) throws -> Range<Instant> {
        let end = min(try instant(until, "--until", now: now) ?? now, now)
        let start = try instant(since, "--since", now: now) ?? end - .seconds(7 * 86_400)
        guard start < end else {
            throw ValidationError(
                "the period would begin at \(start) and end at \(end); it must begin earlier, and in the past"
            )
        }
        return start..<end
    }

    private func instant(_ text: String?, _ option: String, now: Instant) throws -> Instant? {
        guard let text else { return nil }
        if let instant = TimeArgument(text).instant(now: now) { return instant }
        throw ValidationError(
            "\(option) \(text): a time is wanted, such as 2026-03-01, '2026-03-01 14:00', yesterday or 7d")
    }
}

/// Everything about one source.
private struct SourceSheet: Sendable {
    var status: SourceStatus
    /// nil for a source that no watchlist names any more.
    var source: Source?
    var interval: Pace.Interval?
    var lacksSecret: Bool
    var visits: [Visit]
    var proof: CoverageProof
    var gaps: [Gap]
    var knownCount: Int
    var details: (all: Int, waiting: Int)
    var contract: SourceContract?

    init(
        _ id: SourceID, configuration: Configuration, period: Range<Instant>, visits count: Int,
        ofPeriodAlone: Bool, now: Instant, in session: any Session
    ) throws {
        source = configuration.sources.first { $0.id == id }
        let new = source.map { SourceStatus(unvisited: $0, now: now) }
        guard let status = try session.sourceStatuses(id).first ?? new else {
            throw Failure(
                .failed,
                "there is no source \(id)" + Self.hint(id, configuration)
                    + "; `ombud source list` shows them")
        }
        self.status = status
        let due = try session.nearestDue(of: id).map { $0 - now }
        interval = source.map { status.pace.interval(within: $0.every, nearestDue: due) }
        lacksSecret = configuration.lackingSecrets.contains(id)
        let inside = try session.visits(of: id, from: period.lowerBound, to: period.upperBound)
        let after = try session.nextLook(at: id, from: period.upperBound)
        gaps = try session.gaps(of: id)
        proof = CoverageProof(
            from: period.lowerBound, to: period.upperBound, visits: inside + [after].compactMap { $0 },
            gaps: gaps, ledgerBegins: now - ledgerLength)
        visits =
            ofPeriodAlone
            ? Array(inside.filter { $0.started >= period.lowerBound }.reversed().prefix(count))
            : try session.visits(of: id, limit: count)
        knownCount = try session.standingMentions(of: id)
        details = try session.detailCounts(of: id)
        contract = try session.contract(of: id)
    }

    private static func hint(_ id: SourceID, _ configuration: Configuration) -> String {
        didYouMean(id.name, among: configuration.allSources.map(\.id.name))
    }

    var json: JSON {
        let reason: String? = if case .overridden(let reason) = source?.robots { reason } else { nil }
        let fetch: JSON? = source?.fetch.json
        let more: JSON = [
            "every": source?.every.setting, "interval_seconds": interval?.length.seconds,
            "interval_reason": interval?.reason.description, "moved_to": status.movedTo,
            "stated_count": status.statedCount, "known_count": knownCount,
            "details": ["found": details.all, "waiting": details.waiting] as JSON,
            "robots_overridden": reason, "fetch": fetch, "secrets_lacking": lacksSecret,
            "gaps_open": gaps.count { $0.state == .open }, "gaps": gaps, "coverage": proof, "visits": visits,
            "contract": contract,
        ]
        return status.json + more
    }

    func show() {
        Screen.head("\(status.id)  \(status.subject)  \(status.coverage.health.rawValue)")
        Screen.say(status.url)
        for (name, text) in facts { Screen.say(name.padded(to: 11) + text) }
        Screen.say("")
        contract?.show()
        showProof()
        var table = Table("VISIT", "OUTCOME", "REACH", "PAGES", "RECORDS", "NEW", "CHANGED", "REASON")
        for visit in visits {
            table.add(
                Times.short(visit.started), visit.result, visit.reach?.rawValue ?? "-",
                String(visit.pageCount), String(visit.recordCount), String(visit.newMentions),
                String(visit.changedMentions), visit.outcome.failure?.reason ?? "")
        }
        Screen.print(table, whenEmpty: "Not visited yet.")
    }

    private var facts: [(String, String)] {
        let coverage = status.coverage
        var facts = [
            ("last seen", "\(Times.short(coverage.lastSuccess)), next \(Times.short(status.nextVisit))")
        ]
        if let interval, let source {
            facts.append(
                ("every", "\(source.every.setting); now \(interval.length.setting): \(interval.reason)"))
        }
        if !status.isActive { facts.append(("watched", "no: no watchlist names it any more")) }
        if let pause = status.pause { facts.append(("paused", pause.words)) }
        if let failure = status.lastFailure { facts.append(("trouble", failure)) }
        if let moved = status.movedTo, moved != status.url {
            facts.append(("moved to", "\(moved) (for good; write it into the watchlist)"))
        }
        if let stated = status.statedCount {
            facts.append(("counted", "the site states \(stated), \(knownCount) are known as standing there"))
        }
        if details.all > 0 {
            facts.append(
                ("details", "\(counted(details.all, "page")) found, \(details.waiting) not fetched yet"))
        }
        if case .overridden(let reason) = source?.robots {
            facts.append(("robots.txt", "is not obeyed: \(reason)"))
        }
        if let way = source?.fetch.words { facts.append(("fetched", way)) }
        if lacksSecret { facts.append(("secrets", "cannot be read by you: only the daemon visits it")) }
        for gap in gaps where gap.state != .closed || gap.kind == .backfill { facts.append(gap.fact) }
        return facts
    }

    private func showProof() {
        Screen.head("From \(Times.short(proof.from)) to \(Times.short(proof.to))")
        Screen.say("covered    \(proof.coveredShare.roundedDown)")
        Screen.say(
            "visits     \(proof.completeVisits) complete, \(proof.incompleteVisits) incomplete, "
                + "\(proof.failedVisits) failed")
        if let longest = proof.longestUnseen {
            let length = Times.distance(longest.upperBound - longest.lowerBound)
            Screen.say("unseen     for \(length) at the longest, from \(Times.short(longest.lowerBound))")
        }
        Screen.say("")
        var table = Table("FROM", "TO", "STATE", "WHY")
        for span in proof.spans {
            table.add(Times.short(span.from), Times.short(span.to), span.state.rawValue, span.why)
        }
        Screen.print(table, whenEmpty: "")
        Screen.say("")
    }
}

/// What the daemon keeps of the ledger.
let ledgerLength: Duration = .seconds(90 * 86_400)

extension Gap {
    /// A line about it.
    var fact: (String, String) {
        let read =
            "\(counted(pages, "page")), \(counted(records, "record"))"
            + (reached.map { ", back to \(Times.short($0))" } ?? "")
        return switch state {
        case .open: (kind.rawValue, "being read: \(read)")
        case .closed: (kind.rawValue, "done: \(why ?? "all of it was read") (\(read))")
        case .stays:
            (kind.rawValue, "of \(Times.short(opened)) stays: \(why ?? "it cannot be read") (\(read))")
        }
    }
}

extension FetchOptions {
    /// How it is asked for; never a secret, which arguments of a command may hold.
    fileprivate var json: JSON {
        [
            "by": command == nil ? "http" : "command", "command": command?.first, "proxy": proxy != nil,
            "credentials": authorization != nil || certificate != nil, "headers": headers.map(\.name),
            "cookies": keepsCookies,
        ]
    }

    /// nil for a plain request.
    fileprivate var words: String? {
        var parts: [String] = []
        if let command = command?.first { parts.append("by the command \(command)") }
        if proxy != nil { parts.append("through a proxy") }
        if authorization != nil || certificate != nil { parts.append("with credentials") }
        if !headers.isEmpty { parts.append("with \(headers.map(\.name).joined(separator: ", "))") }
        if keepsCookies { parts.append("keeping cookies") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Double {
    /// `99.9%`: never more than there is.
    fileprivate var roundedDown: String {
        let tenths = Int((self * 1000).rounded(.down))
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }
}
