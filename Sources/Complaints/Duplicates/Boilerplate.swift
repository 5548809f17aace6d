/// Wording that many authors of one site share: a company's questions, a petition's text, a site's header.
///
/// Counts runs of six words, a bounded table of them; a run is shared once it was met with eight names. Texts
/// of nobody known count for nothing, so one author's re-posts make no boilerplate.
public struct Boilerplate: Sendable {
    /// Words of a run.
    static let run = 6
    /// Names under which a run is shared.
    static let names = 8

    private struct Slot {
        var tag: UInt16 = 0
        /// The last name that wrote it.
        var author: UInt16 = 0
        var count: UInt16 = 0
    }

    private var slots: [Slot]

    /// Knows of nothing shared.
    public static let none = Boilerplate()

    public init() { slots = [] }

    /// - Parameter texts: how many are expected; the table takes 6 bytes for each of their runs, at most 25 MB.
    public init(texts: Int) {
        var count = 1 << 16
        while count < texts * 64, count < 1 << 22 { count *= 2 }
        slots = Array(repeating: Slot(), count: count)
    }

    public mutating func add(_ text: ComparedText) {
        let mark = authorMark(text.author)
        guard mark != 0, !slots.isEmpty else { return }
        let author = UInt16(truncatingIfNeeded: mark ^ (mark >> 17) ^ (mark >> 33)) | 1
        for run in Self.runs(of: FoldedText(ownWords(text.text)).words, site: text.site) {
            let (place, tag) = place(of: run)
            if slots[place].count == 0 {
                slots[place] = Slot(tag: tag, author: author, count: 1)
            } else if slots[place].tag != tag {
                // Rare runs make room: Misra and Gries, 1982.
                slots[place].count -= 1
            } else if slots[place].author != author {
                slots[place].author = author
                slots[place].count = min(slots[place].count + 1, 60_000)
            }
        }
    }

    /// For each word whether it stands in a run that many share.
    func shared(of words: [FoldedText.Word], site: String?) -> [Bool]? {
        guard !slots.isEmpty else { return nil }
        var isShared: [Bool]?
        for (index, run) in Self.runs(of: words, site: site).enumerated() {
            let (place, tag) = place(of: run)
            guard slots[place].tag == tag, slots[place].count >= Self.names else { continue }
            if isShared == nil { isShared = Array(repeating: false, count: words.count) }
            for word in index..<(index + Self.run) { isShared?[word] = true }
        }
        return isShared
    }

    private static func runs(of words: [FoldedText.Word], site: String?) -> [UInt64] {
        guard words.count >= run else { return [] }
        let site = Fold64.of((site ?? "").lowercased().unicodeScalars.lazy.map(\.value))
        return (0...(words.count - run)).map { start in
            var hash = site
            for word in words[start..<(start + run)] { hash = (hash ^ word.hash) &* 0x9E37_79B9_7F4A_7C15 }
            return hash ^ (hash >> 31)
        }
    }

    private func place(of run: UInt64) -> (Int, UInt16) {
        (Int(truncatingIfNeeded: run & UInt64(slots.count - 1)), UInt16(truncatingIfNeeded: run >> 48))
    }
}
