import Foundation

/// Texts as sparse rows: `buckets` and `values` of row i are those from `starts[i]` to `starts[i + 1]`.
struct SparseRows {
    var starts: [Int] = [0]
    var buckets: [UInt32] = []
    var values: [Float] = []

    var count: Int { starts.count - 1 }

    mutating func append(_ row: some Sequence<(UInt32, Float)>) {
        for (bucket, value) in row {
            buckets.append(bucket)
            values.append(value)
        }
        starts.append(buckets.count)
    }
}

/// Logistic regression with an L2 penalty, by dual coordinate descent (Yu, Huang and Lin 2011).
///
/// Minimises `|w|²/2 + Σ costs[i] · ln(1 + exp(-y·w·x))`. Deterministic: the order of each round comes from
/// a generator with a fixed seed.
func train(
    _ rows: SparseRows, _ isComplaint: [Bool], costs: [Double], size: Int, rounds: Int, seed: UInt64 = 5
) -> [Float] {
    var weights = [Float](repeating: 0, count: size)
    var logits = [Double](repeating: -4, count: rows.count)  // of alpha / cost
    var order = Array(0..<rows.count)
    var state = seed
    func random(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
    weights.withUnsafeMutableBufferPointer { weights in
        rows.buckets.withUnsafeBufferPointer { buckets in
            rows.values.withUnsafeBufferPointer { values in
                func add(_ factor: Float, of row: Int) {
                    for k in rows.starts[row]..<rows.starts[row + 1] {
                        weights[Int(buckets[k])] += factor * values[k]
                    }
                }
                for row in 0..<rows.count {
                    let alpha = costs[row] / (1 + exp(-logits[row]))
                    add(Float(isComplaint[row] ? alpha : -alpha), of: row)
                }
                for _ in 0..<rounds {
                    for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, random(i + 1)) }
                    for row in order {
                        var (product, square) = (0.0, 0.0)
                        for k in rows.starts[row]..<rows.starts[row + 1] {
                            product += Double(weights[Int(buckets[k])] * values[k])
                            square += Double(values[k] * values[k])
                        }
                        let sign = isComplaint[row] ? 1.0 : -1.0
                        let old = costs[row] / (1 + exp(-logits[row]))
                        // alpha = cost · σ(t) where t + square · (alpha - old) + sign · product = 0: one root.
                        let shift = sign * product - square * old
                        var t = logits[row]
                        for _ in 0..<20 {
                            let part = 1 / (1 + exp(-t))
                            let value = t + square * costs[row] * part + shift
                            let step = value / (1 + square * costs[row] * part * (1 - part))
                            t -= max(-4, min(4, step))
                            if abs(step) < 1e-4 { break }
                        }
                        logits[row] = t
                        add(Float(sign * (costs[row] / (1 + exp(-t)) - old)), of: row)
                    }
                }
            }
        }
    }
    return weights
}
