import Foundation

/// How likely a count is at least so high, where a usual number and its spread are known.
///
/// A negative binomial with the mean `mean` and the variance mean + mean² * `spread`: counts that are Poisson
/// at a rate which itself varies (Anscombe 1949). A Poisson where `spread` is next to nothing.
public func chanceOfAtLeast(_ count: Int, mean: Double, spread: Double) -> Double {
    guard count > 0 else { return 1 }
    guard mean > 0 else { return 0 }
    let size = 1 / max(spread, 1e-9)
    let share = mean / (size + mean)
    let k = Double(count)
    // Far below the mean the other side is shorter.
    if k < mean { return max(0, 1 - below(count, size: size, share: share)) }
    var term = exp(logChance(k, size: size, share: share))
    var (sum, next) = (0.0, k)
    while term > sum * 1e-12, next < k + 1_000_000 {
        sum += term
        term *= share * (next + size) / (next + 1)
        next += 1
    }
    return min(1, sum)
}

private func below(_ count: Int, size: Double, share: Double) -> Double {
    (0..<count).reduce(0) { $0 + exp(logChance(Double($1), size: size, share: share)) }
}

private func logChance(_ k: Double, size: Double, share: Double) -> Double {
    logRising(size, k) - logGamma(k + 1) + size * log1p(-share) + k * log(share)
}

/// The logarithm of Γ(size + k) / Γ(size), also where the two are nearly equal and huge.
private func logRising(_ size: Double, _ k: Double) -> Double {
    guard size > 1e6 else { return logGamma(size + k) - logGamma(size) }
    return k * log(size) + k * (k - 1) / (2 * size)
}

/// Stirling's series from 10 on, by recurrence below it; good to 1e-10.
private func logGamma(_ x: Double) -> Double {
    var (x, shift) = (x, 0.0)
    while x < 10 {
        shift -= log(x)
        x += 1
    }
    let inverse = 1 / (x * x)
    let series = (1 / 12.0 - inverse * (1 / 360.0 - inverse / 1260.0)) / x
    return shift + (x - 0.5) * log(x) - x + 0.918_938_533_204_672_7 + series
}
