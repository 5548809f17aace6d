/// How long things took: percentiles that are times that really occurred.
///
/// By nearest rank: the p-th percentile of n sorted values is the one at place ⌈p·n/100⌉, so at least p per cent
/// are no longer than it (Hyndman and Fan 1996, definition 1). Nothing is interpolated.
public struct Lengths: Hashable, Sendable {
    private var milliseconds: [Int64] = []
    private var isSorted = true

    public init() {}

    public init(_ lengths: [Duration]) {
        milliseconds = lengths.map(\.inMilliseconds).sorted()
    }

    public var count: Int { milliseconds.count }

    public mutating func add(_ length: Duration) {
        milliseconds.append(length.inMilliseconds)
        isSorted = false
    }

    /// In order from now on, so that asking costs nothing.
    public mutating func sort() {
        guard !isSorted else { return }
        milliseconds.sort()
        isSorted = true
    }

    /// - Parameter percent: 1 to 100.
    /// - Returns: nil where there is nothing.
    public func percentile(_ percent: Int) -> Duration? {
        guard !milliseconds.isEmpty else { return nil }
        let sorted = isSorted ? milliseconds : milliseconds.sorted()
        let rank = (percent * sorted.count + 99) / 100
        return .milliseconds(sorted[min(max(rank, 1), sorted.count) - 1])
    }

    public var median: Duration? { percentile(50) }
    public var longest: Duration? { percentile(100) }

    /// p50, p90 and p95, one behind the other.
    var figures: [Figure] { [50, 90, 95].map { .length(percentile($0)) } }

    static func columns(_ key: String, _ head: String) -> [FigureTable.Column] {
        [50, 90, 95].map { .init("\(key)p\($0)_seconds", "\(head)P\($0)") }
    }
}
