import Complaints

/// What the ledgers gained since somebody last looked, whoever wrote it: the daemon, a poll by hand, the staff.
///
/// Row numbers rise and are never given out twice, so that a look costs what came since the last one.

/// Up to which row of each ledger was counted.
public struct LedgerMarks: Hashable, Sendable {
    var visit: Int64 = 0
    var delivery: Int64 = 0
    var timeline: Int64 = 0
    var decision: Int64 = 0
    var alert: Int64 = 0
}

extension LedgerMarks {
    func furthest(_ other: LedgerMarks) -> LedgerMarks {
        LedgerMarks(
            visit: max(visit, other.visit), delivery: max(delivery, other.delivery),
            timeline: max(timeline, other.timeline), decision: max(decision, other.decision),
            alert: max(alert, other.alert))
    }
}

/// Visits of one outcome.
public struct VisitGrowth: Hashable, Sendable {
    public var outcome: String
    public var count: Int
    public var pages: Int
    public var records: Int
    public var newMentions: Int
    public var changedMentions: Int
    public var requests: Int
    public var bytes: Int
    public var took: TimeSpread
}

/// Attempts at one endpoint that ended alike.
public struct DeliveryGrowth: Hashable, Sendable {
    public var endpoint: String
    public var outcome: Outcome
    public var took: TimeSpread

    public enum Outcome: String, Sendable, CaseIterable {
        case taken
        /// The endpoint answered with something else than 2xx.
        case refused
        /// There was no answer.
        case failed
    }
}

public struct LedgerGrowth: Sendable {
    public var marks: LedgerMarks
    public var visits: [VisitGrowth]
    public var deliveries: [DeliveryGrowth]
    /// Entries of timelines, by what they say.
    public var acts: [TimelineEntry.What: Int]
    /// `confirmed`, `dismissed` and what takes them back.
    public var decisions: [String: Int]
    /// Alerts laid out, by endpoint.
    public var alerts: [String: Int]

    /// Milliseconds.
    public static let visitBounds: [Int64] = [
        100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000,
    ]
    public static let deliveryBounds: [Int64] = [10, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 20_000]
}

extension Session {
    /// Where the ledgers end now.
    public func ledgerMarks() throws -> LedgerMarks {
        func last(_ table: String, _ key: String) throws -> Int64 {
            try first("SELECT max(\(key)) FROM \(table)") { $0.integer() } ?? 0
        }
        return LedgerMarks(
            visit: try last("visit", "id"), delivery: try last("delivery", "id"),
            timeline: try last("timeline", "id"), decision: try last("decision", "id"),
            alert: try last("alert", "number"))
    }

    public func ledgerGrowth(since marks: LedgerMarks) throws -> LedgerGrowth {
        // What was forgotten since may have been the last row.
        let end = try ledgerMarks().furthest(marks)
        return LedgerGrowth(
            marks: end, visits: try visitGrowth(marks.visit, end.visit),
            deliveries: try deliveryGrowth(marks.delivery, end.delivery),
            acts: Dictionary(
                try counts("what", of: "timeline", "id", marks.timeline, end.timeline).compactMap {
                    name, count in
                    TimelineEntry.What(rawValue: name).map { ($0, count) }
                }, uniquingKeysWith: +),
            decisions: try counts("decision", of: "decision", "id", marks.decision, end.decision),
            alerts: try counts("endpoint", of: "alert", "number", marks.alert, end.alert))
    }

    private func counts(
        _ column: String, of table: String, _ key: String, _ from: Int64, _ to: Int64
    ) throws -> [String: Int] {
        guard to > from else { return [:] }
        return Dictionary(
            try query(
                "SELECT \(column), count(*) FROM \(table) WHERE \(key) > ? AND \(key) <= ? GROUP BY \(column)",
                [from, to]
            ) { ($0.text(), $0.int()) }, uniquingKeysWith: +)
    }

    private func visitGrowth(_ from: Int64, _ to: Int64) throws -> [VisitGrowth] {
        guard to > from else { return [] }
        let bounds = LedgerGrowth.visitBounds
        return try query(
            """
            SELECT outcome, count(*), sum(pages), sum(records), sum(new_mentions), sum(changed_mentions),
                sum(requests), sum(bytes), sum(ended - started), \(Self.spread("ended - started", bounds))
            FROM visit WHERE id > ? AND id <= ? GROUP BY outcome
            """, [from, to]
        ) { columns in
            var growth = VisitGrowth(
                outcome: columns.text(), count: columns.int(), pages: columns.int(), records: columns.int(),
                newMentions: columns.int(), changedMentions: columns.int(), requests: columns.int(),
                bytes: columns.int(), took: TimeSpread(bounds: bounds))
            growth.took = columns.spread(bounds, count: growth.count)
            return growth
        }
    }

    private func deliveryGrowth(_ from: Int64, _ to: Int64) throws -> [DeliveryGrowth] {
        guard to > from else { return [] }
        let bounds = LedgerGrowth.deliveryBounds
        return try query(
            """
            SELECT endpoint, outcome, count(*), sum(took), \(Self.spread("took", bounds))
            FROM (SELECT alert.endpoint AS endpoint, delivery.took AS took,
                    CASE WHEN delivery.status BETWEEN 200 AND 299 THEN 'taken'
                        WHEN delivery.status IS NOT NULL THEN 'refused'
                        WHEN delivery.error IS NULL THEN 'taken' ELSE 'failed' END AS outcome
                FROM delivery JOIN alert ON alert.number = delivery.alert
                WHERE delivery.id > ? AND delivery.id <= ?) AS attempt
            GROUP BY endpoint, outcome
            """, [from, to]
        ) { columns in
            var growth = DeliveryGrowth(
                endpoint: columns.text(), outcome: columns.optionalValue() ?? .failed,
                took: TimeSpread(bounds: bounds))
            growth.took = columns.spread(bounds, count: columns.int())
            return growth
        }
    }

    private static func spread(_ length: String, _ bounds: [Int64]) -> String {
        bounds.map { "sum(CASE WHEN \(length) <= \($0) THEN 1 ELSE 0 END)" }.joined(separator: ", ")
    }
}

extension Columns {
    fileprivate mutating func spread(_ bounds: [Int64], count: Int) -> TimeSpread {
        var spread = TimeSpread(bounds: bounds)
        let sum = integer()
        spread.add(count: count, sum: sum, atMost: bounds.map { _ in int() })
        return spread
    }
}
