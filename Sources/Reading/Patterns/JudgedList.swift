/// A list with its fields chosen and its worth judged; it makes the records.
import CXML2
import Complaints

struct JudgedList {
    let table: RecordTable
    let choice: FieldChoice
    let hints: PatternJudgement.Hints
    let judgement: PatternJudgement
    let context: ReadingContext
    /// By how much one accepted list is preferred to another that overlaps it.
    let worth: Double

    init(
        _ list: RecordList, outline: PageOutline, pageSpeaks: Bool, context: ReadingContext,
        isByPlace: Bool = false
    ) {
        let table = RecordTable(list, in: outline, isByPlace: isByPlace)
        let chooser = FieldChooser(table, context: context)
        let choice = chooser.choice
        self.table = table
        self.choice = choice
        self.context = context
        let reader = RecordMaker(table: table, choice: choice, context: context)
        let (measures, hasReviewLinks) = Self.measure(reader)
        var hints = Self.hints(list, outline)
        hints.pageSpeaks = pageSpeaks
        if !hints.isReview, list.tops.count >= 3 { hints.headingSpeaks = Self.headingSpeaks(list, outline) }
        if hasReviewLinks { hints.isReview = true }
        if let text = choice.container, text > 0 {
            hints.namesText = !table.columns[text].hints.isDisjoint(with: [.text, .post, .review])
        }
        self.hints = hints
        judgement = PatternJudgement(measures, choice: choice, hints: hints)
        let count = Double(max(1, measures.count))
        let isNamed = list.key.hints.contains(.review) && list.key.selector != nil
        worth =
            measures.whole * measures.whole / count * max(0.1, judgement.score) * Double(table.count) / count
            * (isNamed ? 1.15 : 1)
    }

    /// The same list with cells told apart by their places, where that may tell more.
    func byPlace(pageSpeaks: Bool) -> JudgedList? {
        guard table.count >= 3, !table.isByPlace,
            choice.date == nil || choice.author == nil || choice.authorTrust < 0.75
                || choice.rating == nil
                    && !judgement.isAccepted,
            table.list.tops.prefix(20).filter({ table.outline.elements[$0].dates > 0 }).count * 2
                > min(20, table.count),
            table.isCrowded
        else { return nil }
        let placed = JudgedList(
            table.list, outline: table.outline, pageSpeaks: pageSpeaks, context: context, isByPlace: true)
        let isBetter =
            placed.judgement.isAccepted && placed.judgement.score > judgement.score && placed.worth > worth
            && placed.choice.date != nil && placed.choice.author != nil
            && (placed.choice.rating != nil || hints.isReview || hints.headingSpeaks || pageSpeaks)
        return isBetter ? placed : nil
    }

    /// Whether the last heading before the first block speaks of reviews.
    private static func headingSpeaks(_ list: RecordList, _ outline: PageOutline) -> Bool {
        var at = list.tops[0] - 1
        let last = max(0, at - 40)
        while at > last {
            if outline.elements[at].tag == .heading {
                return PatternFinder.speaks(outline.elements[at].node.shortText(limit: 80), "")
            }
            at -= 1
        }
        return false
    }

    func overlaps(_ other: JudgedList) -> Bool {
        var mine = 0
        var theirs = 0
        let a = table.list
        let b = other.table.list
        while mine < a.tops.count, theirs < b.tops.count {
            if a.ends[mine] <= b.tops[theirs] {
                mine += 1
            } else if b.ends[theirs] <= a.tops[mine] {
                theirs += 1
            } else {
                return true
            }
        }
        return false
    }

    /// Nothing better is to be expected.
    var isSure: Bool {
        judgement.isAccepted && judgement.score >= 3.6 && table.count >= 3 && table.list.key.selector != nil
            && table.list.key.hints.contains(.review) && choice.author != nil && choice.date != nil
    }

    /// Whether all blocks of another list lie inside of these, and none holds the text of one.
    func isAnswered(by other: JudgedList) -> Bool {
        guard let container = choice.container, table.count > 1, other.table.count * 5 >= table.count else {
            return false
        }
        let list = table.list
        var mine = 0
        for top in other.table.list.tops {
            while mine < list.tops.count, list.ends[mine] <= top { mine += 1 }
            guard mine < list.tops.count, list.tops[mine] < top else { return false }
        }
        let inner = other.table.list
        for spot in table.columns[container].spots.prefix(200) {
            for (top, end) in zip(inner.tops, inner.ends)
            where spot.element >= top && spot.element < end
                || spot.element < top && Int(table.outline.elements[spot.element].end) > top
            {
                return false
            }
        }
        return true
    }

    /// Whether its blocks are named for comments, and not for reviews.
    var isComments: Bool {
        let node = table.outline.elements[table.list.tops[0]].node
        let names = lowered(((node.string("class") ?? "") + " " + (node.string("id") ?? "")).utf8)
        return Self.commentWords.isFound(in: names) && !Self.reviewWords.isFound(in: names)
    }

    private static let commentWords = Phrases(["comment", "koment", "komment", "cmt"])
    private static let reviewWords = Phrases([
        "review", "rating", "opini", "otzyv", "bewert", "recen", "testimon", "feedback", "avis",
    ])

    func records() -> [Record] { RecordMaker(table: table, choice: choice, context: context).records() }

    private static func hints(_ list: RecordList, _ outline: PageOutline) -> PatternJudgement.Hints {
        var hints = PatternJudgement.Hints()
        let top = outline.elements[list.tops[0]]
        var named = list.key.hints
        let sample = list.tops.prefix(20)
        let told = sample.filter { outline.elements[$0].hints.contains(.review) }.count
        if told * 2 > sample.count { named.formUnion(.review) }
        let posts = sample.filter { outline.elements[$0].hints.contains(.post) }.count
        if posts * 2 > sample.count { named.formUnion(.post) }
        if sample.filter({ outline.elements[$0].hints.contains(.teaser) }).count * 2 > sample.count {
            hints.isTeaser = true
        }
        hints.isArea = isArea(list.key)
        // The elements around say it too, as far as they hold little else.
        var at = Int(top.parent)
        var steps = 0
        while at > 0, steps < 4, list.tops.count > 1 {
            let around = outline.elements[at]
            if around.tag == .page || around.tag == .main { break }
            named.formUnion(around.hints.intersection([.review, .post]))
            at = Int(around.parent)
            steps += 1
        }
        hints.isReview = named.contains(.review)
        hints.isPost = named.contains(.post)
        return hints
    }

    /// `comments`, `review-list`, `reviews_area`: the place of several.
    private static func isArea(_ key: ListKey) -> Bool {
        guard case .className(let name) = key.trait else { return true }
        let lower = lowered(name.utf8)
        return areaWords.isFound(in: lower) && !lower.reversed().starts(with: "comment-body".utf8.reversed())
    }

    private static let areaWords = Phrases([
        "list", "area", "wrap", "container", "section", "comments", "reviews", "body", "content", "respond",
        "form", "meta", "header", "block", "summary", "widget", "holder", "tab",
    ])

    private static func measure(_ maker: RecordMaker) -> (PatternJudgement.Measures, Bool) {
        var m = PatternJudgement.Measures()
        var reviewLinks = 0
        var texts: Set<String> = []
        let table = maker.table
        for index in 0..<min(table.count, FieldChoice.sample) {
            m.count += 1
            let parts = maker.parts(of: index)
            let record = maker.record(parts)
            let letters = record.text.utf8.count
            if letters >= 4 {
                m.texts += 1
                m.letters += letters
                texts.insert(String(decoding: record.text.utf8.prefix(80), as: UTF8.self))
            }
            if let time = record.published {
                m.dates += 1
                if time.instant.milliseconds > maker.context.now.milliseconds + 172_800_000 { m.ahead += 1 }
            }
            if record.author != nil { m.authors += 1 }
            if record.rating != nil { m.ratings += 1 }
            m.whole += Self.wholeness(record, letters)
            let signs = BlockSigns(parts, in: maker)
            if signs.leadsAway { m.leading += 1 }
            if signs.hasPrice { m.prices += 1 }
            if signs.canBeAnswered { m.replies += 1 }
            if signs.hasAvatar { m.avatars += 1 }
            if signs.hasPicture { m.pictures += 1 }
            if signs.hasProfile { m.profiles += 1 }
            if signs.linked > max(20, 2 * letters) { m.links += 1 }
            if signs.hasReviewLink { reviewLinks += 1 }
        }
        m.distinct = texts.count + (m.count - m.texts)
        m.likeness = table.likeness(without: maker.choice.container)
        return (m, reviewLinks * 2 > m.count)
    }

    /// A record with all its fields is worth more than its parts apart.
    private static func wholeness(_ record: Record, _ letters: Int) -> Double {
        guard letters >= 2 else { return record.rating != nil && record.author != nil ? 1 : 0.2 }
        let isDated = record.published != nil
        var value = record.author != nil && isDated ? 4.0 : record.author != nil || isDated ? 1.5 : 0.5
        if record.rating != nil { value += record.author != nil || isDated ? 1 : 0.5 }
        return value
    }
}
