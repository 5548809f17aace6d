import Foundation

/// A mention that staff decided on, as the reports on the score count it.
public struct DecidedMention: Hashable, Sendable {
    public var at: Instant
    public var isComplaint: Bool
    /// As staff saw it, with what was learned till then.
    public var score: Double
    public var isFlagged: Bool
    /// The logit of the shipped score alone, where it is known.
    public var shipped: Double?
    public var source: SourceID
    public var subject: String
    public var language: String?

    public init(
        at: Instant, isComplaint: Bool, score: Double, isFlagged: Bool, shipped: Double? = nil,
        source: SourceID, subject: String, language: String? = nil
    ) {
        self.at = at
        self.isComplaint = isComplaint
        self.score = score
        self.isFlagged = isFlagged
        self.shipped = shipped
        self.source = source
        self.subject = subject
        self.language = language
    }
}

/// A share of so many, with what chance leaves open: the 95 % interval of Wilson (1927).
public struct Proportion: Hashable, Sendable {
    public var count: Int
    public var of: Int

    public init(_ count: Int, of: Int) {
        self.count = count
        self.of = of
    }

    /// nil where there is nothing to have a share of.
    public var value: Double? { of > 0 ? Double(count) / Double(of) : nil }
    public var low: Double? { of > 0 ? max(0, middle - reach) : nil }
    public var high: Double? { of > 0 ? min(1, middle + reach) : nil }

    private static let z = 1.96
    private var spread: Double { Self.z * Self.z / Double(of) }
    private var middle: Double { (Double(count) / Double(of) + spread / 2) / (1 + spread) }
    private var reach: Double {
        let share = Double(count) / Double(of)
        return (share * (1 - share) * spread + spread * spread / 4).squareRoot() / (1 + spread)
    }
}

/// How the flags of one period, source, subject or language fared before the staff.
public struct PrecisionRow: Hashable, Sendable {
    public var label: String
    /// Flagged or not.
    public var decided = 0
    public var confirmed = 0
    /// Of those flagged, how many were complaints: the precision at the threshold.
    public var precision = Proportion(0, of: 0)
    /// Confirmed though they were not flagged: staff found them by themselves.
    public var missed = 0

    public var dismissed: Int { decided - confirmed }

    /// - Parameter label: which row a decision belongs to.
    /// - Returns: in the order of their labels.
    public static func rows(
        _ decided: [DecidedMention], by label: (DecidedMention) -> String
    ) -> [PrecisionRow] {
        var rows: [String: PrecisionRow] = [:]
        for mention in decided {
            let name = label(mention)
            rows[name, default: PrecisionRow(label: name)].add(mention)
        }
        return rows.values.sorted { $0.label < $1.label }
    }

    public static func total(_ decided: [DecidedMention]) -> PrecisionRow {
        decided.reduce(into: PrecisionRow(label: "all")) { $0.add($1) }
    }

    private init(label: String) { self.label = label }

    private mutating func add(_ mention: DecidedMention) {
        decided += 1
        if mention.isComplaint { confirmed += 1 }
        if mention.isFlagged {
            precision.of += 1
            if mention.isComplaint { precision.count += 1 }
        } else if mention.isComplaint {
            missed += 1
        }
    }
}

/// Whether a score means what it says: of those scored 0.8, eight of ten should be complaints.
public struct ReliabilityBand: Hashable, Sendable {
    /// From this score up to the next tenth.
    public var from: Double
    public var meanScore: Double
    public var confirmed: Proportion

    /// The tenths in which something was decided, the lowest first.
    public static func bands(_ decided: [DecidedMention]) -> [ReliabilityBand] {
        var sums = [(count: Int, score: Double, confirmed: Int)](repeating: (0, 0, 0), count: 10)
        for mention in decided {
            let band = min(9, max(0, Int(mention.score * 10)))
            sums[band].count += 1
            sums[band].score += mention.score
            if mention.isComplaint { sums[band].confirmed += 1 }
        }
        return sums.enumerated().compactMap { band, sum -> ReliabilityBand? in
            guard sum.count > 0 else { return nil }
            return ReliabilityBand(
                from: Double(band) / 10, meanScore: sum.score / Double(sum.count),
                confirmed: Proportion(sum.confirmed, of: sum.count))
        }
    }
}

/// What the layer changed, told by decisions that were taken after it had its say.
public struct LearnedEffect: Hashable, Sendable {
    /// Decisions of which the shipped score is known.
    public var decided = 0
    /// Flagged by what was learned, and a complaint; and not one.
    public var flaggedRightly = 0
    public var flaggedWrongly = 0
    /// Not flagged because of what was learned, and none; and a complaint after all.
    public var sparedRightly = 0
    public var sparedWrongly = 0
    /// Mean surprise of a decision in nats (log loss): by the shipped score, and by the score that was shown.
    public var shippedSurprise = 0.0
    public var shownSurprise = 0.0

    /// - Parameter threshold: from which score on the shipped score alone would have flagged it.
    public init(_ mentions: [DecidedMention], threshold: (DecidedMention) -> Double) {
        for mention in mentions {
            guard let shipped = mention.shipped.map(logistic) else { continue }
            decided += 1
            shippedSurprise += Self.surprise(shipped, mention.isComplaint)
            shownSurprise += Self.surprise(mention.score, mention.isComplaint)
            switch (shipped >= threshold(mention), mention.isFlagged) {
            case (false, true): if mention.isComplaint { flaggedRightly += 1 } else { flaggedWrongly += 1 }
            case (true, false): if mention.isComplaint { sparedWrongly += 1 } else { sparedRightly += 1 }
            default: break
            }
        }
        guard decided > 0 else { return }
        shippedSurprise /= Double(decided)
        shownSurprise /= Double(decided)
    }

    private static func surprise(_ share: Double, _ isComplaint: Bool) -> Double {
        -log(max(isComplaint ? share : 1 - share, 1e-6))
    }
}
