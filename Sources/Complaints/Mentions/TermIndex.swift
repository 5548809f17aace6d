/// Finds the terms of all watchlists in a text, in one walk over its UTF-8: whole words, in every spelling
/// that means the same name.
///
/// Watchlists go by their place in the list that the index was made of. Offsets in a `Match` count Unicode
/// scalars of the original text.
public struct TermIndex: Sendable {
    let tables: TermTables
    let subjects: [TermSubject]

    public init(_ watchlists: [Watchlist]) {
        var builder = TermIndexBuilder()
        for watchlist in watchlists { builder.add(watchlist) }
        let tables = TermTables(
            phrases: builder.phrases, forms: FormTable(builder.places), typing: builder.typing)
        var subjects = builder.subjects
        for number in subjects.indices where !subjects[number].exclude.isEmpty {
            subjects[number].coversTerm = subjects[number].exclude.map { phrase in
                let found = Self.hits(in: phrase, tables)
                return found.contains { $0.phrase.watchlist == number && $0.phrase.role == .term }
            }
        }
        (self.tables, self.subjects) = (tables, subjects)
    }

    /// Every term found, of every watchlist, before `require` and `exclude` are asked; in no order. Of one
    /// watchlist's terms the longest at each place, none inside another.
    public func hits(in text: String) -> [TermHit] {
        var hits = Self.hits(in: text, tables)
        guard !hits.isEmpty else { return [] }
        hits.removeAll { $0.phrase.role != .term }
        return Self.longest(hits).map {
            TermHit(
                watchlist: Int($0.phrase.watchlist), term: Int($0.phrase.entry), utf8: $0.bytes)
        }
    }

    /// What one watchlist finds.
    public func outcome(of watchlist: Int, in text: String) -> MatchOutcome {
        guard !tables.forms.isEmpty else { return MatchOutcome(matches: []) }
        let hits = Self.hits(in: text, tables).filter { $0.phrase.watchlist == watchlist }
        return hits.isEmpty ? MatchOutcome(matches: []) : decide(hits, of: watchlist, in: text)
    }

    /// What each watchlist finds, by its number; those that find nothing at all are left out.
    public func outcomes(in text: String) -> [Int: MatchOutcome] {
        let hits = Self.hits(in: text, tables)
        guard hits.contains(where: { $0.phrase.role == .term }) else { return [:] }
        let groups = Dictionary(grouping: hits) { Int($0.phrase.watchlist) }
        return groups.reduce(into: [:]) { outcomes, group in
            guard group.value.contains(where: { $0.phrase.role == .term }) else { return }
            outcomes[group.key] = decide(group.value, of: group.key, in: text)
        }
    }

    private func decide(_ hits: [PhraseHit], of watchlist: Int, in text: String) -> MatchOutcome {
        let subject = subjects[watchlist]
        let named = Self.longest(hits.filter { $0.phrase.role == .term })
        guard !named.isEmpty else { return MatchOutcome(matches: []) }
        let (kept, reason) = subject.rule(on: named, among: hits)
        return MatchOutcome(
            matches: subject.matches(of: kept, in: text), ruledOut: kept.isEmpty ? reason : nil)
    }

    private static func hits(in text: String, _ tables: TermTables) -> [PhraseHit] {
        var text = text
        return text.withUTF8 { bytes in
            var scan = WordScan(tables)
            scan.walk(bytes)
            guard !scan.found.isEmpty else { return [] }
            return PhraseReading(found: scan.found, tables: tables, bytes: bytes).hits()
        }
    }

    /// Of the hits of each watchlist the first, and of those that begin there the longest, and so on.
    private static func longest(_ hits: [PhraseHit]) -> [PhraseHit] {
        guard hits.count > 1 else { return hits }
        var end = 0
        var watchlist: Int32 = -1
        let sorted = hits.sorted {
            ($0.phrase.watchlist, $0.bytes.lowerBound, $1.bytes.upperBound, $0.signs.rawValue)
                < ($1.phrase.watchlist, $1.bytes.lowerBound, $0.bytes.upperBound, $1.signs.rawValue)
        }
        return sorted.filter { hit in
            if hit.phrase.watchlist == watchlist, hit.bytes.lowerBound < end { return false }
            (watchlist, end) = (hit.phrase.watchlist, hit.bytes.upperBound)
            return true
        }
    }
}

/// A term found in a text.
public struct TermHit: Hashable, Sendable {
    /// Into the watchlists of the index.
    public var watchlist: Int
    /// Into the watchlist's terms.
    public var term: Int
    /// Where in the text, in bytes of its UTF-8.
    public var utf8: Range<Int>
}

extension TermIndex {
    /// Every spelling by which a term is known when it stands as words of its own, with folded letters.
    public static func spellings(of term: Term) -> [String] {
        TermForms.words(of: term).reduce([""]) { starts, forms in
            let words = Set(forms.map { FoldedText($0.text).letters })
            return starts.flatMap { start in
                words.map { letters in
                    var text = String.UnicodeScalarView()
                    text.append(contentsOf: letters.compactMap { Unicode.Scalar($0) })
                    return (start.isEmpty ? "" : start + " ") + String(text)
                }
            }
        }
    }
}
