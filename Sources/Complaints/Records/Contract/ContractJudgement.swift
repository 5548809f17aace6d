import Foundation

/// Whether a batch keeps a contract. Two questions: do known records read differently, all in the same field?
/// and do the records look like others than before, more than chance explains?
extension Contract {
    public enum Verdict: Hashable, Sendable {
        /// Too little is known: the batch is believed.
        case learning
        case kept
        /// In the order of the fields.
        case broken([Breach])
    }

    /// - Parameter isOtherWay: read by another way than usual, which may say the same in slightly other words;
    ///   `id`, `url` and `title` may then be missing, as long as the records are known ones.
    public func judge(_ batch: Batch, isOtherWay: Bool = false) -> Verdict {
        if isLearning { return .learning }
        let breaches = ContractField.allCases.compactMap { field in
            breach(of: field, in: batch, isOtherWay: isOtherWay)
        }
        return breaches.isEmpty ? .kept : .broken(breaches)
    }

    private func breach(of field: ContractField, in batch: Batch, isOtherWay: Bool) -> Breach? {
        if field == .way { return nil }
        if field == .records { return countBreach(batch) }
        guard !batch.records.isEmpty else { return nil }
        if let edit = editBreach(field, batch, isOtherWay: isOtherWay) { return edit }
        let isDispensable = isOtherWay && batch.knownCount * 2 >= batch.records.count
        if !(isDispensable && (field == .id || field == .url || field == .title)),
            let lost = fillBreach(field, batch)
        {
            return lost
        }
        // Where many stand word for word, the others differ by nature: bad weeks are what we are here for.
        guard !batch.isProven(field == .published ? .published : .text) else { return nil }
        switch field {
        case .author:
            return sameBreach(.author, field, batch) ?? authorBreach(batch)
                ?? lengthBreach(field, batch, before: sample.authorLength) { $0.author }
        case .title:
            return sameBreach(.title, field, batch)
                ?? lengthBreach(field, batch, before: sample.titleLength) { $0.title }
        case .text:
            return sameBreach(.text, field, batch)
                ?? lengthBreach(field, batch, before: sample.textLength) { $0.text }
        case .published: return sameBreach(.published, field, batch) ?? dateBreach(batch)
        case .rating: return ratingBreach(batch)
        case .records, .url, .id, .reply, .way: return nil
        }
    }

    // MARK: Known records

    /// Edits come one by one. Three or more, most of what is known, and seldom before: that is the page.
    private func editBreach(_ field: ContractField, _ batch: Batch, isOtherWay: Bool) -> Breach? {
        guard ContractField.edited.contains(field) else { return nil }
        let found = batch.edits(of: field, toleratesSlight: isOtherWay)
        let before = edits[field] ?? Share()
        // What moves by nature (the last poster of a thread, a count inside the text) is learned by its first
        // moves; unless it was seen unchanged for some looks, so that it does not move.
        let wasQuiet = lastAt.flatMap { last in batch.sinceLook.map { batch.now - last > $0 * 2 } } ?? false
        guard before.of >= 3 || wasQuiet, before.hits < before.of * 0.05 + 2 else { return nil }
        var count = found.changed
        // Another way may lack what is known already; it is carried over.
        if !(isOtherWay && field == .title) { count += found.gone }
        guard count > 0, let place = found.example, let stood = batch.again[place] else { return nil }
        let isMost = count * 5 >= found.compared * 3
        let isUnlikely =
            Odds.atLeast(count, of: found.compared, before: before, prior: (0.3, 25)) < Self.unlikelyEdits
        // Of two, both without what they had.
        let isEmptied = field != .reply && found.gone == 2 && found.compared == 2 && before.hits < 0.5
        guard count >= 3 && isMost && isUnlikely || isEmptied else { return nil }
        let old = field.value(in: stood.asRecord)?.quoted ?? "nothing"
        let new = field.value(in: batch.records[place])?.quoted ?? "nothing"
        return Breach(
            field, before: old,
            after: "\(new); so in \(count) of \(found.compared) records that were known before")
    }

    private static let unlikelyEdits = 2e-4

    // MARK: Fields

    /// How many records count as seen, since those of one batch are much alike.
    private var trust: Double { min(1, min(60, 15 * Double(batches)) / max(1, sample.records)) }

    private func seen(_ hits: Double, of count: Double) -> Share {
        Share(hits: min(hits, count) * trust, of: count * trust)
    }

    /// A field is hardly filled any more. Replies come late and are judged by known records alone.
    private func fillBreach(_ field: ContractField, _ batch: Batch) -> Breach? {
        guard field != .reply else { return nil }
        let before = sample.filled(field) / sample.records
        let (count, filled) = (batch.records.count, batch.records.count { field.isFilled(in: $0) })
        guard before > 0.3, Double(filled) < before * 0.5 * Double(count),
            Odds.atMost(
                filled, of: count, before: seen(sample.filled(field), of: sample.records), prior: (0.25, 0.25)
            )
                < Odds.rare
        else { return nil }
        let example = examples[field].map { ", such as \($0)" } ?? ""
        return Breach(
            field, before: "filled in \(before.percent) of records" + example,
            after: "filled in \(filled == 0 ? "none" : "\(filled)") of \(count)")
    }

    /// Many records have one and the same value, where values used to differ.
    private func sameBreach(_ same: Sample.SameField, _ field: ContractField, _ batch: Batch) -> Breach? {
        var counts: [String: (count: Int, place: Int)] = [:]
        var all = 0
        for (place, record) in batch.records.enumerated() {
            guard let value = same.value(in: record) else { continue }
            all += 1
            counts[value, default: (0, place)].count += 1
        }
        guard let top = counts.values.max(by: { ($0.count, $1.place) < ($1.count, $0.place) }),
            top.count >= 3, top.count * 10 >= all * 7
        else { return nil }
        let pairs = sample.same[same] ?? Share()
        guard pairs.of >= 3 else { return nil }
        // Two records agree as often as that; each further one must.
        let share = ((pairs.hits + 0.5) / (pairs.of + 1)).squareRoot()
        guard pow(share, Double(top.count)) < Odds.rare else { return nil }
        let value = field.value(in: batch.records[top.place])?.quoted ?? ""
        return Breach(
            field,
            before: examples[field].map { "differs from record to record, such as \($0)" } ?? "differs",
            after: "\(value) in \(top.count) of \(all)")
    }

    private func authorBreach(_ batch: Batch) -> Breach? {
        let authors = batch.records.filter { $0.author != nil }
        let numeric = authors.count { $0.author?.isNumeric == true }
        let echoes = authors.count { record in
            record.author == record.title
                || record.author.map { $0.utf8.count > 2 && record.text.hasPrefix($0) } == true
        }
        for (count, before) in [(numeric, sample.numericAuthors), (echoes, sample.echoes)]
        where count * 10 >= authors.count * 7 && count >= 3 {
            let before = seen(before, of: sample.filled(.author))
            guard Odds.atLeast(count, of: authors.count, before: before, prior: (0.25, 3)) < Odds.rare else {
                continue
            }
            return Breach(
                .author, before: examples[.author] ?? "a name",
                after: "\(authors.first?.author?.quoted ?? ""): no name in \(count) of \(authors.count)")
        }
        return nil
    }

    /// Lengths vary by nature, and so do their means; by a factor of five they do not.
    private func lengthBreach(
        _ field: ContractField, _ batch: Batch, before: Spread, _ text: (Record) -> String?
    ) -> Breach? {
        var now = Spread()
        for record in batch.records { text(record).map { now.add(length: $0) } }
        guard now.weight >= 3, before.weight >= 5 else { return nil }
        let usual = max(before.deviation, field == .text ? 0.6 : 0.4)
        // Of few, each may be far off; where none is known, a whole batch may be of another kind.
        let wall = max(
            batch.knownCount == 0 && field == .text ? 2.2 : 1.6,
            5 * usual * (1 / now.weight + 1 / before.weight).squareRoot() + usual / 2)
        guard abs(now.mean - before.mean) > wall else { return nil }
        let example = batch.records.lazy.compactMap(text).first?.quoted ?? ""
        return Breach(
            field, before: "about \(exp(before.mean).rounded) bytes, such as \(examples[field] ?? "\"\"")",
            after: "about \(exp(now.mean).rounded) bytes, such as \(example)")
    }

    // MARK: Dates and ratings

    private func dateBreach(_ batch: Batch) -> Breach? {
        let dated = batch.records.filter { $0.published != nil }
        let found = Sample(dated, now: batch.now)
        for (count, before, what) in [
            (Int(found.future), sample.future, "in the future"),
            (Int(found.justNow), sample.justNow, "the time of the visit"),
        ] where count >= 3 && count * 10 >= dated.count * 7 {
            let before = seen(before, of: sample.filled(.published))
            guard Odds.atLeast(count, of: dated.count, before: before, prior: (0.25, 3)) < Odds.rare else {
                continue
            }
            return broken(dated, after: "\(what) in \(count) of \(dated.count)")
        }
        // A busy day is today; an old one that all records share is the page's own.
        let days = Set(dated.compactMap { $0.published?.instant })
        if dated.count >= 6, days.count == 1, let day = days.first, day < batch.now - .seconds(3 * 86_400),
            sample.filled(.published) >= 10, !isOfOneDay
        {
            return broken(dated, after: "the same in all of \(dated.count)")
        }
        return nil
    }

    private func broken(_ dated: [Record], after: String) -> Breach {
        let value = dated.first.flatMap { ContractField.published.value(in: $0) } ?? ""
        return Breach(.published, before: examples[.published] ?? "a date", after: "\(value): \(after)")
    }

    /// All that was learned was written at one time (an import, a page of one day).
    private var isOfOneDay: Bool { sample.oneDay > 0.2 }

    /// The best mark for all is what a scale's end reads like; the worst for all is a bad week. A scale that
    /// was never seen is another field.
    private func ratingBreach(_ batch: Batch) -> Breach? {
        let rated = batch.records.compactMap(\.rating)
        guard rated.count >= 3, sample.filled(.rating) >= 5 else { return nil }
        let before = examples[.rating] ?? "a mark"
        let best = rated.count { $0.share >= 1 }
        if best == rated.count, let first = rated.first, rated.allSatisfy({ $0.value == first.value }) {
            let value = batch.records.lazy.compactMap { ContractField.rating.value(in: $0) }.first ?? ""
            let share = (sample.bestMarks * trust + 0.5) / (sample.filled(.rating) * trust + 1)
            if pow(share, Double(best)) < Odds.rare {
                return Breach(
                    .rating,
                    before: "the best mark in \((sample.bestMarks / sample.filled(.rating)).percent)",
                    after: "\(value) in all of \(best)")
            }
        }
        // Above the end of its own scale, or on a scale that nobody used.
        let odd = rated.count { rating in
            rating.best.map { rating.value > $0 } ?? false
                || sample.scales[rating.best.map { "\($0)" } ?? "-"] == nil
        }
        if odd == rated.count,
            Odds.atLeast(odd, of: odd, before: seen(0, of: sample.filled(.rating)), prior: (0.25, 3))
                < Odds.rare
        {
            let value = batch.records.first { $0.rating != nil }.flatMap {
                ContractField.rating.value(in: $0)
            }
            return Breach(.rating, before: before, after: "\(value ?? ""): another scale in all of \(odd)")
        }
        return nil
    }

    // MARK: How many

    /// A page shows less than half of what it used to, and that at once, and not because it is a slow week:
    /// it leads on as before, or the site counts as many as before, or there are holes in what stood there.
    private func countBreach(_ batch: Batch) -> Breach? {
        guard let size = batch.firstPage, let lastSize else { return nil }
        let usual = usualSize
        if size == 0 {
            return Breach(.records, before: "about \(usual.rounded) on the first page", after: "none")
        }
        guard sizes.weight >= 2 else { return nil }
        guard usual >= 5, Double(size) < usual * 0.45, size * 2 <= lastSize else { return nil }
        let spread = max(sizes.deviation, 0.2)
        guard (sizes.mean - log(Double(size))) / spread > 3.5 else { return nil }
        let wasFull = leadingOn.hits * 2 > leadingOn.of
        let isStillFull = wasFull && batch.leadsOn
        let isCounted =
            lastStated.map { old in batch.statedCount.map { $0 * 5 >= old * 4 && $0 > size } ?? false }
            ?? false
        let hasHoles = batch.holes >= 3 && batch.holes * 2 >= batch.listed && batch.stillThere > 0
        guard isStillFull || isCounted || hasHoles else { return nil }
        let why =
            isStillFull ? ", and a next page" : isCounted ? ", of the same number that the site states" : ""
        return Breach(
            .records, before: "about \(usual.rounded) on the first page",
            after: "\(size)\(why)")
    }
}

extension Stood {
    /// As people see it.
    var asRecord: Record {
        Record(
            id: siteID, url: url, author: mention.author, published: mention.published,
            rating: mention.content.rating, title: mention.content.title, text: mention.content.text,
            reply: mention.content.reply, via: .rule)
    }
}

extension Double {
    var percent: String { "\(Int((self * 100).rounded()))%" }
    fileprivate var rounded: String { "\(Int(self.rounded()))" }
}
