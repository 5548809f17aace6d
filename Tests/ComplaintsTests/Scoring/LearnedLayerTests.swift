import Foundation
import Testing

@testable import Complaints

/// An installation whose staff teach the score: what a few decisions do, and what many wrong ones cannot.
struct LearnedLayerTests {
    // MARK: What a few decisions do

    @Test func `twenty decisions lift precision and recall on other texts of the kind`() {
        let layer = taught(Shop.lessons(20, from: 0))
        let others = Shop.lessons(200, from: 5000)
        let (before, after) = (Outcome(others, .empty), Outcome(others, layer))
        #expect(after.precision > before.precision + 0.1, "\(before) \(after)")
        #expect(after.recall > before.recall + 0.1, "\(before) \(after)")
    }

    @Test func `a hundred decisions do no worse than twenty`() {
        let others = Shop.lessons(200, from: 5000)
        let few = Outcome(others, taught(Shop.lessons(20, from: 0)))
        let many = Outcome(others, taught(Shop.lessons(100, from: 0)))
        #expect(many.precision >= few.precision - 0.02 && many.recall >= few.recall - 0.02, "\(few) \(many)")
    }

    @Test func `the reason names the words and the number of decisions`() throws {
        let layer = taught(Shop.lessons(20, from: 0))
        let text = "The boost deck rinsed me again, brutal."
        let found = layer.correction(of: FoldedText(text), at: LearnedPlace(), shipped: 0.6)
        #expect(found.weight < -0.2)
        #expect(found.reason.hasPrefix("learned from 20 decisions here: "), "\(found.reason)")
        #expect(found.words.contains { $0.contains("deck") || $0.contains("rinsed") }, "\(found.words)")
    }

    @Test func `scores that were right teach next to nothing`() {
        let lessons = (0..<100).map { number in
            let isComplaint = number % 2 == 0
            return Lesson(
                text: isComplaint ? Shop.plainComplaint(number) : Shop.praise(number), place: LearnedPlace(),
                shipped: isComplaint ? 5 : -5, isComplaint: isComplaint)
        }
        let layer = taught(lessons)
        for lesson in lessons {
            let found = layer.correction(of: FoldedText(lesson.text), at: LearnedPlace(), shipped: 0)
            #expect(abs(found.weight) < 0.4)
        }
    }

    @Test func `what staff confirm among the flagged does not flag the rest`() {
        let layer = taught((0..<200).map { Shop.lesson(.plainComplaint, $0) })
        let moved = (0..<100).map { number in
            layer.correction(
                of: FoldedText(Shop.praise(number)), at: LearnedPlace(source: "shop"), shipped: -1.5
            ).weight
        }
        // Half of its words stand in the complaints too.
        #expect((moved.max() ?? 9) < 0.9 && moved.reduce(0, +) / 100 < 0.6)
    }

    @Test func `a source whose flags are all dismissed is believed less, others hardly`() {
        let lessons = (0..<40).map { number in
            let isForum = number % 2 == 0
            return Lesson(
                text: Shop.plainComplaint(number), place: LearnedPlace(source: isForum ? "jokes" : "shop"),
                shipped: 1, isComplaint: !isForum)
        }
        let layer = taught(lessons)
        func weight(_ source: SourceID) -> Double {
            layer.correction(
                of: FoldedText(Shop.plainComplaint(777)), at: LearnedPlace(source: source), shipped: 1
            ).weight
        }
        #expect(weight("jokes") < weight("shop") - 0.15)
    }

    // MARK: What many wrong ones cannot

    @Test(arguments: [Wrong.random, .inverted, .allDismissed, .allConfirmed])
    func `a hundred wrong decisions leave plain complaints flagged and praise not`(wrong: Wrong) {
        for seed in 0..<5 {
            var chance = Chance(seed: UInt64(seed))
            let lessons = Shop.lessons(100, from: 1000 * seed).map { lesson in
                var lesson = lesson
                switch wrong {
                case .random: lesson.isComplaint = chance.next() % 2 == 0
                case .inverted: lesson.isComplaint.toggle()
                case .allDismissed: lesson.isComplaint = false
                case .allConfirmed: lesson.isComplaint = true
                }
                return lesson
            }
            let layer = taught(lessons)
            for number in 7000..<7050 {
                let complaint = Shop.lesson(.plainComplaint, number)
                let praise = Shop.lesson(.praise, number)
                #expect(complaint.score(layer) >= 0.5, "\(wrong) \(seed)")
                #expect(praise.score(layer) < 0.5, "\(wrong) \(seed)")
            }
        }
    }

    enum Wrong: CaseIterable { case random, inverted, allDismissed, allConfirmed }

    @Test func `random decisions lower the trust in the words`() {
        var chance = Chance(seed: 7)
        let lessons = (0..<300).map { number in
            var lesson = Shop.lesson(.plainComplaint, number)
            lesson.isComplaint = chance.next() % 2 == 0
            return lesson
        }
        #expect(taught(lessons).trust < 0.5)
        #expect(taught(Shop.lessons(100, from: 0)).trust > 0.8)
    }

    @Test func `no text is moved further than the bound, whatever was taught`() {
        let lesson = Lesson(text: "zzz", place: LearnedPlace(), shipped: -8, isComplaint: true)
        let layer = taught(Array(repeating: lesson, count: 500))
        let found = layer.correction(of: FoldedText("zzz zzz"), at: LearnedPlace(), shipped: 0)
        #expect(found.weight <= layer.bound && layer.bound < 1.5)
        #expect(taught([lesson]).bound < 0.2)
    }

    @Test(arguments: ["", " ", "\u{0}", "!!!", "😡😡😡", String(repeating: "a ", count: 9000), "非常差"])
    func `odd texts are taken like any other`(text: String) {
        var layer = LearnedLayer.empty
        for shipped in [-Double.infinity, 0, Double.infinity] {
            layer.learn(
                Lesson(
                    text: text, place: LearnedPlace(source: "", language: ""), shipped: shipped,
                    isComplaint: shipped < 0))
        }
        let found = layer.correction(of: FoldedText(text), at: LearnedPlace(), shipped: 0)
        #expect(found.weight.isFinite && abs(found.weight) <= layer.bound)
    }

    // MARK: The same bits

    @Test func `the same decisions give the same bytes, and bytes the same layer`() throws {
        let layer = taught(Shop.lessons(60, from: 0))
        #expect(layer.bytes == taught(Shop.lessons(60, from: 0)).bytes)
        let read = try #require(LearnedLayer(bytes: layer.bytes))
        #expect(read == layer)
        var (one, other) = (layer, read)
        one.learn(Shop.lesson(.slang, 99))
        other.learn(Shop.lesson(.slang, 99))
        #expect(one.bytes == other.bytes)
        #expect(LearnedLayer(bytes: LearnedLayer.empty.bytes) == .empty)
    }

    @Test func `bytes that are none of a layer are refused`() {
        let bytes = taught(Shop.lessons(5, from: 0)).bytes
        #expect(LearnedLayer(bytes: []) == nil)
        #expect(LearnedLayer(bytes: Array(bytes.dropLast())) == nil)
        #expect(LearnedLayer(bytes: [UInt8(LearnedLayer.version + 1)] + bytes.dropFirst()) == nil)
        var wild = bytes
        wild.replaceSubrange(33..<37, with: [255, 255, 255, 255])
        #expect(LearnedLayer(bytes: wild) == nil)
    }

    @Test func `an empty layer adds nothing and tells nothing`() {
        let text = "Terrible, nobody answers and I want a refund."
        let score = Scorer().score(text, language: "en")
        #expect(!score.reasons.contains { $0.what.contains("learned") })
        #expect(Scorer(layer: .empty).score(text, language: "en", source: "shop") == score)
    }

    @Test func `the score tells what it learned among its reasons, with its weight`() throws {
        let scorer = Scorer()
        var layer = LearnedLayer.empty
        for number in 0..<20 {
            let text = "The boost deck rinsed me, number \(number)."
            layer.learn(
                Lesson(
                    text: text, place: LearnedPlace(language: "en"),
                    shipped: scorer.score(text, language: "en").logit, isComplaint: true))
        }
        let text = "The boost deck rinsed me."
        let (before, after) = (
            scorer.score(text, language: "en"), Scorer(layer: layer).score(text, language: "en")
        )
        let reason = try #require(after.reasons.first { $0.what.hasPrefix("learned from 20 decisions here") })
        #expect(reason.weight > 0.2)
        #expect(abs(after.logit - before.logit - reason.weight) < 0.01)
    }

    @Test(arguments: [(0, 0), (1, 0), (4999, 0), (5000, 1000), (5999, 1000), (6000, 2000)])
    func `the window holds the newest four to five thousand`(count: Int, skipped: Int) {
        #expect(LessonWindow.skipped(of: count) == skipped)
    }

    private func taught(_ lessons: [Lesson]) -> LearnedLayer {
        lessons.reduce(into: LearnedLayer.empty) { $0.learn($1) }
    }
}

extension Lesson {
    func score(_ layer: LearnedLayer) -> Double {
        logistic(shipped + layer.correction(of: FoldedText(text), at: place, shipped: shipped).weight)
    }
}

/// Precision and recall at one half.
private struct Outcome {
    var precision = 0.0
    var recall = 0.0

    init(_ lessons: [Lesson], _ layer: LearnedLayer) {
        let flagged = lessons.filter { $0.score(layer) >= 0.5 }
        let right = Double(flagged.count { $0.isComplaint })
        precision = right / Double(max(1, flagged.count))
        recall = right / Double(max(1, lessons.count { $0.isComplaint }))
    }
}

/// What an invented shop of flying boards reads: slang that sounds angry and is joy, trouble in words that no
/// one else uses, and what is plain to anyone.
private enum Shop {
    enum Kind: CaseIterable { case slang, trouble, plainComplaint, praise }

    /// Of each kind a quarter, as the staff decide on them.
    static func lessons(_ count: Int, from first: Int) -> [Lesson] {
        (first..<first + count).map { lesson(Kind.allCases[$0 % 4], $0) }
    }

    static func lesson(_ kind: Kind, _ number: Int) -> Lesson {
        let wobble = Double(number % 5) / 10
        let place = LearnedPlace(source: "shop", language: "en")
        return switch kind {
        case .slang: Lesson(text: slang(number), place: place, shipped: 0.2 + wobble, isComplaint: false)
        case .trouble: Lesson(text: trouble(number), place: place, shipped: -0.6 + wobble, isComplaint: true)
        case .plainComplaint:
            Lesson(text: plainComplaint(number), place: place, shipped: 2 + wobble, isComplaint: true)
        case .praise: Lesson(text: praise(number), place: place, shipped: -2.4 + wobble, isComplaint: false)
        }
    }

    static func slang(_ number: Int) -> String {
        let heads = ["the boost deck rinsed me", "that kite is pure filth", "my deck rinsed the whole crew"]
        let tails = ["brutal session", "sick as hell", "what a savage drop", "totally wrecked and grinning"]
        return
            "\(pick(fillers, number, 1)) \(pick(heads, number, 2)), \(pick(tails, number, 3)) "
            + pick(fillers, number, 5)
    }

    static func trouble(_ number: Int) -> String {
        let heads = ["the fob greyscreens", "my board gutterslips", "the fob keeps gutterslipping"]
        let tails = [
            "after the second charge", "over water", "when the trim goes amber", "with the new core",
        ]
        return
            "\(pick(fillers, number, 1)) \(pick(heads, number, 2)) \(pick(tails, number, 3)), "
            + pick(fillers, number, 7)
    }

    static func plainComplaint(_ number: Int) -> String {
        let heads = ["it never arrived", "it broke at once", "nobody answers", "they keep my money"]
        return "\(pick(heads, number, 1)), \(pick(heads, number, 3)), \(pick(fillers, number, 5)), refund"
    }

    static func praise(_ number: Int) -> String {
        let heads = ["lovely people", "quick and friendly", "works as it should", "happy with it"]
        return "\(pick(heads, number, 1)), \(pick(fillers, number, 3)), \(pick(heads, number, 5)), thanks"
    }

    private static let fillers = [
        "went out with my brother on sunday", "we rode till dark", "bought it in spring", "third week now",
        "at the lake near us", "wind was light", "the blue one", "ordered two", "for my daughter",
        "came from the other shop",
    ]

    private static func pick(_ words: [String], _ number: Int, _ salt: Int) -> String {
        words[Int(stableHash("\(number) \(salt)".utf8).magnitude % UInt64(words.count))]
    }
}

/// The same row of numbers for the same seed (SplitMix64).
private struct Chance: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
