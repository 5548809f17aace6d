/// Which records of a batch stood on the source's pages before, and what reads differently in them: when most
/// of them were "edited" in the same field at once, it was the page.

/// A mention as it was known when the visit began.
public struct Stood: Hashable, Sendable {
    public var mention: KnownMention
    public var siteID: String?
    public var url: String?

    public init(mention: KnownMention, siteID: String? = nil, url: String? = nil) {
        self.mention = mention
        self.siteID = siteID
        self.url = url
    }
}

extension Stood {
    /// - Parameter records: those that do not stand there word for word.
    /// - Returns: one for each record, nil for one that is new.
    public static func pairs(_ records: [Record], with known: [Stood]) -> [Stood?] {
        var found = [Stood?](repeating: nil, count: records.count)
        var isTaken = [Bool](repeating: false, count: known.count)
        /// The keys of both sides; one that several share tells nothing apart.
        func pair(_ ofRecord: (Record) -> String?, _ ofKnown: (Stood) -> String?) {
            var places: [String: Int] = [:]
            for (place, stood) in known.enumerated() where !isTaken[place] {
                if let key = ofKnown(stood) { places[key] = places[key] == nil ? place : -1 }
            }
            guard !places.isEmpty else { return }
            var own: [String: Int] = [:]
            for (index, record) in records.enumerated() where found[index] == nil {
                if let key = ofRecord(record) { own[key] = own[key] == nil ? index : -1 }
            }
            for (key, index) in own where index >= 0 {
                guard let place = places[key], place >= 0, mayBe(records[index], known[place].mention) else {
                    continue
                }
                found[index] = known[place]
                isTaken[place] = true
            }
        }
        // Words first: a site may number its reviews by their place in the list.
        func fingerprint(_ text: String) -> String? { text.isEmpty ? nil : "\(textFingerprint(text))" }
        pair({ fingerprint($0.text) }, { fingerprint($0.mention.content.text) })
        pair(\.id, \.siteID)
        pair(\.url, \.url)
        /// On one day two people of one name may write, unless they write under the same title as well.
        func moment(_ author: String?, _ time: StatedTime?, _ title: String?) -> String? {
            guard let author = authorKey(author), let time, time.precision >= .minute || title != nil else {
                return nil
            }
            return "\(author)|\(time.instant.milliseconds)|\(time.precision >= .minute ? "" : title ?? "")"
        }
        pair(
            { moment($0.author, $0.published, $0.title) },
            { moment($0.mention.author, $0.mention.published, $0.mention.content.title) })
        return found
    }

    enum Difference { case none, slight, whole, gone, new }

    /// How a field reads now against how it was known. Slight is what two ways of reading one page differ in:
    /// an ending cut off, spaces, a surname's dot.
    func difference(of field: ContractField, in record: Record) -> Difference {
        let old = mention.content
        switch field {
        case .author:
            return Self.compare(record.author, mention.author) { a, b in
                guard let a = authorKey(a), let b = authorKey(b) else { return .whole }
                return a == b ? .none : a.hasPrefix(b) || b.hasPrefix(a) ? .slight : .whole
            }
        case .published:
            return Self.compare(record.published, mention.published) { a, b in
                if min(a.precision, b.precision) < .minute { return mayBeOfOneDay(a, b) ? .none : .whole }
                // A site's summer time, and "five minutes ago".
                let apart = abs((a.instant - b.instant).inMilliseconds)
                return apart <= 3 * 3_600_000 ? .none : .whole
            }
        case .rating:
            return Self.compare(record.rating, old.rating) { a, b in
                a.value == b.value ? .none : abs(a.share - b.share) < 0.06 ? .slight : .whole
            }
        case .title:
            return Self.compare(record.title, old.title, Self.words)
        case .text:
            return Self.compare(
                record.text.isEmpty ? nil : record.text, old.text.isEmpty ? nil : old.text, Self.words)
        case .reply:
            return Self.compare(record.reply?.text, old.reply?.text, Self.words)
        case .records, .url, .id, .way:
            return .none
        }
    }

    private static func compare<T>(_ new: T?, _ old: T?, _ both: (T, T) -> Difference) -> Difference {
        switch (new, old) {
        case (nil, nil): .none
        case (nil, _?): .gone
        case (_?, nil): .new
        case (let new?, let old?): both(new, old)
        }
    }

    private static func words(_ a: String, _ b: String) -> Difference {
        if sameWords(a, b) { return .none }
        let (a, b) = (a.lettersAlone, b.lettersAlone)
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        guard !short.isEmpty else { return .whole }
        // The same beginning, most of the length: the end was cut, or something was put behind it.
        let start = short.prefix(max(8, short.count * 9 / 10))
        return long.starts(with: start) && short.count * 5 >= long.count * 2 ? .slight : .whole
    }

    /// The record as it was known, where another way of reading says the same in slightly other words, or
    /// says less.
    public func carried(_ record: Record) -> Record {
        var record = record
        record.id = record.id ?? siteID
        record.url = record.url ?? url
        for field in [ContractField.author, .published, .rating, .title, .text, .reply] {
            switch difference(of: field, in: record) {
            case .slight, .gone: take(field, into: &record)
            case .none: take(field, into: &record)
            default: break
            }
        }
        return record
    }

    private func take(_ field: ContractField, into record: inout Record) {
        let old = mention.content
        switch field {
        case .author: record.author = mention.author
        case .published: record.published = mention.published
        case .rating: record.rating = old.rating
        case .title: record.title = old.title
        case .text: record.text = old.text
        case .reply: record.reply = old.reply
        default: break
        }
    }
}

extension String {
    fileprivate var lettersAlone: [UInt8] {
        utf8.filter { $0 >= 0x80 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
