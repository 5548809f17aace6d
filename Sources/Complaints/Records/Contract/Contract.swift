import Foundation

/// What was learned of a source's records: how many, which fields are filled, lengths, ratings, dates, the way
/// they are read. A batch is judged by it before anybody believes the batch.
///
/// It is learned from new records alone, since those that stand there visit after visit say nothing new; and
/// from the size of each first page. What is old fades slowly.
public struct Contract: Hashable, Sendable {
    /// Batches it was learned from.
    public internal(set) var batches = 0
    /// New records it was learned from.
    public internal(set) var learned = 0
    var sample = Sample()
    /// Logarithms of the numbers of records on first pages.
    var sizes = Spread()
    var lastSize: Int?
    /// When the last batch was read.
    var lastAt: Instant?
    /// The site's own count at the last batch.
    var lastStated: Int?
    /// The list led on to a next page, so that its first page was a full one.
    var leadingOn = Share()
    /// Known records that were read again: how often a field read differently.
    var edits: [ContractField: Share] = [:]
    /// A value of each field, for people.
    var examples: [ContractField: String] = [:]

    public init() {}

    public static let fewestBatches = 2
    public static let fewestRecords = 10
    /// Records that count at a time; older ones fade.
    static let most = 200.0

    public var isLearning: Bool {
        sample.records < 1 || (batches < Self.fewestBatches && learned < Self.fewestRecords)
    }

    /// The usual number of records on a first page.
    public var usualSize: Double { exp(sizes.mean) }

    /// The way by which most records were read.
    public var way: Via? { sample.way }

    /// For people: what is usual of each field that is filled at all.
    public var fields: [(field: ContractField, filled: Double, example: String?)] {
        guard sample.records > 0 else { return [] }
        return ContractField.ofRecord.map { ($0, min(1, sample.filled($0) / sample.records), examples[$0]) }
    }

    public var languages: [String] {
        sample.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    // MARK: Learning

    /// Takes in a batch that kept the contract, or that is among the first.
    public mutating func learn(_ batch: Batch) {
        guard !batch.records.isEmpty else { return }
        lastAt = batch.now
        let places = batch.records.indices.filter {
            learned == 0 || !batch.standing.contains($0) && batch.again[$0] == nil
        }
        let new = places.map { batch.records[$0] }
        for field in ContractField.edited where batch.knownCount > 0 {
            let found = batch.edits(of: field, toleratesSlight: false)
            var share = edits[field] ?? Share()
            if share.of > 300 { share.fade(0.8) }
            share.add(Share(hits: Double(found.changed + found.gone), of: Double(found.compared)))
            edits[field] = share
        }
        if let size = batch.firstPage, size > 0 {
            if sizes.weight > 20 { sizes.fade(0.9) }
            if leadingOn.of > 20 { leadingOn.fade(0.9) }
            sizes.add(log(Double(size)))
            leadingOn.add(Share(hits: batch.leadsOn ? 1 : 0, of: 1))
            lastSize = size
            lastStated = batch.statedCount ?? lastStated
        }
        batches += 1
        guard !new.isEmpty else { return }
        learned += new.count
        sample.add(Sample(new, now: batch.now), most: Self.most)
        for field in ContractField.ofRecord {
            if let value = new.lazy.compactMap({ field.value(in: $0) }).first {
                examples[field] = value.quoted
            }
        }
    }

    /// Whether a batch that kept it has anything to teach.
    public func learns(from batch: Batch) -> Bool {
        isLearning || batch.standing.count < batch.records.count || batch.firstPage != lastSize
    }
}

extension ContractField {
    /// Those by whose change a known record was edited.
    static let edited: [ContractField] = [.author, .published, .rating, .title, .text, .reply]
}
