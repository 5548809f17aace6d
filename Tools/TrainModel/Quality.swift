import Foundation

/// The share of pairs of a complaint and another text in which the complaint scores higher; ties count half.
func areaUnderCurve(_ scores: [Double], _ truth: [Bool]) -> Double {
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var (ranks, complaints, i) = (0.0, 0, 0)
    while i < order.count {
        var j = i
        while j < order.count, scores[order[j]] == scores[order[i]] { j += 1 }
        for k in i..<j where truth[order[k]] {
            ranks += Double(i + j + 1) / 2
            complaints += 1
        }
        i = j
    }
    let others = order.count - complaints
    guard complaints > 0, others > 0 else { return .nan }
    return (ranks - Double(complaints * (complaints + 1)) / 2) / Double(complaints * others)
}

/// How far the stated odds are from the share of complaints, over ten equal bins (expected calibration error).
func calibrationError(_ scores: [Double], _ truth: [Bool]) -> Double {
    var bins = [(count: Int, stated: Double, found: Double)](repeating: (0, 0, 0), count: 10)
    for (score, isComplaint) in zip(scores, truth) {
        let bin = min(9, Int(score * 10))
        bins[bin].count += 1
        bins[bin].stated += score
        bins[bin].found += isComplaint ? 1 : 0
    }
    return bins.reduce(0) { $0 + abs($1.stated - $1.found) } / Double(max(1, scores.count))
}
