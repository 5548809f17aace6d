import Complaints
import Storage
import TestSupport
import Testing

/// Decisions, and the layer that is learned from them, over every engine.
@Suite struct DecisionTests {
    private let now = ManualTime.monday

    private func confirmed(_ why: String? = nil) -> Mention.Review {
        Mention.Review(decision: .confirmed, at: now, by: "ola", why: why)
    }

    @Test(arguments: Engine.allCases)
    func `one decision about a mention stands, the newest`(engine: Engine) async throws {
        try await engine.withStore { store in
            let found = try await store.write { session in
                try session.makeSource("a")
                let (one, other) = (
                    try session.addMention(.make(source: "a")), try session.addMention(.make(source: "a"))
                )
                let first = try session.setReview(confirmed(), of: one, shipped: 1.5)
                try session.setReview(confirmed(), of: other, shipped: -1)
                let second = try session.setReview(
                    .init(decision: .dismissed, at: now, by: "jan", why: "a joke"), of: one, shipped: 1.5)
                #expect((first, second) == (false, true))
                return try session.standingDecisions(skipping: 0)
            }
            #expect(found.map(\.mention.number) == [2, 1])
            #expect(found.map(\.decision) == [.confirmed, .dismissed])
            #expect(found.map(\.shipped) == [-1, 1.5])
            let later = try await store.read { try $0.standingDecisions(skipping: 1) }
            #expect(later.map(\.mention.number) == [1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a decision keeps the wording and the score that it was about`(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { session in
                try session.makeSource("a")
                let id = try session.addMention(
                    .make(source: "a", score: Score(value: 0.75, isFlagged: true)))
                try session.setReview(confirmed(), of: id, shipped: 1)
                try session.reviseMention(
                    id, content: Content(title: "Later", text: "All is well."),
                    score: Score(value: 0.1, isFlagged: false), seen: now)
            }
            let (standing, decided) = try await store.read { session in
                (try session.standingDecisions(skipping: 0), try session.decidedMentions(since: nil))
            }
            #expect(standing.map(\.content.words) == ["Terrible, nothing works."])
            #expect(decided.map(\.score) == [0.75])
            #expect(decided.map(\.isFlagged) == [true])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was taken back does not stand, and the mention waits again`(engine: Engine) async throws {
        try await engine.withStore { store in
            let mention = try await store.write { session in
                try session.makeSource("a")
                let id = try session.addMention(.make(source: "a"))
                try session.setReview(confirmed(), of: id)
                try session.removeReview(of: id, at: now, by: "ola")
                return try session.mention(id)
            }
            #expect(mention?.review == nil)
            let left = try await store.read { session in
                (
                    try session.standingDecisionCount(), try session.decidedMentions(since: nil).count,
                    try session.mentionCount(.inbox, now: ManualTime.monday)
                )
            }
            #expect(left == (0, 0, 1))
        }
    }

    @Test(arguments: Engine.allCases)
    func `the layer comes back as it was, under a rising version`(engine: Engine) async throws {
        try await engine.withStore { store in
            #expect(try await store.read { try $0.layer() } == nil)
            #expect(try await store.read { try $0.layerVersion() } == 0)
            var layer = LearnedLayer.empty
            for version in 1...3 {
                layer.learn(
                    Lesson(text: "Broken \(version)", place: LearnedPlace(), shipped: 0, isComplaint: true))
                let taught = layer
                try await store.write { try $0.keepLayer(taught, model: "m") }
                #expect(
                    try await store.read { try $0.layer() }
                        == StoredLayer(version: version, model: "m", layer: taught))
                #expect(try await store.read { try $0.layerVersion() } == version)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `mentions are counted by bands of their score`(engine: Engine) async throws {
        try await engine.withStore { store in
            let counts = try await store.write { session in
                try session.makeSource("a")
                for score in [0, 0.04, 0.05, 0.5, 0.999, 1] {
                    _ = try session.addMention(
                        .make(source: "a", score: Score(value: score, isFlagged: score >= 0.5)))
                }
                return try session.mentionCounts(since: nil, bands: 20)
            }
            #expect(counts[0] == 2 && counts[1] == 1 && counts[10] == 1 && counts[19] == 2)
            #expect(counts.reduce(0, +) == 6)
            #expect(
                try await store.read { try $0.mentionCounts(since: now + .seconds(1), bands: 20) }.allSatisfy
                { $0 == 0 })
        }
    }
}
