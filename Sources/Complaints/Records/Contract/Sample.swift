import Foundation

/// What a number of records look like, as sums: those of many batches add up, and old ones fade.
struct Sample: Hashable, Sendable {
    /// Records; a fraction where older ones have faded, as in all that follows.
    var records = 0.0
    /// In the order of `ContractField.ofRecord`.
    var filled = [Double](repeating: 0, count: ContractField.ofRecord.count)
    /// Natural logarithms of lengths in bytes.
    var textLength = Spread()
    var titleLength = Spread()
    var authorLength = Spread()
    /// Authors that read like a date, a time ago or a number.
    var numericAuthors = 0.0
    /// Authors that are the title, or the beginning of the text.
    var echoes = 0.0
    /// Pairs of one batch that have the same author, title, text or time to the minute.
    var same = [SameField: Share]()
    /// Published later than a day after it was read.
    var future = 0.0
    /// Published, to the minute, just when it was read.
    var justNow = 0.0
    var languages: [String: Double] = [:]
    /// Ends of the scale that ratings state, `-` where they state none.
    var scales: [String: Double] = [:]
    /// Ratings that are the best mark of their scale.
    var bestMarks = 0.0
    var ways: [String: Double] = [:]

    /// Batches of six and more dated records that are all of one instant, as a share that fades.
    var oneDay = 0.0

    enum SameField: String, Hashable, Sendable, CaseIterable { case author, title, text, published }

    init() {}

    init(_ batch: [Record], now: Instant) {
        records = Double(batch.count)
        var groups: [SameField: [String: Int]] = [:]
        for record in batch {
            for (place, field) in ContractField.ofRecord.enumerated() where field.isFilled(in: record) {
                filled[place] += 1
            }
            textLength.add(length: record.text)
            record.title.map { titleLength.add(length: $0) }
            if let author = record.author {
                authorLength.add(length: author)
                if author.isNumeric { numericAuthors += 1 }
                if author == record.title || author.utf8.count > 2 && record.text.hasPrefix(author) {
                    echoes += 1
                }
            }
            if let time = record.published {
                if time.instant > now + .seconds(86_400) { future += 1 }
                if time.precision >= .minute, time.instant > now - .seconds(120) { justNow += 1 }
            }
            if let language = record.language { languages[language, default: 0] += 1 }
            if let rating = record.rating {
                scales[rating.best.map { "\($0)" } ?? "-", default: 0] += 1
                if rating.share >= 1 { bestMarks += 1 }
            }
            ways[record.via.rawValue, default: 0] += 1
            for field in SameField.allCases {
                if let value = field.value(in: record) { groups[field, default: [:]][value, default: 0] += 1 }
            }
        }
        let times = Set(batch.compactMap { $0.published?.instant })
        oneDay = times.count == 1 && batch.count >= 3 ? 1 : 0
        for (field, counts) in groups {
            func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
            same[field] = Share(
                hits: counts.values.reduce(0) { $0 + pairs($1) }, of: pairs(counts.values.reduce(0, +)))
        }
    }

    /// Takes in the records of a batch; what is older fades so that no more than `most` records count.
    mutating func add(_ other: Sample, most: Double) {
        let keep = records + other.records > most ? max(0, most - other.records) / max(records, 1) : 1
        if keep < 1 { fade(keep) }
        records += other.records
        for place in filled.indices { filled[place] += other.filled[place] }
        textLength.add(other.textLength)
        titleLength.add(other.titleLength)
        authorLength.add(other.authorLength)
        numericAuthors += other.numericAuthors
        echoes += other.echoes
        // The last ten batches or so.
        oneDay = max(other.oneDay, oneDay * 0.9)
        future += other.future
        justNow += other.justNow
        bestMarks += other.bestMarks
        for (field, share) in other.same { same[field, default: Share()].add(share) }
        languages.merge(other.languages, uniquingKeysWith: +)
        scales.merge(other.scales, uniquingKeysWith: +)
        ways.merge(other.ways, uniquingKeysWith: +)
        languages = languages.heaviest
        scales = scales.heaviest
    }

    private mutating func fade(_ keep: Double) {
        records *= keep
        for place in filled.indices { filled[place] *= keep }
        textLength.fade(keep)
        titleLength.fade(keep)
        authorLength.fade(keep)
        numericAuthors *= keep
        echoes *= keep
        future *= keep
        justNow *= keep
        bestMarks *= keep
        for field in same.keys { same[field]?.fade(keep) }
        // What is seldom and long ago is forgotten, so that the row stays small.
        func faded(_ counts: [String: Double]) -> [String: Double] {
            counts.mapValues { $0 * keep }.filter { $0.value > 0.05 }
        }
        languages = faded(languages)
        scales = faded(scales)
        ways = faded(ways)
    }

    func filled(_ field: ContractField) -> Double {
        ContractField.ofRecord.firstIndex(of: field).map { filled[$0] } ?? 0
    }

    /// The way by which most were read.
    var way: Via? { ways.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap { Via(rawValue: $0.key) } }
}

extension Sample.SameField {
    func value(in record: Record) -> String? {
        switch self {
        case .author: authorKey(record.author)
        case .title: record.title
        case .text: record.text.isEmpty ? nil : record.text
        case .published:
            // Days may well be the same; exact times are not.
            record.published.flatMap { $0.precision >= .minute ? String($0.instant.milliseconds) : nil }
        }
    }
}

/// A count of what was so, out of so many.
struct Share: Hashable, Sendable {
    var hits = 0.0
    var of = 0.0

    mutating func add(_ other: Share) {
        hits += other.hits
        of += other.of
    }

    mutating func fade(_ keep: Double) {
        hits *= keep
        of *= keep
    }
}

/// Mean and deviation of numbers that are not kept.
struct Spread: Hashable, Sendable {
    var weight = 0.0
    var sum = 0.0
    var squares = 0.0

    var mean: Double { weight > 0 ? sum / weight : 0 }
    var deviation: Double { weight > 1 ? max(0, squares / weight - mean * mean).squareRoot() : 0 }

    mutating func add(_ value: Double) {
        weight += 1
        sum += value
        squares += value * value
    }

    /// Nothing where there is nothing.
    mutating func add(length text: String) {
        let count = text.utf8.count
        if count > 0 { add(log(Double(count))) }
    }

    mutating func add(_ other: Spread) {
        weight += other.weight
        sum += other.sum
        squares += other.squares
    }

    mutating func fade(_ keep: Double) {
        weight *= keep
        sum *= keep
        squares *= keep
    }
}

extension String {
    /// `12.03.2024`, `2 days ago`, `3/5`, but not `anna77`: digits with words beside them, or nearly alone.
    var isNumeric: Bool {
        var (digits, letters, spaces) = (0, 0, 0)
        for byte in utf8 {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x20, 0x09, 0x0A: spaces += 1
            case 0x41...0x5A, 0x61...0x7A, 0xC3...0xF4: letters += 1
            default: break
            }
        }
        return digits > 0 && (digits * 2 > letters || spaces > 0)
    }
}

extension [String: Double] {
    /// A page may state a thousand scales; those that count are few.
    fileprivate var heaviest: Self {
        if count <= 16 { return self }
        let kept = sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(16)
        return Self(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
