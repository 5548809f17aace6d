/// Where a list goes on, and how its end is known.
public enum NextPage: Hashable, Sendable {
    case fetch(String)
    case end(Reason)

    public enum Reason: Hashable, Sendable {
        /// The page leads no further, or gives no cursor.
        case noNext
        /// A page without any record.
        case empty
        /// The page has nothing but records of pages before it: the site answers its first page again.
        case repeats
        /// The way on leads to a page that was seen already.
        case loops(String)
        /// The pages' numbers go the other way than before.
        case turnsBack(String)
        /// As many pages as one visit may fetch: the list goes on.
        case enough(next: String)
    }

    /// Whether the list was seen to its end, as far as can be known: not when the visit ran out of pages.
    public var isEndOfList: Bool {
        switch self {
        case .fetch, .end(.enough): false
        case .end: true
        }
    }

    /// What to do after the pages `seen`, in the order they were fetched.
    public static func decide(after seen: [PageSeen], paging: Source.Paging, atMost: Int? = nil) -> NextPage {
        guard let last = seen.last else { return .end(.noNext) }
        let before = seen.dropLast()
        if last.records.isEmpty { return .end(.empty) }
        if before.contains(where: { isSamePage($0.url, last.url) }) { return .end(.repeats) }
        if !before.isEmpty {
            var known: Set<Int64> = []
            for page in before { known.formUnion(page.records) }
            if last.records.isSubset(of: known) { return .end(.repeats) }
        }
        guard let next = address(after: seen, paging: paging) else { return .end(.noNext) }
        if seen.contains(where: { isSamePage($0.url, next) || isSamePage($0.asked, next) }) {
            return .end(.loops(next))
        }
        if turnsBack(seen, next) { return .end(.turnsBack(next)) }
        return seen.count >= atMost ?? paging.atMost ? .end(.enough(next: next)) : .fetch(next)
    }

    private static func address(after seen: [PageSeen], paging: Source.Paging) -> String? {
        guard let last = seen.last else { return nil }
        guard let template = paging.template else { return last.next }
        if template.needsCursor {
            guard let cursor = last.cursor, !cursor.isEmpty,
                !seen.dropLast().contains(where: { $0.cursor == cursor })
            else { return nil }
            return template.address(page: seen.count + 1, cursor: cursor)
        }
        return template.address(page: seen.count + 1)
    }

    /// `?page=1` and `?page=1#reviews` are one page.
    private static func isSamePage(_ a: String, _ b: String) -> Bool {
        a == b || WebURL(a)?.canonical == WebURL(b)?.canonical && WebURL(a) != nil
    }

    /// Whether the one number that tells the pages apart grew before and falls now, or the reverse. Lists
    /// that count downwards from the first are as good as others.
    private static func turnsBack(_ seen: [PageSeen], _ next: String) -> Bool {
        guard seen.count >= 2 else { return false }
        let urls = [seen[seen.count - 2].url, seen[seen.count - 1].url, next]
        guard let before = step(from: urls[0], to: urls[1]), let now = step(from: urls[1], to: urls[2]) else {
            return false
        }
        return before.signum() * now.signum() < 0
    }

    /// The difference of two addresses that differ in one number alone.
    static func step(from a: String, to b: String) -> Int? {
        let (a, b) = (Pieces(a), Pieces(b))
        guard a.words == b.words, a.numbers.count == b.numbers.count else { return nil }
        let changed = zip(a.numbers, b.numbers).filter { $0 != $1 }
        return changed.count == 1 ? changed[0].1 - changed[0].0 : nil
    }

    private struct Pieces {
        var words: [UInt8] = []
        var numbers: [Int] = []

        init(_ url: String) {
            var digits = 0
            var value = 0
            for byte in url.utf8 {
                if ASCII.isDigit(byte) {
                    value = digits < 15 ? value * 10 + Int(byte - 0x30) : value
                    digits += 1
                    continue
                }
                if digits > 0 {
                    numbers.append(value)
                    words.append(0)
                    (digits, value) = (0, 0)
                }
                words.append(byte)
            }
            if digits > 0 {
                numbers.append(value)
                words.append(0)
            }
        }
    }
}

/// What is remembered of a page of a list while the pages after it are fetched.
public struct PageSeen: Hashable, Sendable {
    /// The address that was asked for.
    public var asked: String
    /// The address that answered, after redirects.
    public var url: String
    /// A mark of each record.
    public var records: Set<Int64>
    /// The way on that the page states.
    public var next: String?
    public var cursor: String?

    public init(
        asked: String, url: String? = nil, records: Set<Int64>, next: String? = nil, cursor: String? = nil
    ) {
        self.asked = asked
        self.url = url ?? asked
        self.records = records
        self.next = next
        self.cursor = cursor
    }

    public init(_ page: Page, asked: String) {
        self.init(
            asked: asked, url: page.url, records: Set(page.records.map(Self.mark)), next: page.next,
            cursor: page.cursor)
    }

    /// The same for a record met again; what may be counted or reworded between two answers is left out.
    private static func mark(_ record: Record) -> Int64 {
        if let id = record.id { return stableHash(id.utf8) }
        if let url = record.url { return stableHash(url.utf8) }
        var bytes = Array((record.author ?? "").utf8)
        bytes.append(0)
        bytes += Array((record.title ?? "").utf8)
        bytes.append(0)
        bytes += record.text.utf8.prefix(400)
        return stableHash(bytes)
    }
}
