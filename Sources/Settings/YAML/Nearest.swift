/// "Did you mean": the known word nearest to a mistyped one.

/// The candidate within reach of `word`, nil when none is near; the first of equals.
///
/// A third of the letters may differ; case, `_` and `-` do not count.
func nearest(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(word)
    guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let other = folded(candidate)
        let reach = max(1, max(wanted.count, other.count) / 3)
        guard abs(wanted.count - other.count) <= reach else { continue }
        let distance = editDistance(wanted, other)
        if distance <= reach, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
}

/// `; did you mean `x`?`, or nothing.
public func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String {
    nearest(word, among: candidates).map { "; did you mean `\($0)`?" } ?? ""
}

private func folded(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.map { $0 == "_" || $0 == " " ? "-" : $0 }
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
        var current = [i]
        for j in 1...b.count {
            var best = min(
                previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                best = min(best, beforePrevious[j - 2] + 1)
            }
            current.append(best)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[b.count]
}
