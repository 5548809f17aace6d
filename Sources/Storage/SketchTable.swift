import Complaints

/// `sketch` and `band`: by what a complaint is known again that is written nearly alike.
///
/// A text's 32 bands lie all over their tree, so that each would cost a page of it. The newest texts stand
/// in `sketch`, a row each, and in the memory of the process; from time to time the oldest of them move to
/// `band` in the order of its tree.
func sketchSchema(_ dialect: Dialect) -> [String] {
    [
        """
        CREATE TABLE sketch (
            number INTEGER PRIMARY KEY, mention INTEGER NOT NULL, author INTEGER NOT NULL,
            bands \(dialect.blobType) NOT NULL
        )
        """
    ]
}

/// How many texts are in memory at most, and how many move at once.
struct SketchLimits {
    var most = 8192
    var moved = 4096
}

extension Session {
    /// Keeps a text's bands.
    /// - Parameter author: as `authorMark` says.
    public func keepSketch(_ bands: [Int64], author: Int64, of id: MentionID) throws {
        try keepSketch(bands, author: author, of: id, limits: SketchLimits())
    }

    func keepSketch(_ bands: [Int64], author: Int64, of id: MentionID, limits: SketchLimits) throws {
        guard !bands.isEmpty else { return }
        try catchUp()
        let number = memory.state.withLock { $0.last + 1 }
        try execute(
            "INSERT INTO sketch (number, mention, author, bands) VALUES (?, ?, ?, ?)",
            [number, id, author, bytes(of: bands)])
        let count = memory.state.withLock { state in
            state.texts.add(id, author: author, bands: bands)
            if state.first == 0 { state.first = number }
            state.last = number
            return state.texts.count
        }
        if count > limits.most { try moveOldest(limits.moved) }
    }

    /// Mentions that share keys with a text and may be the same complaint, those that share the most first.
    ///
    /// Of a key that very many texts share ("terrible service") the newest mentions are looked at: what
    /// a lookup costs does not grow with the store.
    /// - Parameter bands: as `candidateKeys` gives them; those behind the first 32 are of an order or account and
    ///   weigh as much as `BandIndex.weightOfName` bands each.
    public func mentionsSharing(bands: [Int64], author: Int64, limit: Int) throws -> [BandIndex.Match] {
        guard !bands.isEmpty else { return [] }
        try catchUp()
        var (found, hasOlder) = memory.state.withLock {
            ($0.texts.matches(bands, author: author, newestOfBand: newestOfBand), $0.hasOlder)
        }
        if hasOlder { found += try olderMentionsSharing(bands, author: author, limit: limit) }
        found.sort { ($1.shared, $0.mention.number) < ($0.shared, $1.mention.number) }
        return Array(found.prefix(limit))
    }

    /// Those of `band`.
    private func olderMentionsSharing(
        _ bands: [Int64], author: Int64, limit: Int
    ) throws -> [BandIndex.Match] {
        let usual = Array(bands.prefix(usualBands))
        let names = Array(bands.dropFirst(usualBands))
        let statement = usual.count == usualBands ? usualSharing : sharing(usual.count)
        // Counted here: for hundreds of rows the engine would build a tree.
        var found = try query(statement, usual) { $0.integer() }
        if !names.isEmpty {
            for mention in try query(sharing(names.count), names, { $0.integer() }) {
                found += Array(repeating: mention, count: BandIndex.weightOfName)
            }
        }
        found.sort()
        var shared: [(mention: Int64, count: Int)] = []
        for mention in found {
            if shared.last?.mention == mention {
                shared[shared.count - 1].count += 1
            } else {
                shared.append((mention, 1))
            }
        }
        shared.sort { ($1.count, $0.mention) < ($0.count, $1.mention) }
        let most = shared.prefix(limit).map { (id: MentionID($0.mention), count: $0.count) }
        let authors = try authors(of: most.map(\.id))
        return most.map { .init(mention: $0.id, author: authorMark(authors[$0.id]), shared: $0.count) }
            .filter { isWorthComparing(sharedBands: $0.shared, author, $0.author) }
    }

    /// Those of them that have one.
    private func authors(of mentions: [MentionID]) throws -> [MentionID: String] {
        guard !mentions.isEmpty else { return [:] }
        let found = try query(
            "SELECT id, author FROM mention WHERE id IN \(Self.marks(mentions.count)) AND author IS NOT NULL",
            mentions
        ) { (MentionID($0.integer()), $0.text()) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Takes in what other processes wrote since the last transaction.
    private func catchUp() throws {
        if memory.state.withLock({ $0.isCurrent }) { return }
        let first = try count("SELECT coalesce(min(number), 0) FROM sketch")
        // Another process moved the oldest.
        if memory.state.withLock({ $0.first != Int64(first) }) { memory.wasTakenBack() }
        let known = memory.state.withLock { $0.last }
        let news = try query(
            "SELECT number, mention, author, bands FROM sketch WHERE number > ? ORDER BY number", [known]
        ) { ($0.integer(), MentionID($0.integer()), $0.integer(), $0.blob()) }
        let hasOlder = known > 0 ? nil : try self.first("SELECT 1 FROM band LIMIT 1") { $0.int() } != nil
        memory.state.withLock { state in
            for (number, mention, author, bands) in news {
                state.texts.add(mention, author: author, bands: bandKeys(of: bands))
                state.last = number
            }
            state.first = Int64(first)
            if let hasOlder { state.hasOlder = hasOlder }
            state.isCurrent = true
        }
    }

    private func moveOldest(_ count: Int) throws {
        let first = memory.state.withLock { $0.first }
        let last = first + Int64(count) - 1
        let texts = try query("SELECT mention, bands FROM sketch WHERE number <= ?", [last]) {
            ($0.integer(), bandKeys(of: $0.blob()))
        }
        var rows = texts.flatMap { mention, keys in keys.map { (key: $0, mention: mention) } }
        rows.sort { ($0.key, $0.mention) < ($1.key, $1.mention) }
        // A row a statement: one that adds many keeps a copy of every page it touches until it ends.
        try execute(
            "INSERT INTO band (key, mention) VALUES (?, ?) ON CONFLICT DO NOTHING",
            each: rows.lazy.map { [$0.key, $0.mention] })
        try execute("DELETE FROM sketch WHERE number <= ?", [last])
        memory.wasTakenBack()
    }
}

private func bytes(of bands: [Int64]) -> [UInt8] {
    bands.withUnsafeBytes { [UInt8]($0) }
}

private func bandKeys(of bytes: [UInt8]) -> [Int64] {
    bytes.withUnsafeBytes { bytes in
        stride(from: 0, to: bytes.count - 7, by: 8).map {
            bytes.loadUnaligned(fromByteOffset: $0, as: Int64.self)
        }
    }
}

/// One statement for all bands of a text.
private func sharing(_ bands: Int) -> String {
    let one =
        "SELECT * FROM (SELECT mention FROM band WHERE key = ? ORDER BY mention DESC LIMIT \(newestOfBand))"
    return Array(repeating: one, count: bands).joined(separator: " UNION ALL ")
}

private let newestOfBand = 24
/// As many as a sketch has.
private let usualBands = 32
private let usualSharing = sharing(usualBands)
