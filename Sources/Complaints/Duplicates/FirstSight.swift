/// How much of the wording of two texts is shared, in runs of five letters.
struct SharedRuns {
    /// Shared runs over all runs of both.
    let similarity: Double
    /// Shared runs over those of the shorter text.
    let containment: Double

    init(shared: Int, of left: Int, and right: Int) {
        let (shared, left, right) = (Double(shared), Double(left), Double(right))
        similarity = left + right == 0 ? 0 : shared / (left + right - shared)
        containment = min(left, right) == 0 ? 0 : shared / min(left, right)
    }

    /// So much that the order of the words is worth a look.
    var isWorded: Bool { similarity >= 0.3 || containment >= 0.6 }

    /// So much that one person tells one story.
    func areOneStory(surely: Bool) -> Bool {
        surely ? similarity >= 0.4 || containment >= 0.8 : similarity >= 0.5 || containment >= 0.85
    }

    /// From here on two texts that name one order are one complaint, whoever wrote them.
    var mayBeOneCase: Bool { similarity >= 0.5 }
}

/// What two mentions have in common at first sight: before their facts and the order of their words are asked.
struct FirstSight {
    let runs: SharedRuns
    let author: AuthorMatch
    let isSameSite: Bool

    init(_ a: PreparedText, _ b: PreparedText) {
        let (left, right) = (a.worded.shingles, b.worded.shingles)
        runs = SharedRuns(
            shared: left.shared(with: right), of: left.hashes.count, and: right.hashes.count)
        let match = AuthorMatch(a.name, b.name)
        // Who passes a post on did not write it.
        let saysNothing =
            (a.worded.saysPassedOn || b.worded.saysPassedOn) && match != .same && match != .similar
        author = saysNothing ? .unknown : match
        isSameSite = a.compared.site.map { $0.lowercased() } == b.compared.site.map { $0.lowercased() }
    }

    var isPerson: Bool { author == .same || author == .similar }

    /// A site knows its customers apart, and so do names in full: who copies another's words has a complaint of
    /// his own, with a deadline of its own. On another site a customer may go by another name.
    var areTwoCustomers: Bool { author == .stranger || (author == .other && isSameSite) }

    /// Whether `SameStory` may call them one complaint: two texts of one person that share little of their wording
    /// are one by their facts, two customers' only where they share half of it and name one order, and others'
    /// not without some wording.
    func mayBeOneComplaint(_ facts: () -> StoryFacts) -> Bool {
        if author == .same { return runs.areOneStory(surely: true) || facts().makeOneStory(surely: true) }
        if author == .similar {
            return runs.areOneStory(surely: false) || facts().makeOneStory(surely: false)
        }
        guard areTwoCustomers else { return runs.isWorded }
        return runs.mayBeOneCase && facts().shared().contains { $0.kind == .order }
    }
}
