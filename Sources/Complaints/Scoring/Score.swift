import Foundation

/// How likely a mention is a complaint, and why.
public struct Score: Hashable, Sendable, Codable {
    /// 0 to 1; 0.8 means that 8 of 10 such texts are complaints.
    public var value: Double
    /// The same from minus to plus infinity: what contributions sum up to.
    public var logit: Double { log(max(value, 1e-9) / max(1 - value, 1e-9)) }
    /// High enough for staff to look at.
    public var isFlagged: Bool
    public var urgency: Urgency
    /// What it is about: product, delivery, service, staff, price, refund, warranty, app, privacy, other.
    public var topic: String?
    public var cause: String?
    /// Appeals to the law: a court, a regulator, a consumer act.
    public var isLegal: Bool
    public var language: String?
    /// The strongest first.
    public var reasons: [Reason]

    public struct Reason: Hashable, Sendable, Codable {
        public var what: String
        public var weight: Double

        public init(what: String, weight: Double) {
            self.what = what
            self.weight = weight
        }
    }

    public enum Urgency: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
        case low, normal, high

        public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
        public static func < (a: Urgency, b: Urgency) -> Bool { a.rank < b.rank }
    }

    public init(
        value: Double, isFlagged: Bool, urgency: Urgency = .normal, topic: String? = nil,
        cause: String? = nil,
        isLegal: Bool = false, language: String? = nil, reasons: [Reason] = []
    ) {
        self.value = value
        self.isFlagged = isFlagged
        self.urgency = urgency
        self.topic = topic
        self.cause = cause
        self.isLegal = isLegal
        self.language = language
        self.reasons = reasons
    }
}
