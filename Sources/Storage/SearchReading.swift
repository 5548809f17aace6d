import Complaints
import Foundation

/// Searches mentions and what staff wrote on cases.
public struct Search: Sendable {
    public var query: SearchQuery
    /// When it was posted (else first seen), or written by staff.
    public var since: Instant?
    public var until: Instant?
    public var scope: Scope
    public var limit: Int
    public var now: Instant

    public enum Scope: String, Sendable, CaseIterable {
        /// Mentions, and cases by their notes.
        case all
        case mentions
        /// Each case once, by its mentions as by its notes.
        case cases
        case notes
    }

    public init(
        _ query: SearchQuery, since: Instant? = nil, until: Instant? = nil, scope: Scope = .all,
        limit: Int, now: Instant
    ) {
        self.query = query
        self.since = since
        self.until = until
        self.scope = scope
        self.limit = limit
        self.now = now
    }

    /// Of a word that very many have, so many of the newest are ranked.
    static let mostRanked = 5000

    /// What is old counts for less, down to half.
    func score(_ rank: Double, at time: Instant) -> Double {
        let days = max(0, Double((now - time).inMilliseconds) / 86_400_000)
        return rank * (0.5 + 0.5 * pow(2, -days / 180))
    }
}

/// One thing that was found.
public struct SearchHit: Hashable, Sendable {
    public var score: Double
    public var at: Instant
    public var place: Place

    public enum Place: Hashable, Sendable {
        /// - Parameter revision: the one that fits best, with what it said.
        case mention(Mention, revision: Int, content: Content)
        /// What staff wrote or said.
        case entry(TimelineEntry, case: Case)
    }

    public var caseID: CaseID? {
        switch place {
        case .mention(let mention, _, _): mention.caseID
        case .entry(_, let found): found.id
        }
    }
}

extension Session {
    /// The best first.
    public func search(_ search: Search) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        if search.scope != .notes { hits += try mentionHits(search) }
        if search.scope != .mentions { hits += try entryHits(search) }
        hits.sort { ($1.score, $1.at) < ($0.score, $0.at) }
        if search.scope == .cases || search.scope == .notes {
            var seen: Set<CaseID> = []
            hits = hits.filter { hit in hit.caseID.map { seen.insert($0).inserted } ?? false }
        }
        return Array(hits.prefix(max(0, search.limit)))
    }

    private func mentionHits(_ search: Search) throws -> [SearchHit] {
        guard
            let rows = try ranked(
                search, index: mentionIndex, words: mentionWords, weights: [2, 2, 1, 0.7],
                table: "mention", key: "\(mentionIndex).rowid & \(RevisionRow.mask)",
                filter: SearchFilter(search, mentions: true))
        else { return [] }
        var best: [MentionID: (rank: Double, revision: Int)] = [:]
        for (row, rank) in rows {
            let (id, revision) = (RevisionRow.mention(row), RevisionRow.revision(row))
            if let known = best[id], (known.rank, known.revision) > (rank, revision) { continue }
            best[id] = (rank, revision)
        }
        let kept = Self.first(best.map { ($0.key, $0.value.rank, $0.key.number) }, search)
        var hits: [SearchHit] = []
        for mention in try mentions(kept) {
            guard let found = best[mention.id] else { continue }
            let at = mention.published?.instant ?? mention.firstSeen
            hits.append(
                SearchHit(
                    score: search.score(found.rank, at: at), at: at,
                    place: .mention(
                        mention, revision: found.revision,
                        content: try content(of: mention, revision: found.revision))))
        }
        return hits
    }

    private func content(of mention: Mention, revision: Int) throws -> Content {
        guard revision != mention.revisionCount else { return mention.content }
        return try revisions(of: mention.id).first { $0.number == revision }?.content ?? mention.content
    }

    private func entryHits(_ search: Search) throws -> [SearchHit] {
        guard
            let rows = try ranked(
                search, index: caseIndex, words: caseWords, weights: [1, 1], table: "timeline",
                key: "\(caseIndex).rowid", filter: SearchFilter(search, mentions: false))
        else { return [] }
        let ranks = Dictionary(rows, uniquingKeysWith: max)
        let kept = Self.first(rows.map { ($0.row, $0.rank, $0.row) }, search)
        guard !kept.isEmpty else { return [] }
        let entries = try query(
            """
            SELECT id, "case", at, by, what, note, statement, time, mention, clock FROM timeline
            WHERE id IN \(Self.marks(kept.count))
            """, kept
        ) {
            (
                $0.integer(), CaseID($0.integer()),
                TimelineEntry(
                    at: $0.instant(), by: $0.optionalText(), what: try $0.value(), note: $0.optionalText(),
                    statement: $0.optionalText(), time: $0.optionalInstant(),
                    mention: $0.optionalInteger().map(MentionID.init), clock: $0.optionalText())
            )
        }
        return try entries.compactMap { row, id, entry in
            guard let found = try `case`(id), let rank = ranks[row] else { return nil }
            return SearchHit(
                score: search.score(rank, at: entry.at), at: entry.at, place: .entry(entry, case: found))
        }
    }

    /// Age may turn the order of those that fit about as well, so more than are wanted are looked at.
    private static func first<ID>(
        _ found: [(id: ID, rank: Double, number: Int64)], _ search: Search
    ) -> [ID] {
        found.sorted { ($1.rank, $1.number) < ($0.rank, $0.number) }
            .prefix(min(Search.mostRanked, max(200, search.limit * 3))).map(\.id)
    }

    /// nil where nothing of the kind can fit.
    private func ranked(
        _ search: Search, index: String, words: [String], weights: [Double], table: String, key: String,
        filter: SearchFilter
    ) throws -> [(row: Int64, rank: Double)]? {
        let most = max(Search.mostRanked, search.limit)
        guard let clause = search.query.clause else {
            // Only filters: the newest. Of a case that is the case itself, by its mentions.
            let only =
                table == "timeline"
                ? " AND timeline.by IS NOT NULL AND (note IS NOT NULL OR statement IS NOT NULL)" : ""
            return try query(
                """
                SELECT id FROM \(table) WHERE \(filter.condition)\(only) ORDER BY id DESC LIMIT \(most)
                """, filter.values
            ) { ($0.integer(), 1) }
        }
        let text = dialect.fullText
        guard let expression = text.expression(clause, words) else { return nil }
        let joined = filter.isNeeded ? "CROSS JOIN \(table) ON \(table).id = \(key)" : ""
        return try query(
            """
            SELECT \(index).rowid, \(text.rank(index, weights)) FROM \(index) \(joined)
            WHERE \(text.condition(index)) AND \(filter.condition)
            ORDER BY \(index).rowid DESC LIMIT \(most)
            """, [expression] + filter.values
        ) { ($0.integer(), $0.real()) }
    }
}
