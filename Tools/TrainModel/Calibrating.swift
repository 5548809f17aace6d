import Complaints
import Foundation

/// Fits slopes and biases so that the stated odds hold, by Newton's method on the logistic loss; every set
/// counts by the root of its size, and a small penalty keeps what few texts tell near zero.
func calibrate(_ examples: [Prepared], _ sums: [Double]) -> ModelCalibration {
    let trained = examples.indices.filter { !examples[$0].example.isWeak }
    let languages = Set(trained.compactMap { examples[$0].domain.language }).sorted()
    var sizes: [String: Double] = [:]
    for index in trained { sizes[examples[index].example.set, default: 0] += 1 }
    let rows = trained.map { index -> [Double] in
        let domain = examples[index].domain
        let long = domain.isLong ? 1.0 : 0
        return [sums[index], sums[index] * long, 1, long]
            + languages.map { $0 == domain.language ? 1 : 0 }
    }
    let truth = trained.map { examples[$0].example.isComplaint ? 1.0 : 0 }
    let counts = trained.map { 1 / (sizes[examples[$0].example.set] ?? 1).squareRoot() }
    let penalty = [1e-6, 0.02, 1e-6, 0.02] + languages.map { _ in 0.05 }
    let found = logisticRegression(rows, truth, counts: counts, penalty: penalty)
    var result = ModelCalibration(
        slope: found[0], slopeWhenLong: found[0] + found[1], bias: found[2], biasWhenLong: found[2] + found[3]
    )
    // A language's set need not be like what else is written in it.
    let trust = 0.5
    for (index, language) in languages.enumerated() { result.languages[language] = found[4 + index] * trust }
    return result
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
