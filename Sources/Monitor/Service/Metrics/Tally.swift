import Complaints
import Storage

/// What the ledgers gained since this process began to count.
struct Tally: Sendable {
    private(set) var marks: LedgerMarks
    private(set) var visits: [String: Int] = [:]
    private(set) var visitTime = TimeSpread(bounds: LedgerGrowth.visitBounds)
    private(set) var pages = 0
    private(set) var records = 0
    private(set) var newMentions = 0
    private(set) var changedMentions = 0
    private(set) var requests = 0
    private(set) var bytes = 0
    private(set) var deliveries: [Attempts: Int] = [:]
    private(set) var deliveryTimes: [String: TimeSpread] = [:]
    private(set) var acts: [TimelineEntry.What: Int] = [:]
    private(set) var decisions: [String: Int] = [:]
    private(set) var alerts: [String: Int] = [:]

    struct Attempts: Hashable, Sendable {
        var endpoint: String
        var outcome: DeliveryGrowth.Outcome
    }

    init(from marks: LedgerMarks) { self.marks = marks }

    /// - Parameter name: of an endpoint as it is told; those that are configured no more share one.
    mutating func add(_ growth: LedgerGrowth, name: (String) -> String) {
        marks = growth.marks
        for visit in growth.visits {
            visits[visit.outcome, default: 0] += visit.count
            pages += visit.pages
            records += visit.records
            newMentions += visit.newMentions
            changedMentions += visit.changedMentions
            requests += visit.requests
            bytes += visit.bytes
            visitTime.add(visit.took)
        }
        for delivery in growth.deliveries {
            let endpoint = name(delivery.endpoint)
            deliveries[Attempts(endpoint: endpoint, outcome: delivery.outcome), default: 0] +=
                delivery.took.count
            deliveryTimes[endpoint, default: TimeSpread(bounds: LedgerGrowth.deliveryBounds)]
                .add(delivery.took)
        }
        for (endpoint, count) in growth.alerts { alerts[name(endpoint), default: 0] += count }
        acts.merge(growth.acts, uniquingKeysWith: +)
        decisions.merge(growth.decisions, uniquingKeysWith: +)
    }
}

extension TimeSpread {
    fileprivate mutating func add(_ other: TimeSpread) {
        add(count: other.count, sum: other.sum, atMost: other.atMost)
    }
}
