/// Pages whose markup holds a sample of the reviews that they show: the sample completed, and the others.
import Complaints

enum PartialMarkup {
    /// Markup with more records than these is taken for whole.
    static let sample = 5

    /// The records of the page where it shows those of its markup among at least twice as many; nil
    /// where the markup says all.
    static func completed(
        _ markup: Markup, in root: Node, title: String?, context: ReadingContext
    ) -> [Record]? {
        let stated = markup.records
        guard (1...sample).contains(stated.count),
            // A page that has as many reviews as its markup says has no others to show.
            markup.aggregate.map({ $0.isReviewCount && $0.count == stated.count }) != true
        else { return nil }
        for list in PatternFinder(root: root, title: title, context: context).lists
        where list.hints.isReview && !list.isComments && list.table.count >= 2 * stated.count {
            if let joined = joined(stated, list.records()) { return joined }
        }
        return nil
    }

    /// nil unless each of the markup's records is among those shown.
    private static func joined(_ stated: [Record], _ shown: [Record]) -> [Record]? {
        guard shown.count >= 2 * stated.count else { return nil }
        var isTaken = [Bool](repeating: false, count: shown.count)
        let starts = shown.map { textStart($0.text) }
        var joined: [Record] = []
        for record in stated {
            let start = textStart(record.text)
            guard
                let place = shown.indices.first(where: {
                    !isTaken[$0] && isSame(record, start, shown[$0], starts[$0])
                })
            else { return nil }
            isTaken[place] = true
            joined.append(Reading.completed(record, by: shown[place]))
        }
        return joined + shown.indices.lazy.filter { !isTaken[$0] }.map { shown[$0] }
    }

    /// A few words are many people's; a long text is one's, however the name is written or the text is cut.
    private static func isSame(_ a: Record, _ start: String, _ b: Record, _ other: String) -> Bool {
        let shorter = min(start.utf8.count, other.utf8.count)
        let isAlike = start.utf8.prefix(shorter).elementsEqual(other.utf8.prefix(shorter))
        if isAlike, shorter >= 30 { return true }
        if isAlike, shorter > 0, start.utf8.count == other.utf8.count {
            return a.author == nil || b.author == nil || a.author == b.author
        }
        return !a.text.isEmpty && !b.text.isEmpty && isSameWriting(a, b)
    }
}
