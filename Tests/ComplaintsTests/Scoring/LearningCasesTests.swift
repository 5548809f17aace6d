import Foundation
import TestSupport
import Testing

@testable import Complaints

/// Decisions on real texts, with their labels as what the staff say: what the layer makes of those that
/// nobody decided on. Prints the figures of docs/quality.md.
struct LearningCasesTests {
    private struct Labelled {
        var text: String
        var language: String
        var isComplaint: Bool
        var shipped: Double
    }

    private struct Line: Decodable {
        var src: String
        var lang: String
        var text: String
        var complaint: Bool?
    }

    /// Own is what was looked at, held what was not; of each, at most so many texts a set.
    private static let most = 1600

    @Test(.needsCases("text/complaints.jsonl"), arguments: ["own", "held"])
    func `decisions on flagged texts help on the others, and wrong ones do not ruin it`(part: String) throws {
        var total = Figures()
        for (name, texts) in try sets(part).sorted(by: { $0.key < $1.key }) {
            let cut = texts.count / 2
            let (pool, others) = (Array(texts[..<cut]), Array(texts[cut...]))
            let flagged = pool.filter { $0.shipped >= 0 }
            var figures = Figures()
            figures.shipped = Self.measure(others, .empty)
            for (place, count) in [20, 100, 500].enumerated() where flagged.count >= count {
                figures.taught[place] = Self.measure(others, layer(flagged.prefix(count)))
            }
            if flagged.count >= 100 {
                figures.random = Self.measure(
                    others,
                    layer(flagged.prefix(100), say: { index, _ in stableHash("\(index)".utf8) % 2 == 0 }))
                figures.inverted = Self.measure(others, layer(flagged.prefix(100), say: { !$1 }))
            }
            print("\(part) \(name) \(figures)")
            total.add(figures)
        }
        print("\(part) mean \(total)")
        let sets = Double(total.setsTaught)
        #expect(total.gainAt100 / sets > -0.005)
        #expect(total.lossRandom / sets < 0.02)
        #expect(total.leastPlain >= 0.95)
    }

    private func sets(_ part: String) throws -> [String: [Labelled]] {
        let scorer = Scorer(ShippedModelFile.model)
        var sets: [String: [Labelled]] = [:]
        for (index, data) in try Cases.lines("text/complaints.jsonl").enumerated() {
            guard (index % 3 == 2) == (part == "held"),
                let line = try? JSONDecoder().decode(Line.self, from: data), let label = line.complaint,
                sets[line.src, default: []].count < Self.most
            else { continue }
            let shipped = scorer.score(line.text, language: line.lang).logit
            sets[line.src, default: []].append(
                Labelled(text: line.text, language: line.lang, isComplaint: label, shipped: shipped))
        }
        return sets.filter { _, texts in
            let complaints = texts.count { $0.isComplaint }
            return complaints >= 20 && texts.count - complaints >= 20
        }
    }

    private func layer(
        _ texts: ArraySlice<Labelled>, say: (Int, Bool) -> Bool = { $1 }
    ) -> LearnedLayer {
        texts.enumerated().reduce(into: LearnedLayer.empty) { layer, item in
            layer.learn(
                Lesson(
                    text: item.element.text, place: LearnedPlace(language: item.element.language),
                    shipped: item.element.shipped, isComplaint: say(item.offset, item.element.isComplaint)))
        }
    }

    private struct Measure {
        var auc: Double
        var precision: Double
        var recall: Double
        /// Of complaints that the shipped score is sure of (0.9), the share that is still flagged.
        var plain: Double
    }

    private static func measure(_ texts: [Labelled], _ layer: LearnedLayer) -> Measure {
        let scored = texts.map { text in
            let found = layer.correction(
                of: FoldedText(text.text), at: LearnedPlace(language: text.language), shipped: text.shipped)
            return (text.shipped + found.weight, text)
        }
        let flagged = scored.filter { $0.0 >= 0 }
        let right = Double(flagged.count { $0.1.isComplaint })
        let plain = scored.filter { $0.1.isComplaint && $0.1.shipped >= 2.2 }
        return Measure(
            auc: auc(scored.map { ($0.0, $0.1.isComplaint) }),
            precision: right / Double(max(1, flagged.count)),
            recall: right / Double(max(1, texts.count { $0.isComplaint })),
            plain: plain.isEmpty ? 1 : Double(plain.count { $0.0 >= 0 }) / Double(plain.count))
    }

    /// By ranks, ties by half (Mann and Whitney 1947).
    private static func auc(_ scored: [(Double, Bool)]) -> Double {
        let sorted = scored.sorted { $0.0 < $1.0 }
        var (rankSum, positives, index) = (0.0, 0, 0)
        while index < sorted.count {
            var end = index
            while end < sorted.count, sorted[end].0 == sorted[index].0 { end += 1 }
            let hits = sorted[index..<end].count { $0.1 }
            rankSum += Double(hits) * Double(index + 1 + end) / 2
            positives += hits
            index = end
        }
        let pairs = Double(positives * (sorted.count - positives))
        return pairs == 0 ? 0.5 : (rankSum - Double(positives * (positives + 1)) / 2) / pairs
    }

    private struct Figures: CustomStringConvertible {
        var shipped: Measure?
        var taught: [Int: Measure] = [:]
        var random: Measure?
        var inverted: Measure?
        var setsTaught = 0
        var gainAt100 = 0.0
        var lossRandom = 0.0
        var lossInverted = 0.0
        var leastPlain = 1.0

        mutating func add(_ other: Figures) {
            guard let shipped = other.shipped, let taught = other.taught[1], let random = other.random,
                let inverted = other.inverted
            else { return }
            setsTaught += 1
            gainAt100 += taught.auc - shipped.auc
            lossRandom += shipped.auc - random.auc
            lossInverted += shipped.auc - inverted.auc
            leastPlain = min(leastPlain, random.plain, inverted.plain)
        }

        var description: String {
            func told(_ measure: Measure?) -> String {
                measure.map { [$0.auc, $0.precision, $0.recall].map { String(format: "%.3f", $0) } }?
                    .joined(separator: "/") ?? "-"
            }
            guard setsTaught == 0 else {
                return [gainAt100, -lossRandom, -lossInverted].map {
                    String(format: "%+.4f", $0 / Double(setsTaught))
                }
                .joined(separator: " ") + " plain \(leastPlain) sets \(setsTaught)"
            }
            return
                "shipped \(told(shipped)) 20 \(told(taught[0])) 100 \(told(taught[1])) 500 \(told(taught[2])) "
                + "random \(told(random)) inverted \(told(inverted))"
        }
    }
}
