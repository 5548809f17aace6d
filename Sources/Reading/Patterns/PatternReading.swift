/// Records found by their pattern: with no markup and no rule, the blocks that repeat in a page's tree and
/// hold what reviews hold.
///
/// In the line of MDR (Liu, Grossman, Zhai 2003) and DEPTA (Zhai, Liu 2005): regions of alike blocks, then
/// their fields aligned by path. Blocks are found from their dates and marks outwards, so that one walk
/// over the page is enough.
import CXML2
import Complaints

struct PatternReading {
    var records: [Record]
    /// How to read the same with a rule; nil where no selector tells the records from the rest.
    var rule: Rule?
    /// 0 to 1.
    var confidence: Double
    /// What speaks for these being records, and what against.
    var why: [String]

    /// nil when nothing on the page looks like a list of records.
    /// - Parameter title: the page's, for what it says of reviews.
    static func read(
        _ root: Node, title: String?, context: ReadingContext, withRule: Bool = false
    ) -> PatternReading? {
        let finder = PatternFinder(root: root, title: title, context: context)
        guard let best = finder.lists.first else { return nil }
        var records: [Record] = []
        for list in finder.lists {
            records += list.isComments ? reviews(among: list.records()) : list.records()
        }
        records = withoutCopies(records)
        guard !records.isEmpty else { return nil }
        return PatternReading(
            records: records, rule: withRule ? PatternRule(best).rule : nil,
            confidence: min(1, best.judgement.score / 4), why: best.judgement.reasons)
    }

    /// Comments of which several give a mark are reviews with talk beside them, as where markup says both
    /// (`Merging`): a page read by its pattern has the records that it has by its markup.
    private static func reviews(among comments: [Record]) -> [Record] {
        let rated = comments.filter { $0.rating != nil }
        return rated.count >= 2 && rated.count * 8 >= comments.count ? rated : comments
    }

    /// The same review drawn twice, for narrow and wide windows, or cut short and whole: the fuller stays.
    private static func withoutCopies(_ records: [Record]) -> [Record] {
        var kept: [Record] = []
        var places: [String: Int] = [:]
        for record in records {
            let key = (record.author ?? "") + "\n" + textStart(record.text)
            guard record.text.utf8.count >= 12, let place = places[key] else {
                places[key] = kept.count
                kept.append(record)
                continue
            }
            if record.text.utf8.count > kept[place].text.utf8.count { kept[place] = record }
        }
        return kept
    }
}

/// Finds the lists of records of a page.
struct PatternFinder {
    private(set) var lists: [JudgedList] = []
    /// Lists that were looked at closely, with what was thought of each.
    private(set) var seen: [JudgedList] = []

    /// Lists that are looked at closely.
    private static let looks = 7

    init(root: Node, title: String?, context: ReadingContext) {
        let outline = PageOutline(root: root)
        guard outline.elements.count > 3 else { return }
        let pageSpeaks = Self.speaks(title, context.links.page)
        let candidates = RecordLists.found(in: outline, limit: 12)
        for list in candidates.prefix(Self.looks) where list.promise * 6 > candidates[0].promise {
            var judged = JudgedList(list, outline: outline, pageSpeaks: pageSpeaks, context: context)
            if let placed = judged.byPlace(pageSpeaks: pageSpeaks) { judged = placed }
            seen.append(judged)
            if judged.isSure { break }
        }
        var accepted = seen.filter(\.judgement.isAccepted).sorted { $0.worth > $1.worth }
        // What answers the records is no record.
        if let best = accepted.first,
            let asked = accepted.dropFirst().first(where: {
                $0.worth * 4 > best.worth && $0.isAnswered(by: best)
            })
        {
            accepted.removeAll { asked.isAnswered(by: $0) }
            accepted.removeAll { $0.table.list.key == asked.table.list.key }
            accepted.insert(asked, at: 0)
        }
        for list in accepted {
            guard let best = lists.first else {
                lists.append(list)
                continue
            }
            let isLesser =
                list.table.count * 20 < best.table.count || !list.hints.isReview || lists.count >= 3
            if !isLesser, lists.allSatisfy({ !$0.overlaps(list) }) { lists.append(list) }
        }
        lists.sort { $0.table.list.tops[0] < $1.table.list.tops[0] }
        if lists.count > 1, let at = lists.indices.max(by: { lists[$0].worth < lists[$1].worth }), at > 0 {
            // The list that the rule is of comes first in worth, the records stay in the page's order.
            lists.swapAt(0, at)
        }
    }

    /// Whether the page's title or address speaks of reviews or a forum.
    static func speaks(_ title: String?, _ url: String) -> Bool {
        words.isFound(in: lowered(((title ?? "") + " " + url).utf8))
    }

    private static let words = Phrases([
        "review", "opini", "отзыв", "otzyv", "bewertung", "erfahrung", "avis", "recensio", "recenz", "reseñ",
        "opinion",
        "forum", "форум", "comment", "koment", "коммент", "відгук", "beoordeling", "yorum", "vélemény",
        "hodnocen",
        "complaint", "жалоб", "skarg", "testimonial", "feedback", "thread", "viewtopic", "showthread",
        "guestbook", "komment", "rezension", "értékelés", "değerlendirme", "valutazion", "valoracion",
        "avaliaç", "ervaring", "мнени", "kundenmeinung", "what customers say", "atsiliepim",
    ])
}
