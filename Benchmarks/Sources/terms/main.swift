/// Looks for inflected terms in texts, as the daemon does; or prints the forms that are looked for, which the
/// peer is given. Prints numbers for bench.py.
///
///     matching-terms TERMS --forms              a spelling a line, letters folded
///     matching-terms TERMS TEXTS ROUNDS         MB-PER-CPU-SECOND HITS, of the round in the middle
///
/// TERMS has a term a line, a tab and its language; TEXTS a text a line.
import Complaints
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: matching-terms TERMS --forms | matching-terms TERMS TEXTS ROUNDS")
    exit(64)
}

func lines(of path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { String($0) }
}

/// A function of its own: a closure of the main actor would ask where it runs, text by text.
nonisolated func hits(of index: TermIndex, in texts: [String]) -> Int {
    var found = 0
    for text in texts { found += index.hits(in: text).count }
    return found
}

let terms = try lines(of: arguments[1]).map { line -> Term in
    let parts = line.split(separator: "\t").map { String($0) }
    return Term(parts[0], inflect: parts.count > 1 ? parts[1] : nil)
}

if arguments[2] == "--forms" {
    print(Set(terms.flatMap { TermIndex.spellings(of: $0) }).sorted().joined(separator: "\n"))
} else {
    let texts = try lines(of: arguments[2])
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    let index = TermIndex([Watchlist(subject: "bench", terms: terms)])
    var found = 0
    var rates: [Double] = []
    for _ in 0..<max(1, arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5) {
        let start = clock()
        found = hits(of: index, in: texts)
        // POSIX: a million in each second, and bytes by the million.
        rates.append(Double(bytes) / Double(clock() - start))
    }
    print("\(rates.sorted()[rates.count / 2]) \(found)")
}
