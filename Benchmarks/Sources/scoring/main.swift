/// Scores the texts of the labelled sets on one thread, with everything a visit does for a text: recognising
/// its language, finding its facts, weighing its words. Prints one line of numbers for bench.py.
///
///     scoring CASES ROUNDS
///         TEXTS MEAN-BYTES CPU-SECONDS
import Complaints
import Foundation
import Monitor

struct Line: Decodable { var text: String }

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
    print("usage: scoring CASES ROUNDS")
    exit(64)
}
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[1] + "/text/complaints.jsonl"))
let decoder = JSONDecoder()
// Every fifth text: all sets, in the proportions of the corpus.
let texts = try data.split(separator: 0x0A).enumerated()
    .filter { $0.offset % 5 == 0 }
    .map { try decoder.decode(Line.self, from: $0.element).text }
let scorer = Scorer(try ShippedModel.load())

func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// CPU seconds for all texts.
func scoreAll(_ texts: [String], by scorer: Scorer) -> Double {
    let start = cpuSeconds()
    for text in texts { _ = scorer.score(text) }
    return cpuSeconds() - start
}

let count = max(1, arguments.count > 2 ? Int(arguments[2]) ?? 3 : 3)
// The first round warms up.
let rounds = (0...count).map { _ in scoreAll(texts, by: scorer) }.dropFirst().sorted()
let bytes = texts.reduce(0) { $0 + $1.utf8.count } / max(1, texts.count)
print("\(texts.count) \(bytes) \(rounds[rounds.count / 2])")
