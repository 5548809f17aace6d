import Complaints

/// What this process met while it wrote, and the room that the store takes: for whoever watches the service.
public struct StoreMeasures: Sendable {
    /// Of the transactions that were committed, from their turn to the disk.
    public var writes: TimeSpread
    /// Transactions that gave up because another process held the store.
    public var busy = 0
    /// Transactions that could not be written: no room, read-only, a failing disk.
    public var unwritable = 0
    /// Bytes of the store's file; nil where it has none.
    public var size: Int?
    /// Bytes of the log that was not yet copied into it.
    public var logSize: Int?
    /// Bytes free where it lies.
    public var room: Int?

    public init(writes: TimeSpread = TimeSpread(bounds: StoreMeasures.writeBounds)) { self.writes = writes }

    /// Milliseconds.
    public static let writeBounds: [Int64] = [1, 5, 10, 50, 100, 500, 1000, 5000, 10_000]
}

/// How long something took, how often: the counts of a histogram.
public struct TimeSpread: Hashable, Sendable {
    /// Milliseconds, rising.
    public let bounds: [Int64]
    /// How many took at most as long as the bound of the same place.
    public private(set) var atMost: [Int]
    public private(set) var count = 0
    /// All of them together, in milliseconds.
    public private(set) var sum: Int64 = 0

    public init(bounds: [Int64]) {
        self.bounds = bounds
        atMost = bounds.map { _ in 0 }
    }

    public mutating func add(_ milliseconds: Int64) {
        count += 1
        sum += milliseconds
        for place in bounds.indices where milliseconds <= bounds[place] { atMost[place] += 1 }
    }

    /// Those that were counted elsewhere, by the same bounds.
    public mutating func add(count: Int, sum: Int64, atMost more: [Int]) {
        self.count += count
        self.sum += sum
        for (place, number) in more.enumerated() where place < atMost.count { atMost[place] += number }
    }
}
