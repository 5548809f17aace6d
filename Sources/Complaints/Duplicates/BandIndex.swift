/// Texts in memory, found by the bands of their sketches.
///
/// About 600 bytes a text; adding one and looking one up costs the same however many there are.
public struct BandIndex: Sendable {
    /// A text as it is met again.
    public struct Match: Hashable, Sendable {
        public var mention: MentionID
        /// As `authorMark` says.
        public var author: Int64
        /// How many bands it shares.
        public var shared: Int

        public init(mention: MentionID, author: Int64, shared: Int) {
            self.mention = mention
            self.author = author
            self.shared = shared
        }
    }

    /// `shared` is 0 but while matches are counted.
    private var texts: [(mention: MentionID, author: Int64, shared: Int32)] = []
    /// One for each band of each text, in the order they came.
    private var entries: [Entry] = []
    /// The newest entry of each chain, -1 for none; a power of two of them, at least as many as entries.
    private var heads: [Int32] = []

    private struct Entry {
        /// Half of the key: of a million texts another one has the same once in five lookups of a text.
        var key: UInt32
        var text: Int32
        /// The next older one of the chain, -1 at its end.
        var older: Int32
    }

    public init() {}

    public var count: Int { texts.count }

    public mutating func add(_ mention: MentionID, author: Int64, bands: [Int64]) {
        let text = Int32(truncatingIfNeeded: texts.count)
        texts.append((mention, author, 0))
        for band in bands {
            if entries.count == heads.count { grow() }
            let key = Self.half(band)
            let chain = chain(of: key)
            entries.append(Entry(key: key, text: text, older: heads[chain]))
            heads[chain] = Int32(truncatingIfNeeded: entries.count - 1)
        }
    }

    /// Texts that share keys with these and may be the same complaint, as `isWorthComparing` says. Of a key
    /// that very many texts share ("terrible service") the newest are looked at.
    /// - Parameter keys: as `candidateKeys` gives them; those behind the bands are of a name or an order, and
    ///   each weighs as much as `BandIndex.weightOfName` bands.
    public mutating func matches(_ keys: [Int64], author: Int64, newestOfBand: Int) -> [Match] {
        let bands = keys.prefix(MinHash.bins)
        return matches(bands, names: keys.dropFirst(bands.count), author: author, newestOfBand: newestOfBand)
    }

    public static let weightOfName = 3

    mutating func matches(
        _ bands: some Collection<Int64>, names: some Collection<Int64>, author: Int64, newestOfBand: Int
    ) -> [Match] {
        guard !heads.isEmpty else { return [] }
        var found: [Int32] = []
        found.reserveCapacity((bands.count + names.count) * newestOfBand)
        for band in bands { count(band, as: 1, newestOfBand, &found) }
        for name in names { count(name, as: Int32(Self.weightOfName), newestOfBand, &found) }
        var matches: [Match] = []
        for text in found {
            let (mention, other, shared) = texts[Int(text)]
            texts[Int(text)].shared = 0
            if shared > 0, isWorthComparing(sharedBands: Int(shared), author, other) {
                matches.append(Match(mention: mention, author: other, shared: Int(shared)))
            }
        }
        return matches
    }

    @inline(__always)
    private mutating func count(_ band: Int64, as weight: Int32, _ newestOfBand: Int, _ found: inout [Int32])
    {
        let key = Self.half(band)
        var (next, count) = (heads[chain(of: key)], 0)
        while next >= 0, count < newestOfBand {
            let entry = entries[Int(next)]
            if entry.key == key {
                found.append(entry.text)
                texts[Int(entry.text)].shared += weight
                count += 1
            }
            next = entry.older
        }
    }

    /// Keys are hashes: their bits are evenly spread.
    private func chain(of key: UInt32) -> Int {
        Int(key) & (heads.count - 1)
    }

    private static func half(_ key: Int64) -> UInt32 {
        UInt32(truncatingIfNeeded: key ^ (key >> 32))
    }

    private mutating func grow() {
        heads = [Int32](repeating: -1, count: max(1024, heads.count * 2))
        for place in entries.indices {
            let chain = chain(of: entries[place].key)
            entries[place].older = heads[chain]
            heads[chain] = Int32(truncatingIfNeeded: place)
        }
    }
}
