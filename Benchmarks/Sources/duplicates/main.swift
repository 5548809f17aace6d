/// Adds texts to the index and looks each up, as the daemon does, and holds what is found against every pair
/// there is. Prints one line of numbers for bench.py.
///
///     near-duplicates FILE TIMES
///         TEXTS A-SECOND RECALL PAIRS
///
/// FILE has a text a line. TIMES tells how often all of them are added, each time with other words in the place
/// of every second one, so that a million texts need no file of a million.
import Complaints
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3, let times = Int(arguments[2]), times > 0,
    let content = try? String(contentsOfFile: arguments[1], encoding: .utf8)
else {
    print("usage: near-duplicates FILE TIMES")
    exit(64)
}
let texts = content.split(separator: "\n").map(String.init)
var index = BandIndex()
var seconds = 0.0
var number: Int64 = 0
for round in 0..<times {
    let written = round == 0 ? texts : texts.map { rewritten($0, round) }
    seconds += cpuSeconds {
        for text in written {
            let keys = bandKeys(of: shingleSketch(text))
            _ = index.matches(keys, author: 0, newestOfBand: 24)
            index.add(MentionID(number), author: 0, bands: keys)
            number += 1
        }
    }
}
let (recall, pairs) = recallAgainstEveryPair(texts.prefix(2000) + texts.prefix(2000).map { nearCopy(of: $0) })
print("\(number) \(Double(number) / seconds) \(recall) \(pairs)")

/// Other words in the place of every second one.
func rewritten(_ text: String, _ round: Int) -> String {
    text.split(separator: " ").enumerated()
        .map { $0.offset % 2 == 0 ? String($0.element) : String($0.element.reversed()) + "\(round)" }
        .joined(separator: " ")
}

/// Every ninth word is another one.
func nearCopy(of text: String) -> String {
    text.split(separator: " ").enumerated()
        .map { ($0.offset + text.utf8.count) % 9 == 0 ? "other\($0.offset)" : String($0.element) }
        .joined(separator: " ")
}

/// Of the pairs that the decision takes for one complaint, those that share a key; and how many there are.
/// Pairs whose sketches agree in less than a fifth cannot be one, and are left out.
func recallAgainstEveryPair(_ texts: [String]) -> (recall: Double, pairs: Int) {
    let sketches = texts.map { shingleSketch($0) }
    let keys = sketches.map { Set(bandKeys(of: $0)) }
    var (met, all) = (0, 0)
    for first in texts.indices {
        for second in (first + 1)..<texts.count {
            guard sketchSimilarity(sketches[first], sketches[second]) >= 0.2 else { continue }
            let found = compare(ComparedText(text: texts[first]), ComparedText(text: texts[second]))
            guard found.verdict.isSameComplaint else { continue }
            all += 1
            if !keys[first].isDisjoint(with: keys[second]) { met += 1 }
        }
    }
    return (all == 0 ? 0 : Double(met) / Double(all), all)
}

func cpuSeconds(_ work: () -> Void) -> Double {
    let begin = clock()
    work()
    return Double(clock() - begin) / Double(CLOCKS_PER_SEC)
}
