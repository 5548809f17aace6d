/// Records of one page brought together from several ways, each review once.
import Complaints

/// What a page says in several ways of markup, the most trusted first. On a page with reviews its comments
/// are talk beside them, or the same reviews again: they complete reviews and add none.
func merged(_ readings: [MarkupReading]) -> [Record] {
    let reviews = readings.reduce([]) { merged($0, $1.reviews) }
    let posts = readings.reduce([]) { merged($0, $1.posts) }
    return reviews.isEmpty ? posts : merged(reviews, posts, addsNew: false)
}

/// The fuller of two readings of the same page, completed by the other.
/// `isOneWay`: both are of the same way, and the first come first.
func merged(
    _ first: [Record], _ second: [Record], addsNew: Bool = true, isOneWay: Bool = false
) -> [Record] {
    if second.isEmpty { return first }
    if first.isEmpty { return second }
    func weight(_ records: [Record]) -> Int {
        records.reduce(0) { $0 + 2 + ($1.text.isEmpty ? 0 : 2) + ($1.author == nil ? 0 : 1) }
    }
    var (base, other) =
        addsNew && !isOneWay && weight(second) > weight(first) ? (second, first) : (first, second)
    var byStart: [String: [Int]] = [:]
    for (i, record) in base.enumerated() { byStart[textStart(record.text), default: []].append(i) }
    var extra: [Record] = []
    for record in other {
        let start = textStart(record.text)
        let alike = (start.isEmpty ? [] : byStart[start] ?? []).prefix(50)
        let match =
            alike.first { base[$0].author == record.author }
            // A few words are many people's; a long text is one's, however the name is written.
            ?? alike.first { base[$0].author == nil || record.author == nil || start.utf8.count >= 30 }
        if let i = match ?? base.prefix(500).firstIndex(where: { isSameReview($0, record) }) {
            base[i] = completed(base[i], by: record)
        } else {
            extra.append(record)
        }
    }
    other = addsNew ? extra : []
    return base + other
}

private func isSameReview(_ a: Record, _ b: Record) -> Bool {
    if let id = a.id, id == b.id { return true }
    return isSameWriting(a, b)
}

/// Whether two readings can be of one review, whatever each is called.
func isSameWriting(_ a: Record, _ b: Record) -> Bool {
    guard let author = a.author, author == b.author else { return false }
    if let mine = a.published, let theirs = b.published,
        abs((mine.instant - theirs.instant).inMilliseconds) > 86_400_000
    {
        return false
    }
    if a.text.isEmpty || b.text.isEmpty { return true }
    return sharedStart(a.text, b.text)
}

/// Whether the shorter text is, but for its last words, the beginning of the longer.
private func sharedStart(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
    let wanted = max(1, min(60, short.utf8.count - 4))
    return long.utf8.prefix(wanted).elementsEqual(short.utf8.prefix(wanted))
}

/// The first letters and digits of a text: enough to know it again in another mark-up.
func textStart(_ text: String) -> String {
    var key: [UInt8] = []
    for byte in text.utf8 where byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit {
        key.append(byte.lowercasedASCII)
        if key.count == 80 { break }
    }
    return String(decoding: key, as: UTF8.self)
}

/// A record with what only the other says of the same.
func completed(_ record: Record, by other: Record) -> Record {
    var record = record
    record.id = record.id ?? other.id
    record.url = record.url ?? other.url
    record.author = record.author ?? other.author
    record.published = record.published ?? other.published
    record.rating = record.rating ?? other.rating
    record.title = record.title ?? other.title
    record.language = record.language ?? other.language
    record.reply = record.reply ?? other.reply
    if other.text.utf8.count > record.text.utf8.count,
        record.text.isEmpty || sharedStart(record.text, other.text)
    {
        record.text = other.text
    }
    return record
}

/// The records of a page without repeats, and without names that several of them share: an identifier
/// or address that is not one record's own would make different reviews look the same.
func tidied(_ records: [Record], page: Page) -> [Record] {
    var kept: [Record] = []
    kept.reserveCapacity(records.count)
    var places = [RecordKey: Int](minimumCapacity: records.count)
    for record in records {
        let record = record.withoutControls
        let key = RecordKey(record)
        if let key, let i = places[key] {
            kept[i] = completed(kept[i], by: record)
            continue
        }
        if let key { places[key] = kept.count }
        kept.append(record)
    }
    var ids: [String: Int] = [:]
    var urls: [String: Int] = [:]
    for record in kept {
        if let id = record.id { ids[id, default: 0] += 1 }
        if let url = record.url { urls[url, default: 0] += 1 }
    }
    for i in kept.indices {
        if let id = kept[i].id, ids[id] ?? 0 > 1 { kept[i].id = nil }
        if let url = kept[i].url {
            let isWholePage = kept.count > 1 && (url == page.url || url == page.canonicalURL)
            if urls[url] ?? 0 > 1 || isWholePage { kept[i].url = nil }
        }
        if kept[i].language == nil { kept[i].language = recognisedLanguage(of: kept[i].text) }
    }
    return kept
}

private struct RecordKey: Hashable {
    var author: TextKey?
    var day: Int64?
    var rating: Double?
    var title: TextKey?
    var text: TextKey
    /// What a feed, an answer or a rule names apart is apart; markup repeats a review under new names.
    var id: TextKey?

    /// nil for a record without a text, unless its time is exact: two people may give five stars in a day.
    init?(_ record: Record) {
        if record.text.isEmpty, (record.published?.precision ?? .day) < .minute || record.author == nil {
            return nil
        }
        author = record.author.map(TextKey.init)
        day = record.published?.instant.milliseconds
        rating = record.rating?.value
        title = record.title.map(TextKey.init)
        text = TextKey(record.text)
        id =
            record.text.isEmpty || record.via == .feed || record.via == .json || record.via == .rule
            ? record.id.map(TextKey.init) : nil
    }
}
