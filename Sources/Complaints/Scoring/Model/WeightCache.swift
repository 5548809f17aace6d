import Synchronization

/// Weights that were looked up lately: the same runs of letters come again and again, and each stands at four
/// places all over the model.
///
/// Used by one call at a time.
final class WeightCache: @unchecked Sendable {
    // unchecked: `WeightCaches` lends it to one caller at a time.
    struct Slot {
        var id: UInt32
        var salt: UInt32
        /// Of all domains together.
        var weight: Float
        /// 0 where nothing is kept; at least 1 else.
        var rarity: Float

        @inline(__always)
        func holds(_ id: UInt32, _ salt: UInt32) -> Bool {
            self.id == id && self.salt == salt && rarity != 0
        }
    }

    /// Half a megabyte: half for short texts, half for long ones.
    private static let half = 1 << 14
    private let slots: UnsafeMutablePointer<Slot>

    init() {
        slots = .allocate(capacity: Self.half * 2)
        slots.initialize(repeating: Slot(id: 0, salt: 0, weight: 0, rarity: 0), count: Self.half * 2)
    }

    deinit { slots.deallocate() }

    /// Where the weight of a feature is kept, or another's.
    @inline(__always)
    func slot(of id: UInt32, salt: UInt32, isLong: Bool) -> UnsafeMutablePointer<Slot> {
        let place = Int(truncatingIfNeeded: ((id ^ salt) &* 0x9E37_79B9) >> 16) & (Self.half - 1)
        // unsafe: below the capacity whatever the hash.
        return slots + (isLong ? Self.half + place : place)
    }
}

/// As many caches as texts were ever judged at once.
final class WeightCaches: Sendable {
    private let idle = Mutex<[WeightCache]>([])

    func take() -> WeightCache { idle.withLock { $0.popLast() } ?? WeightCache() }

    func giveBack(_ cache: WeightCache) { idle.withLock { $0.append(cache) } }
}
