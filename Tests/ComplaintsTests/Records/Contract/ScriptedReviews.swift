import Complaints
import TestSupport

/// A place where people write, visit after visit, as honest sites are: fields left out now and then, edits,
/// deletions, busy days and slow weeks. The same seed is the same place.
struct ScriptedReviews {
    /// What the site is like; every field is drawn from the seed.
    struct Kind {
        var pageSize = 20
        var newAVisit = 0...3
        /// Shares of records that have the field.
        var author = 1.0, published = 1.0, rating = 0.95, title = 0.6, id = 1.0, url = 1.0
        var guests = 0.1
        /// Dates say the time.
        var isExact = true
        var marks = [1, 1, 1, 2, 3, 4, 5, 5]
        var words = 8...60
        var languages = ["en"]
        var leadsOn = true
        /// Between visits.
        var gap: Duration = .seconds(900)
    }

    let kind: Kind
    var random: SeededRandom
    /// The newest first; with the number of each.
    private(set) var records: [Record] = []
    private(set) var now = ManualTime.monday
    private(set) var contract = Contract()
    private var listed: [Listed] = []
    private var stored: [MentionID: Stood] = [:]
    private var count = 0

    init(_ kind: Kind, seed: UInt64) {
        self.kind = kind
        random = SeededRandom(seed)
        for _ in 0..<kind.pageSize { write() }
    }

    /// A place unlike the others.
    static func any(_ seed: UInt64) -> ScriptedReviews {
        var random = SeededRandom(seed &* 77 &+ 5)
        var kind = Kind()
        kind.pageSize = [3, 5, 8, 10, 20, 20, 30].randomElement(using: &random) ?? 20
        kind.newAVisit = [0...1, 0...3, 0...8, 5...30].randomElement(using: &random) ?? 0...3
        kind.rating = [0, 0.3, 0.7, 0.95, 1, 1].randomElement(using: &random) ?? 1
        kind.title = [0, 0.2, 0.6, 1].randomElement(using: &random) ?? 1
        kind.author = [0.7, 0.95, 1, 1].randomElement(using: &random) ?? 1
        kind.published = [0.9, 1, 1].randomElement(using: &random) ?? 1
        (kind.id, kind.url) = (
            [0, 0.9, 1, 1].randomElement(using: &random) ?? 1, Bool.random(using: &random) ? 1 : 0
        )
        kind.guests = [0, 0.1, 0.4].randomElement(using: &random) ?? 0
        kind.isExact = Bool.random(using: &random)
        kind.marks =
            [[1, 2, 3, 4, 5], [5, 5, 5, 5, 4, 1], [1, 1, 1, 1, 2, 5]].randomElement(using: &random) ?? [1, 5]
        kind.words = [3...20, 8...60, 20...120].randomElement(using: &random) ?? 8...60
        kind.languages =
            [["en"], ["pl", "en"], ["pl", "pl", "pl", "pl", "uk"]].randomElement(using: &random) ?? ["en"]
        kind.leadsOn = Bool.random(using: &random)
        kind.gap =
            [.seconds(300), .seconds(3600), .seconds(86_400), .seconds(7 * 86_400)]
            .randomElement(using: &random) ?? .seconds(900)
        return ScriptedReviews(kind, seed: seed)
    }

    // MARK: What happens there

    mutating func write(mark: Int? = nil, day: Bool = false) {
        count += 1
        now = now + .seconds(day ? 60 : Int64(kind.gap.components.seconds) / 8 + 30)
        func has(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
        let words = Int.random(in: kind.words, using: &random)
        let text = (0..<max(3, words)).map { _ in Self.words.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
        let isGuest = has(kind.guests)
        let name =
            "\(Self.names.randomElement(using: &random) ?? "") \(Self.surnames.randomElement(using: &random) ?? "")"
        let shown =
            kind.isExact
            ? StatedTime(now, precision: .minute)
            : StatedTime(
                Instant(milliseconds: now.milliseconds / 86_400_000 * 86_400_000), precision: .day)
        let value = mark ?? kind.marks.randomElement(using: &random) ?? 3
        var record = Record(text: "\(text) \(count)", via: .rule)
        if has(kind.author) { record.author = isGuest ? "Guest" : name }
        if has(kind.published) { record.published = shown }
        if has(kind.rating) { record.rating = Rating(value: Double(value), best: 5) }
        if has(kind.title) { record.title = "\(Self.words.randomElement(using: &random) ?? "") no \(count)" }
        if has(kind.id) { record.id = "r\(count)" }
        if has(kind.url) { record.url = "https://site.example/r/\(count)" }
        record.language = kind.languages.randomElement(using: &random)
        records.insert(record, at: 0)
    }

    /// A day as any other, or one of those that look odd and are not.
    mutating func pass() {
        now = now + kind.gap
        switch Int.random(in: 0..<24, using: &random) {
        case 0: for _ in 0..<Int.random(in: 10...40, using: &random) { write(mark: 1, day: true) }  // a storm
        case 1: edit { $0.text += " PS: still nothing." }
        case 2: edit { $0.rating = $0.rating.map { Rating(value: max(1, $0.value - 1), best: $0.best) } }
        case 3: if records.count > 4 { records.remove(at: Int.random(in: 0..<4, using: &random)) }
        case 4:
            for _ in 0..<6 { edit { $0.reply = $0.reply ?? Reply(author: "Acme", text: "We are sorry.") } }
        case 5:
            write()
            records[0].language = "xx"
        case 6:
            write()
            records[0].rating = nil
        case 7: now = now + .seconds(20 * 86_400)
        case 8: for _ in 0..<kind.pageSize { write() }  // nobody looked for long
        case 9: edit { $0.reply = nil }
        default: for _ in 0..<Int.random(in: kind.newAVisit, using: &random) { write() }
        }
    }

    private mutating func edit(_ change: (inout Record) -> Void) {
        let place = Int.random(in: 0..<min(records.count, kind.pageSize), using: &random)
        change(&records[place])
    }

    mutating func wait() { now = now + kind.gap }

    mutating func answerAll() { editAll { $0.reply = Reply(author: "Acme", text: "We are sorry.") } }

    mutating func editAll(_ change: (inout Record) -> Void) {
        for place in records.indices { change(&records[place]) }
    }

    // MARK: What a visit makes of it

    /// The page as the visit reads it, spoilt or not, joined on to what stood there.
    func batch(_ spoil: (Record, Int) -> Record? = { record, _ in record }, size: Int? = nil) -> Batch {
        let page = records.prefix(size ?? kind.pageSize).enumerated().compactMap { spoil($1, $0) }
        return Batch(
            records: page, prints: page.map(recordPrint), before: listed, known: stored, sinceLook: kind.gap,
            isFeed: false,
            firstPage: page.count, leadsOn: kind.leadsOn, statedCount: nil, now: now + .seconds(300))
    }

    /// One visit that is believed.
    mutating func visit() -> Contract.Verdict {
        let batch = batch()
        let verdict = contract.judge(batch)
        contract.learn(batch)
        listed = []
        for (index, record) in batch.records.enumerated() {
            let id = MentionID(record.text.split(separator: " ").compactMap { Int64($0) }.last ?? 0)
            let mention = KnownMention(
                id: id, source: "a", author: record.author, published: record.published,
                content: Content(record))
            stored[id] = Stood(mention: mention, siteID: record.id, url: record.url)
            listed.append(Listed(mention: id, print: recordPrint(batch.records[index])))
        }
        return verdict
    }

    private static let names = [
        "Anna", "Piotr", "Olga", "Jan", "Maria", "Tomek", "Ewa", "Igor", "Lena", "Ada", "Max", "Nina",
        "Kamil",
    ]
    private static let surnames = [
        "Nowak", "K.", "Petrova", "Lis", "Smith", "Zielinska", "Brown", "W.", "Kral",
    ]
    private static let words = [
        "the", "parcel", "never", "came", "support", "refund", "money", "waiting", "good", "quick", "shop",
        "broken", "again", "phone", "nobody", "answers", "delivery", "three", "weeks", "happy", "price",
    ]
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
