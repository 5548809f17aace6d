/// Values by 64-bit hashes that are well mixed already: made once, then only looked up, very often in vain.
///
/// A dictionary would hash the hash again; for a text of eighty words that is a thousand times.
struct HashIndex<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        var key: UInt64
        var first: Int32
        var last: Int32
    }

    private let slots: [Slot]
    private let shift: UInt64
    let values: [Value]

    init(_ lists: [UInt64: [Value]]) {
        var bits: UInt64 = 4
        while 1 << bits < lists.count * 4 { bits += 1 }
        shift = 64 - bits
        var slots = [Slot](repeating: Slot(key: 0, first: 0, last: 0), count: 1 << bits)
        var values: [Value] = []
        for (key, list) in lists.sorted(by: { $0.key < $1.key }) where !list.isEmpty {
            var place = Self.place(key, shift)
            while slots[place].last > slots[place].first { place = (place + 1) & (slots.count - 1) }
            slots[place] = Slot(
                key: key, first: Int32(values.count), last: Int32(values.count + list.count))
            values += list
        }
        self.slots = slots
        self.values = values
    }

    /// Where in `values` those of a key stand; empty where there are none.
    @inline(__always)
    func range(of key: UInt64) -> Range<Int> {
        var place = Self.place(key, shift)
        while true {
            let slot = slots[place]
            if slot.last == slot.first { return 0..<0 }
            if slot.key == key { return Int(slot.first)..<Int(slot.last) }
            place = (place + 1) & (slots.count - 1)
        }
    }

    @inline(__always)
    private static func place(_ key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
