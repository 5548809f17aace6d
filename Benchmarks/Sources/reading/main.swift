/// Reads saved pages the way the daemon does, and parses the same bytes by libxml2 alone, in turns; or reads
/// them over and over and watches the memory. Prints one line of numbers for bench.py.
///
///     reading-pages FOLDER ROUNDS [--without-json-ld]
///         PAGES RECORDS OUR-CPU-SECONDS LIBXML2-CPU-SECONDS RATIO
///     reading-pages FOLDER --long PAGES
///         kB resident after a tenth of PAGES, and after all
import Complaints
import Foundation
import Reading

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: reading-pages FOLDER ROUNDS [--without-json-ld] | reading-pages FOLDER --long PAGES")
    exit(64)
}
var pages = try SavedPage.all(in: arguments[1])
guard !pages.isEmpty else {
    print("\(arguments[1]) has no pages")
    exit(66)
}
if arguments.contains("--without-json-ld") { pages = pages.map { $0.withoutJSONLD() } }
let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))

if arguments[2] == "--long" {
    let count = arguments.count > 3 ? Int(arguments[3]) ?? 100_000 : 100_000
    var early = 0
    for number in 1...count {
        _ = records(of: pages[number % pages.count])
        if number == count / 10 { early = residentKilobytes() }
    }
    print("\(early) \(residentKilobytes())")
} else {
    let rounds = max(1, Int(arguments[2]) ?? 5)
    // Tables are made and memory is found before anything counts.
    var found = pages.reduce(0) { $0 + records(of: $1) }
    parseAlone(pages)
    var rows: [(ours: Double, theirs: Double)] = []
    for _ in 0..<rounds {
        let ours = cpuSeconds { found = pages.reduce(0) { $0 + records(of: $1) } }
        rows.append((ours, cpuSeconds { parseAlone(pages) }))
    }
    // The round in the middle: a busy machine makes single rounds dear for one of the two.
    rows.sort { $0.ours / $0.theirs < $1.ours / $1.theirs }
    let middle = rows[rows.count / 2]
    print("\(pages.count) \(found) \(middle.ours) \(middle.theirs) \(middle.ours / middle.theirs)")
}

func records(of page: SavedPage) -> Int {
    (try? read(PageInput(bytes: page.bytes, url: page.url, now: now)))?.records.count ?? 0
}
