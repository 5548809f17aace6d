import Complaints
import Storage

/// Keeps the learned layer in step with the decisions of the staff, inside their transaction.
///
/// The layer is a function of the decisions that stand (`LessonWindow`): a new one is learned on top; one
/// that was changed or taken back is learned away by learning the others anew, which gives the same bits as
/// if it had never been.
struct Teaching {
    /// As shipped, without a layer.
    private let scorer: Scorer

    init(_ scorer: Scorer) {
        var scorer = scorer
        scorer.layer = .empty
        self.scorer = scorer
    }

    /// Keeps a decision and learns it.
    func teach(_ review: Mention.Review, of mention: Mention, in session: any Session) throws {
        let shipped = shipped(mention.content, language: mention.language)
        let wasDecided = try session.setReview(review, of: mention.id, shipped: shipped)
        let count = try session.standingDecisionCount()
        let skipped = LessonWindow.skipped(of: count)
        guard !wasDecided, LessonWindow.skipped(of: count - 1) == skipped,
            let stored = try usable(session), var layer = stored.layer, layer.count == count - 1 - skipped
        else { return try makeAnew(in: session) }
        layer.learn(
            Lesson(
                text: mention.content.words, place: place(mention.source, mention.language), shipped: shipped,
                isComplaint: review.decision == .confirmed))
        try session.keepLayer(layer, model: scorer.model)
    }

    /// Takes a decision back, and what was learned from it.
    func takeBack(_ id: MentionID, at time: Instant, by who: String, in session: any Session) throws {
        try session.removeReview(of: id, at: time, by: who)
        try makeAnew(in: session)
    }

    /// Whether the stored layer is not that of this program's model and of the decisions that stand.
    func isStale(in session: any Session) throws -> Bool {
        let count = try session.standingDecisionCount()
        let learned = try usable(session)?.layer?.count ?? 0
        return learned != count - LessonWindow.skipped(of: count)
    }

    /// Learns all decisions of the window, the oldest first.
    func makeAnew(in session: any Session) throws {
        let isSameModel = try session.layer()?.model == scorer.model
        let skipped = LessonWindow.skipped(of: try session.standingDecisionCount())
        var layer = LearnedLayer.empty
        for decision in try session.standingDecisions(skipping: skipped) {
            let known = isSameModel ? decision.shipped : nil
            let shipped = known ?? shipped(decision.content, language: decision.language)
            if known == nil { try session.keepShipped(shipped, of: decision.number) }
            layer.learn(
                Lesson(
                    text: decision.content.words, place: place(decision.source, decision.language),
                    shipped: shipped, isComplaint: decision.decision == .confirmed))
        }
        try session.keepLayer(layer, model: scorer.model)
    }

    /// nil where it was taught over another model, or by a program that learned otherwise.
    private func usable(_ session: any Session) throws -> StoredLayer? {
        guard let stored = try session.layer() else {
            return StoredLayer(version: 0, model: scorer.model, layer: .empty)
        }
        return stored.model == scorer.model ? stored : nil
    }

    private func shipped(_ content: Content, language: String?) -> Double {
        scorer.score(content.text, title: content.title, language: language, rating: content.rating).logit
    }

    private func place(_ source: SourceID, _ language: String?) -> LearnedPlace {
        LearnedPlace(source: source, language: language)
    }
}

extension Desk {
    /// Takes back what was decided about a mention: it is in the inbox again if it was flagged, and nothing
    /// is learned from it any more. A case that was closed with it is opened again; one that it opened stays.
    public func undecide(_ id: MentionID) async throws -> Mention {
        let (setup, now, who) = (setup, time.now(), who)
        return try await store.write { session in
            guard let mention = try session.mention(id) else { throw Refusal.noMention(id) }
            guard let review = mention.review else {
                throw Refusal.already("nothing was decided about \(id): nothing to take back")
            }
            try Teaching(setup.scorer).takeBack(id, at: now, by: who, in: session)
            if let caseID = mention.caseID,
                var file = try CaseFile.load(caseID, outbox: setup.outbox, in: session)
            {
                let note = "took back that \(id) was \(review.decision.rawValue)"
                if review.decision == .dismissed, file.case.state == .dismissed {
                    try file.act(.reopen)
                    try file.add(TimelineEntry(at: now, by: who, what: .reopened, note: note))
                    try file.settle(now: now)
                    try file.post(.caseReopened, at: now, by: who)
                } else {
                    try file.add(TimelineEntry(at: now, by: who, what: .noted, note: note))
                }
            }
            return try session.mention(id) ?? mention
        }
    }
}
