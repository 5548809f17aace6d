/// Every form of every word of the phrases that are looked for, by the hash of its folded letters.
///
/// A word is known by 64 bits of hash alone: two words that share one are so rare (one in 10^19) that the
/// spelling is not compared again. A bit map in front, small enough to stay in the processor's cache,
/// answers for nearly all words of a text.
final class FormTable: Sendable {
    /// The place of a word in a phrase.
    struct Place: Sendable {
        var phrase: Int32
        /// 0 is the first word; `whole` is a phrase of several words written as one.
        var position: Int16
        /// Written as one word it counts only behind # or @.
        var onlyAsTag: Bool
        /// As `Accents` says.
        var accents: Accents
        var capital = RareForms.Capital.free
    }

    static let whole: Int16 = -1

    private let slots: FixedNumbers<Slot>
    private let last: Int
    private let shift: UInt64
    /// Those of one word stand together, the beginnings of phrases first.
    let places: [Place]
    private let bits: FixedNumbers<UInt64>
    private let bitShift: UInt64

    struct Slot: BitwiseCopyable, Sendable {
        var key: UInt64
        var first: Int32
        /// Nothing is here when it is 0.
        var count: Int32
    }

    var isEmpty: Bool { places.isEmpty }

    init(_ lists: [UInt64: [Place]]) {
        var size: UInt64 = 4
        while 1 << size < lists.count * 2 { size += 1 }
        shift = 64 - size
        let reach = max(size + 2, 12)
        bitShift = 64 - (reach - 6)
        var slots = [Slot](repeating: Slot(key: 0, first: 0, count: 0), count: 1 << size)
        var bits = [UInt64](repeating: 0, count: 1 << (reach - 6))
        var places: [Place] = []
        places.reserveCapacity(lists.count)
        for (key, list) in lists.sorted(by: { $0.key < $1.key }) where !list.isEmpty {
            var index = Int(truncatingIfNeeded: Self.mixed(key) >> shift)
            while slots[index].count > 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = Slot(key: key, first: Int32(places.count), count: Int32(list.count))
            places += list.filter { $0.position <= 0 } + list.filter { $0.position > 0 }
            let mixed = Self.mixed(key)
            bits[Int(mixed >> bitShift)] |= Self.mask(mixed)
        }
        last = slots.count - 1
        self.slots = FixedNumbers(slots)
        self.places = places
        self.bits = FixedNumbers(bits)
    }

    @inline(__always)
    fileprivate static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

    /// Where in `places` those of a hash stand; empty where there are none.
    @inline(__always)
    func range(of key: UInt64) -> Range<Int> { filter.mayHave(key) ? sought(key) : 0..<0 }

    /// Whether a phrase may begin with the word of these places.
    @inline(__always)
    func leads(_ places: Range<Int>) -> Bool { self.places[places.lowerBound].position <= 0 }

    /// The bit map for a loop of its own; only while the table lives.
    var filter: Filter { Filter(bits: bits.start, shift: bitShift) }

    struct Filter {
        fileprivate let bits: UnsafePointer<UInt64>
        fileprivate let shift: UInt64

        /// false is sure; true is to be looked up.
        @inline(__always)
        func mayHave(_ key: UInt64) -> Bool {
            let mixed = FormTable.mixed(key)
            let mask = FormTable.mask(mixed)
            // unsafe: the shift leaves a number below the count of words, which was made from the same figure.
            return bits[Int(truncatingIfNeeded: mixed >> shift)] & mask == mask
        }
    }

    /// Two bits of one word, by parts of the hash that do not choose the word.
    @inline(__always)
    fileprivate static func mask(_ mixed: UInt64) -> UInt64 {
        1 << (mixed >> 24 & 63) | 1 << (mixed >> 30 & 63)
    }

    private func sought(_ key: UInt64) -> Range<Int> {
        var index = Int(truncatingIfNeeded: Self.mixed(key) >> shift)
        while true {
            // unsafe: the shift and the mask leave a number below the count of slots.
            let slot = slots.start[index]
            if slot.count == 0 { return 0..<0 }
            if slot.key == key { return Int(slot.first)..<Int(slot.first + slot.count) }
            index = (index + 1) & last
        }
    }
}

/// What the index looks words up in.
final class TermTables: Sendable {
    let phrases: [TermPhrase]
    let forms: FormTable
    let typing: TypoIndex
    /// `Folding.table`.
    let folding = FixedNumbers(Folding.table)

    init(phrases: [TermPhrase], forms: FormTable, typing: TypoIndex) {
        (self.phrases, self.forms, self.typing) = (phrases, forms, typing)
    }
}
