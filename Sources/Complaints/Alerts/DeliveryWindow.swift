/// How many deliveries to one endpoint may be begun now: those under way are bounded, more where it is quick, and
/// where a pace is set they are spread over time. A pure rule that takes `now`.
public struct DeliveryWindow: Sendable {
    /// At most so many at a time.
    public private(set) var size: Int
    private let most: Int
    private var credit = 0.0
    private var counted: Instant?

    static let first = 16
    /// One that hangs must not keep those behind it.
    static let least = 4
    public static let most = 128

    /// - Parameter most: at a time, however quick it is.
    public init(most: Int = DeliveryWindow.most) {
        self.most = most
        size = min(Self.first, most)
    }

    public mutating func take() { size = min(size + 1, most) }

    /// - Parameter isSlow: no answer, or the receiver has too much to do; another refusal is no matter of speed.
    public mutating func fail(isSlow: Bool) { if isSlow { size = max(size / 2, min(Self.least, most)) } }

    /// How many may be begun.
    /// - Parameters:
    ///   - underWay: begun and not yet ended.
    ///   - pace: deliveries a second; nil is any number.
    public mutating func room(underWay: Int, pace: Double?, now: Instant) -> Int {
        let free = max(0, size - underWay)
        guard let pace else {
            counted = nil
            return free
        }
        // A second of it, or one, at most: after a rest, or a jump of the clock, there is no flood.
        let longest = max(1, 1 / pace)
        let passed = counted.map { min(max(0, Double((now - $0).inMilliseconds) / 1000), longest) } ?? longest
        if counted == nil { credit = 0 }
        counted = now
        credit = min(credit + passed * pace, max(1, pace))
        return min(free, Int(credit))
    }

    /// So many were begun.
    public mutating func begin(_ count: Int) { if counted != nil { credit -= Double(count) } }

    /// When there is room again at that pace.
    public func nextRoom(pace: Double, now: Instant) -> Instant {
        now + .milliseconds(Int64((max(0, 1 - credit) / pace * 1000).rounded(.up)))
    }
}
