import Complaints
import Foundation

/// Fits slopes and biases so that the stated odds hold, by Newton's method on the logistic loss.
///
/// How many texts of a set are complaints says nothing of another source in the same language, so complaints
/// and others of a set count alike here, and the sets by the root of their size. The texts written for this
/// project count like found ones, since they are as plain as what is judged most.
func calibrate(_ examples: [Prepared], _ sums: [Double]) -> ModelCalibration {
    let used = examples.indices.filter {
        !examples[$0].example.isWeak || examples[$0].example.set == "invented"
    }
    let languages = Set(used.map { examples[$0].example }.filter { !$0.isWeak }.map(\.language)).sorted()
    var sizes: [String: (complaints: Double, others: Double)] = [:]
    for example in used.map({ examples[$0].example }) {
        sizes[example.set, default: (0, 0)].complaints += example.isComplaint ? 1 : 0
        sizes[example.set, default: (0, 0)].others += example.isComplaint ? 0 : 1
    }
    let rows = used.map { index -> [Double] in
        let domain = examples[index].domain
        let long = domain.isLong ? 1.0 : 0
        return [sums[index], sums[index] * long, 1, long]
            + languages.map { $0 == domain.language ? 1 : 0 }
    }
    let truth = used.map { examples[$0].example.isComplaint ? 1.0 : 0 }
    let counts = used.map { index -> Double in
        let example = examples[index].example
        let (complaints, others) = sizes[example.set] ?? (1, 1)
        return (complaints + others).squareRoot() * (example.isInvented ? inventedCounts : 1)
            / (2 * (example.isComplaint ? complaints : others))
    }
    let penalty = [1e-6, 0.02, 1e-6, 0.02] + languages.map { _ in 0.05 }
    let found = logisticRegression(rows, truth, counts: counts, penalty: penalty)
    let bias = found[2] + fewerComplaints
    var result = ModelCalibration(
        slope: found[0], slopeWhenLong: found[0] + found[1], bias: bias, biasWhenLong: bias + found[3])
    for (language, own) in zip(languages, found.dropFirst(4)) { result.languages[language] = own * trust }
    return result
}

/// Beyond the root of its size.
private let inventedCounts = 3.0
/// In logits: of what is found anywhere, 4 in 10 are complaints rather than half.
private let fewerComplaints = -0.4
/// A language's sets need not be like what else is written in it.
private let trust = 0.5

/// What the whole scorer said of a text that its model was not trained on.
struct ScoredExample {
    var logit: Double
    var isComplaint: Bool
}

/// The curve on which the whole scores hold. Here each text of the labelled sets counts once, and they are as
/// many complaints as they are.
func curve(over scored: [ScoredExample]) -> ScoreCurve {
    ScoreCurve(
        logisticRegression(
            scored.map { ScoreCurve.shares(at: $0.logit) }, scored.map { $0.isComplaint ? 1 : 0 },
            counts: scored.map { _ in 1 }, penalty: ScoreCurve.places.map { _ in 0.1 }))
}

/// A few dense columns; 30 Newton steps.
func logisticRegression(
    _ rows: [[Double]], _ truth: [Double], counts: [Double], penalty: [Double]
) -> [Double] {
    let width = penalty.count
    var weights = [Double](repeating: 0, count: width)
    for _ in 0..<30 {
        var gradient = zip(weights, penalty).map { $0 * $1 }
        var hessian = (0..<width).map { i in (0..<width).map { $0 == i ? penalty[i] : 0 } }
        for (index, row) in rows.enumerated() {
            let odds = 1 / (1 + exp(-zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }))
            let curve = counts[index] * max(1e-6, odds * (1 - odds))
            for i in 0..<width where row[i] != 0 {
                gradient[i] += counts[index] * (odds - truth[index]) * row[i]
                for j in 0..<width where row[j] != 0 { hessian[i][j] += curve * row[i] * row[j] }
            }
        }
        let step = solve(hessian, gradient)
        for i in 0..<width { weights[i] -= max(-2, min(2, step[i])) }
    }
    return weights
}

/// Gauss with pivots; the matrix is small and positive definite.
private func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var (a, b) = (matrix, right)
    for column in b.indices {
        let pivot = (column..<b.count).max { abs(a[$0][column]) < abs(a[$1][column]) } ?? column
        a.swapAt(column, pivot)
        b.swapAt(column, pivot)
        for row in b.indices where row > column {
            let factor = a[row][column] / a[column][column]
            for k in column..<b.count { a[row][k] -= factor * a[column][k] }
            b[row] -= factor * b[column]
        }
    }
    for row in b.indices.reversed() {
        for k in b.indices where k > row { b[row] -= a[row][k] * b[k] }
        b[row] /= a[row][row]
    }
    return b
}
