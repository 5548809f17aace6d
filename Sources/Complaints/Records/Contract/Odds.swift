/// How likely it is that chance alone did it.
enum Odds {
    /// Fewer than so many in a hundred thousand visits are taken for a break by mistake, test by test.
    static let rare = 3e-5

    /// Chance that at most `hits` of `count` are so, where `before` were: beta-binomial, since the share is
    /// known no better than those many records tell.
    ///
    /// - Parameter prior: how many hits and misses are taken for granted.
    static func atMost(_ hits: Int, of count: Int, before: Share, prior: (Double, Double)) -> Double {
        let (alpha, beta) = (before.hits + prior.0, max(0, before.of - before.hits) + prior.1)
        guard count > 0, hits < count else { return 1 }
        // None of them, then one more each time.
        var chance = 1.0
        for i in 0..<count { chance *= (beta + Double(i)) / (alpha + beta + Double(i)) }
        var sum = chance
        for k in 0..<max(0, hits) {
            let (k, m) = (Double(k), Double(count))
            chance *= (m - k) * (alpha + k) / ((k + 1) * (beta + m - k - 1))
            sum += chance
        }
        return min(1, sum)
    }

    /// Chance that at least `hits` of `count` are so.
    static func atLeast(_ hits: Int, of count: Int, before: Share, prior: (Double, Double)) -> Double {
        let misses = Share(hits: before.of - before.hits, of: before.of)
        return atMost(count - hits, of: count, before: misses, prior: (prior.1, prior.0))
    }
}
